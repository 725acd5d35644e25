using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Json;

/// <summary>Reads what <see cref="JsonFields"/> writes. Anything of the wrong shape is a <see cref="SchemeJsonException"/> that says where.</summary>
internal readonly struct JsonNode(JsonElement element, string path)
{
    /// <summary>Where in the file this is, for messages: <c>space.rules[3]</c>.</summary>
    public string Path { get; } = path;

    private static NumberStyles Exactly => NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Whether the field is there.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>A field that must be an object.</summary>
    public JsonNode Object(string name) => ObjectOrNone(name) ?? throw Fault(name, "is missing");

    /// <summary>A field that is an object, or none.</summary>
    public JsonNode? ObjectOrNone(string name) => Find(name) is not { } found ? null
        : found.ValueKind == JsonValueKind.Object ? new JsonNode(found, PathOf(name))
        : throw Fault(name, "is not an object");

    /// <summary>The objects of a list; none where the field is not there.</summary>
    public ImmutableArray<T> Objects<T>(string name, Func<JsonNode, T> read) => List(name, (item, path) =>
        item.ValueKind == JsonValueKind.Object ? read(new JsonNode(item, path)) : throw new SchemeJsonException($"{path} is not an object."));

    /// <summary>The lists of a list.</summary>
    public ImmutableArray<ImmutableArray<T>> Lists<T>(string name, Func<JsonElement, string, T> read) => List(name, (item, path) => Each(item, path, read));

    /// <summary>A text; empty where the field is not there.</summary>
    public string Text(string name) => Find(name) is not { } found ? ""
        : found.ValueKind == JsonValueKind.String ? found.GetString() ?? ""
        : throw Fault(name, "is not a text");

    /// <summary>Texts.</summary>
    public ImmutableArray<string> Texts(string name) => List(name, (item, path) =>
        item.ValueKind == JsonValueKind.String ? item.GetString() ?? "" : throw new SchemeJsonException($"{path} is not a text."));

    /// <summary>A whole number; -1 where the field is not there.</summary>
    public int Index(string name) => Find(name) is { } found ? Integer(found, PathOf(name)) : -1;

    /// <summary>Whole numbers.</summary>
    public ImmutableArray<int> Integers(string name) => List(name, Integer);

    /// <summary>True or false; false where the field is not there.</summary>
    public bool Flag(string name) => Truth(name) ?? false;

    /// <summary>True or false; none where the field is not there.</summary>
    public bool? Truth(string name) => Find(name) is not { } found ? null
        : found.ValueKind is JsonValueKind.True or JsonValueKind.False ? found.GetBoolean()
        : throw Fault(name, "is neither true nor false");

    /// <summary>An exact number in a string.</summary>
    public decimal Exact(string name) =>
        decimal.TryParse(Text(name), Exactly, CultureInfo.InvariantCulture, out decimal value) ? value : throw Fault(name, "is not a number in a string");

    /// <summary>A run of days; always where the field is not there.</summary>
    public DateRange Days(string name) => ObjectOrNone(name) is { } days ? DateRange.From(days.Day("from"), days.Day("until")) : DateRange.Always;

    /// <summary>One of the words of an enumeration; the one that is left out where the field is not there.</summary>
    public T Word<T>(string name, T ifMissing)
        where T : struct, Enum
    {
        string text = Text(name);
        return text.Length == 0 ? ifMissing
            : Enum.TryParse(text, ignoreCase: false, out T value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0]) ? value
            : throw Fault(name, $"is “{text}”, which this version does not know");
    }

    /// <summary>A whole number.</summary>
    public static int Integer(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int value) ? value : throw new SchemeJsonException($"{path} is not a whole number.");

    private DateOnly? Day(string name)
    {
        string text = Text(name);
        return text.Length == 0 ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
            : throw Fault(name, "is not a date");
    }

    private JsonElement? Find(string name) =>
        element.TryGetProperty(name, out JsonElement found) && found.ValueKind != JsonValueKind.Null ? found : null;

    private ImmutableArray<T> List<T>(string name, Func<JsonElement, string, T> read) =>
        Find(name) is { } found ? Each(found, PathOf(name), read) : [];

    private static ImmutableArray<T> Each<T>(JsonElement list, string path, Func<JsonElement, string, T> read)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw new SchemeJsonException($"{path} is not a list.");
        }

        var items = ImmutableArray.CreateBuilder<T>(list.GetArrayLength());
        foreach (JsonElement item in list.EnumerateArray())
        {
            items.Add(read(item, FormattableString.Invariant($"{path}[{items.Count}]")));
        }

        return items.DrainToImmutable();
    }

    private string PathOf(string name) => Path.Length == 0 ? name : Path + "." + name;

    private SchemeJsonException Fault(string name, string fault) => new($"{PathOf(name)} {fault}.");
}
