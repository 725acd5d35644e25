using System.Collections.Immutable;

namespace DelegationLang.Import;

/// <summary>A document that is imported.</summary>
/// <param name="Name">Its file name, which says what it is by how it ends.</param>
/// <param name="Bytes">What it holds.</param>
public sealed record ImportedFile(string Name, ReadOnlyMemory<byte> Bytes);

/// <summary>What an import is told beside the documents.</summary>
public sealed record ImportOptions
{
    /// <summary>The kind of organisation; empty where the documents are to say it.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Answers to questions: the filled list, or JSON; empty for none.</summary>
    public string Answers { get; init; } = "";

    /// <summary>The scheme that the rows belong to; none where they become a project of their own.</summary>
    public ImportTarget? Into { get; init; }
}

/// <summary>A row of a document, and where it stands.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Words">Its words.</param>
/// <param name="Reason">What is asked of it, or why it was left out; empty for nothing.</param>
public sealed record ImportedRow(string Place, string Words, string Reason);

/// <summary>Something that only a person can settle.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Place">Where it arose.</param>
/// <param name="Words">The words of the document; empty where it is about the whole of it.</param>
/// <param name="Ask">The question.</param>
/// <param name="Choices">Its answers.</param>
/// <param name="Writes">What each answer would write, line by line; empty where that is nothing, or no answer writes anything.</param>
/// <param name="Answer">The answer that was given, from 1; 0 for none.</param>
public sealed record ImportQuestion(int Number, string Place, string Words, string Ask, ImmutableArray<string> Choices, ImmutableArray<string> Writes, int Answer);

/// <summary>What came of an import.</summary>
public sealed record ImportResult
{
    /// <summary>The files of the project, by their paths, in their order.</summary>
    public required ImmutableArray<(string Path, string Content)> Files { get; init; }

    /// <summary>The rows that became sentences without a question.</summary>
    public required ImmutableArray<ImportedRow> Understood { get; init; }

    /// <summary>The rows that are asked about, answered or not.</summary>
    public required ImmutableArray<ImportedRow> Asked { get; init; }

    /// <summary>The rows and paragraphs that decide nothing, and are comments.</summary>
    public required ImmutableArray<ImportedRow> Skipped { get; init; }

    /// <summary>All questions, answered or not.</summary>
    public required ImmutableArray<ImportQuestion> Questions { get; init; }

    /// <summary>What was assumed or left out, and should be known.</summary>
    public required ImmutableArray<string> Remarks { get; init; }
}
