namespace DelegationLang.Testing.Generation;

/// <summary>A scheme that has much of one thing, which nobody writes by hand and a program may: work on it must not blow up.</summary>
/// <param name="Name">What it has much of.</param>
/// <param name="Write">Writes the scheme, with so many of them, by a seed.</param>
internal sealed record SchemeShape(string Name, Func<int, int, string> Write)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>Every shape that a search over sentences, cases or chains might choke on.</summary>
internal static class SchemeShapes
{
    /// <summary>All of them: of one subject first, then of lists, chains and clauses that change who decides.</summary>
    public static IReadOnlyList<SchemeShape> All { get; } = [.. SubjectShapes.All, .. ListShapes.All, .. ChainShapes.All, .. ClauseShapes.All];

    /// <summary>The questions to ask of each: all have this subject and this post.</summary>
    public static IReadOnlyList<string> Questions { get; } =
    [
        "who decides shared work on 1 May 2026?",
        "who decides shared work worth £5,000 per contract on 1 May 2026?",
        "what may Officer 1 decide on 1 May 2026?",
        "may Officer 1 decide shared work worth £5,000 per contract on 1 May 2026?",
    ];
}
