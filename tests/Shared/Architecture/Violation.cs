namespace DelegationLang.Testing.Architecture;

/// <summary>A place in the source that breaks a rule of this repository.</summary>
/// <param name="Path">The file, below the <c>src</c> folder.</param>
/// <param name="Line">The line, counted from one.</param>
/// <param name="Message">What is wrong and what to do instead.</param>
internal sealed record Violation(string Path, int Line, string Message)
{
    public override string ToString() => FormattableString.Invariant($"{Path}({Line}): {Message}");

    /// <summary>Fails the test with all violations, one a line.</summary>
    public static void AssertNone(IEnumerable<Violation> violations)
    {
        var found = violations.Select(violation => violation.ToString()).Distinct().ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
