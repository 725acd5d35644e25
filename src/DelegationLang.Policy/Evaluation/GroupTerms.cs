using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>On what terms one of those who may each act without the others decides.</summary>
/// <param name="Group">Who, by name, sorted.</param>
/// <param name="Steps">What must come first, in words.</param>
/// <param name="Duties">What must come afterwards, in words.</param>
/// <param name="IsExceptional">Whether by an exceptional power.</param>
/// <param name="IsUnderContract">Whether under a contract.</param>
internal sealed record GroupTerms(ImmutableArray<string> Group, ImmutableArray<string> Steps, ImmutableArray<string> Duties, bool IsExceptional, bool IsUnderContract)
{
    /// <summary>The rules of the chains down to it.</summary>
    public ImmutableArray<int> Rules { get; init; } = [];


    /// <summary>Who, as one text.</summary>
    public string Name { get; } = string.Join('\n', Group);

    /// <summary>Equal for the same group on the same terms.</summary>
    public string Key { get; } = $"{string.Join('\n', Group)}\n\n{string.Join('|', Steps.Order(StringComparer.Ordinal))}\n{string.Join('|', Duties.Order(StringComparer.Ordinal))}\n{IsExceptional} {IsUnderContract}";
}
