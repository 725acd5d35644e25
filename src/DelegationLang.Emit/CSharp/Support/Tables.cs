/// <summary>Reads the rows of the tables below. A row is a word and fields (<c>key=value</c>) joined by spaces; a field that is not there has its default.</summary>
internal static class TableReader
{
    /// <summary>Puts the tables together.</summary>
    public static SpaceDefinition Read(DateRange inForce, string[] texts, IEnumerable<string[]> parts)
    {
        var parties = ImmutableArray.CreateBuilder<PartyDefinition>();
        var subjects = ImmutableArray.CreateBuilder<SubjectDefinition>();
        var places = ImmutableArray.CreateBuilder<PlaceDefinition>();
        var conditions = ImmutableArray.CreateBuilder<ConditionDefinition>();
        var measures = ImmutableArray.CreateBuilder<MeasureDefinition>();
        var amounts = ImmutableArray.CreateBuilder<NamedAmountDefinition>();
        var rules = ImmutableArray.CreateBuilder<RuleDefinition>();
        var deputies = ImmutableArray.CreateBuilder<DeputyDefinition>();
        foreach (string[] part in parts)
        {
            foreach (string line in part)
            {
                var row = new TableRow(line, texts);
                switch (row.Word)
                {
                    case nameof(PartyKind.Organisation) or nameof(PartyKind.Group) or nameof(PartyKind.Role):
                        parties.Add(Party(row));
                        break;
                    case nameof(SubjectKind.Function) or nameof(SubjectKind.Matter) or nameof(SubjectKind.Budget):
                        subjects.Add(Subject(row));
                        break;
                    case nameof(RuleKind.Delegation) or nameof(RuleKind.Entrustment) or nameof(RuleKind.Reservation):
                        rules.Add(Rule(row));
                        break;
                    case "place":
                        places.Add(new PlaceDefinition(row.Text("name"), row.Index("within")) { Lifetime = row.Days("life") });
                        break;
                    case "condition":
                        conditions.Add(new ConditionDefinition(row.Text("name"), row.Field("normally") switch { "true" => true, "false" => false, _ => null }));
                        break;
                    case "measure":
                        measures.Add(new MeasureDefinition(row.Text("name"), row.Text("unit"), row.Field("currency")));
                        break;
                    case "amount":
                        amounts.Add(new NamedAmountDefinition(row.Text("name"), row.Figures("figures")));
                        break;
                    case "deputy":
                        deputies.Add(Deputy(row));
                        break;
                    default:
                        throw new InvalidOperationException("A row of the scheme cannot be read: " + line);
                }
            }
        }

        return new SpaceDefinition
        {
            InForce = inForce,
            Parties = parties.ToImmutable(),
            Subjects = subjects.ToImmutable(),
            Places = places.ToImmutable(),
            Conditions = conditions.ToImmutable(),
            Measures = measures.ToImmutable(),
            Amounts = amounts.ToImmutable(),
            Rules = rules.ToImmutable(),
            Deputies = deputies.ToImmutable(),
        };
    }

    private static PartyDefinition Party(TableRow row) => new()
    {
        Name = row.Text("name"),
        Kind = Enum.Parse<PartyKind>(row.Word),
        Lifetime = row.Days("life"),
        At = row.List("at"),
        Boards = row.List("boards"),
        Cabinets = row.List("cabinets"),
        Source = row.Source("source"),
    };

    private static SubjectDefinition Subject(TableRow row) => new()
    {
        Name = row.Text("name"),
        Kind = Enum.Parse<SubjectKind>(row.Word),
        Parent = row.Index("within"),
        Owner = row.Index("of"),
        IsExecutive = row.Flag("executive"),
        Lifetime = row.Days("life"),
        Covers = row.List("covers"),
        At = row.List("at"),
        Source = row.Source("source"),
    };

    private static RuleDefinition Rule(TableRow row) => new()
    {
        Kind = Enum.Parse<RuleKind>(row.Word),
        IsEffective = !row.Flag("void"),
        Giver = row.Index("giver"),
        Holders = row.Groups("to"),
        Scope = row.Field("scope") is { Length: > 0 } scope ? Enum.Parse<RuleScope>(scope) : RuleScope.Named,
        Subjects = row.List("about"),
        For = row.List("for"),
        Except = row.List("except"),
        At = row.List("at"),
        Days = row.Days("days"),
        Limit = row.Limit("limit"),
        Facts = row.Facts("when"),
        IsExceptional = row.Flag("exceptional"),
        Onward = row.Flag("onward")
            ? new OnwardDefinition { To = row.List("onwardTo"), Limit = row.Limit("onwardLimit"), ConsentOf = row.Index("onwardConsent") }
            : null,
        ApprovedBy = row.Index("approved"),
        Steps = row.Texts("steps"),
        RatifiedBy = row.Text("ratified"),
        Under = row.Text("under"),
        Table = row.Index("table"),
        Source = row.Source("source"),
        Reference = row.Text("reference"),
    };

    private static DeputyDefinition Deputy(TableRow row) => new()
    {
        Deputy = row.Index("deputy"),
        Principal = row.Index("principal"),
        Except = row.List("except"),
        Days = row.Days("days"),
        Facts = row.Facts("when"),
        Source = row.Source("source"),
    };
}

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
        string[] parts = Field(key).Split('/');
        return parts.Length == 4
            ? new LimitDefinition { Lower = Bound(parts[0]), Upper = Bound(parts[1]), Basis = _texts[Int(parts[2])], Vat = Enum.Parse<Vat>(parts[3]) }
            : null;
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
        text.Length == 0 ? null : new BoundDefinition(Each(text.Substring(1), '&', Term), text[0] == '=');

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
}
