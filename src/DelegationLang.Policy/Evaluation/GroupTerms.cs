using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>On what terms one of those who may each act without the others decides.</summary>
/// <param name="group">Who, by name, sorted.</param>
/// <param name="steps">What must come first, in words.</param>
/// <param name="duties">What must come afterwards, in words.</param>
/// <param name="isExceptional">Whether by an exceptional power.</param>
/// <param name="isUnderContract">Whether under a contract.</param>
internal sealed class GroupTerms(ImmutableArray<string> group, ImmutableArray<string> steps, ImmutableArray<string> duties, bool isExceptional, bool isUnderContract)
{
    private string? name;
    private string? key;

    /// <summary>Who, by name, sorted.</summary>
    public ImmutableArray<string> Group => group;

    /// <summary>What must come first, in words.</summary>
    public ImmutableArray<string> Steps => steps;

    /// <summary>What must come afterwards, in words.</summary>
    public ImmutableArray<string> Duties => duties;

    /// <summary>Whether by an exceptional power.</summary>
    public bool IsExceptional => isExceptional;

    /// <summary>Whether under a contract.</summary>
    public bool IsUnderContract => isUnderContract;

    /// <summary>The rules of the chains down to it.</summary>
    public ImmutableArray<int> Rules { get; init; } = [];

    /// <summary>Who, as one text.</summary>
    public string Name => name ??= string.Join('\n', group);

    /// <summary>Equal for the same group on the same terms.</summary>
    public string Key => key ??= $"{Name}\n\n{string.Join('|', steps.Order(StringComparer.Ordinal))}\n{string.Join('|', duties.Order(StringComparer.Ordinal))}\n{isExceptional} {isUnderContract}";
}
