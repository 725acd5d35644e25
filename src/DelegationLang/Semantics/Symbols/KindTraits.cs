namespace DelegationLang.Semantics;

/// <summary>What things of a kind do or are: what rules, answers and pages go by. Said where the kind is declared, after <c>that</c>; a kind has those of its parent too.</summary>
[Flags]
public enum KindTraits : long
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A group that acts for its organisation, as a board does.</summary>
    ActsAsOrganisation = 1L << 0,

    /// <summary>A group whose members decide together for whoever appointed it.</summary>
    Committee = 1L << 1,

    /// <summary>A group of several organisations.</summary>
    Joint = 1L << 2,

    /// <summary>A group that advises and decides nothing.</summary>
    OnlyAdvises = 1L << 3,

    /// <summary>A post held by employment.</summary>
    Officer = 1L << 4,

    /// <summary>A post that leads the meetings of a group.</summary>
    Chair = 1L << 5,

    /// <summary>A seat on a body or a group.</summary>
    Member = 1L << 6,

    /// <summary>A post whose holder is of none of the bodies that meet.</summary>
    Independent = 1L << 7,

    /// <summary>A member whom a partner of the body nominates.</summary>
    RepresentsPartner = 1L << 8,

    /// <summary>A member of the body that acts in executive functions.</summary>
    InExecutive = 1L << 9,

    /// <summary>Speaks for those who provide care.</summary>
    RepresentsProviders = 1L << 10,

    /// <summary>Speaks for primary care.</summary>
    RepresentsPrimaryCare = 1L << 11,

    /// <summary>Speaks for a council.</summary>
    RepresentsLocalGovernment = 1L << 12,

    /// <summary>Speaks for those who use services.</summary>
    RepresentsPublic = 1L << 13,

    /// <summary>The committee that looks after audit.</summary>
    ExaminesAccounts = 1L << 14,

    /// <summary>The committee that settles what those in charge are paid.</summary>
    SetsPay = 1L << 15,

    /// <summary>An organisation run for those who own it.</summary>
    SeeksProfit = 1L << 16,

    /// <summary>An organisation that serves the public, whatever its form.</summary>
    ServesPublic = 1L << 17,

    /// <summary>An organisation whose pages look like those of the health service.</summary>
    PublishesAsNhs = 1L << 18,

    /// <summary>Is of a part of a place.</summary>
    SpansNeighbourhood = 1L << 19,

    /// <summary>Is of a place within a system.</summary>
    SpansPlace = 1L << 20,

    /// <summary>Is of a whole system: its board, its partnership, its area.</summary>
    SpansSystem = 1L << 21,

    /// <summary>Is of several systems.</summary>
    SpansRegion = 1L << 22,

    /// <summary>An agreement under which somebody does work and is given no authority.</summary>
    BuysServices = 1L << 23,

    /// <summary>A power whose text nobody has checked: what it leaves out is at most remarked on.</summary>
    Unverified = 1L << 24,

    /// <summary>A power by which whoever was given something passes it on, unless whoever gave it says otherwise.</summary>
    Onward = 1L << 25,

    /// <summary>A power under which those for whom it is put money together.</summary>
    Pooling = 1L << 26,

    /// <summary>A power by which liability goes with what is given.</summary>
    Liability = 1L << 27,

    /// <summary>A power that gives what it covers to those whom it names and leaves it with nobody else.</summary>
    Exclusive = 1L << 28,

    /// <summary>A power under which whoever gives what it covers keeps nothing of it.</summary>
    Divesting = 1L << 29,
}
