using DelegationLang.Diagnostics;

namespace DelegationLang.Rules;

/// <summary>A rule of governance: looks at the whole scheme and reports what it finds. Rules hold no state and never see each other's findings.</summary>
internal interface IRule
{
    /// <summary>The kind of finding that it reports.</summary>
    DiagnosticDescriptor Descriptor { get; }

    /// <summary>Reports what it finds.</summary>
    void Run(RuleRun run);
}
