using System.Collections.Immutable;
using System.Globalization;

namespace DelegationLang.Policy.Tables;

/// <summary>One row of a table.</summary>
internal sealed class TableRow
{
    private readonly string[] _fields;
    private readonly string[] _texts;

    public TableRow(string line, string[] texts)
    {
        _fields = line.Split(' ');
        _texts = texts;
    }

    /// <summary>What the row is.</summary>
    public string Word => _fields[0];

    public string Field(string key)
    {
        for (int i = 1; i < _fields.Length; i++)
        {
            string field = _fields[i];
            if (field.Length > key.Length && field[key.Length] == '=' && field.StartsWith(key, StringComparison.Ordinal))
            {
                return field.Substring(key.Length + 1);
            }
        }

        return "";
    }

    public bool Flag(string key) => Field(key).Length > 0;

    public int Index(string key) => Field(key) is { Length: > 0 } value ? Int(value) : -1;

    public string Text(string key) => Field(key) is { Length: > 0 } value ? _texts[Int(value)] : "";

    public ImmutableArray<string> Texts(string key) => Each(Field(key), ',', value => _texts[Int(value)]);

    public ImmutableArray<int> List(string key) => Each(Field(key), ',', Int);

    public ImmutableArray<ImmutableArray<int>> Groups(string key) => Each(Field(key), ';', group => Each(group, '+', Int));

    public ImmutableArray<LegalBar> Bars(string key) => Each(Field(key), ';', bar =>
    {
        string[] parts = bar.Split(':');
        return new LegalBar(Int(parts[0]), _texts[Int(parts[1])]);
    });

    public ImmutableArray<SuccessionDefinition> Successions(string key) => Each(Field(key), ';', succession =>
    {
        string[] parts = succession.Split(':');
        SourceReference source = parts.Length == 5 ? new SourceReference(_texts[Int(parts[3])], Int(parts[4])) : default;
        return new SuccessionDefinition(Int(parts[0]), Int(parts[1]), Day(parts[2]) ?? default, source);
    });

    public DateRange Days(string key) => Field(key) is { Length: > 0 } value ? Range(value) : DateRange.Always;

    public SourceReference Source(string key)
    {
        string[] parts = Field(key).Split(':');
        return parts.Length == 2 ? new SourceReference(_texts[Int(parts[0])], Int(parts[1])) : default;
    }

    public ImmutableArray<DatedFigure> Figures(string key) => Each(Field(key), ';', figure =>
    {
        string[] parts = figure.Split(':');
        return new DatedFigure(Range(parts[0]), Number(parts[1]), parts[2]);
    });

    public LimitDefinition? Limit(string key)
    {
        LimitDefinition? limit = null;
        string[] limits = Field(key).Split(';');
        for (int i = limits.Length - 1; i >= 0; i--)
        {
            string[] parts = limits[i].Split('/');
            if (parts.Length == 4)
            {
                limit = new LimitDefinition { Lower = Bound(parts[0]), Upper = Bound(parts[1]), Basis = _texts[Int(parts[2])], Vat = VatOf(parts[3]), Also = limit };
            }
        }

        return limit;
    }

    public ImmutableArray<ImmutableArray<FactDefinition>> Facts(string key) => Each(Field(key), ';', group => Each(group, '|', Fact));

    private static FactDefinition Fact(string text)
    {
        bool isNegated = text[0] == '!';
        string[] parts = (isNegated ? text.Substring(1) : text).Split('/');
        return parts.Length == 3
            ? new FactDefinition { Measure = After(parts[0], "measure"), Lower = Bound(parts[1]), Upper = Bound(parts[2]), IsNegated = isNegated }
            : new FactDefinition { Condition = After(parts[0], "condition"), IsNegated = isNegated };
    }

    private static BoundDefinition? Bound(string text) =>
        text.Length == 0 ? null : new BoundDefinition(Each(text.Substring(text[1] == '^' ? 2 : 1), '&', Term), text[0] == '=') { IsHighest = text[1] == '^' };

    private static BoundTerm Term(string text)
    {
        int star = text.IndexOf('*');
        if (star >= 0)
        {
            string what = text.Substring(star + 1);
            decimal part = Number(text.Substring(0, star));
            return what.StartsWith("amount", StringComparison.Ordinal)
                ? new BoundTerm(BoundTermKind.PartOfAmount, part, "", After(what, "amount"))
                : new BoundTerm(BoundTermKind.PartOfMeasure, part, "", After(what, "measure"));
        }

        int letter = 0;
        while (letter < text.Length && !char.IsLetter(text[letter]))
        {
            letter++;
        }

        return new BoundTerm(BoundTermKind.Figure, Number(text.Substring(0, letter)), text.Substring(letter));
    }

    private static int After(string text, string word) => Int(text.Substring(word.Length));

    private static int Int(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static decimal Number(string text) =>
        decimal.Parse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static DateRange Range(string text)
    {
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        return DateRange.From(Day(text.Substring(0, dots)), Day(text.Substring(dots + 2)));
    }

    private static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ImmutableArray<T> Each<T>(string text, char separator, Func<string, T> read) =>
        text.Length == 0 ? ImmutableArray<T>.Empty : ImmutableArray.CreateRange(text.Split(separator).Select(read));

    private static Vat VatOf(string word) => word switch
    {
        nameof(Vat.Excluding) => Vat.Excluding,
        nameof(Vat.Including) => Vat.Including,
        _ => Vat.Unstated,
    };
}
