using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Decisions;

/// <summary>Turns a question as read into a decision with indexes. What it cannot is said in <see cref="Problem"/>.</summary>
/// <param name="definition">The space that is asked.</param>
/// <param name="names">Finds what its names stand for.</param>
/// <param name="asked">The decision as it was read: a name that stands for one thing after another means whoever is there on its day.</param>
/// <param name="dayIfUnsaid">The day of a question that names none.</param>
internal sealed class QuestionBinder(SpaceDefinition definition, IQuestionNames names, DecisionSyntax asked, DateOnly dayIfUnsaid)
{
    private readonly DateOnly day = asked.Clauses.OfType<OnClauseSyntax>().FirstOrDefault()?.Date.Value ?? dayIfUnsaid;

    /// <summary>The first thing wrong with the question, for its reader; empty for nothing.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>The parties that the question says are away or conflicted.</summary>
    public List<int> Away { get; } = [];

    /// <summary>The index of a party; -1 when there is a problem.</summary>
    public int Party(NameSyntax name) => One(name.Text, "a party", NamedThingKind.Party)?.Index ?? -1;

    /// <summary>The decision; of no use when there is a problem.</summary>
    public Decision Decision()
    {
        DecisionSyntax syntax = asked;
        var decision = new Decision { Day = day, IsDayAssumed = !syntax.Clauses.OfType<OnClauseSyntax>().Any() };
        if (!syntax.Subject.IsMissing)
        {
            decision = WithSubject(decision, syntax.Subject.Text);
        }

        foreach (ClauseSyntax clause in syntax.Clauses)
        {
            decision = clause switch
            {
                ForClauseSyntax clauseFor => WithFunction(decision, clauseFor.Names),
                AtClauseSyntax at => syntax.Clauses.OfType<AtClauseSyntax>().Count() > 1 ? Fail(decision, "Ask about one place at a time.") : WithPlace(decision, at.Places),
                WorthClauseSyntax worth => WithAmount(decision, worth),
                WhenClauseSyntax { IsAny: true } => Fail(decision, "A question says what is so: give each fact after “when”, with commas and not “or” between them."),
                WhenClauseSyntax facts => facts.Facts.Aggregate(decision, (d, fact) => WithFact(d, fact, true)),
                UnlessClauseSyntax unless => unless.Facts.Aggregate(decision, (d, fact) => WithFact(d, fact, false)),
                SubjectClauseSyntax other => Fail(decision, $"“{other.Names[0].Text}” is no day. After “on” comes the day that the question is about, such as “on 1 May 2026”."),
                _ => decision,
            };
        }

        return decision;
    }

    // Several amounts count each something else, and value added tax all alike.
    private Decision WithAmount(Decision decision, WorthClauseSyntax worth)
    {
        if (Amount(worth, decision.Day) is not { } amount || decision.Amount is not { } first)
        {
            return decision with { Amount = decision.Amount ?? Amount(worth, decision.Day) };
        }

        if (amount.Basis.Length == 0 || first.Basis.Length == 0 || first.Basis == amount.Basis || decision.FurtherAmounts.Any(other => other.Basis == amount.Basis))
        {
            return Fail(decision, "Two amounts of one decision each say what they count: “worth £40,000 per decision and £80,000 per year”.");
        }

        if (amount.Vat != Vat.Unstated && first.Vat != Vat.Unstated && amount.Vat != first.Vat)
        {
            return Fail(decision, "Give all amounts of a decision alike, excluding or including VAT.");
        }

        Vat vat = amount.Vat == Vat.Unstated ? first.Vat : amount.Vat;
        return decision with { Amount = first with { Vat = vat }, FurtherAmounts = [.. decision.FurtherAmounts.Select(other => other with { Vat = vat }), amount with { Vat = vat }] };
    }

    private Decision WithSubject(Decision decision, string name)
    {
        if (One(name, "a function, a matter or a budget", NamedThingKind.Subject) is not { } thing)
        {
            return decision;
        }

        SubjectDefinition subject = definition.Subjects[thing.Index];
        return subject.Kind switch
        {
            SubjectKind.Matter => decision with { Matter = thing.Index },
            SubjectKind.Budget => WithBudget(decision, thing.Index),
            _ => decision with { Function = thing.Index },
        };
    }

    private Decision WithBudget(Decision decision, int budget)
    {
        SubjectDefinition subject = definition.Subjects[budget];
        if (subject.Covers.Length > 1)
        {
            string covered = Wording.List([.. subject.Covers.Select(f => definition.Subjects[f].Name)], "or");
            return Fail(decision, $"“{subject.Name}” covers several functions: ask about one of them ({covered}).");
        }

        int place = subject.At.Length == 1 ? subject.At[0] : decision.Place;
        return decision with { Function = subject.Covers.IsEmpty ? budget : subject.Covers[0], Place = place };
    }

    private Decision WithFunction(Decision decision, ImmutableArray<NameSyntax> functions)
    {
        if (functions.Length != 1)
        {
            return Fail(decision, "Ask about one function at a time after “for”.");
        }

        if (One(functions[0].Text, "a function", NamedThingKind.Subject) is not { } thing)
        {
            return decision;
        }

        SubjectDefinition subject = definition.Subjects[thing.Index];
        if (subject.Kind == SubjectKind.Matter)
        {
            return Fail(decision, $"“{subject.Name}” is a matter: after “for” comes the function that the decision is about.");
        }

        if (decision.Function >= 0)
        {
            string first = definition.Subjects[decision.Function].Name;
            return Fail(decision, $"A question is about one function: “{first}” or “{subject.Name}”. Before “for” comes a matter.");
        }

        return subject.Kind == SubjectKind.Budget ? WithBudget(decision, thing.Index) : decision with { Function = thing.Index };
    }

    private Decision WithPlace(Decision decision, ImmutableArray<NameSyntax> places) => places.Length != 1
        ? Fail(decision, "Ask about one place at a time.")
        : decision with { Place = One(places[0].Text, "a place", NamedThingKind.Place)?.Index ?? -1 };

    private Decision WithFact(Decision decision, FactSyntax fact, bool isSo)
    {
        if (isSo && fact.IsAbsence && One(fact.Name.Text, "a party", NamedThingKind.Party) is { } absent)
        {
            Away.Add(absent.Index);
            return decision;
        }

        if (One(fact.Name.Text, "a condition or a measure", NamedThingKind.Condition, NamedThingKind.Measure) is not { } thing)
        {
            return decision;
        }

        if (thing.Kind == NamedThingKind.Condition ? decision.Conditions.ContainsKey(thing.Index) : decision.Measures.ContainsKey(thing.Index))
        {
            return Fail(decision, $"The question says twice how it is with “{thing.DisplayName}”. Keep one of the two.");
        }

        if (thing.Kind == NamedThingKind.Condition)
        {
            return fact.Value.IsEmpty && fact.Bounds.IsEmpty
                ? decision with { Conditions = new Dictionary<int, bool>(decision.Conditions) { [thing.Index] = isSo } }
                : Fail(decision, $"“{thing.DisplayName}” is true or false: write “when {thing.DisplayName}” or “unless {thing.DisplayName}”.");
        }

        MeasureDefinition measure = definition.Measures[thing.Index];
        string unit = measure.Unit.Length > 0 ? " " + measure.Unit : "";
        string example = measure.Currency.Length > 0 ? "£2 million" : "4" + unit;
        if (!isSo || fact.Value.Length != 1)
        {
            return Fail(decision, $"Give “{measure.Name}” its value: “when {measure.Name} is {example}”.");
        }

        switch (fact.Value[0])
        {
            case MoneySyntax money when money.Currency == measure.Currency:
                return decision with { Measures = MeasureValues.With(decision.Measures, thing.Index, money.Value) };
            case NumberSyntax number when measure.Currency.Length == 0 && IsUnit(number.Unit, measure.Unit):
                return decision with { Measures = MeasureValues.With(decision.Measures, thing.Index, number.Value) };
            case NamedAmountSyntax named when measure.Currency.Length > 0 && Figure(named, decision.Day) is { } figure && figure.Currency == measure.Currency:
                return decision with { Measures = MeasureValues.With(decision.Measures, thing.Index, figure.Value) };
            default:
                string counted = measure.Currency.Length > 0 ? "money (" + measure.Currency + ")" : measure.Unit;
                return Fail(decision, $"“{measure.Name}” is measured in {counted}: write “when {measure.Name} is {example}”.");
        }
    }

    private static bool IsUnit(string written, string declared) =>
        written.Length == 0
        || string.Equals(Singular(written), Singular(declared), StringComparison.OrdinalIgnoreCase);

    private static string Singular(string unit) => unit.EndsWith('s') ? unit[..^1] : unit;

    private AskedAmount? Amount(WorthClauseSyntax worth, DateOnly day)
    {
        (decimal Value, string Currency)? figure = Figure(worth.Amount, day);
        if (figure is not { } sum)
        {
            Problem = Problem.Length > 0 ? Problem : "The amount after “worth” must be a sum of money, such as £400,000, or a declared amount that has a figure on that day.";
            return null;
        }

        string basis = "";
        if (worth.Qualifier.Basis.Length > 0)
        {
            basis = names.FindBasis(worth.Qualifier.Basis) ?? "";
            if (basis.Length == 0)
            {
                Problem = Problem.Length > 0 ? Problem : $"Nobody declared “{worth.Qualifier.Basis}” as something that an amount can count.";
            }
        }

        return new AskedAmount(sum.Value, sum.Currency, basis, worth.Qualifier.Vat.ToVat());
    }

    private (decimal Value, string Currency)? Figure(AmountSyntax amount, DateOnly day)
    {
        switch (amount)
        {
            case MoneySyntax money:
                return (money.Value, money.Currency);
            case PercentSyntax percent when Figure(percent.Of, day) is { } whole:
                return (percent.Percent * whole.Value / 100m, whole.Currency);
            case LowerOfSyntax lower:
                (decimal Value, string Currency)?[] items = [.. lower.Items.Select(item => Figure(item, day))];
                return items.Any(item => item is null) || items.Select(item => item?.Currency).Distinct().Count() != 1
                    ? null
                    : lower.IsHigher ? items.MaxBy(item => item?.Value) : items.MinBy(item => item?.Value);
            case NamedAmountSyntax named when One(named.Name.Text, "a declared amount", NamedThingKind.Amount) is { } thing:
                DatedFigure[] figures = [.. definition.Amounts[thing.Index].Figures.Where(f => f.Days.Contains(day))];
                return figures.Length == 0 ? null : (figures[0].Value, figures[0].Currency);
            default:
                return null;
        }
    }

    private NamedThing? One(string name, string wanted, params ReadOnlySpan<NamedThingKind> kinds)
    {
        ImmutableArray<NamedThing> all = names.Find(name);
        var fitting = new List<NamedThing>();
        foreach (NamedThing thing in all)
        {
            if (kinds.Contains(thing.Kind))
            {
                fitting.Add(thing);
            }
        }

        if (fitting.Count > 1)
        {
            Settle(fitting);
        }

        if (fitting.Count == 1)
        {
            return fitting[0];
        }

        string problem = fitting.Count > 1
            ? $"“{name}” fits more than one: {Wording.List([.. fitting.Select(thing => "“" + thing.DisplayName + "”")], "or")}. Say which, with “of”."
            : all.Length > 0 ? $"“{name}” is {Semantics.Binding.MessageWords.WithArticle(all[0].KindName)}, not {wanted}."
            : NotDeclared(name, wanted, kinds[0]);
        Problem = Problem.Length > 0 ? Problem : problem;
        return null;
    }

    // Of what follows one another under one name, whatever is there on the day; before and after, the nearest.
    private void Settle(List<NamedThing> fitting)
    {
        NamedThing[] inOrder = [.. fitting.OrderBy(thing => LifeOf(thing).First)];
        for (int i = 1; i < inOrder.Length; i++)
        {
            if (inOrder[i].Kind != inOrder[0].Kind || LifeOf(inOrder[i]).Overlaps(LifeOf(inOrder[i - 1])))
            {
                return;
            }
        }

        NamedThing meant = inOrder.FirstOrDefault(thing => LifeOf(thing).Last >= day) ?? inOrder[^1];
        fitting.RemoveAll(thing => thing != meant);
    }

    private DateRange LifeOf(NamedThing thing) => (thing.Kind, thing.Index) switch
    {
        (NamedThingKind.Party, >= 0) => definition.Parties[thing.Index].Lifetime,
        (NamedThingKind.Subject, >= 0) => definition.Subjects[thing.Index].Lifetime,
        _ => DateRange.Always,
    };

    private string NotDeclared(string name, string wanted, NamedThingKind kind)
    {
        string start = $"Nobody declared “{name}” in this scheme; it should be {wanted}.";
        return names.Suggest(name, kind) is { } suggestion ? start + $" Did you mean “{suggestion}”?" : start;
    }

    private Decision Fail(Decision decision, string problem)
    {
        Problem = Problem.Length > 0 ? Problem : problem;
        return decision;
    }
}
