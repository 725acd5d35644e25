using System.Collections.Immutable;
using DelegationLang.Diagnostics;

namespace DelegationLang.Parsing;

/// <summary>The kinds of finding that reading a text can raise.</summary>
public static class ParsingDiagnostics
{
    /// <summary>A sentence that cannot be read.</summary>
    public static readonly DiagnosticDescriptor UnreadableSentence = new(
        "DL1001", "unreadable-sentence", "A sentence that cannot be read", DiagnosticSeverity.Error);

    /// <summary>A reserved word inside an unquoted name, or a title line that looks like a sentence.</summary>
    public static readonly DiagnosticDescriptor ReservedWordInName = new(
        "DL1002", "reserved-word-in-name", "A reserved word inside a name without quotation marks", DiagnosticSeverity.Error);

    /// <summary>Money or a number that is badly written.</summary>
    public static readonly DiagnosticDescriptor BadNumber = new(
        "DL1003", "badly-written-number", "Money or a number that is badly written", DiagnosticSeverity.Error);

    /// <summary>A date that does not exist.</summary>
    public static readonly DiagnosticDescriptor ImpossibleDate = new(
        "DL1004", "impossible-date", "A date that does not exist", DiagnosticSeverity.Error);

    /// <summary>A clause given twice, or one that this sentence cannot have.</summary>
    public static readonly DiagnosticDescriptor MisplacedClause = new(
        "DL1005", "misplaced-clause", "A clause given twice, or one that the sentence cannot have", DiagnosticSeverity.Error);

    /// <summary>A quotation, a file or an encoding that does not end or decode properly.</summary>
    public static readonly DiagnosticDescriptor Unfinished = new(
        "DL1006", "unfinished-text", "A quotation, a file or an encoding that does not end or decode properly", DiagnosticSeverity.Error);

    /// <summary>A text beyond the documented limits.</summary>
    public static readonly DiagnosticDescriptor BeyondLimits = new(
        "DL1007", "beyond-limits", "A file, line, name or list beyond the limits", DiagnosticSeverity.Error);

    /// <summary>A mark that turns the direction of a text.</summary>
    public static readonly DiagnosticDescriptor DirectionMark = new(
        "DL1008", "direction-mark", "A mark that turns the direction of the text", DiagnosticSeverity.Warning);

    /// <summary>A declared name with a joining word in it, where a shorter one and a clause would be as good a reading.</summary>
    public static readonly DiagnosticDescriptor TwoReadings = new(
        "DL1009", "two-readings", "Words that can be read as one name or as a shorter one and a clause", DiagnosticSeverity.Error);

    /// <summary>Lines of lists whose names end in one place or another depending on each other.</summary>
    public static readonly DiagnosticDescriptor NamesInCircle = new(
        "DL1010", "names-in-circle", "Names that end where others end, in a circle", DiagnosticSeverity.Error);

    /// <summary>A name in a list that was read whole, though a part of it is nearly a clause.</summary>
    public static readonly DiagnosticDescriptor NearlyAClause = new(
        "DL1011", "nearly-a-clause", "A name in a list with what is nearly a clause in it", DiagnosticSeverity.Warning);

    /// <summary>What is worded like a clause of the scheme and stands in its title.</summary>
    public static readonly DiagnosticDescriptor ClauseInTitle = new(
        "DL1012", "clause-in-title", "A clause that stands in the title of the scheme", DiagnosticSeverity.Warning);

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [UnreadableSentence, ReservedWordInName, BadNumber, ImpossibleDate, MisplacedClause, Unfinished, BeyondLimits, DirectionMark,
            TwoReadings, NamesInCircle, NearlyAClause, ClauseInTitle];
}
