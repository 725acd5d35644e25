using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Joining;

/// <summary>Schemes that are joined: what is read, what is asked, what is told.</summary>
public sealed class JoinTests
{
    [Theory]
    [InlineData("who decides wheelchairs worth £300,000 per year?", "Finance Director of Community Trust")]
    [InlineData("who decides wheelchairs worth £1 million per year?", "Trust Board")]
    [InlineData("who decides wheelchairs worth £3 million per year?", "Board")]
    [InlineData("who decides health visiting worth £40,000?", "Head of Nursing")]
    [InlineData("who decides nursing worth £40,000?", "Head of Nursing")]
    public void An_answer_goes_on_into_the_scheme_of_the_other_body(string question, string decider)
    {
        Compilation compilation = TwoTrusts.Compile();
        Assert.Empty(TwoTrusts.Codes(compilation));
        Assert.Equal([decider], compilation.JoinedEngine.Ask(question, TwoTrusts.Today).Deciders.ToArray());
    }

    [Fact]
    public void Each_link_says_whose_scheme_it_stands_in()
    {
        Answer answer = TwoTrusts.Compile().JoinedEngine.Ask("who decides wheelchairs worth £300,000 per year?", TwoTrusts.Today);

        Assert.Equal(["", "", "", "Community Trust", "Community Trust"], answer.Chain.Select(link => link.Scheme));
        Assert.Equal(new SourceReference("../community/main.delegation", 20), answer.Chain[^1].Source);
        Assert.Equal("8", answer.Chain[^1].Reference);
        Assert.Contains("\"file\":\"../community/main.delegation\",\"line\":20,\"via\":\"by delegation up to £500,000 per year\",\"reference\":\"8\",\"scheme\":\"Community Trust\"", answer.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_of_the_same_name_is_told_apart_and_ones_own_comes_first()
    {
        DecisionEngine engine = TwoTrusts.Compile().JoinedEngine;
        const string Question = " decide wheelchairs worth £300,000 per year?";

        Assert.Equal(Outcome.No, engine.Ask("may Finance Director" + Question, TwoTrusts.Today).Outcome);
        Assert.Equal(Outcome.Yes, engine.Ask("may Finance Director of Community Trust" + Question, TwoTrusts.Today).Outcome);
        Assert.Equal(["after consulting Finance Director of Community Trust"], engine.Ask("who decides nursing worth £1?", TwoTrusts.Today).Steps.ToArray());
    }

    [Fact]
    public void What_may_a_post_of_the_other_body_decide_is_answered_too()
    {
        Answer answer = TwoTrusts.Compile().JoinedEngine.Ask("what may Head of Nursing decide", TwoTrusts.Today);

        Assert.Equal(["health visiting", "nursing"], answer.Authorities.Select(authority => authority.Subject).Order(StringComparer.Ordinal));
        Assert.All(answer.Authorities, authority => Assert.Equal("Community Trust", authority.Chain[^1].Scheme));
    }

    [Fact]
    public void What_the_other_gives_ones_own_parties_only_ones_own_scheme_can_say()
    {
        var community = TwoTrusts.Community + """
            Visiting Agreement is a delegation agreement between Community Trust, Hospital Trust covering health visiting under NHS Act 2006 section 65Z5 from 1 April 2026.
            Community Trust delegates health visiting to Hospital Trust under Visiting Agreement reporting to Trust Board quarterly.

            """;
        Compilation compilation = TwoTrusts.Compile(community: community);

        Assert.Equal(["DL4022"], TwoTrusts.Codes(compilation));
        Assert.Equal(Outcome.No, compilation.JoinedEngine.Ask("may Board decide health visiting worth £1?", TwoTrusts.Today).Outcome);
        Assert.Equal(["Head of Nursing"], compilation.JoinedEngine.Ask("who decides health visiting worth £1?", TwoTrusts.Today).Deciders.ToArray());
    }

    [Fact]
    public void A_scenario_holds_by_the_scheme_alone_or_by_the_joined_ones()
    {
        var hospital = TwoTrusts.Hospital + """
            scenario "on": health visiting worth £5,000 on 1 June 2026 is decided by Head of Nursing.
            scenario "here": health visiting worth £5,000 on 1 June 2026 is decided by Community Trust.
            scenario "neither": health visiting worth £5,000 on 1 June 2026 is decided by Board.
            scenario "no such": health visiting worth £5,000 on 1 June 2026 is decided by Head of Nothing.

            """;
        Compilation compilation = TwoTrusts.Compile(hospital);

        Assert.Equal([true, true, false, false], compilation.Scenarios.Select(result => result.Passed));
        Assert.Equal(["DL9001", "DL9001"], TwoTrusts.Codes(compilation));
    }

    [Fact]
    public void A_scenario_of_what_is_not_here_is_remarked_and_others_fail_as_ever()
    {
        var hospital = TwoTrusts.Hospital + """
            scenario "on": health visiting worth £5,000 on 1 June 2026 is decided by Head of Nursing.
            scenario "named": nursing worth £5,000 on 1 June 2026 is decided by Head of Nursing.
            scenario "neither": wheelchairs worth £3 million per year on 1 June 2026 is decided by Finance Director.

            """;
        Compilation compilation = TwoTrusts.Compile(MemoryFiles.Empty.With("main.delegation", hospital));

        Assert.Equal(
            ["Info on", "Info named", "Error neither"],
            compilation.Diagnostics.Where(finding => finding.Code == "DL9001").Select(finding => $"{finding.Severity} {finding.Message.Split('“', '”')[1]}"));
    }

    [Theory]
    [InlineData("../nowhere")]
    [InlineData("/community")]
    [InlineData("../community/none.delegation")]
    [InlineData("../community/scheme.json")]
    [InlineData(".")]
    [InlineData("main.delegation")]
    [InlineData("../hospital")]
    public void What_cannot_be_joined_is_told_once_and_the_scheme_answers_alone(string path)
    {
        MemoryFiles files = MemoryFiles.Empty
            .With("main.delegation", TwoTrusts.Hospital.Replace("../community", path, StringComparison.Ordinal))
            .With("../community/main.delegation", TwoTrusts.Community)
            .With("../community/scheme.json", "{}")
            .With("../hospital/main.delegation", TwoTrusts.Hospital);
        Compilation compilation = TwoTrusts.Compile(files);

        Assert.Equal(["DL2016"], TwoTrusts.Codes(compilation));
        Assert.Equal(["Community Trust"], compilation.JoinedEngine.Ask("who decides health visiting worth £1?", TwoTrusts.Today).Deciders.ToArray());
    }

    [Fact]
    public void A_scheme_is_joined_once_and_never_its_own()
    {
        Assert.Equal(["DL2016"], TwoTrusts.Codes(TwoTrusts.Compile(TwoTrusts.Hospital + "use scheme \"../community\" for Community Trust.\n")));
        Assert.Equal(["DL2016"], TwoTrusts.Codes(TwoTrusts.Compile(TwoTrusts.Hospital + "use scheme \"../community\" for Hospital Trust.\n")));
    }

    [Fact]
    public void A_joined_scheme_in_the_project_folder_is_no_part_of_the_project()
    {
        MemoryFiles files = MemoryFiles.Empty
            .With("main.delegation", TwoTrusts.Hospital.Replace("../community", "partners/community", StringComparison.Ordinal))
            .With("partners/community/main.delegation", TwoTrusts.Community.Replace("../hospital", "../..", StringComparison.Ordinal));
        Compilation compilation = TwoTrusts.Compile(files);

        Assert.Empty(TwoTrusts.Codes(compilation));
        Assert.Single(compilation.Trees);
        Assert.Equal(["Head of Nursing"], compilation.JoinedEngine.Ask("who decides health visiting worth £1?", TwoTrusts.Today).Deciders.ToArray());
    }

    [Fact]
    public void The_scheme_of_a_body_that_is_not_meant_is_told_once_whatever_is_wrong_in_it()
    {
        var hospital = TwoTrusts.Hospital.Replace("use scheme \"../community\"", "use scheme \"../third\"", StringComparison.Ordinal);
        var third = """
            scheme Third Trust Scheme
              version 1
              approved by Third Board on 1 March 2026
              in force from 1 April 2026.
            use england.
            Third Trust is an NHS trust.
            Third Board is the board of Third Trust.
            Community Trust is an NHS trust.
            Third Trust delegates nothing known to Third Board.

            """;
        Compilation compilation = TwoTrusts.Compile(MemoryFiles.Empty.With("main.delegation", hospital).With("../third/main.delegation", third));

        Assert.Equal(["DL2016"], TwoTrusts.Codes(compilation));
        Assert.Contains(compilation.Diagnostics, finding => finding.Message.Contains("another body", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("use scheme \"../community\".", "DL1001")]
    [InlineData("use scheme \"../community\" for Community Trust, Hospital Trust.", "DL1001")]
    [InlineData("use scheme \"../community\" for Nobody Trust.", "DL2001")]
    [InlineData("use scheme \"../community\" for Board.", "DL2003")]
    [InlineData("use scheme \"../community\" for Community Trust published at \"javascript:alert(1)\".", "DL2003")]
    [InlineData("use scheme \"../community\" for Community Trust up to £5.", "DL1005")]
    public void A_sentence_that_joins_badly_is_told_once(string sentence, string code)
    {
        var text = TwoTrusts.Hospital.Replace("use scheme \"../community\" for Community Trust.", sentence, StringComparison.Ordinal);

        Assert.Equal([code], TwoTrusts.Codes(TwoTrusts.Compile(text)).Distinct());
    }

    [Fact]
    public void A_name_that_begins_with_the_words_is_still_a_name()
    {
        var hospital = TwoTrusts.Hospital + "use scheme money is a matter of Hospital Trust.\nHospital Trust delegates use scheme money to Finance Director reference \"3\".\n";

        Assert.Empty(TwoTrusts.Codes(TwoTrusts.Compile(hospital)));
    }
}
