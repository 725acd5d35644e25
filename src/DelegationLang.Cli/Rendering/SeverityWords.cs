using DelegationLang.Diagnostics;

namespace DelegationLang.Cli.Rendering;

/// <summary>Severities as reports name them, and counts of them in words.</summary>
internal static class SeverityWords
{
    /// <summary><c>error</c>, <c>warning</c>, <c>info</c> or <c>off</c>.</summary>
    public static string Of(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "info",
        _ => "off",
    };

    /// <summary>A number of things: <c>1 error</c>, <c>3 errors</c>, <c>no errors</c>.</summary>
    public static string Count(int count, string thing) => count switch
    {
        0 => $"no {thing}s",
        1 => $"1 {thing}",
        _ => $"{count} {thing}s",
    };
}
