using DelegationLang.Diagnostics;
using DelegationLang.Semantics;

namespace DelegationLang.Tests.Semantics;

/// <summary>How a name in a sentence finds what it stands for.</summary>
public sealed class NameResolutionTests
{
    private const string TwoCouncils = """
        scheme Councils
          approved by Board of Leeds City Council on 1 March 2026
          in force from 1 April 2026.
        Leeds City Council is an organisation known as LCC.
        York Council is an organisation.
        Board is the board of Leeds City Council.
        Board is the board of York Council.
        Chair is the chair of Board of Leeds City Council.
        Audit Committee is a committee of Board of LCC.
        Audit Committee is a committee of Board of York Council.
        Chief Executive is an officer of Leeds City Council.
        Chief Executive is an officer of York Council.
        libraries is a function of Leeds City Council.
        libraries is a function of York Council.
        Leeds is a place of Leeds City Council.
        Leeds is an organisation.

        """;

    [Theory]
    [InlineData("Board of Leeds City Council", "Board of Leeds City Council")]
    [InlineData("the board of LCC", "Board of Leeds City Council")]
    [InlineData("Board of York  Council", "Board of York Council")]
    [InlineData("Audit-Committee of York Council", "Audit Committee of Board of York Council")]
    [InlineData("Audit Committee of Board of York Council", "Audit Committee of Board of York Council")]
    [InlineData("Audit Committee of the Board of the York Council", "Audit Committee of Board of York Council")]
    [InlineData("Chair of LCC", "Chair")]
    [InlineData("Chair", "Chair")]
    [InlineData("LCC", "Leeds City Council")]
    public void A_name_is_looked_up_whole_and_then_by_its_owner(string name, string displayName)
    {
        SchemeModel model = SchemeText.BindSound(TwoCouncils + $"LCC delegates libraries of LCC to {name}.");

        Assert.Equal(displayName, SchemeText.Groups(Assert.Single(model.Delegations).Holders).Single());
        Assert.Equal(displayName, Assert.Single(model.Names.Find(name)).DisplayName);
    }

    [Fact]
    public void A_whole_name_wins_over_an_owner()
    {
        SchemeModel model = SchemeText.BindSound(TwoCouncils + """
            Board of York Council is a committee of Leeds City Council.
            LCC delegates libraries of LCC to Board of York Council.
            """);

        Assert.Equal("committee", Assert.Single(model.Delegations).Holders[0].Group.Parties[0].Kind.Name);
    }

    [Fact]
    public void What_stands_where_a_place_must_stand_is_a_place()
    {
        SchemeModel model = SchemeText.BindSound(TwoCouncils + "Leeds delegates libraries of LCC to Chair at Leeds.");

        DelegationStatement delegation = Assert.Single(model.Delegations);
        Assert.True(delegation.Delegator?.IsOrganisation);
        Assert.Equal("place", Assert.Single(delegation.Terms.At).Symbol.Kind.Name);
        Assert.Equal("Leeds", delegation.Delegator?.DisplayName);
        Assert.Equal(2, model.Names.Find("leeds").Length);
    }

    [Fact]
    public void A_direct_owner_comes_before_an_owners_owner()
    {
        SchemeModel model = SchemeText.BindSoundTrust("""
            Chair is the chair of Audit Committee.
            Hospital Trust delegates goods to Chair of Board.
            """);

        Assert.Equal("Chair of Board", SchemeText.Groups(Assert.Single(model.Delegations).Holders).Single());
        Assert.Equal(["Chair of Board", "Chair of Audit Committee"], model.Names.Find("Chair").Select(symbol => symbol.DisplayName));
    }

    [Fact]
    public void Only_ambiguous_names_show_their_owner()
    {
        SchemeModel model = SchemeText.BindSound(TwoCouncils);

        Assert.Equal(
            [
                "Audit Committee of Board of Leeds City Council", "Audit Committee of Board of York Council", "Board of Leeds City Council", "Board of York Council",
                "Chair", "Chief Executive of Leeds City Council", "Chief Executive of York Council",
            ],
            model.Symbols.OfType<PartySymbol>().Where(party => !party.IsOrganisation).Select(party => party.DisplayName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("libraries", "DL2004", "libraries of Leeds City Council", "libraries of York Council")]
    public void A_name_that_fits_two_things_is_reported_with_both(string words, string code, string first, string second)
    {
        SchemeModel model = SchemeText.Bind(TwoCouncils + "LCC delegates libraries to Chair.");

        Diagnostic finding = SchemeText.Single(model, code);
        Assert.Equal(words, SchemeText.Words(finding));
        Assert.Equal(2, finding.Related.Length);
        Assert.Equal([first, second], finding.Fixes.Select(fix => fix.Edits[0].NewText));
        SchemeText.BindSound(SchemeText.Apply(finding, 1));
    }

    [Fact]
    public void A_quoted_name_stays_quoted_in_a_fix()
    {
        SchemeModel model = SchemeText.BindTrust("\"Sign off, now\" is a matter of Hospital Trust.\nHospital Trust delegates \"Sign of, now\" to Chair.");

        Diagnostic finding = SchemeText.Single(model, "DL2001");
        Assert.Equal("\"Sign of, now\"", SchemeText.Words(finding));
        Assert.Empty(SchemeText.Findings(SchemeText.Bind(SchemeText.Apply(finding))));
    }

    [Fact]
    public void Own_declarations_hide_those_of_a_library_except_within_it()
    {
        SchemeModel model = SchemeText.BindSoundTrust("""
            surgery is a function of Hospital Trust within surgery.
            Hospital Trust delegates surgery to Chair.
            """);

        SubjectSymbol own = SchemeText.Get<SubjectSymbol>(model, "surgery");
        Assert.False(own.IsFromLibrary);
        Assert.True(own.Parent?.IsFromLibrary);
        PowerSymbol power = SchemeText.Get<PowerSymbol>(model, "NHS Act 2006 section 75");
        Assert.Contains(power.Excludes, excluded => ReferenceEquals(excluded, own.Parent));
        Assert.Equal("surgery", own.DisplayName);
    }

    [Fact]
    public void Files_see_each_others_names()
    {
        SchemeModel model = SchemeText.BindSound(
            "Trust delegates goods to Chair.",
            "Chair is the chair of Board.\ngoods is a matter of Trust.",
            "Trust is an organisation.\nBoard is the board of Trust.");

        Assert.Equal(("Trust", "Chair"), (Assert.Single(model.Delegations).Delegator?.Name, model.Delegations[0].Holders[0].Group.Parties[0].Name));
    }

    [Theory]
    [InlineData("goods and services", "goods|services")]
    [InlineData("goods, services and works", "goods|services|works")]
    [InlineData("goods and services and works", "goods|services|works")]
    [InlineData("research and development", "research and development")]
    [InlineData("research and development and goods", "research and development|goods")]
    [InlineData("goods and research and development and works", "goods|research and development|works")]
    public void Items_are_split_at_and_when_both_halves_are_names(string subjects, string expected)
    {
        SchemeModel model = SchemeText.BindSoundTrust($"""
            services is a matter of Hospital Trust.
            works is a matter of Hospital Trust.
            research is a matter of Hospital Trust.
            research and development is a matter of Hospital Trust.
            Hospital Trust delegates {subjects} to Chair.
            """);

        Assert.Equal(expected, string.Join('|', Assert.Single(model.Delegations).Subjects.Select(subject => subject.Symbol?.Name)));
    }

    [Fact]
    public void The_unknown_half_of_an_and_is_reported()
    {
        SchemeModel model = SchemeText.BindTrust("Hospital Trust delegates goods to Chair after consulting Chief Executive and Finanse Director.");

        Diagnostic finding = SchemeText.Single(model, "DL2001");
        Assert.Equal("Finanse Director", SchemeText.Words(finding));
        Assert.Contains("`Finance Director`", finding.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_nearly_a_declared_one_is_not_split()
    {
        SchemeModel model = SchemeText.BindTrust("""
            Health and Wellbeing Board is a committee of Board.
            Health is a matter of Hospital Trust.
            Hospital Trust delegates goods to Chair after consulting Health and Welbeing Board.
            """);

        Assert.Equal("Health and Welbeing Board", SchemeText.Words(SchemeText.Single(model, "DL2001")));
    }

    [Theory]
    [InlineData("Hospital Trust delegates goods to Chair and Chief Executive.", "Chair and Chief Executive")]
    [InlineData("Hospital Trust reserves goods to Chair, Chief Executive and Finance Director.", "Chief Executive and Finance Director")]
    [InlineData("limits for goods:\n  - Chair and Chief Executive up to £5.", "Chair and Chief Executive")]
    [InlineData("matters of HT reserved to Chair and Chief Executive:\n  - seal.", "Chair and Chief Executive")]
    public void Parties_joined_by_and_after_to_are_reported(string sentence, string words)
    {
        SchemeModel model = SchemeText.BindTrust(sentence);

        Diagnostic finding = SchemeText.Single(model, "DL1005");
        Assert.Equal(words, SchemeText.Words(finding));
        Assert.Equal(2, finding.Fixes.Length);
        Assert.Contains(" or ", SchemeText.Apply(finding, 1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "Chair+Chief Executive")]
    [InlineData(1, "Chair|Chief Executive")]
    public void Both_fixes_of_and_say_what_they_mean(int fix, string groups)
    {
        SchemeModel model = SchemeText.BindTrust("Hospital Trust delegates goods to Chair and Chief Executive.");
        Assert.True(Assert.Single(model.Delegations).HasErrors);
        Assert.Equal(2, model.Delegations[0].Holders.Length);

        SchemeModel mended = SchemeText.BindSound(SchemeText.Apply(SchemeText.Single(model, "DL1005"), fix));

        Assert.Equal(groups, string.Join('|', SchemeText.Groups(Assert.Single(mended.Delegations).Holders)));
    }

    [Theory]
    [InlineData("Chairr", "Chair")]
    [InlineData("Cheif Executive", "Chief Executive")]
    [InlineData("Finance", "Finance Director")]
    [InlineData("gods", "goods")]
    [InlineData("Purple Elephant", null)]
    [InlineData("Governor 2", null)]
    public void Names_are_suggested_for_questions(string name, string? suggestion)
    {
        SchemeModel model = SchemeText.BindSoundTrust("Governor 1 is a member of Board.");

        Assert.Empty(model.Names.Find(name));
        Assert.Equal(suggestion, model.Names.Suggest(name));
    }

    [Fact]
    public void A_suggestion_fits_what_is_wanted()
    {
        SchemeModel model = SchemeText.BindSoundTrust("Fund is a matter of Hospital Trust.\nFunds is a place of Hospital Trust.");

        Assert.Equal("Fund", model.Names.Suggest("Fundz", SymbolFamily.Matter));
        Assert.Equal("Funds", model.Names.Suggest("Fundz", SymbolFamily.Place));
    }

    [Theory]
    [InlineData("contract", "contract")]
    [InlineData("TOTAL", "total")]
    [InlineData("Invoice", "invoice")]
    [InlineData("goods", null)]
    public void Bases_are_found_for_questions(string words, string? basis) =>
        Assert.Equal(basis, SchemeText.BindSoundTrust("invoice is a basis.").Names.FindBasis(words));
}
