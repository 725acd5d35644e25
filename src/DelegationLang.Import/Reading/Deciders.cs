using System.Collections.Immutable;

namespace DelegationLang.Import.Reading;

/// <summary>Who decides, as read from a document.</summary>
/// <param name="Any">Each of these, alone; or those of whom <paramref name="Count"/> act together.</param>
/// <param name="With">Those with whom each acts jointly.</param>
/// <param name="Count">How many of <paramref name="Any"/> act together; 0 where each acts alone.</param>
internal sealed record Deciders(ImmutableArray<string> Any, ImmutableArray<string> With, int Count = 0) : DocumentPart
{
    /// <summary>One alone.</summary>
    public static Deciders Of(string party) => new([party], []);

    /// <summary>Everybody named.</summary>
    public IEnumerable<string> Parties => Any.Concat(With);

    /// <summary>The same with every name looked up.</summary>
    public Deciders Map(Func<string, string> name) => new([.. Any.Select(name).Distinct(StringComparer.Ordinal)], [.. With.Select(name).Distinct(StringComparer.Ordinal)], Count);
}

/// <summary>What came of reading the words that say who decides.</summary>
internal enum PartyOutcome
{
    /// <summary>They were read.</summary>
    Read,

    /// <summary>The governing body alone, or the one named.</summary>
    Reserved,

    /// <summary>Nobody: N/A, a dash, an empty cell, <em>to be confirmed</em>.</summary>
    Blank,

    /// <summary>As in the row above, or another row.</summary>
    AsAbove,

    /// <summary>Several, without saying whether together or each alone.</summary>
    Unclear,

    /// <summary>No name in them.</summary>
    Unknown,
}

/// <summary>What came of reading who decides.</summary>
/// <param name="Outcome">How it went.</param>
/// <param name="Deciders">Who; for <see cref="PartyOutcome.Unclear"/> all that are named, for <see cref="PartyOutcome.Reserved"/> the one named or nobody.</param>
/// <param name="Detail">For <see cref="PartyOutcome.AsAbove"/> the row that is named, if any.</param>
internal sealed record PartyReading(PartyOutcome Outcome, Deciders Deciders, string Detail = "") : DocumentPart
{
    /// <summary>A reading without anybody.</summary>
    public static PartyReading Of(PartyOutcome outcome, string detail = "") => new(outcome, new Deciders([], []), detail);
}
