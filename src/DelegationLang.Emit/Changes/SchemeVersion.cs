using System.Collections.Immutable;
using System.Text.Json;
using DelegationLang.Decisions;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Text;

namespace DelegationLang.Emit.Changes;

/// <summary>A sentence of a version.</summary>
/// <param name="File">The file, as sources name it.</param>
/// <param name="Line">The line on which it starts, from 1.</param>
/// <param name="EndLine">The line on which it ends.</param>
/// <param name="Text">Its words without comments, white space folded, one bullet a line.</param>
/// <param name="Notes">The notes in it: why it is so.</param>
public sealed record VersionSentence(string File, int Line, int EndLine, string Text, ImmutableArray<string> Notes);

/// <summary>A version of a scheme that can be compared with another: what it means, what answers questions about it, and its sentences.</summary>
public sealed class SchemeVersion
{
    private SchemeVersion(string title, string version, QuestionAnswerer answerer, ImmutableArray<VersionSentence> sentences)
    {
        Title = title;
        Version = version;
        Answerer = answerer;
        Sentences = sentences;
    }

    /// <summary>The title of the scheme; empty where it says none.</summary>
    public string Title { get; }

    /// <summary>The version that it says it is; empty where it says none.</summary>
    public string Version { get; }

    /// <summary>What answers questions in words.</summary>
    public QuestionAnswerer Answerer { get; }

    /// <summary>What it means.</summary>
    public DecisionSpace Space => Answerer.Space;

    /// <summary>Its sentences in the order of reading.</summary>
    public ImmutableArray<VersionSentence> Sentences { get; }

    /// <summary>The version that some sentences make.</summary>
    /// <param name="input">The scheme.</param>
    /// <param name="answerer">What answers questions about it.</param>
    /// <param name="elsewhere">The sentence of a joined scheme at a place; none where nothing is joined.</param>
    public static SchemeVersion Of(EmitInput input, QuestionAnswerer answerer, Func<SourceReference, SourceLocation?>? elsewhere = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        var sentences = new SentenceCatalogue(input, new SentenceTexts(input.Model.Trees), new SourceFileNames(input.Model));
        return new SchemeVersion(
            input.Model.Info.Title,
            input.Model.Info.Version,
            answerer,
            [.. sentences.All.Select(sentence => new VersionSentence(sentence.Location.File, sentence.Line, sentence.EndLine, sentence.Text, sentence.Notes))])
        {
            Elsewhere = elsewhere ?? (_ => null),
        };
    }

    /// <summary>The version that was built before.</summary>
    /// <param name="content">The whole of its <c>scheme.json</c>.</param>
    /// <exception cref="SchemeJsonException">It is no scheme as this version of the compiler builds it.</exception>
    public static SchemeVersion Of(ReadOnlyMemory<byte> content)
    {
        var scheme = SchemeJson.Read(content);
        using var json = JsonDocument.Parse(content);
        return new SchemeVersion(
            scheme.Title,
            scheme.Version,
            scheme.Answerer,
            json.RootElement.TryGetProperty("sentences", out JsonElement sentences) && sentences.ValueKind == JsonValueKind.Array ? [.. sentences.EnumerateArray().Select(Sentence)] : []);
    }

    /// <summary>The sentence of a joined scheme at a place; none where it stands in none.</summary>
    public Func<SourceReference, SourceLocation?> Elsewhere { get; init; } = _ => null;

    /// <summary>The sentences at some places, each once: its own, and those of joined schemes.</summary>
    public ImmutableArray<VersionSentence> At(ImmutableArray<SourceReference> sources) =>
    [
        .. sources
            .Select(source => Sentences.FirstOrDefault(sentence => sentence.File == source.File && sentence.Line <= source.Line && source.Line <= sentence.EndLine) ?? Joined(source))
            .OfType<VersionSentence>()
            .Distinct(),
    ];

    private VersionSentence? Joined(SourceReference source) => source.File is { Length: > 0 } && Elsewhere(source) is { } location
        ? new VersionSentence(
            location.File,
            location.Line,
            location.Source.GetPosition(location.Span.End).Line,
            string.Join(' ', location.Source.ToString(location.Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            [])
        : null;

    /// <summary>The same sentences with another meaning: what the scheme would be if something were otherwise.</summary>
    /// <param name="answerer">What answers questions then.</param>
    public SchemeVersion With(QuestionAnswerer answerer) => new(Title, Version, answerer, Sentences) { Elsewhere = Elsewhere };

    private static VersionSentence Sentence(JsonElement sentence) => new(
        Text(sentence, "file"),
        Number(sentence, "line"),
        Number(sentence, "endLine"),
        Text(sentence, "text"),
        sentence.TryGetProperty("notes", out JsonElement notes) && notes.ValueKind == JsonValueKind.Array ? [.. notes.EnumerateArray().Select(note => note.ToString())] : []);

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.ToString() : "";

    private static int Number(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : 0;
}
