using DelegationLang.Syntax;

namespace DelegationLang.Semantics;

/// <summary>
/// What things of a kind do or stand for: what rules, answers and pages go by. Said where the kind is declared, after <c>that</c>; a kind has those of its
/// parent too.
/// </summary>
public sealed class KindTrait
{
    private static readonly List<KindTrait> Declared = [];
    private readonly SymbolFamily[] families;

    private KindTrait(string words, params SymbolFamily[] families)
    {
        this.families = families;
        Words = words;
        Bit = 1UL << Declared.Count;
        Declared.Add(this);
    }

    /// <summary>A group that acts for its organisation, as a board does.</summary>
    public static KindTrait ActsAsOrganisation { get; } = new("acts as its organisation", SymbolFamily.Group);

    /// <summary>A group whose members decide together for whoever appointed it.</summary>
    public static KindTrait Committee { get; } = new("acts as a committee", SymbolFamily.Group);

    /// <summary>A group of several organisations.</summary>
    public static KindTrait Joint { get; } = new("acts across organisations", SymbolFamily.Group);

    /// <summary>A group that advises and decides nothing.</summary>
    public static KindTrait OnlyAdvises { get; } = new("only gives advice", SymbolFamily.Group);

    /// <summary>The committee that looks after audit.</summary>
    public static KindTrait ExaminesAccounts { get; } = new("examines accounts", SymbolFamily.Group);

    /// <summary>The committee that settles what those in charge are paid.</summary>
    public static KindTrait SetsPay { get; } = new("sets pay", SymbolFamily.Group);

    /// <summary>A post held by employment.</summary>
    public static KindTrait Officer { get; } = new("acts as an officer", SymbolFamily.Role);

    /// <summary>A post that leads the meetings of a group.</summary>
    public static KindTrait Chair { get; } = new("acts as a chair", SymbolFamily.Role);

    /// <summary>A seat on a body or a group.</summary>
    public static KindTrait Member { get; } = new("acts as a member", SymbolFamily.Role);

    /// <summary>A post whose holder is of none of the bodies that meet.</summary>
    public static KindTrait Independent { get; } = new("acts independently", SymbolFamily.Role);

    /// <summary>A member of the body that acts in executive functions.</summary>
    public static KindTrait InExecutive { get; } = new("acts in the executive", SymbolFamily.Role);

    /// <summary>A member whom a partner of the body nominates.</summary>
    public static KindTrait RepresentsPartner { get; } = new("represents a partner", SymbolFamily.Role);

    /// <summary>Speaks for those who provide care.</summary>
    public static KindTrait RepresentsProviders { get; } = new("represents providers", SymbolFamily.Organisation, SymbolFamily.Group, SymbolFamily.Role);

    /// <summary>Speaks for primary care.</summary>
    public static KindTrait RepresentsPrimaryCare { get; } = new("represents primary care", SymbolFamily.Organisation, SymbolFamily.Group, SymbolFamily.Role);

    /// <summary>Speaks for a council.</summary>
    public static KindTrait RepresentsLocalGovernment { get; } = new("represents local government", SymbolFamily.Organisation, SymbolFamily.Group, SymbolFamily.Role);

    /// <summary>Speaks for those who use services.</summary>
    public static KindTrait RepresentsPublic { get; } = new("represents the public", SymbolFamily.Organisation, SymbolFamily.Group, SymbolFamily.Role);

    /// <summary>An organisation run for those who own it.</summary>
    public static KindTrait SeeksProfit { get; } = new("seeks profit", SymbolFamily.Organisation);

    /// <summary>An organisation that serves the public, whatever its form.</summary>
    public static KindTrait ServesPublic { get; } = new("serves the public", SymbolFamily.Organisation);

    /// <summary>An organisation whose pages look like those of the health service.</summary>
    public static KindTrait PublishesAsNhs { get; } = new("publishes as the NHS", SymbolFamily.Organisation);

    /// <summary>Is of a part of a place.</summary>
    public static KindTrait SpansNeighbourhood { get; } = new("spans a neighbourhood", SymbolFamily.Organisation, SymbolFamily.Group, SymbolFamily.Role, SymbolFamily.Place);

    /// <summary>Is of a place within a system.</summary>
    public static KindTrait SpansPlace { get; } = new("spans a place", SymbolFamily.Organisation, SymbolFamily.Group, SymbolFamily.Role, SymbolFamily.Place);

    /// <summary>Is of a whole system: its board, its partnership, its area.</summary>
    public static KindTrait SpansSystem { get; } = new("spans a system", SymbolFamily.Organisation, SymbolFamily.Group, SymbolFamily.Role, SymbolFamily.Place);

    /// <summary>Is of several systems.</summary>
    public static KindTrait SpansRegion { get; } = new("spans a region", SymbolFamily.Organisation, SymbolFamily.Group, SymbolFamily.Role, SymbolFamily.Place);

    /// <summary>An agreement under which somebody does work and is given no authority.</summary>
    public static KindTrait BuysServices { get; } = new("buys services", SymbolFamily.Agreement);

    /// <summary>A power whose text nobody has checked: what it leaves out is at most remarked on.</summary>
    public static KindTrait Unverified { get; } = new("awaits verification", SymbolFamily.Power);

    /// <summary>A power by which whoever was given something passes it on, unless whoever gave it says otherwise.</summary>
    public static KindTrait Onward { get; } = new("reaches onward", SymbolFamily.Power);

    /// <summary>A power under which those for whom it is put money together.</summary>
    public static KindTrait Pooling { get; } = new("pools money", SymbolFamily.Power);

    /// <summary>A power by which liability goes with what is given.</summary>
    public static KindTrait Liability { get; } = new("moves liability", SymbolFamily.Power);

    /// <summary>A power that gives what it covers to those whom it names and leaves it with nobody else.</summary>
    public static KindTrait Exclusive { get; } = new("excludes everybody else", SymbolFamily.Power);

    /// <summary>A power under which whoever gives what it covers keeps nothing of it.</summary>
    public static KindTrait Divesting { get; } = new("leaves nothing behind", SymbolFamily.Power);

    /// <summary>Every trait.</summary>
    public static IReadOnlyList<KindTrait> All => Declared;

    /// <summary>Its words, as they stand after <c>that</c>.</summary>
    public string Words { get; }

    internal ulong Bit { get; }

    /// <summary>The traits that things of a family can have.</summary>
    internal static IEnumerable<KindTrait> For(SymbolFamily family) => Declared.Where(trait => trait.families.Contains(family));

    /// <summary>The trait of some words, if things of the family can have it; none otherwise.</summary>
    internal static KindTrait? Find(string words, SymbolFamily family) => For(family).FirstOrDefault(trait => NameKey.Of(trait.Words) == NameKey.Of(words));
}
