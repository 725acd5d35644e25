using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Workspaces.Joining;

/// <summary>A joined scheme as it was built before, in the <c>scheme.json</c> that it is published with.</summary>
internal sealed class BuiltOther
{
    private readonly JsonElement root;
    private readonly StoredQuestionNames names;
    private readonly JoinedPlace place;

    private BuiltOther(JsonElement root, StoredQuestionNames names, JoinedPlace place)
    {
        this.root = root;
        this.names = names;
        this.place = place;
    }

    /// <summary>Reads a built scheme: what it says is checked by its content hash.</summary>
    /// <param name="by">The sentences by which it is found.</param>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="place">Where it lies.</param>
    /// <param name="choose">Of its symbols, the body that it is the scheme of, where the file does not say.</param>
    /// <exception cref="SchemeJsonException">It is no scheme as this version builds it, or it is damaged.</exception>
    public static OtherScheme? Read(JoinedBy by, ReadOnlyMemory<byte> content, JoinedPlace place, Func<IEnumerable<PartySymbol>, PartySymbol?> choose)
    {
        var scheme = LoadedScheme.Load(content.Span);
        var names = StoredQuestionNames.Create(scheme);
        ReadOnlyMemory<byte> text = content.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? content[3..] : content;
        using var document = JsonDocument.Parse(text);
        var built = new BuiltOther(document.RootElement, names, place);
        PartySymbol? own = built.root.TryGetProperty("scheme", out JsonElement info) && names.Find(Text(info, "organisation")) is PartySymbol { IsOrganisation: true } stated
            ? stated
            : choose(names.Symbols.OfType<PartySymbol>());
        if (own is null)
        {
            return null;
        }

        Dictionary<SourceReference, string> sentences = built.Sentences();
        return new OtherScheme
        {
            By = by with { Place = place },
            Space = scheme.Space.Definition.WithFiles(built.Shown),
            Symbols = names.Symbols,
            IndexOf = names.IndexOf,
            Names = names.Lookup,
            Own = own,
            Agreements = [.. built.List("agreements").Where(agreement => !Flag(agreement, "library")).Select(agreement => built.Agreement(agreement, Find))],
            Find = Find,
        };

        SourceLocation? Find(SourceReference source) => sentences.TryGetValue(source, out var words) ? At(source, words) : null;
    }

    private string Shown(string file) => place.Shown(place.File) + "#" + file;

    private IEnumerable<JsonElement> List(string name) => Items(root, name);

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString() ?? "" : "";

    private static bool Flag(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement flag) && flag.ValueKind == JsonValueKind.True;

    private static int Integer(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement number) && number.TryGetInt32(out var value) ? value : 0;

    // The words of each sentence by its place.
    private Dictionary<SourceReference, string> Sentences()
    {
        var sentences = new Dictionary<SourceReference, string>();
        foreach (JsonElement sentence in List("sentences"))
        {
            var line = Integer(sentence, "line");
            var words = Text(sentence, "text");
            if (line is >= 1 and <= 1_000_000 && words.Length > 0)
            {
                sentences.TryAdd(new SourceReference(Shown(Text(sentence, "file")), line), words);
            }
        }

        return sentences;
    }

    // On its line of a text that has nothing else.
    private static SourceLocation At(SourceReference source, string words) =>
        new(new SourceText(source.File ?? "", new string('\n', source.Line - 1) + words), new TextSpan(source.Line - 1, words.Length));

    private AgreementTerms Agreement(JsonElement agreement, Func<SourceReference, SourceLocation?> find)
    {
        SourceReference source = agreement.TryGetProperty("source", out JsonElement at) ? new SourceReference(Shown(Text(at, "file")), Integer(at, "line")) : default;
        return new AgreementTerms
        {
            Name = Text(agreement, "name"),
            Kind = Text(agreement, "kind"),
            Parties = Indexes(agreement, "owners"),
            Power = names.Find(Text(agreement, "under"))?.Name ?? "",
            Covers = Indexes(agreement, "covers"),
            Days = agreement.TryGetProperty("life", out JsonElement life) ? DateRange.From(Day(life, "from"), Day(life, "until")) : DateRange.Always,
            Worth = string.Join(", ", Items(agreement, "worth").Select(Worth).Where(words => words.Length > 0)),
            Location = find(source),
        };
    }

    private static string Worth(JsonElement worth) =>
        worth.ValueKind == JsonValueKind.Object && worth.TryGetProperty("value", out JsonElement value) && Value(value) is { } sum
            ? AgreementTerms.WorthOf(sum, Text(worth, "currency"), Text(worth, "year"))
            : "";

    private static decimal? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
        JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static DateOnly? Day(JsonElement days, string name) =>
        DateOnly.TryParseExact(Text(days, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private ImmutableArray<int> Indexes(JsonElement element, string name) =>
    [
        .. Items(element, name)
            .Where(id => id.ValueKind == JsonValueKind.String)
            .Select(id => names.Find(id.GetString() ?? "") is { } symbol ? names.IndexOf(symbol) : -1)
            .Where(index => index >= 0),
    ];
}
