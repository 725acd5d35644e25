using System.Collections.Immutable;
using DelegationLang.Diagnostics;

namespace DelegationLang.Workspaces.Joining;

/// <summary>The kinds of finding about schemes that are joined.</summary>
public static class JoinDiagnostics
{
    /// <summary>DL2016: a joined scheme that cannot be used.</summary>
    public static DiagnosticDescriptor Unusable { get; } = new("DL2016", "unusable-scheme", "A joined scheme that cannot be used", DiagnosticSeverity.Warning);

    /// <summary>DL2017: a joined scheme with errors.</summary>
    public static DiagnosticDescriptor ErrorsThere { get; } = new("DL2017", "errors-in-joined-scheme", "A joined scheme with errors", DiagnosticSeverity.Warning);

    /// <summary>DL4020: an agreement that the two bodies declare otherwise.</summary>
    public static DiagnosticDescriptor AgreementDiffers { get; } =
        new("DL4020", "agreement-declared-otherwise", "An agreement that the other body declares otherwise", DiagnosticSeverity.Warning);

    /// <summary>DL4021: what one body gives another on other terms than the other says.</summary>
    public static DiagnosticDescriptor GiftDiffers { get; } =
        new("DL4021", "given-on-other-terms", "What one body gives another, on other terms than the other says", DiagnosticSeverity.Warning);

    /// <summary>DL4022: an agreement, or what one body gives another, of which the other says nothing.</summary>
    public static DiagnosticDescriptor OneSided { get; } =
        new("DL4022", "said-at-one-end", "An agreement or a delegation between bodies that only one of them states", DiagnosticSeverity.Warning);

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [Unusable, ErrorsThere, AgreementDiffers, GiftDiffers, OneSided];
}
