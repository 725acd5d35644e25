using DelegationLang.Diagnostics;
using DelegationLang.Semantics;

namespace DelegationLang.Tests.Semantics;

/// <summary>Kinds are data: known to the compiler, declared by a library or by a scheme.</summary>
public sealed class KindTests
{
    [Theory]
    [InlineData("an organisation", SymbolFamily.Organisation, "organisation")]
    [InlineData("a company", SymbolFamily.Organisation, "company")]
    [InlineData("a charity", SymbolFamily.Organisation, "charity")]
    [InlineData("a board", SymbolFamily.Group, "board")]
    [InlineData("a sub-committee", SymbolFamily.Group, "sub-committee")]
    [InlineData("a Sub Committee", SymbolFamily.Group, "sub-committee")]
    [InlineData("a joint committee", SymbolFamily.Group, "joint committee")]
    [InlineData("a forum", SymbolFamily.Group, "forum")]
    [InlineData("the partnership", SymbolFamily.Group, "partnership")]
    [InlineData("an officer", SymbolFamily.Role, "officer")]
    [InlineData("a member", SymbolFamily.Role, "member")]
    [InlineData("a function", SymbolFamily.Function, "function")]
    [InlineData("a matter", SymbolFamily.Matter, "matter")]
    [InlineData("a budget", SymbolFamily.Budget, "budget")]
    [InlineData("a neighbourhood", SymbolFamily.Place, "neighbourhood")]
    [InlineData("a system", SymbolFamily.Place, "system")]
    [InlineData("a power", SymbolFamily.Power, "power")]
    [InlineData("an agreement", SymbolFamily.Agreement, "agreement")]
    [InlineData("a condition", SymbolFamily.Condition, "condition")]
    [InlineData("a measure in days", SymbolFamily.Measure, "measure")]
    [InlineData("a basis", SymbolFamily.Basis, "basis")]
    [InlineData("an amount of £5", SymbolFamily.Amount, "amount")]
    public void The_language_knows_a_few_kinds(string descriptor, SymbolFamily family, string kind)
    {
        SchemeModel model = SchemeText.BindSound($"Example is {descriptor}.");

        Symbol symbol = Assert.Single(model.Symbols);
        Assert.Equal(family, symbol.Kind.Family);
        Assert.Equal(kind, symbol.Kind.Name);
    }

    [Theory]
    [InlineData("an integrated care board", "organisation")]
    [InlineData("an NHS foundation trust", "organisation")]
    [InlineData("a local authority", "organisation")]
    [InlineData("a general practice", "company")]
    [InlineData("a health and wellbeing board", "committee")]
    [InlineData("a cabinet", "group")]
    [InlineData("a non-executive", "member")]
    [InlineData("a partner member", "role")]
    [InlineData("an executive function", "function")]
    [InlineData("a section 75 agreement", "agreement")]
    [InlineData("a lead provider contract", "agreement")]
    public void A_library_declares_more(string descriptor, string parent)
    {
        SchemeModel model = SchemeText.BindSound($"use england.\nExample is {descriptor}.");

        Assert.True(Assert.Single(model.Names.Find("Example")).Kind.Is(Kind(model, parent)));
    }

    [Fact]
    public void A_scheme_declares_kinds_in_any_order()
    {
        SchemeModel model = SchemeText.BindSound("""
            Governors is a council of governors of Academy.
            council of governors is a kind of trustee board.
            trustee board is a kind of board.
            Academy is a charity.
            """);

        PartySymbol governors = SchemeText.Get<PartySymbol>(model, "Governors");
        Assert.True(governors.Kind.Is(Kind(model, "board")));
        Assert.True(governors.Kind.Is(Kind(model, "trustee board")));
        Assert.False(governors.Kind.Is(Kind(model, "committee")));
        Assert.Equal("Academy", Assert.Single(governors.Owners).Name);
    }

    [Fact]
    public void The_longest_kind_wins()
    {
        SchemeModel model = SchemeText.BindSound("""
            board of visitors is a kind of forum.
            Prison is an organisation.
            Visitors is a board of visitors of Prison.
            """);

        Assert.Equal("board of visitors", SchemeText.Get<PartySymbol>(model, "Visitors").Kind.Name);
    }

    [Fact]
    public void A_kind_that_only_a_library_has_names_the_library()
    {
        SchemeModel model = SchemeText.Bind("scheme T\n  version 1.\n\nHospital is an NHS trust.\nHospital Board is the board of Hospital.");

        Diagnostic finding = SchemeText.Single(model, "DL2008");
        Assert.Equal("NHS trust", SchemeText.Words(finding));
        Assert.Contains("england", finding.Message, StringComparison.Ordinal);
        Assert.Contains("use england.", finding.Help, StringComparison.Ordinal);
        SchemeText.BindSound(SchemeText.Apply(finding));
    }

    [Theory]
    [InlineData("comittee", "committee")]
    [InlineData("NHS fundation trust", "NHS foundation trust")]
    [InlineData("oficer", "officer")]
    public void A_slip_in_a_kind_is_recognised(string written, string meant)
    {
        SchemeModel model = SchemeText.BindTrust($"Example is a {written}.\nHospital Trust delegates goods to Example.");

        Diagnostic finding = SchemeText.Single(model, "DL2008");
        Assert.Equal(written, SchemeText.Words(finding));
        Assert.Contains($"`{meant}`", finding.Help, StringComparison.Ordinal);
        Assert.Empty(SchemeText.Findings(SchemeText.Bind(SchemeText.Apply(finding))));

        // What was meant is used meanwhile, so that nothing else is reported.
        Assert.Equal("Example", SchemeText.Groups(Assert.Single(model.Delegations).Holders).Single());
    }

    [Fact]
    public void What_is_declared_of_an_unknown_kind_is_declared_all_the_same()
    {
        SchemeModel model = SchemeText.BindTrust("""
            Widget is a wibble of Hospital Trust.
            Hospital Trust delegates goods to Widget.
            Hospital Trust delegates Widget to Chair at Widget.
            """);

        Assert.Equal("wibble", SchemeText.Words(SchemeText.Single(model, "DL2008")));
        Assert.All(model.Delegations, delegation => Assert.True(delegation.HasErrors));
        Assert.DoesNotContain(model.Symbols, symbol => symbol.Name == "Widget");
    }

    [Theory]
    [InlineData("Head is a director of finance of Hospital Trust.", "director", "Hospital Trust")]
    [InlineData("Head is a director of nobody known.", "director", null)]
    [InlineData("Head is a commitee of Audit Committee of Board.", "commitee", "Audit Committee")]
    [InlineData("Head is an officer reporting Board.", "reporting", null)]
    public void Whose_an_unknown_kind_is_raises_no_second_report(string sentence, string words, string? owner)
    {
        SchemeModel model = SchemeText.BindTrust(sentence + "\nHospital Trust delegates goods to Head.");

        Assert.Equal(["DL2008:" + words], SchemeText.Findings(model));
        if (model.Delegations[0].Holders is [{ Group.Parties: [var head] }])
        {
            Assert.Equal(owner, head.Owners.FirstOrDefault()?.Name);
        }
    }

    [Fact]
    public void A_kind_of_an_unknown_kind_is_reported_once()
    {
        SchemeModel model = SchemeText.BindTrust("""
            gadget is a kind of wibble.
            Widget is a gadget of Hospital Trust.
            Hospital Trust delegates goods to Widget.
            """);

        Assert.Equal(["DL2008:wibble"], SchemeText.Findings(model));
    }

    [Theory]
    [InlineData("x is a kind of x.", "x")]
    [InlineData("x is a kind of y.\ny is a kind of x.", "x")]
    [InlineData("x is a kind of y.\ny is a kind of z.\nz is a kind of x.", "x")]
    public void A_circle_of_kinds_is_reported_once(string sentences, string words)
    {
        SchemeModel model = SchemeText.Bind(sentences + "\nE is a x.\n");

        Assert.Equal(["DL2005:" + words], SchemeText.Findings(model));
    }

    [Theory]
    [InlineData("board is a kind of group.")]
    [InlineData("trustee board is a kind of board.\ntrustee board is a kind of committee.\nE is a trustee board.")]
    public void A_kind_declared_twice_is_reported(string sentences) => SchemeText.Single(SchemeText.Bind(sentences), "DL2002");

    [Fact]
    public void A_schemes_kind_hides_a_librarys()
    {
        SchemeModel model = SchemeText.BindSound("use england.\ncabinet is a kind of committee.\nCabinet is a cabinet.");

        Assert.True(SchemeText.Get<PartySymbol>(model, "Cabinet").Kind.Is(Kind(model, "committee")));
    }

    [Fact]
    public void A_long_line_of_kinds_does_no_harm()
    {
        string sentences = string.Concat(Enumerable.Range(1, 20_000).Select(i => $"k{i} is a kind of k{i - 1}.\n"));

        SchemeModel model = SchemeText.BindSound(sentences + "k0 is a kind of forum.\nExample is a k20000.");

        Assert.True(SchemeText.Get<PartySymbol>(model, "Example").Kind.Is(Kind(model, "forum")));
    }

    private static KindSymbol Kind(SchemeModel model, string name) => model.Kinds.First(kind => kind.Name == name);
}
