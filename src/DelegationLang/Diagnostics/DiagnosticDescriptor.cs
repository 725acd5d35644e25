namespace DelegationLang.Diagnostics;

/// <summary>How sure the project is that a rule rests on law (see the catalogue of rules).</summary>
public enum RuleBasis
{
    /// <summary>The scheme must be consistent with itself; no source outside it is needed.</summary>
    Consistency,

    /// <summary>Seen in a statute, a regulation or national guidance.</summary>
    Law,

    /// <summary>Seen in some bodies' documents only.</summary>
    Local,

    /// <summary>Professional knowledge that nobody has checked against the text.</summary>
    Unverified,
}

/// <summary>One kind of finding: its code, what it is called, how it is worded and how much it weighs unless configured otherwise.</summary>
/// <param name="Code">The code, such as <c>DL3001</c>; never reused and never changed in meaning.</param>
/// <param name="Name">What the rule finds, in words joined by hyphens, such as <c>reserved-matter-delegated</c>.</param>
/// <param name="Title">One plain-English line for lists.</param>
/// <param name="DefaultSeverity">The severity unless configuration says otherwise. It alone decides what a fault does to authority.</param>
/// <param name="Basis">What the rule rests on.</param>
public sealed record DiagnosticDescriptor(
    string Code,
    string Name,
    string Title,
    DiagnosticSeverity DefaultSeverity,
    RuleBasis Basis = RuleBasis.Consistency);
