using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>A trait in words.</summary>
/// <param name="words">The words.</param>
/// <param name="trait">The trait.</param>
/// <param name="families">Of what sort of thing it can be said.</param>
internal sealed class TraitWords(string words, KindTraits trait, FamilySet families)
{
    public string Words { get; } = words;

    public KindTraits Trait { get; } = trait;

    public FamilySet Families { get; } = families;
}

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

    /// <summary>Every trait.</summary>
    public static readonly TraitWords[] All =
    [
        new("acts as its organisation", KindTraits.ActsAsOrganisation, Group),
        new("acts as a committee", KindTraits.Committee, Group),
        new("acts across organisations", KindTraits.Joint, Group),
        new("only gives advice", KindTraits.OnlyAdvises, Group),
        new("examines accounts", KindTraits.ExaminesAccounts, Group),
        new("sets pay", KindTraits.SetsPay, Group),
        new("acts as an officer", KindTraits.Officer, Role),
        new("acts as a chair", KindTraits.Chair, Role),
        new("acts as a member", KindTraits.Member, Role),
        new("acts independently", KindTraits.Independent, Role),
        new("acts in the executive", KindTraits.InExecutive, Role),
        new("represents a partner", KindTraits.RepresentsPartner, Role),
        new("represents providers", KindTraits.RepresentsProviders, Parties),
        new("represents primary care", KindTraits.RepresentsPrimaryCare, Parties),
        new("represents local government", KindTraits.RepresentsLocalGovernment, Parties),
        new("represents the public", KindTraits.RepresentsPublic, Parties),
        new("seeks profit", KindTraits.SeeksProfit, Organisation),
        new("serves the public", KindTraits.ServesPublic, Organisation),
        new("publishes as the NHS", KindTraits.PublishesAsNhs, Organisation),
        new("spans a neighbourhood", KindTraits.SpansNeighbourhood, Spanning),
        new("spans a place", KindTraits.SpansPlace, Spanning),
        new("spans a system", KindTraits.SpansSystem, Spanning),
        new("spans a region", KindTraits.SpansRegion, Spanning),
        new("buys services", KindTraits.BuysServices, Agreement),
        new("awaits verification", KindTraits.Unverified, Power),
        new("reaches onward", KindTraits.Onward, Power),
        new("pools money", KindTraits.Pooling, Power),
        new("moves liability", KindTraits.Liability, Power),
        new("excludes everybody else", KindTraits.Exclusive, Power),
        new("leaves nothing behind", KindTraits.Divesting, Power),
    ];

    /// <summary>What joins several.</summary>
    public const string And = " and ";

    /// <summary>The words of the traits of which things of a family can be.</summary>
    public static IEnumerable<string> WordsFor(SymbolFamily family) => All.Where(trait => trait.Families.Contains(family)).Select(trait => trait.Words);

    /// <summary>The trait of some words, if things of the family can have it; none otherwise.</summary>
    public static KindTraits Find(string words, SymbolFamily family)
    {
        string key = NameKey.Of(words);
        foreach (TraitWords one in All)
        {
            if (one.Families.Contains(family) && NameKey.Of(one.Words) == key)
            {
                return one.Trait;
            }
        }

        return KindTraits.None;
    }
}
