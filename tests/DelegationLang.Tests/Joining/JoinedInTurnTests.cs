using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Joining;

/// <summary>Schemes that joined schemes join in their turn.</summary>
public sealed class JoinedInTurnTests
{
    private const string Ambulance = """
        scheme Ambulance Trust Scheme
          version 2
          approved by Ambulance Board on 1 February 2026
          in force from 1 April 2026.
        use england.
        Ambulance Trust is an NHS trust.
        Ambulance Board is the board of Ambulance Trust.
        Fleet Manager is an officer of Ambulance Trust reporting to Ambulance Board.
        Finance Director is an officer of Ambulance Trust reporting to Ambulance Board.
        Community Trust is an NHS trust.
        patient transport is a function of Community Trust.
        fleet is a function of Ambulance Trust.
        Transport Agreement is a delegation agreement between Community Trust, Ambulance Trust covering patient transport under NHS Act 2006 section 65Z5 from 1 April 2026.
        Community Trust delegates patient transport to Ambulance Trust up to £1 million per year under Transport Agreement with power to delegate reporting to Ambulance Board quarterly.
        Ambulance Trust delegates patient transport to Fleet Manager up to £50,000 per year.
        Ambulance Trust delegates fleet to Finance Director.

        """;

    private const string Transport = """
        Ambulance Trust is an NHS trust.
        patient transport is a function of Community Trust.
        Transport Agreement is a delegation agreement between Community Trust, Ambulance Trust covering patient transport under NHS Act 2006 section 65Z5 from 1 April 2026.
        Community Trust delegates patient transport to Ambulance Trust up to £1 million per year under Transport Agreement with power to delegate reporting to Trust Board quarterly.

        """;

    private static readonly string Community = TwoTrusts.Community.Replace("use england.", "use england.\nuse scheme \"../ambulance\" for Ambulance Trust.", StringComparison.Ordinal) + Transport;

    private static readonly MemoryFiles Three = MemoryFiles.Empty
        .With("main.delegation", TwoTrusts.Hospital)
        .With("../community/main.delegation", Community)
        .With("../ambulance/main.delegation", Ambulance);

    [Theory]
    [InlineData("who decides patient transport worth £40,000 per year?", "Fleet Manager")]
    [InlineData("who decides patient transport worth £60,000 per year?", "Ambulance Board")]
    [InlineData("who decides patient transport worth £2 million per year?", "Trust Board")]
    [InlineData("who decides fleet?", "Finance Director of Ambulance Trust")]
    [InlineData("who decides wheelchairs worth £300,000 per year?", "Finance Director of Community Trust")]
    [InlineData("who decides wheelchairs worth £3 million per year?", "Board")]
    public void An_answer_goes_on_into_what_a_joined_scheme_joins(string question, string decider)
    {
        Compilation compilation = TwoTrusts.Compile(Three);

        Assert.Empty(TwoTrusts.Codes(compilation));
        Assert.Equal([decider], compilation.JoinedEngine.Ask(question, TwoTrusts.Today).Deciders.ToArray());
    }

    [Fact]
    public void Each_link_says_whose_scheme_it_stands_in_and_the_sentence_is_found()
    {
        Compilation compilation = TwoTrusts.Compile(Three);
        Answer answer = compilation.JoinedEngine.Ask("who decides patient transport worth £40,000 per year?", TwoTrusts.Today);

        Assert.Equal(["Community Trust", "Ambulance Trust"], answer.Chain.Select(link => link.Scheme).Distinct());
        Assert.Equal("../ambulance/main.delegation", answer.Chain[^1].Source.File);
        Assert.Contains("to Fleet Manager", Text(compilation, answer), StringComparison.Ordinal);
    }

    [Fact]
    public void A_ring_of_schemes_ends_where_it_began()
    {
        MemoryFiles ring = Three.With("../ambulance/main.delegation", Ambulance.Replace("use england.", "use england.\nuse scheme \"../community\" for Community Trust.\nuse scheme \"../hospital\" for Hospital Trust.\nHospital Trust is an NHS trust.", StringComparison.Ordinal))
            .With("../hospital/main.delegation", TwoTrusts.Hospital);
        Compilation compilation = TwoTrusts.Compile(ring);

        Assert.Empty(TwoTrusts.Codes(compilation));
        Assert.Equal(["Fleet Manager"], compilation.JoinedEngine.Ask("who decides patient transport worth £40,000 per year?", TwoTrusts.Today).Deciders.ToArray());
        Assert.Equal(2, compilation.JoinedFiles.Count());
    }

    [Fact]
    public void What_is_not_there_is_told_with_who_can_mend_it_and_answers_stop_before_it()
    {
        Compilation compilation = TwoTrusts.Compile(MemoryFiles.Empty.With("main.delegation", TwoTrusts.Hospital).With("../community/main.delegation", Community));

        Diagnostic finding = Assert.Single(compilation.Diagnostics, finding => finding.Code is "DL2016" or "DL2017");
        Assert.Equal("DL2017", finding.Code);
        Assert.Equal("The scheme of “Community Trust” joins one that cannot be used: “../ambulance” cannot be joined: there is no folder of that name", finding.Message);
        Assert.Equal(["Ambulance Trust"], compilation.JoinedEngine.Ask("who decides patient transport worth £40,000 per year?", TwoTrusts.Today).Deciders.ToArray());
    }

    [Fact]
    public void A_body_is_one_by_whatever_names_the_schemes_call_it()
    {
        // The ambulance trust calls the community trust otherwise, and says by the scheme that it joins whom it means.
        string ambulance = Ambulance.Replace("Community Trust", "Riverside Health", StringComparison.Ordinal).Replace("use england.", "use england.\nuse scheme \"../community\" for Riverside Health.", StringComparison.Ordinal);
        Compilation compilation = TwoTrusts.Compile(Three.With("../ambulance/main.delegation", ambulance));

        Assert.Equal(["Fleet Manager"], compilation.JoinedEngine.Ask("who decides patient transport worth £40,000 per year?", TwoTrusts.Today).Deciders.ToArray());
        Assert.DoesNotContain(compilation.JoinedEngine.Space.Definition.Parties, party => party.Name == "Riverside Health");
    }

    [Fact]
    public void What_the_scheme_joins_itself_goes_before_what_that_joins()
    {
        Compilation compilation = TwoTrusts.Compile(Three);

        // All three have a finance director.
        Assert.Equal(Outcome.No, compilation.JoinedEngine.Ask("may Finance Director decide fleet?", TwoTrusts.Today).Outcome);
        Assert.Equal(Outcome.Yes, compilation.JoinedEngine.Ask("may Finance Director of Ambulance Trust decide fleet?", TwoTrusts.Today).Outcome);
        Assert.Equal(Outcome.Yes, compilation.JoinedEngine.Ask("may Finance Director of Community Trust decide wheelchairs worth £300,000 per year?", TwoTrusts.Today).Outcome);
    }

    [Theory]
    [InlineData("", "Fleet Manager")]
    [InlineData(" without power to delegate", "Ambulance Board")]
    public void What_the_law_lets_be_given_on_is_unless_the_sentence_says_otherwise(string words, string decider)
    {
        // The receiving trust is silent of it, and so the law speaks.
        const string With = "under Transport Agreement with power to delegate";
        Compilation compilation = TwoTrusts.Compile(Three
            .With("../community/main.delegation", Community.Replace(With, "under Transport Agreement" + words, StringComparison.Ordinal))
            .With("../ambulance/main.delegation", Ambulance.Replace(With, "under Transport Agreement", StringComparison.Ordinal)));

        Assert.Equal([decider], compilation.JoinedEngine.Ask("who decides patient transport worth £40,000 per year?", TwoTrusts.Today).Deciders.ToArray());
    }

    private static string Text(Compilation compilation, Answer answer) => compilation.JoinedSentenceAt(answer.Chain[^1].Source) is { } found ? found.Source.Content[found.Span.Start..found.Span.End] : "";
}
