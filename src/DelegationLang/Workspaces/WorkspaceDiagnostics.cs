using System.Collections.Immutable;
using DelegationLang.Diagnostics;

namespace DelegationLang.Workspaces;

/// <summary>The kinds of finding that loading a project, its exemptions and its scenarios report.</summary>
public static class WorkspaceDiagnostics
{
    /// <summary>DL2009: a <c>use</c> that is missing, outside the project folder, or not a text file.</summary>
    public static DiagnosticDescriptor UnusableFile { get; } = Error("DL2009", "unusable-file", "A “use” that is missing, outside the project folder, or not a text file");

    /// <summary>DL2011: a project without a scheme.</summary>
    public static DiagnosticDescriptor NoScheme { get; } = Error("DL2011", "no-scheme", "No scheme");

    /// <summary>DL8002: an exemption without a reason.</summary>
    public static DiagnosticDescriptor ExemptionWithoutReason { get; } = Warning("DL8002", "exemption-without-reason", "An exemption without a reason");

    /// <summary>DL8003: an exemption past its date.</summary>
    public static DiagnosticDescriptor ExemptionPastItsDate { get; } = Warning("DL8003", "exemption-past-its-date", "An exemption past its date");

    /// <summary>DL8004: an exemption that exempts nothing.</summary>
    public static DiagnosticDescriptor ExemptionOfNothing { get; } = Warning("DL8004", "exemption-of-nothing", "An exemption that exempts nothing");

    /// <summary>DL8005: an exemption that cannot be read or granted.</summary>
    public static DiagnosticDescriptor UnreadableExemption { get; } = Warning("DL8005", "unreadable-exemption", "An exemption that cannot be read or granted");

    /// <summary>DL9001: a scenario whose expectation does not hold.</summary>
    public static DiagnosticDescriptor ScenarioFails { get; } = Error("DL9001", "scenario-fails", "A scenario whose expectation does not hold");

    /// <summary>Those about exemptions.</summary>
    internal static ImmutableArray<DiagnosticDescriptor> OfExemptions { get; } = [ExemptionWithoutReason, ExemptionPastItsDate, ExemptionOfNothing, UnreadableExemption];

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [UnusableFile, NoScheme, .. OfExemptions, ScenarioFails];

    private static DiagnosticDescriptor Error(string code, string name, string title) => new(code, name, title, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string code, string name, string title) => new(code, name, title, DiagnosticSeverity.Warning);
}
