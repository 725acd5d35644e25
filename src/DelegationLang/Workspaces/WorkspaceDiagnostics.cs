using System.Collections.Immutable;
using DelegationLang.Diagnostics;

namespace DelegationLang.Workspaces;

/// <summary>The kinds of finding that loading a project and trying its scenarios report.</summary>
public static class WorkspaceDiagnostics
{
    /// <summary>DL2009: a <c>use</c> that is missing, outside the project folder, or not a text file.</summary>
    public static DiagnosticDescriptor UnusableFile { get; } = Error("DL2009", "unusable-file", "A “use” that is missing, outside the project folder, or not a text file");

    /// <summary>DL9001: a scenario whose expectation does not hold.</summary>
    public static DiagnosticDescriptor ScenarioFails { get; } = Error("DL9001", "scenario-fails", "A scenario whose expectation does not hold");

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [UnusableFile, ScenarioFails];

    private static DiagnosticDescriptor Error(string code, string name, string title) => new(code, name, title, DiagnosticSeverity.Error);
}
