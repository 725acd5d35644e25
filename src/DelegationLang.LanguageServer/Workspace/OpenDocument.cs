using System.Collections.Immutable;
using System.Text;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Workspace;

/// <summary>A document as the client has it open. Immutable: a change makes another.</summary>
internal sealed class OpenDocument
{
    private const char ByteOrderMark = '\uFEFF';

    private readonly SourceText text;
    private readonly Lazy<ImmutableArray<byte>> bytes;
    private readonly Lazy<bool> hasSchemeSentence;

    public OpenDocument(string address, int version, string content)
    {
        Address = address;
        Path = Addresses.PathOf(address);
        Version = version;
        text = new SourceText(address, content);
        bytes = new(() => BytesOf(content));
        hasSchemeSentence = new(() => SchemeSentence.IsIn(content));
    }

    /// <summary>The address by which the client calls it.</summary>
    public string Address { get; }

    /// <summary>The path of its file; none for a document that is no file.</summary>
    public string? Path { get; }

    /// <summary>What it is known by here: its path, or its address where it has none.</summary>
    public string Key => Path ?? Address;

    /// <summary>The version that the client gave it.</summary>
    public int Version { get; }

    /// <summary>Its text.</summary>
    public string Text => text.Content;

    /// <summary>Its text as the bytes of a file.</summary>
    public ImmutableArray<byte> Bytes => bytes.Value;

    /// <summary>Where the last change ended; none where there was none, or where it replaced the whole text.</summary>
    public int? WrittenAt { get; private init; }

    /// <summary>Whether a scheme starts in it.</summary>
    public bool HasSchemeSentence => hasSchemeSentence.Value;

    /// <summary>The offset of a position.</summary>
    public int Offset(Position position, PositionEncoding encoding) => new Positions(text, encoding).Offset(position);

    /// <summary>The document after changes, each made to what the one before it left.</summary>
    public OpenDocument With(int version, IReadOnlyList<ContentChange> changes, PositionEncoding encoding)
    {
        SourceText current = text;
        int? written = null;
        foreach (ContentChange change in changes)
        {
            string content = change.Text;
            written = null;
            if (change.Range is { } range)
            {
                TextSpan span = new Positions(current, encoding).Span(range);
                written = span.Start + change.Text.Length;
                content = string.Concat(current.Content.AsSpan(0, span.Start), change.Text, current.Content.AsSpan(span.End));
            }

            current = new SourceText(Address, content);
        }

        return new OpenDocument(Address, version, current.Content) { WrittenAt = written };
    }

    // A mark at the start of the client's text is a character of it and not of the file's encoding: with a mark before it, it stays one.
    private static ImmutableArray<byte> BytesOf(string content) =>
        [.. Encoding.UTF8.GetBytes(content.StartsWith(ByteOrderMark) ? ByteOrderMark + content : content)];
}
