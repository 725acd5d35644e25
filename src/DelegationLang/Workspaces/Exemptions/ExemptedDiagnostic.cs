using DelegationLang.Diagnostics;

namespace DelegationLang.Workspaces.Exemptions;

/// <summary>A finding that is not reported because an author exempted its sentence (<c>// allow DL5002 until 31 March 2027: reason</c>).</summary>
/// <param name="Diagnostic">The finding, with the severity that it would be reported with.</param>
/// <param name="Reason">Why, in the author's words; empty for none, which is itself reported.</param>
/// <param name="Until">The last day on which the exemption holds; none where it holds without end.</param>
public sealed record ExemptedDiagnostic(Diagnostic Diagnostic, string Reason, DateOnly? Until)
{
    /// <summary>Whether its sentence stays without effect because of it, whatever severity this project reports it with.</summary>
    public bool IsInError { get; init; }
}
