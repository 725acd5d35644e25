using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DelegationLang.Policy;

namespace DelegationLang.Emit.CSharp;

/// <summary>
/// Writes a <see cref="SpaceDefinition"/> as rows of text: one row a thing, fields joined by spaces, a field left out where it has its default.
/// Users' texts go to a table of their own and rows hold their numbers, so that no row needs escaping. <see cref="Policy.Tables.TableReader"/> reads the rows.
/// </summary>
/// <remarks>
/// Rows of text and not object initialisers, because a compiler turns ten thousand of those into megabytes of code that runs once.
/// </remarks>
internal sealed class TableWriter
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly StringBuilder row = new();

    /// <summary>Users' texts, by number.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>The row of a party.</summary>
    public string Party(PartyDefinition party) => Start(Word(party.Kind))
        .Text("name", party.Name).Days("life", party.Lifetime).List("at", party.At).List("boards", party.Boards)
        .List("cabinets", party.Cabinets).List("leaders", party.Leaders).List("ifNotAgreed", party.IfNotAgreed).Source(party.Source).End();

    /// <summary>The row of a subject.</summary>
    public string Subject(SubjectDefinition subject) => Start(Word(subject.Kind))
        .Text("name", subject.Name).Index("within", subject.Parent).Index("of", subject.Owner).Flag("executive", subject.IsExecutive)
        .Days("life", subject.Lifetime).List("covers", subject.Covers).List("at", subject.At).Source(subject.Source).End();

    /// <summary>The row of a place.</summary>
    public string Place(PlaceDefinition place) => Start("place")
        .Text("name", place.Name).Index("within", place.Parent).Days("life", place.Lifetime).End();

    /// <summary>The row of a condition.</summary>
    public string Condition(ConditionDefinition condition) => Start("condition")
        .Text("name", condition.Name)
        .Field("normally", condition.Normally switch { true => "true", false => "false", null => "" }).End();

    /// <summary>The row of a measure.</summary>
    public string Measure(MeasureDefinition measure) => Start("measure")
        .Text("name", measure.Name).Text("unit", measure.Unit).Field("currency", measure.Currency).End();

    /// <summary>The row of a named sum.</summary>
    public string Amount(NamedAmountDefinition amount) => Start("amount")
        .Text("name", amount.Name)
        .Field("figures", string.Join(';', amount.Figures.Select(figure => $"{Range(figure.Days)}:{Number(figure.Value)}:{figure.Currency}"))).End();

    /// <summary>The row of a rule.</summary>
    public string Rule(RuleDefinition rule) => Start(Word(rule.Kind))
        .Flag("void", !rule.IsEffective)
        .Index("giver", rule.Giver).Groups("to", rule.Holders)
        .Field("scope", rule.Scope == RuleScope.Named ? "" : Word(rule.Scope))
        .List("about", rule.Subjects).List("for", rule.For).List("except", rule.Except).List("kept", rule.KeptBack)
        .Field("barred", string.Join(';', rule.Barred.Select(bar => $"{Number(bar.Subject)}:{NumberOf(bar.Law)}"))).List("at", rule.At)
        .Days("days", rule.Days).Limit("limit", rule.Limit).Facts("when", rule.Facts)
        .Flag("exceptional", rule.IsExceptional)
        .Onward(rule.Onward).Index("approved", rule.ApprovedBy)
        .Field("steps", string.Join(',', rule.Steps.Select(NumberOf))).List("needed", rule.Needed)
        .Text("ratified", rule.RatifiedBy).Text("ratifiedWithin", rule.RatifiedWithin)
        .Field("took", string.Join(';', rule.Successions.Select(Succession))).Text("under", rule.Under).Text("class", rule.Class).List("within", rule.Within).Flag("forbidden", rule.IsForbidden).Index("table", rule.Table)
        .Source(rule.Source).Text("reference", rule.Reference).End();

    /// <summary>The row of somebody who has part in decisions without deciding them.</summary>
    public string Involvement(InvolvementDefinition involvement) => Start("involved")
        .Field("kind", Word(involvement.Kind)).Index("party", involvement.Party).List("others", involvement.Others).Flag("all", involvement.IsOfAll)
        .List("about", involvement.Subjects).List("for", involvement.For).List("except", involvement.Except).List("at", involvement.At)
        .Days("days", involvement.Days).Limit("limit", involvement.Limit).Facts("when", involvement.Facts).Source(involvement.Source).End();

    private string Succession(SuccessionDefinition succession) =>
        $"{Number(succession.Successor)}:{Number(succession.Predecessor)}:{Day(succession.On)}"
        + (string.IsNullOrEmpty(succession.Source.File) ? "" : $":{NumberOf(succession.Source.File)}:{Number(succession.Source.Line)}");

    /// <summary>The row of what the law leaves to an organisation itself.</summary>
    public string Kept(KeptByLaw kept) => Start("kept")
        .Index("subject", kept.Subject).Index("by", kept.Organisation).Text("law", kept.Law).End();

    /// <summary>The row of a deputy.</summary>
    public string Deputy(DeputyDefinition deputy) => Start("deputy")
        .Index("deputy", deputy.Deputy).Index("principal", deputy.Principal).List("for", deputy.For).List("except", deputy.Except)
        .Days("days", deputy.Days).Facts("when", deputy.Facts).Source(deputy.Source).End();

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString();

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Range(DateRange days) =>
        (days.HasFirst ? Day(days.First) : "") + ".." + (days.HasLast ? Day(days.Last) : "");

    private static string Bound(BoundDefinition? bound) =>
        bound is null ? "" : (bound.IsIncluded ? "=" : "!") + (bound.IsHighest ? "^" : "") + string.Join('&', bound.LowerOf.Select(Term));

    private static string Term(BoundTerm term) => term.Kind switch
    {
        BoundTermKind.PartOfAmount => $"{Number(term.Value)}*amount{Number(term.Index)}",
        BoundTermKind.PartOfMeasure => $"{Number(term.Value)}*measure{Number(term.Index)}",
        _ => $"{Number(term.Value)}{term.Currency}",
    };

    private static string Fact(FactDefinition fact) =>
        (fact.IsNegated ? "!" : "")
        + (fact.Measure >= 0 ? $"measure{Number(fact.Measure)}/{Bound(fact.Lower)}/{Bound(fact.Upper)}" : $"condition{Number(fact.Condition)}");

    private string NumberOf(string text)
    {
        if (!numbers.TryGetValue(text, out int number))
        {
            number = texts.Count;
            numbers.Add(text, number);
            texts.Add(text);
        }

        return Number(number);
    }

    private TableWriter Start(string word)
    {
        row.Clear().Append(word);
        return this;
    }

    private string End() => row.ToString();

    private TableWriter Field(string key, string value)
    {
        if (value.Length > 0)
        {
            row.Append(' ').Append(key).Append('=').Append(value);
        }

        return this;
    }

    private TableWriter Flag(string key, bool value) => Field(key, value ? "yes" : "");

    private TableWriter Index(string key, int value) => Field(key, value < 0 ? "" : Number(value));

    private TableWriter Text(string key, string value) => Field(key, value.Length == 0 ? "" : NumberOf(value));

    private TableWriter List(string key, ImmutableArray<int> values) => Field(key, string.Join(',', values.Select(Number)));

    private TableWriter Groups(string key, ImmutableArray<ImmutableArray<int>> groups) =>
        Field(key, string.Join(';', groups.Select(group => string.Join('+', group.Select(Number)))));

    private TableWriter Days(string key, DateRange days) => Field(key, days == DateRange.Always ? "" : Range(days));

    private TableWriter Source(SourceReference source) =>
        Field("source", string.IsNullOrEmpty(source.File) ? "" : $"{NumberOf(source.File)}:{Number(source.Line)}");

    private TableWriter Limit(string key, LimitDefinition? limit) =>
        limit is null ? this : Field(key, LimitText(limit));

    private string LimitText(LimitDefinition limit) =>
        $"{Bound(limit.Lower)}/{Bound(limit.Upper)}/{NumberOf(limit.Basis)}/{Word(limit.Vat)}" + (limit.Also is null ? "" : ";" + LimitText(limit.Also));

    private TableWriter Facts(string key, ImmutableArray<ImmutableArray<FactDefinition>> groups) =>
        Field(key, string.Join(';', groups.Select(group => string.Join('|', group.Select(Fact)))));

    private TableWriter Onward(OnwardDefinition? onward) => onward is null
        ? this
        : Flag("onward", true).List("onwardTo", onward.To).Limit("onwardLimit", onward.Limit).Index("onwardConsent", onward.ConsentOf).Text("onwardLaw", onward.Law);
}
