using System.Text.Json;

namespace DelegationLang.LanguageServer.Protocol.Types;

/// <summary>A question to the scheme of a document.</summary>
/// <param name="TextDocument">A document of the scheme.</param>
/// <param name="Question">The question.</param>
/// <param name="WhyNot">A party: whether it may decide what the question is about is asked instead, and so why not.</param>
internal sealed record AskParams(TextDocumentIdentifier TextDocument, string Question, string? WhyNot = null) : LspType;

/// <summary>What came of a question.</summary>
internal sealed record AskedQuestion : LspType
{
    /// <summary>The question that was asked.</summary>
    public required string Question { get; init; }

    /// <summary>The answer as <c>delegation ask --json</c> gives it, without the identity of a built scheme.</summary>
    public required JsonElement Answer { get; init; }

    /// <summary>The answer in words, several lines.</summary>
    public required string Text { get; init; }

    /// <summary>Where the sentences stand that the words name.</summary>
    public required AnswerPlace[] Places { get; init; }

    /// <summary>Parties of which it may be asked why they may not: those that decide the same in other cases come first.</summary>
    public required string[] Others { get; init; }

    /// <summary>The answer as a scenario; left out where it cannot be said as one.</summary>
    public string? Scenario { get; init; }
}

/// <summary>A place that an answer names.</summary>
/// <param name="Words">How it names it: <c>main.delegation:12</c>.</param>
/// <param name="Location">Where that is.</param>
internal sealed record AnswerPlace(string Words, Location Location) : LspType;

/// <summary>A question that is being written, and how many characters of it stand before the cursor.</summary>
internal sealed record QuestionCompletionParams(TextDocumentIdentifier TextDocument, string Question, int Character) : LspType;

/// <summary>A question whose answer is to be kept as a scenario, and what the scenario is to be called; its question where nothing is said.</summary>
internal sealed record KeepParams(TextDocumentIdentifier TextDocument, string Question, string? Title = null) : LspType;

/// <summary>Whose scenarios are wanted: those of the scheme of a document, or of all schemes where none is named.</summary>
internal sealed record ScenariosParams(TextDocumentIdentifier? TextDocument = null) : LspType;

/// <summary>A scenario, and what came of it.</summary>
internal sealed record TriedScenario : LspType
{
    public required string Title { get; init; }

    /// <summary>The whole sentence.</summary>
    public required Location Location { get; init; }

    /// <summary>The words that say what is expected.</summary>
    public required Range Expectation { get; init; }

    public required bool Passed { get; init; }

    /// <summary>Whether it cannot be tried, since a scheme that is joined cannot be used.</summary>
    public required bool Waits { get; init; }

    public required string Expected { get; init; }

    public required string Actual { get; init; }

    /// <summary>The answer in words.</summary>
    public required string Text { get; init; }

    /// <summary>Where the sentences stand that the words name.</summary>
    public required AnswerPlace[] Places { get; init; }
}
