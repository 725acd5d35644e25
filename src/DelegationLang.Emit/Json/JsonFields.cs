using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using DelegationLang.Emit.Naming;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Json;

/// <summary>
/// Writes JSON as this format has it: fields that say nothing are left out, dates are ISO, amounts are exact decimals in strings, lines end in <c>\n</c>.
/// </summary>
internal sealed class JsonFields(Stream stream) : IDisposable
{
    // Letters of all scripts as they are; what could end a script element, or turn the direction of a text, by number.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(Allowed());

    private readonly ArrayBufferWriter<byte> line = new();
    private readonly Utf8JsonWriter indented = new(stream, new JsonWriterOptions { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = Encoder });
    private Utf8JsonWriter? compact;

    private Utf8JsonWriter Writer => compact ?? indented;

    /// <summary>A date: <c>2026-04-01</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An exact number, without exponent: <c>0.10</c> stays as it is.</summary>
    public static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static TextEncoderSettings Allowed()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(VisibleText.IsHidden)]);
        return settings;
    }

    /// <summary>Writes an object.</summary>
    public void Object(Action write)
    {
        Writer.WriteStartObject();
        write();
        Writer.WriteEndObject();
    }

    /// <summary>Writes a field that is an object.</summary>
    public void Object(string name, Action write)
    {
        Writer.WritePropertyName(name);
        Object(write);
    }

    /// <summary>Writes a field that is a list of objects; an empty list is left out unless it is always to be there.</summary>
    public void Objects<T>(string name, IEnumerable<T> items, Action<T> write, bool always = false)
    {
        using IEnumerator<T> item = items.GetEnumerator();
        if (!item.MoveNext())
        {
            if (always)
            {
                Writer.WriteStartArray(name);
                Writer.WriteEndArray();
            }

            return;
        }

        Writer.WriteStartArray(name);
        do
        {
            Writer.WriteStartObject();
            write(item.Current);
            Writer.WriteEndObject();
        }
        while (item.MoveNext());
        Writer.WriteEndArray();
    }

    /// <summary>Writes a field that is a list of objects, each on a line of its own: such a list is quicker to read, and one change is one line.</summary>
    public void Lines<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        indented.WriteStartArray(name);
        using var lines = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = Encoder });
        string start = "\n" + new string(' ', 2 * indented.CurrentDepth);
        foreach (T item in items)
        {
            line.Write(Encoding.UTF8.GetBytes(start));
            compact = lines;
            Object(() => write(item));
            lines.Flush();
            compact = null;
            indented.WriteRawValue(line.WrittenSpan, skipInputValidation: true);
            line.ResetWrittenCount();
            lines.Reset();
        }

        indented.WriteEndArray();
    }

    /// <summary>Writes a field that is a list of lists.</summary>
    public void Lists<T>(string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        Writer.WriteStartArray(name);
        foreach (T item in items)
        {
            Writer.WriteStartArray();
            write(item);
            Writer.WriteEndArray();
        }

        Writer.WriteEndArray();
    }

    /// <summary>Writes a text; nothing for an empty one.</summary>
    public void Text(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Writer.WriteString(name, value);
        }
    }

    /// <summary>Writes texts; nothing for none.</summary>
    public void Texts(string name, IEnumerable<string> values)
    {
        string[] all = [.. values];
        if (all.Length == 0)
        {
            return;
        }

        Writer.WriteStartArray(name);
        foreach (string value in all)
        {
            Writer.WriteStringValue(value);
        }

        Writer.WriteEndArray();
    }

    /// <summary>Writes whole numbers; nothing for none.</summary>
    public void Integers(string name, IReadOnlyCollection<int> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        Writer.WriteStartArray(name);
        foreach (int value in values)
        {
            Writer.WriteNumberValue(value);
        }

        Writer.WriteEndArray();
    }

    /// <summary>Writes one whole number into the list that is open.</summary>
    public void Item(int value) => Writer.WriteNumberValue(value);

    /// <summary>Writes one text into the list that is open.</summary>
    public void Item(string value) => Writer.WriteStringValue(value);

    /// <summary>Writes one object into the list that is open.</summary>
    public void Item(Action write) => Object(write);

    /// <summary>Writes a whole number.</summary>
    public void Integer(string name, int value) => Writer.WriteNumber(name, value);

    /// <summary>Writes an index; nothing for none.</summary>
    public void Index(string name, int value)
    {
        if (value >= 0)
        {
            Writer.WriteNumber(name, value);
        }
    }

    /// <summary>Writes true; nothing for false.</summary>
    public void Flag(string name, bool value)
    {
        if (value)
        {
            Writer.WriteBoolean(name, true);
        }
    }

    /// <summary>Writes true or false; nothing for neither.</summary>
    public void Truth(string name, bool? value)
    {
        if (value is { } known)
        {
            Writer.WriteBoolean(name, known);
        }
    }

    /// <summary>Writes a day; nothing for none.</summary>
    public void Day(string name, DateOnly? day)
    {
        if (day is { } known)
        {
            Writer.WriteString(name, Day(known));
        }
    }

    /// <summary>Writes a run of days; nothing for always. An open end is left out.</summary>
    public void Days(string name, DateRange days)
    {
        if (days != DateRange.Always)
        {
            Object(name, () =>
            {
                Day("from", days.HasFirst ? days.First : null);
                Day("until", days.HasLast ? days.Last : null);
            });
        }
    }

    /// <summary>Writes an exact number as a string.</summary>
    public void Exact(string name, decimal value) => Writer.WriteString(name, Number(value));

    /// <inheritdoc/>
    public void Dispose() => indented.Dispose();
}
