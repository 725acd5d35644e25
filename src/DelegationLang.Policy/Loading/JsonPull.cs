using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DelegationLang.Policy.Loading;

/// <summary>
/// Reads JSON from front to back, in pieces where it comes as a stream, and keeps nothing of it but what is asked for. It knows where it is, so that
/// whatever has the wrong shape is a <see cref="SchemeJsonException"/> that says where: <c>space.rules[3].giver</c>.
/// </summary>
internal ref struct JsonPull
{
    private const int PieceLength = 1 << 16;
    private const int DeepestPath = 64;

    private readonly Stream? stream;
    private readonly string[] names = new string[DeepestPath];
    private readonly int[] items = new int[DeepestPath];
    private readonly TextPool pool = new();
    private ContentHasher? hasher;
    private byte[] buffer = [];
    private int length;
    private int depth;
    private Utf8JsonReader reader;

    /// <summary>Reads from bytes that are all there.</summary>
    public JsonPull(ReadOnlySpan<byte> content, JsonCommentHandling comments = JsonCommentHandling.Disallow) =>
        reader = new Utf8JsonReader(WithoutMark(content), isFinalBlock: true, new JsonReaderState(new JsonReaderOptions { CommentHandling = comments }));

    /// <summary>Reads from a stream.</summary>
    public JsonPull(Stream stream)
    {
        this.stream = stream;
        buffer = new byte[PieceLength];
        bool isEnd = !Fill();
        if (buffer.AsSpan(0, length).StartsWith(ByteOrderMark))
        {
            length -= ByteOrderMark.Length;
            Buffer.BlockCopy(buffer, ByteOrderMark.Length, buffer, 0, length);
        }

        reader = new Utf8JsonReader(buffer.AsSpan(0, length), isEnd, default);
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Where it is, for messages.</summary>
    public readonly string Path
    {
        get
        {
            var path = new StringBuilder();
            for (int i = 0; i < depth; i++)
            {
                path.Append(i == 0 || names[i].Length == 0 ? "" : ".").Append(names[i]);
                if (items[i] >= 0)
                {
                    path.Append(CultureInfo.InvariantCulture, $"[{items[i]}]");
                }
            }

            return path.Length == 0 ? "The file" : path.ToString();
        }
    }

    /// <summary>What the token is that was read last.</summary>
    public readonly JsonTokenType Token => reader.TokenType;

    /// <summary>Reads the next token.</summary>
    public bool Read()
    {
        while (!reader.Read())
        {
            if (stream is null || reader.IsFinalBlock)
            {
                return false;
            }

            Refill();
        }

        hasher?.Add(ref reader);
        return true;
    }

    /// <summary>Has a value hashed while it is read, from the token that was read last, until <see cref="EndHash"/>.</summary>
    public void BeginHash(ContentHasher? into)
    {
        hasher = into;
        hasher?.Add(ref reader);
    }

    /// <summary>Ends what <see cref="BeginHash"/> began, when the last token of the value was read.</summary>
    public void EndHash()
    {
        hasher?.EndValue();
        hasher = null;
    }

    /// <summary>Begins an object.</summary>
    public readonly void StartObject()
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Fault("is not an object");
        }
    }

    /// <summary>
    /// Goes to the value of the next field of the object that was begun; false at its end. The field is then the one that <see cref="Is"/> tells.
    /// </summary>
    public bool NextField()
    {
        Advance();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Whether the field is of this name; if so, its value is read next, and <see cref="Path"/> leads to it until <see cref="Leave"/>.</summary>
    public bool Is(ReadOnlySpan<byte> utf8, string name)
    {
        if (!reader.ValueTextEquals(utf8))
        {
            return false;
        }

        Enter(name);
        Advance();
        return true;
    }

    /// <summary>Ends what <see cref="Is"/> began.</summary>
    public void Leave() => depth--;

    /// <summary>Passes over the value of a field that nobody knows.</summary>
    public void SkipField()
    {
        Advance();
        Skip();
    }

    /// <summary>Begins a list.</summary>
    public readonly void StartList()
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Fault("is not a list");
        }

        items[depth - 1] = -1;
    }

    /// <summary>Goes to the next item of a list; false at its end.</summary>
    public bool NextItem()
    {
        Advance();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            items[depth - 1] = -1;
            return false;
        }

        items[depth - 1]++;
        return true;
    }

    /// <summary>A list within a list counts its own items.</summary>
    public void EnterItem() => Enter("");

    /// <summary>A text. Null is none, here and everywhere: it stands in no file as it was written, and what a damaged one leaves out would be open to all.</summary>
    public readonly string Text() => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString() ?? "",
        _ => throw Fault("is not a text"),
    };

    /// <summary>A text of which there are few different ones in a file: each is kept once.</summary>
    public readonly string PooledText() =>
        reader.TokenType == JsonTokenType.String && !reader.HasValueSequence && !reader.ValueIsEscaped ? pool.Of(reader.ValueSpan) : Text();

    /// <summary>The bytes of a text without escapes, as of a word of the format.</summary>
    public readonly ReadOnlySpan<byte> Word() => reader.TokenType switch
    {
        JsonTokenType.String => reader.ValueSpan,
        _ => throw Fault("is not a text"),
    };

    /// <summary>A whole number.</summary>
    public readonly int Integer() => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt32(out int value) => value,
        _ => throw Fault("is not a whole number"),
    };

    /// <summary>True or false.</summary>
    public readonly bool Truth() => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Fault("is neither true nor false"),
    };

    /// <summary>An exact number in a string.</summary>
    public readonly decimal Exact() =>
        reader.TokenType == JsonTokenType.String
        && decimal.TryParse(reader.ValueSpan, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            ? value
            : throw Fault("is not a number in a string");

    /// <summary>A day as ISO writes it.</summary>
    public readonly DateOnly Day()
    {
        ReadOnlySpan<byte> text = reader.TokenType == JsonTokenType.String ? reader.ValueSpan : [];
        if (text.Length == 10 && text[4] == '-' && text[7] == '-'
            && Digits(text[..4]) is > 0 and var year && Digits(text[5..7]) is >= 1 and <= 12 and var month
            && Digits(text[8..]) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month))
        {
            return new DateOnly(year, month, day);
        }

        throw Fault("is not a date");
    }

    /// <summary>Passes over a value, whatever it is.</summary>
    public void Skip()
    {
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            int outside = reader.CurrentDepth;
            do
            {
                Advance();
            }
            while (reader.CurrentDepth > outside);
        }
    }

    /// <summary>Says what is wrong at the place where this is.</summary>
    public readonly SchemeJsonException Fault(string fault) => new($"{Path} {fault}.");

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> content) => content.StartsWith(ByteOrderMark) ? content[ByteOrderMark.Length..] : content;

    private static int Digits(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out uint value, out int read, 'D') && read == text.Length && text[0] != '+' ? (int)value : -1;

    private void Enter(string name)
    {
        if (depth == DeepestPath)
        {
            throw Fault("lies too deep");
        }

        names[depth] = name;
        items[depth] = -1;
        depth++;
    }

    private void Advance()
    {
        if (!Read())
        {
            throw new JsonException("The text ends too early.");
        }
    }

    // What was not used of the piece goes to the front, and more is put behind it; a token longer than the piece makes it grow.
    private void Refill()
    {
        int used = checked((int)reader.BytesConsumed);
        Buffer.BlockCopy(buffer, used, buffer, 0, length - used);
        length -= used;
        if (length == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        bool isEnd = !Fill();
        reader = new Utf8JsonReader(buffer.AsSpan(0, length), isEnd, reader.CurrentState);
    }

    // Whether there may be more: a stream may give less than was asked for at any time.
    private bool Fill()
    {
        while (stream is not null && length < buffer.Length)
        {
            int read = stream.Read(buffer, length, buffer.Length - length);
            if (read == 0)
            {
                return false;
            }

            length += read;
        }

        return true;
    }
}
