using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Rules;
using DelegationLang.Semantics;
using DelegationLang.Semantics.Binding;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Tests.Semantics;

namespace DelegationLang.Tests.Rules.Lawfulness;

/// <summary>The kinds of a country that does not exist, whose names nobody knows: each does what its traits say, and without the trait does not.</summary>
public sealed class TraitTests
{
    private const string Law =
        """
        realm is a kind of organisation that spans a system.
        shire is a kind of organisation that represents local government.
        hamlet is a kind of organisation that represents local government and spans a neighbourhood.
        merchant house is a kind of organisation that seeks profit.
        alms house is a kind of organisation that seeks profit and serves the public.
        hospice is a kind of organisation that represents providers.
        moot is a kind of group that acts as its organisation.
        panel is a kind of group that acts as a committee.
        league is a kind of group that acts across organisations.
        grand league is a kind of league that spans a system.
        salon is a kind of group that only gives advice.
        ledger is a kind of panel that examines accounts.
        purse is a kind of panel that sets pay.
        round table is a kind of group that spans a place.
        privy table is a kind of group.
        clerk is a kind of role that acts as an officer.
        speaker is a kind of role that acts as a chair.
        thane is a kind of role that acts as a member.
        envoy is a kind of role that represents a partner.
        sage is a kind of role that acts independently.
        squire is a kind of role that acts in the executive.
        healer is a kind of role that represents primary care.
        burgher is a kind of role that represents the public.
        barter is a kind of agreement that buys services.
        rumour is a kind of power that awaits verification.
        relay is a kind of power that reaches onward.
        purse string is a kind of power that pools money.
        burden is a kind of power that moves liability.
        monopoly is a kind of power that excludes everybody else.
        surrender is a kind of power that leaves nothing behind.
        crown function is a kind of function.
        compact is a kind of agreement.

        hawking is a function.
        tolls is a function.
        Edict of 1900 is a power for realm, privy table to delegate to privy table, clerk covering crown function.
        Edict of 1901 is a power for realm to delegate to panel, clerk except crown function.
        Edict of 1902 is a rumour for shire to delegate to panel.
        Edict of 1903 is a relay for panel of realm to delegate to clerk.
        Edict of 1904 is a purse string for realm, shire.
        Edict of 1905 is a burden for realm under compact.
        Edict of 1906 is a monopoly for realm to delegate to clerk covering hawking.
        Edict of 1907 is a surrender for realm covering tolls.
        Edict of 1908 is a power for realm to delegate to shire under compact.
        Edict of 1909 is a power for realm to delegate to moot covering hawking.
        """;

    private const string Scheme =
        """
        scheme Ruritania
          version 1
          approved by Moot on 1 March 2026
          in force from 1 April 2026 until 31 March 2029.
        use "law.delegation".

        Realm is a realm.
        Shire is a shire.
        Hamlet is a hamlet.
        Hospice is a hospice.
        Merchants is a merchant house.
        Almoners is an alms house.
        Moot is a moot of Realm.
        Vale is a place of Realm.
        roads is a function of Realm.
        guard is a crown function of Realm.
        falconry is a function of Realm within hawking.
        bridge tolls is a function of Realm within tolls.
        lanes is a function of Shire.
        Clerk is a clerk of Realm.
        Panel is a panel of Moot.
        Table is a privy table of Realm.

        """;

    public static TheoryData<string, string, bool, string> Cases => new()
    {
        { "acts as its organisation", "Second Moot is a moot of Realm.", true, "DL2002: `Realm` has a board already" },
        { "acts as a committee", "Own is an officer of Realm.~APPROVED Panel", true, "DL7006: no sentence gives `Panel` the approving" },
        { "acts across organisations", "League is a league of Realm.", true, "DL6005: `League` is a joint committee of one" },
        { "only gives advice", "Salon is a salon of Realm.~APPROVED Salon", true, "DL7006: `Salon` advises and decides nothing" },
        { "examines accounts", "Ledger is a ledger of Moot.\nPurse is a purse of Moot.", false, "DL6001: `Realm` has no audit committee" },
        { "sets pay", "Ledger is a ledger of Moot.\nPurse is a purse of Moot.", false, "DL6001: `Realm` has no remuneration committee" },
        { "acts as an officer", "Audit is a ledger of Moot chaired by Clerk.", true, "DL6002: `Audit` is chaired by `Clerk`" },
        { "acts as a chair", "Speaker is a speaker of Moot.\nGreat Moot is a panel of Moot with members Speaker.~MEMBERS Speaker, Clerk", false, "it has no chair, no chief executive" },
        { "acts as a member", "Thane is a thane of Moot.\nRealm delegates roads to Thane.", true, "DL4007: `roads`" },
        { "represents a partner", "Envoy is an envoy of Moot.~ATTENDED Envoy", true, "DL6019: `Envoy`" },
        { "acts independently", "Sage is a sage of Panel.\nSage is also Treasurer.", true, "DL6022: `Sage`" },
        { "acts in the executive", "Squire is a squire of Realm.\nSquire oversees guard.", true, "DL6013: `Squire`" },
        { "represents providers", "Round is a round table of Realm at Vale with members Hospice, Clerk.", false, "public health, providers or the public" },
        { "represents primary care", "Healer is a healer of Realm.\nRound is a round table of Realm at Vale with members Healer, Clerk.", false, "nobody for primary care" },
        { "represents local government", "Round is a round table of Realm at Vale with members Shire, Clerk.", false, "primary care, the local authority" },
        { "represents the public", "Burgher is a burgher of Realm.\nRound is a round table of Realm at Vale with members Burgher, Clerk.", false, "providers or the public" },
        { "spans a place", "Round is a round table of Realm at Vale with members Clerk.", true, "DL6009: `Round`" },
        { "seeks profit", "Agent is a clerk of Merchants.~MEMBERS Agent, Clerk", true, "DL6020: `Agent`" },
        { "serves the public", "Almoner is a clerk of Almoners.~MEMBERS Almoner, Clerk", false, "DL6020: `Almoner`" },
        { "spans a system", "Ledger is a ledger of Moot.", true, "DL6001: `Realm`" },
        { "spans a neighbourhood", "Grand League is a grand league between Realm, Shire.\nGreen is a place of Realm, Hamlet.", false, "DL6011: `Hamlet`" },
        { "buys services", "Barter is a barter between Realm, Merchants.\nRealm entrusts roads to Merchants under Barter.", false, "DL4010: `entrusts` rests on a contract" },
        { "awaits verification", "Shire Panel is a panel of Shire.\nShire Clerk is a clerk of Shire.\nShire delegates lanes to Shire Clerk.", true, "(nobody has checked how far that power reaches)" },
        { "reaches onward", "Realm delegates roads to Panel.\nPanel delegates roads to Clerk.", false, "DL3003: `Panel`" },
        { "pools money", "Pact is a compact between Realm, Hamlet under Edict of 1904.\nshared fund is a budget of Realm, Hamlet covering roads under Pact.\nRealm delegates shared fund to Clerk.", true, "DL4016" },
        { "moves liability", "Pact is a compact between Realm, Shire under Edict of 1908.\n\"liability for roads\" is a function of Realm.\nRealm delegates \"liability for roads\" to Shire under Pact.", false, "DL4012: liability does not pass" },
        { "excludes everybody else", "Realm delegates falconry to Panel.", true, "DL4015: by `Edict of 1906` nobody but a clerk" },
        { "leaves nothing behind", "Realm delegates bridge tolls to Clerk.", true, "DL4023: `Edict of 1907` leaves `Realm` nothing" },
    };

    /// <summary>Each trait decides something: what is found with it is not found without it, or the other way about.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void A_trait_decides_and_no_name_does(string trait, string sentences, bool isFoundWithIt, string finding)
    {
        string scheme = Text(sentences);
        string without = Law.Replace($" that {trait} and ", " that ", StringComparison.Ordinal).Replace($" and {trait}", "", StringComparison.Ordinal).Replace($" that {trait}", "", StringComparison.Ordinal);

        Assert.Equal(isFoundWithIt, Findings(scheme, Law).Any(found => found.Contains(finding, StringComparison.Ordinal)));
        Assert.Equal(!isFoundWithIt, Findings(scheme, without).Any(found => found.Contains(finding, StringComparison.Ordinal)));
    }

    /// <summary>Two are of how pages look, and are tried with these.</summary>
    [Fact]
    public void Every_trait_is_tried() =>
        Assert.Equal(KindTrait.All.Select(trait => trait.Words).Order(), Cases.Select(row => (string)row[0]).Concat(["publishes as the NHS", "spans a region"]).Order());

    [Fact]
    public void Every_trait_stands_in_the_reference()
    {
        string page = File.ReadAllText(Repository.PathOf("docs", "language.md"));

        Assert.All(KindTrait.All, trait => Assert.Contains($"`{trait.Words}`", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("that seeks profitt", "DL2008: `seeks profitt` is nothing that an organisation is known to do", "did you mean `seeks profit`?")]
    [InlineData("that acts as a chair", "DL2008: `acts as a chair` is nothing that an organisation is known to do", "after `that` stand")]
    [InlineData("that seeks profit and sings", "DL2008: `sings` is nothing that an organisation is known to do", "after `that` stand")]
    public void What_is_no_trait_of_such_a_kind_is_said(string words, string finding, string help)
    {
        Diagnostic found = SchemeText.Single(SchemeText.Bind($"guild is a kind of organisation {words}.\nWeavers is a guild."), "DL2008");

        Assert.Equal(finding, $"{found.Code}: {found.Message}");
        Assert.Contains(help, found.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seeks profit and serves the public")]
    [InlineData("seeks profit, serves the public")]
    [InlineData("serves the public,\n  and seeks profit")]
    public void Several_traits_stand_in_a_list(string words)
    {
        KindSymbol kind = SchemeText.Get<PartySymbol>(SchemeText.BindSound($"guild is a kind of organisation that {words}.\nWeavers is a guild."), "Weavers").Kind;

        Assert.Equal([KindTrait.SeeksProfit, KindTrait.ServesPublic], kind.Traits);
    }

    [Fact]
    public void A_function_has_no_traits() => Assert.Contains(
        "nothing can be said after `that` of a function", SchemeText.Single(SchemeText.Bind("craft is a kind of function that sings.\nweaving is a craft."), "DL2008").Help, StringComparison.Ordinal);

    [Fact]
    public void A_name_with_that_in_it_is_a_name()
    {
        SchemeModel model = SchemeText.BindSound("house that seeks profit is a kind of charity.\nalms house is a kind of house that seeks profit.\nAlmoners is an alms house.");

        KindSymbol kind = SchemeText.Get<PartySymbol>(model, "Almoners").Kind;
        Assert.Equal("house that seeks profit", kind.Parent?.Name);
        Assert.False(kind.Has(KindTrait.SeeksProfit));
    }

    [Fact]
    public void A_scheme_that_declares_a_librarys_kind_anew_keeps_its_traits() => Assert.True(
        SchemeText.Get<PartySymbol>(SchemeText.BindSound("use england.\nintegrated care board is a kind of organisation.\nExample is an integrated care board."), "Example").Kind.Has(KindTrait.SpansSystem));

    /// <summary>The kinds of the language are read before there is a parser for them; the parser reads the same.</summary>
    [Fact]
    public void The_kinds_of_the_language_are_sentences_of_it()
    {
        SyntaxTree tree = Parser.Parse(LanguageKinds.Source, NameTable.Empty);
        IEnumerable<(string, string, bool)> declared = tree.Sentences.OfType<DeclarationSyntax>().Select(sentence => (sentence.Name.Text, sentence.Descriptor.Text, sentence.Clauses.Any(clause => clause is HeldBySeveralClauseSyntax)));

        Assert.Empty(tree.Diagnostics);
        Assert.Equal(LanguageKinds.All.Select(kind => (kind.Name, "a kind of " + kind.Parent + (kind.Trait.Length > 0 ? " that " + kind.Trait : ""), kind.IsHeldBySeveral)), declared);
        Assert.All(new KindTable().All, kind => Assert.Equal(LanguageKinds.All.Any(one => one.Name == kind.Name && one.Trait.Length > 0), kind.TraitBits != (kind.Parent?.TraitBits ?? 0)));
    }

    // After `~` stands what the moot is made up of, or who approved the scheme.
    private static string Text(string sentences) => sentences.Split('~') is not [var own, var change] ? Scheme + sentences
        : change.StartsWith("APPROVED ", StringComparison.Ordinal) ? Scheme.Replace("approved by Moot", change.Replace("APPROVED", "approved by")) + own
        : Scheme.Replace("of Realm.\nVale", "of Realm " + change.Replace("MEMBERS", "with members").Replace("ATTENDED", "attended by") + ".\nVale") + own;

    private static string[] Findings(string text, string library)
    {
        SchemeModel model = RuleText.Bind(text, library);
        return [.. model.Trees.SelectMany(tree => tree.Diagnostics).Concat(model.Diagnostics).Concat(RuleSet.Run(model, new RuleContext(new DateOnly(2026, 5, 1))).Diagnostics).Select(found => $"{found.Code}: {found.Message}")];
    }
}
