using System.Text;

namespace DelegationLang.Emit;

/// <summary>A file to be written, as data: nothing in this library writes it.</summary>
/// <param name="Path">Where, relative to the output folder, with <c>/</c> between folders.</param>
/// <param name="Content">The bytes. Of a text: UTF-8 without a byte order mark, lines ended by <c>\n</c>; comma-separated values have both as Excel wants them.</param>
public sealed record EmittedFile(string Path, ReadOnlyMemory<byte> Content)
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>A file of text.</summary>
    /// <remarks>Half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.</remarks>
    public static EmittedFile FromText(string path, string text) => new(path, Encoding.GetBytes(text));

    /// <summary>The content as text.</summary>
    public string ToText() => Encoding.GetString(Content.Span);
}
