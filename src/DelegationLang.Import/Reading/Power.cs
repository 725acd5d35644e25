using System.Collections.Immutable;

namespace DelegationLang.Import.Reading;

/// <summary>What a power is written as.</summary>
internal enum PowerKind
{
    /// <summary>Somebody may decide.</summary>
    Delegated,

    /// <summary>It is kept for somebody.</summary>
    Reserved,

    /// <summary>Somebody has all that is not named.</summary>
    Residual,

    /// <summary>Somebody looks after it, and decides nothing.</summary>
    Oversight,
}

/// <summary>One power that a document gives, or keeps: a tier of a row.</summary>
internal sealed record Power : DocumentPart
{
    /// <summary>What it is written as.</summary>
    public PowerKind Kind { get; init; } = PowerKind.Delegated;

    /// <summary>What kind of decision it is, in the words of the document.</summary>
    public string Matter { get; init; } = "";

    /// <summary>Another name of the matter; empty for none.</summary>
    public string Alias { get; init; } = "";

    /// <summary>The area of work that it is for; empty for all.</summary>
    public string Function { get; init; } = "";

    /// <summary>Who decides; nobody where it is reserved for the governing body.</summary>
    public Deciders Deciders { get; init; } = new([], []);

    /// <summary>Up to how much.</summary>
    public Band Band { get; init; } = Band.Any;

    /// <summary>What comes before and after.</summary>
    public ImmutableArray<DraftStep> Steps { get; init; } = [];

    /// <summary>On which facts it depends.</summary>
    public ImmutableArray<DraftCondition> Conditions { get; init; } = [];

    /// <summary>What else the document says.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Where decisions are recorded; empty for none.</summary>
    public string RecordedIn { get; init; } = "";

    /// <summary>Its first day, where it has one of its own.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Its last day, where it has one of its own.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Its number in the document; empty for none.</summary>
    public string Reference { get; init; } = "";
}

/// <summary>What became of a row.</summary>
internal enum RowState
{
    /// <summary>It became sentences.</summary>
    Understood,

    /// <summary>It is asked about.</summary>
    Asked,

    /// <summary>It decides nothing, and is kept as a comment.</summary>
    Skipped,
}

/// <summary>A row, a tier of a row or a paragraph of a document, and what became of it.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Words">Its words.</param>
/// <param name="State">What became of it.</param>
internal sealed record RowResult(string Place, string Words, RowState State) : DocumentPart
{
    /// <summary>The section that it stands in; empty for none.</summary>
    public string Section { get; init; } = "";

    /// <summary>The powers in it.</summary>
    public ImmutableArray<Power> Powers { get; init; } = [];

    /// <summary>The key of the matter that it is about; empty where it has none.</summary>
    public string MatterKey { get; init; } = "";

    /// <summary>Whether it only points elsewhere (<c>see Table B</c>).</summary>
    public bool IsPointer { get; init; }

    /// <summary>What is asked, where something is.</summary>
    public Question? Question { get; init; }

    /// <summary>Why it decides nothing, or what was assumed; empty for nothing.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>Something that only a person can settle.</summary>
/// <param name="Ask">The question.</param>
/// <param name="Choices">The answers that it may have.</param>
internal sealed record Question(string Ask, ImmutableArray<Choice> Choices) : DocumentPart;

/// <summary>An answer to a question.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Powers">The powers that the row then has; none where it stays a comment.</param>
internal sealed record Choice(string Text, ImmutableArray<Power> Powers) : DocumentPart;
