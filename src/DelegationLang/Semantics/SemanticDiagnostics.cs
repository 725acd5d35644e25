using System.Collections.Immutable;
using DelegationLang.Diagnostics;

namespace DelegationLang.Semantics;

/// <summary>The kinds of finding that name resolution reports.</summary>
public static class SemanticDiagnostics
{
    /// <summary>DL2001: a name that nobody declared.</summary>
    public static DiagnosticDescriptor UndeclaredName { get; } = Error("DL2001", "undeclared-name", "A name that nobody declared");

    /// <summary>DL2002: a name declared twice for one owner, a second board, a second scheme sentence.</summary>
    public static DiagnosticDescriptor DeclaredTwice { get; } = Error("DL2002", "declared-twice", "A name, a board or a scheme declared twice");

    /// <summary>DL2003: the wrong kind of thing.</summary>
    public static DiagnosticDescriptor WrongKind { get; } = Error("DL2003", "wrong-kind", "The wrong kind of thing");

    /// <summary>DL2004: a name that fits two things.</summary>
    public static DiagnosticDescriptor AmbiguousName { get; } = Error("DL2004", "ambiguous-name", "A name that fits two things");

    /// <summary>DL2005: things that lie within, belong to or report to each other in a circle.</summary>
    public static DiagnosticDescriptor Cycle { get; } = Error("DL2005", "cycle", "A circle of `within`, `of`, `reporting to` or `use`");

    /// <summary>DL2006: declared and never used.</summary>
    public static DiagnosticDescriptor NeverUsed { get; } = new("DL2006", "never-used", "Declared, never used", DiagnosticSeverity.Info);

    /// <summary>DL2007: a party, post or place that does not exist on any day of the sentence.</summary>
    public static DiagnosticDescriptor NotAlive { get; } = Error("DL2007", "outside-its-life", "A party, post or place that does not exist on any day of the sentence");

    /// <summary>DL2008: an unknown kind.</summary>
    public static DiagnosticDescriptor UnknownKind { get; } = Error("DL2008", "unknown-kind", "An unknown kind");

    /// <summary>DL2010: a limit that could belong to a measure or to the sentence.</summary>
    public static DiagnosticDescriptor SwallowedLimit { get; } = Error("DL2010", "limit-after-measure", "A limit that could belong to a measure or to the sentence");

    /// <summary>DL2012: a list of parties that may be grouped in two ways.</summary>
    public static DiagnosticDescriptor ListWithTwoReadings { get; } = Error("DL2012", "list-with-two-readings", "A list of parties that can be read in two ways");

    /// <summary>DL2013: somebody who acts in another's absence, written as an alternative.</summary>
    public static DiagnosticDescriptor DeputyInList { get; } = Error("DL2013", "deputy-in-a-list", "A deputy or a nominee written as an alternative");

    /// <summary>DL2014: a name that looks like another, or is of letters of two scripts.</summary>
    public static DiagnosticDescriptor LooksAlike { get; } =
        new("DL2014", "looks-alike", "A name with letters that look like others", DiagnosticSeverity.Warning);

    /// <summary>DL2015: somebody who gets what is its own responsibility, and is responsible for nothing.</summary>
    public static DiagnosticDescriptor NothingOfItsOwn { get; } = Error("DL2015", "responsible-for-nothing", "Own responsibilities of somebody who has none");

    /// <summary>DL7003: an end before a beginning.</summary>
    public static DiagnosticDescriptor EndBeforeBeginning { get; } = Error("DL7003", "end-before-beginning", "An end before a beginning");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [UndeclaredName, DeclaredTwice, WrongKind, AmbiguousName, Cycle, NeverUsed, NotAlive, UnknownKind, SwallowedLimit, ListWithTwoReadings, DeputyInList, LooksAlike, NothingOfItsOwn, EndBeforeBeginning];

    private static DiagnosticDescriptor Error(string code, string name, string title) => new(code, name, title, DiagnosticSeverity.Error);
}
