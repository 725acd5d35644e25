using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>The traits of kinds in words, as they stand after <c>that</c>.</summary>
internal static class TraitTable
{
    private static readonly FamilySet Organisation = FamilySet.Of(SymbolFamily.Organisation);
    private static readonly FamilySet Group = FamilySet.Of(SymbolFamily.Group);
    private static readonly FamilySet Role = FamilySet.Of(SymbolFamily.Role);
    private static readonly FamilySet Agreement = FamilySet.Of(SymbolFamily.Agreement);
    private static readonly FamilySet Power = FamilySet.Of(SymbolFamily.Power);
    private static readonly FamilySet Parties = FamilySet.Of(SymbolFamily.Organisation, SymbolFamily.Group, SymbolFamily.Role);
    private static readonly FamilySet Spanning = FamilySet.Of(SymbolFamily.Organisation, SymbolFamily.Group, SymbolFamily.Role, SymbolFamily.Place);

    /// <summary>Every trait: its words, and of what sort of thing it can be said.</summary>
    public static readonly (string Words, KindTraits Trait, FamilySet Families)[] All =
    [
        ("acts as its organisation", KindTraits.ActsAsOrganisation, Group),
        ("acts as a committee", KindTraits.Committee, Group),
        ("acts across organisations", KindTraits.Joint, Group),
        ("only gives advice", KindTraits.OnlyAdvises, Group),
        ("examines accounts", KindTraits.ExaminesAccounts, Group),
        ("sets pay", KindTraits.SetsPay, Group),
        ("acts as an officer", KindTraits.Officer, Role),
        ("acts as a chair", KindTraits.Chair, Role),
        ("acts as a member", KindTraits.Member, Role),
        ("acts independently", KindTraits.Independent, Role),
        ("acts in the executive", KindTraits.InExecutive, Role),
        ("represents a partner", KindTraits.RepresentsPartner, Role),
        ("represents providers", KindTraits.RepresentsProviders, Parties),
        ("represents primary care", KindTraits.RepresentsPrimaryCare, Parties),
        ("represents local government", KindTraits.RepresentsLocalGovernment, Parties),
        ("represents the public", KindTraits.RepresentsPublic, Parties),
        ("seeks profit", KindTraits.SeeksProfit, Organisation),
        ("serves the public", KindTraits.ServesPublic, Organisation),
        ("publishes as the NHS", KindTraits.PublishesAsNhs, Organisation),
        ("spans a neighbourhood", KindTraits.SpansNeighbourhood, Spanning),
        ("spans a place", KindTraits.SpansPlace, Spanning),
        ("spans a system", KindTraits.SpansSystem, Spanning),
        ("spans a region", KindTraits.SpansRegion, Spanning),
        ("buys services", KindTraits.BuysServices, Agreement),
        ("awaits verification", KindTraits.Unverified, Power),
        ("reaches onward", KindTraits.Onward, Power),
        ("pools money", KindTraits.Pooling, Power),
        ("moves liability", KindTraits.Liability, Power),
        ("excludes everybody else", KindTraits.Exclusive, Power),
        ("leaves nothing behind", KindTraits.Divesting, Power),
    ];

    /// <summary>What joins several.</summary>
    public const string And = " and ";

    /// <summary>The words of the traits of which things of a family can be.</summary>
    public static IEnumerable<string> WordsFor(SymbolFamily family) => All.Where(trait => trait.Families.Contains(family)).Select(trait => trait.Words);

    /// <summary>The trait of some words, if things of the family can have it; none otherwise.</summary>
    public static KindTraits Find(string words, SymbolFamily family)
    {
        string key = NameKey.Of(words);
        foreach ((string written, KindTraits trait, FamilySet families) in All)
        {
            if (families.Contains(family) && NameKey.Of(written) == key)
            {
                return trait;
            }
        }

        return KindTraits.None;
    }
}
