using System.Collections.Immutable;

namespace DelegationLang.Diagnostics;

/// <summary>Collects the findings of one phase. Not thread-safe: each phase has its own.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> items = [];

    /// <summary>How many findings there are.</summary>
    public int Count => items.Count;

    /// <summary>Adds one finding.</summary>
    public void Add(Diagnostic diagnostic) => items.Add(diagnostic);

    /// <summary>Adds several findings.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics) => items.AddRange(diagnostics);

    /// <summary>The findings in the order in which they were added.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => [.. items];
}
