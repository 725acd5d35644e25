using System.Collections.Immutable;
using System.Text.Json;
using DelegationLang.Decisions;
using DelegationLang.Parsing;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Json;

/// <summary>A scheme that was built earlier, read from its <c>scheme.json</c>: it answers questions as its sentences did.</summary>
public sealed class SchemeJson
{
    private SchemeJson(string title, string version, string fingerprint, QuestionAnswerer answerer)
    {
        Title = title;
        Version = version;
        Fingerprint = fingerprint;
        Answerer = answerer;
    }

    /// <summary>The title of the scheme.</summary>
    public string Title { get; }

    /// <summary>The version of the scheme; empty when it does not say.</summary>
    public string Version { get; }

    /// <summary>SHA-256 of the sentences that it was built from.</summary>
    public string Fingerprint { get; }

    /// <summary>The decision space.</summary>
    public DecisionSpace Space => Answerer.Space;

    /// <summary>What answers questions in words.</summary>
    public QuestionAnswerer Answerer { get; }

    /// <summary>Whether a file looks like one that this class reads, by its first bytes: anything but JSON of this format does not.</summary>
    public static bool IsSchemeJson(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> text = start.StartsWith(ByteOrderMark) ? start[ByteOrderMark.Length..] : start;
        int i = 0;
        while (i < text.Length && text[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            i++;
        }

        return i < text.Length && text[i] == (byte)'{';
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a built scheme.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <exception cref="SchemeJsonException">The file is no scheme as this version builds it.</exception>
    public static SchemeJson Read(ReadOnlyMemory<byte> content)
    {
        ReadOnlyMemory<byte> text = content.Span.StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content;
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new SchemeJsonException("The file is not readable as JSON.", exception);
        }
        catch (InvalidOperationException exception)
        {
            // A string that holds half a surrogate pair is found only when it is read.
            throw new SchemeJsonException("The file holds text that cannot be read.", exception);
        }
    }

    private static SchemeJson Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new SchemeJsonException("The file is not a built scheme.");
        }

        var root = new JsonNode(element, "");
        if (root.Text("format") != JsonEmitter.Format)
        {
            throw new SchemeJsonException($"The file is not a built scheme: its “format” is not “{JsonEmitter.Format}”.");
        }

        if (root.Index("formatVersion") is not JsonEmitter.FormatVersion and var version)
        {
            throw new SchemeJsonException(FormattableString.Invariant(
                $"The file is of version {version} of the format; this tool reads version {JsonEmitter.FormatVersion}. Build the scheme again."));
        }

        SpaceDefinition definition = SpaceReader.Read(root.Object("space"));
        ImmutableArray<NameEntry> entries = root.Objects("names", NameEntry.Read);
        JsonNode scheme = root.Object("scheme");
        (IQuestionNames names, NameTable table) = StoredQuestionNames.Create(entries, definition);
        return new SchemeJson(
            scheme.Text("title"),
            scheme.Text("version"),
            root.Text("fingerprint"),
            new QuestionAnswerer(DecisionSpace.Create(definition), names, table));
    }
}
