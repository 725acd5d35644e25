using System.Globalization;
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
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(Allowed());

    private readonly Utf8JsonWriter writer = new(stream, new JsonWriterOptions
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        // Letters of all scripts as they are; what could end a script element, or turn the direction of a text, by number.
        Encoder = Encoder,
    });

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
        writer.WriteStartObject();
        write();
        writer.WriteEndObject();
    }

    /// <summary>Writes a field that is an object.</summary>
    public void Object(string name, Action write)
    {
        writer.WritePropertyName(name);
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
                writer.WriteStartArray(name);
                writer.WriteEndArray();
            }

            return;
        }

        writer.WriteStartArray(name);
        do
        {
            writer.WriteStartObject();
            write(item.Current);
            writer.WriteEndObject();
        }
        while (item.MoveNext());
        writer.WriteEndArray();
    }

    /// <summary>Writes a field that is a list of lists.</summary>
    public void Lists<T>(string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            writer.WriteStartArray();
            write(item);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a text; nothing for an empty one.</summary>
    public void Text(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, value);
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

        writer.WriteStartArray(name);
        foreach (string value in all)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes whole numbers; nothing for none.</summary>
    public void Integers(string name, IReadOnlyCollection<int> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (int value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes one whole number into the list that is open.</summary>
    public void Item(int value) => writer.WriteNumberValue(value);

    /// <summary>Writes one object into the list that is open.</summary>
    public void Item(Action write) => Object(write);

    /// <summary>Writes a whole number.</summary>
    public void Integer(string name, int value) => writer.WriteNumber(name, value);

    /// <summary>Writes an index; nothing for none.</summary>
    public void Index(string name, int value)
    {
        if (value >= 0)
        {
            writer.WriteNumber(name, value);
        }
    }

    /// <summary>Writes true; nothing for false.</summary>
    public void Flag(string name, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(name, true);
        }
    }

    /// <summary>Writes true or false; nothing for neither.</summary>
    public void Truth(string name, bool? value)
    {
        if (value is { } known)
        {
            writer.WriteBoolean(name, known);
        }
    }

    /// <summary>Writes a day; nothing for none.</summary>
    public void Day(string name, DateOnly? day)
    {
        if (day is { } known)
        {
            writer.WriteString(name, Day(known));
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
    public void Exact(string name, decimal value) => writer.WriteString(name, Number(value));

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();
}
