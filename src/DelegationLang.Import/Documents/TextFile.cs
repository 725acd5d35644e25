using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace DelegationLang.Import.Documents;

/// <summary>The characters of a file of text whose encoding nobody says: Unicode if it can be, otherwise that of Windows in western Europe.</summary>
internal static class TextFile
{
    private const string Windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    // What the pound sign, a curly quotation mark and a dash become.
    private static readonly Regex Twice = new("Â[£\u00A0]|â€[\u0080-\uFFFF]", RegexOptions.CultureInvariant);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, without a mark of byte order; and a remark where its signs had been saved twice in different encodings, as Â£ for £, and were put right.</summary>
    public static (string Text, ImmutableArray<string> Remarks) Read(ReadOnlySpan<byte> bytes)
    {
        string text = Decode(bytes);
        return Twice.IsMatch(text) && Once(text) is { } repaired
            ? (repaired, ["Signs that a program had saved in the wrong encoding, such as “Â£” for “£”, were put right."])
            : (text, []);
    }

    // Letters that each are a byte of a sign: read as bytes, they must be that sign.
    private static string? Once(string text)
    {
        var bytes = new byte[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            int index = Windows.IndexOf(text[i], StringComparison.Ordinal);
            if (index < 0 && text[i] > 0xFF)
            {
                return null;
            }

            bytes[i] = (byte)(index < 0 ? text[i] : index + 0x80);
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        try
        {
            return Strict.GetString(bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            return string.Create(bytes.Length, bytes.ToArray(), static (text, source) =>
            {
                for (int i = 0; i < text.Length; i++)
                {
                    text[i] = source[i] is >= 0x80 and < 0xA0 ? Windows[source[i] - 0x80] : (char)source[i];
                }
            });
        }
    }
}
