using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>What rules need to know beside the scheme.</summary>
/// <param name="AsOf">The day of the check, for rules about what is past. Never taken from a clock.</param>
public sealed record RuleContext(DateOnly AsOf)
{
    /// <summary>
    /// Reads the version that the scheme <c>supersedes</c>, with the files that it uses, libraries left out; none when it cannot be read. Asked for
    /// only when a rule has to compare.
    /// </summary>
    public Func<IReadOnlyList<SyntaxTree>?> ReadSuperseded { get; init; } = () => null;
}
