using System.Collections.Immutable;
using System.Text;

namespace DelegationLang.Text;

/// <summary>What became of the bytes of a file.</summary>
/// <param name="Content">The characters, without a byte order mark.</param>
/// <param name="HasByteOrderMark">Whether the bytes start with the mark of UTF-8.</param>
/// <param name="IsBinary">Whether they are no text in UTF-8 at all.</param>
/// <param name="Undecodable">Where a replacement character stands for bytes that could not be decoded.</param>
internal sealed record DecodedText(string Content, bool HasByteOrderMark, bool IsBinary, ImmutableArray<TextSpan> Undecodable)
{
    private const char Replacement = '\uFFFD';

    /// <summary>Whether the characters give back the very bytes.</summary>
    public bool IsExact => !IsBinary && Undecodable.IsEmpty;

    /// <summary>Decodes UTF-8.</summary>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        // Word processors save "Unicode text" as UTF-16; a NUL is in no text.
        bool isWide = bytes.Length >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF));
        if (isWide || bytes.Contains((byte)0))
        {
            return new DecodedText("", false, true, [new TextSpan(0, 0)]);
        }

        bool hasMark = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
        ReadOnlySpan<byte> rest = hasMark ? bytes[3..] : bytes;
        string content = Encoding.UTF8.GetString(rest);
        return new DecodedText(content, hasMark, false, IsValid(rest) ? [] : FindReplacements(content));
    }

    private static bool IsValid(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static ImmutableArray<TextSpan> FindReplacements(string content)
    {
        ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (int i = content.IndexOf(Replacement, StringComparison.Ordinal); i >= 0; i = content.IndexOf(Replacement, i + 1))
        {
            spans.Add(new TextSpan(i, 1));
        }

        return spans.ToImmutable();
    }
}
