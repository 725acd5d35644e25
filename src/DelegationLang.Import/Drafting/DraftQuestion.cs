using System.Collections.Immutable;
using DelegationLang.Import.Reading;

namespace DelegationLang.Import.Drafting;

/// <summary>A question of a draft, with its number.</summary>
/// <param name="Number">Its number, from 1: the same whatever was answered.</param>
/// <param name="Place">Where in the document it arose.</param>
/// <param name="Words">The words of the document; empty for a question about the whole.</param>
/// <param name="Ask">The question.</param>
/// <param name="Choices">Its answers.</param>
internal sealed record DraftQuestion(int Number, string Place, string Words, string Ask, ImmutableArray<string> Choices) : DocumentPart
{
    /// <summary>The answer that was given, from 1; 0 for none.</summary>
    public int Answer { get; init; }

    /// <summary>What each answer would write; empty where that is nothing.</summary>
    public ImmutableArray<string> Writes { get; init; } = [];

    /// <summary>The row that it is about; none for a question about the whole.</summary>
    public RowResult? Row { get; init; }
}
