namespace DelegationLang.Diagnostics;

/// <summary>How much a finding weighs.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Not reported.</summary>
    Off,

    /// <summary>Worth knowing; nothing need be done.</summary>
    Info,

    /// <summary>Probably a mistake.</summary>
    Warning,

    /// <summary>The sentence has no effect until it is mended, and no output is built.</summary>
    Error,
}
