using System.Text;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.Text;
using Range = DelegationLang.LanguageServer.Protocol.Types.Range;

namespace DelegationLang.LanguageServer.Workspace;

/// <summary>Between the client's positions in a text and the compiler's.</summary>
internal sealed class Positions(SourceText source, PositionEncoding encoding)
{
    /// <summary>The offset of a position. One past the end of its line is the end of the line, one past the last line the end of the text.</summary>
    public int Offset(Position position)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        if (position.Line >= source.LineCount)
        {
            return source.Length;
        }

        TextSpan line = source.GetLineSpan(position.Line + 1);
        int character = Math.Max(0, position.Character);
        if (encoding == PositionEncoding.Utf16)
        {
            return line.Start + Math.Min(character, line.Length);
        }

        int offset = line.Start;
        int units = 0;
        while (offset < line.End)
        {
            Rune.DecodeFromUtf16(source.Content.AsSpan(offset, line.End - offset), out Rune rune, out int consumed);
            units += encoding == PositionEncoding.Utf8 ? rune.Utf8SequenceLength : 1;
            if (units > character)
            {
                break;
            }

            offset += consumed;
        }

        return offset;
    }

    /// <summary>The span of a range; its ends in the order of the text.</summary>
    public TextSpan Span(Range range)
    {
        int start = Offset(range.Start);
        int end = Offset(range.End);
        return start <= end ? TextSpan.FromBounds(start, end) : TextSpan.FromBounds(end, start);
    }

    /// <summary>The position of an offset.</summary>
    public Position Position(int offset)
    {
        int known = Math.Clamp(offset, 0, source.Length);
        LinePosition place = source.GetPosition(known);
        int units = place.Column - 1;
        return new Position(place.Line - 1, encoding == PositionEncoding.Utf16 ? units : Count(source.Content.AsSpan(known - units, units)));
    }

    /// <summary>The range of a span.</summary>
    public Range Range(TextSpan span) => new(Position(span.Start), Position(span.End));

    /// <summary>How many units of the encoding some characters have.</summary>
    public int Count(ReadOnlySpan<char> text)
    {
        if (encoding == PositionEncoding.Utf16)
        {
            return text.Length;
        }

        int units = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            units += encoding == PositionEncoding.Utf8 ? rune.Utf8SequenceLength : 1;
        }

        return units;
    }
}
