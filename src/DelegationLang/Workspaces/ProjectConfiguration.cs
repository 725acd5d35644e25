using System.Collections.Immutable;
using DelegationLang.Diagnostics;

namespace DelegationLang.Workspaces;

/// <summary>What <c>delegation.json</c> in a project folder says.</summary>
public sealed record ProjectConfiguration
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "delegation.json";

    /// <summary>A project without the file: every <c>.delegation</c> file belongs, and every rule weighs what it does by default.</summary>
    public static ProjectConfiguration Default { get; } = new();

    /// <summary>Which files belong to the project: paths or patterns (see <see cref="ProjectPath.Matches"/>), in the order of reading. Empty for every <c>.delegation</c> file.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>The severity to report for codes that differ from their default. It never changes what a sentence in error does to authority.</summary>
    public ImmutableArray<SeveritySetting> Severities { get; init; } = [];

    /// <summary>How the pages that are built look.</summary>
    public SiteSettings Site { get; init; } = new();

    /// <summary>The severity that is set for a code; none where the default holds.</summary>
    public DiagnosticSeverity? SeverityOf(string code)
    {
        foreach (SeveritySetting setting in Severities)
        {
            if (setting.Code == code)
            {
                return setting.Severity;
            }
        }

        return null;
    }
}

/// <summary>The severity to report for a code.</summary>
public sealed record SeveritySetting(string Code, DiagnosticSeverity Severity);

/// <summary>Something in <c>delegation.json</c> that cannot be used.</summary>
/// <param name="Line">The line, from 1; 0 for the file as a whole.</param>
/// <param name="Column">The column, from 1, in bytes of UTF-8; 0 for the file as a whole.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record ConfigurationFault(int Line, int Column, string Message);
