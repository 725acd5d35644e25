using DelegationLang.Syntax;

namespace DelegationLang.Tests.Reference;

/// <summary>One fully known case of a question: what was chosen for each thing that the question leaves open, by name, and the point.</summary>
internal sealed record Case(Dictionary<string, string> Chosen, Point Point);

/// <summary>
/// Lists the cases of a question. What it leaves open is tried at every value that could make a difference: each place and none, each truth of a
/// condition that is not normally so, and of each number every figure that it is compared with, one between each two, nothing, and one beyond them all.
/// </summary>
internal sealed class CaseLister
{
    private readonly Scheme scheme;
    private readonly Setting setting;
    private readonly Asked asked;
    private readonly List<Limit> limits;
    private readonly List<Fact> facts;
    private readonly List<Thing> measures;
    private readonly List<Axis> axes;

    public CaseLister(Scheme scheme, Setting setting, Asked asked)
    {
        this.scheme = scheme;
        this.setting = setting;
        this.asked = asked;
        limits = [.. LimitsOf(setting.Rules)];
        facts = [.. setting.Rules.SelectMany(rule => rule.Facts).Concat(setting.Recusals.SelectMany(recusal => recusal.Facts)).SelectMany(anyOf => anyOf)];
        axes = [.. limits.Select(limit => limit.Axis).Distinct()];
        measures = [.. facts.Select(fact => fact.Thing).Concat(AllLeaves().Select(leaf => leaf.Of).OfType<Thing>())
            .Where(thing => thing.Sort == Sort.Measure && !asked.Measures.ContainsKey(thing)).Distinct()];
        IsCoupled = AllLeaves().Any(leaf => leaf.Of is { Sort: Sort.Measure } measure && measures.Contains(measure));
    }

    /// <summary>Whether the figures worth trying for one number hang on what was chosen for another (a limit that is a part of an unknown measure).</summary>
    public bool IsCoupled { get; }

    /// <summary>The axes on which some case leaves the amount open.</summary>
    public HashSet<string> OpenAmounts { get; } = [];

    /// <summary>The axes on which the amount is known, by how the figure as given is read: what it counts, and with or without value added tax.</summary>
    public HashSet<(string Basis, string Vat, string Axis)> KnownAmounts { get; } = [];

    public List<Case> List()
    {
        List<Case> cases = [Start()];
        cases = [.. cases.SelectMany(WithEachPlace)];
        foreach (Thing condition in facts.Select(fact => fact.Thing).Where(thing => thing.Sort == Sort.Condition).Distinct())
        {
            cases = [.. cases.SelectMany(each => WithEachTruth(each, condition))];
        }

        foreach (Thing measure in measures)
        {
            cases = [.. cases.SelectMany(each => WithEachValue(each, measure))];
        }

        cases = [.. cases.SelectMany(WithEachVat).SelectMany(WithEachBasis)];
        foreach (Axis axis in axes)
        {
            cases = [.. cases.SelectMany(each => WithEachAmount(each, each.Point.AsGiven(axis)))];
        }

        cases.RemoveAll(each => IsNothingOfNothing(each) || HasTaxBelowNought(each));
        return cases;
    }

    /// <summary>
    /// Whether an amount that the question leaves open is nought, and so is a measure that it leaves open and of which a limit on the amount is a part.
    /// Nobody means that case, which would make every tenth of a sum equal to the whole of it, and answers leave it aside.
    /// </summary>
    private bool IsNothingOfNothing(Case each) => limits.Exists(limit =>
        each.Chosen.GetValueOrDefault(each.Point.AsGiven(limit.Axis).ToString()) == "0"
        && limit.Bounds.SelectMany(bound => bound.LowerOf).Any(leaf => leaf.Of is not null && each.Chosen.GetValueOrDefault(leaf.Of.Name) == "0"));

    /// <summary>
    /// Whether some amount is more without value added tax than with it, which no amount is. It may be the same: some goods bear no tax. Where the question
    /// does not say what its figure counts, that is tried in every way, and nothing follows from it.
    /// </summary>
    private bool HasTaxBelowNought(Case each) => each.Point.Amounts.Any(pair => pair.Key.Vat == VatSyntaxKind.Excluding
        && each.Point.Amounts.TryGetValue(pair.Key with { Vat = VatSyntaxKind.Including }, out decimal with) && pair.Value > with
        && !(asked.Amount is not null && asked.Basis.Length == 0 && axes.Select(axis => axis.Basis).Distinct().Count() > 1
            && pair.Key.Currency == asked.Currency && pair.Key.Basis == each.Chosen["basis"]));

    /// <summary>The cases that differ from this one in one measure or one amount alone, for the questions of which <see cref="IsCoupled"/> is so.</summary>
    public IEnumerable<Case> Vary(Case each, string chosen)
    {
        Thing? measure = measures.Find(thing => thing.Name == chosen);
        IEnumerable<Case> varied = measure is not null ? WithEachValue(each, measure)
            : OpenAmounts.Contains(chosen) ? WithEachFigure(each, axes.Select(axis => each.Point.AsGiven(axis)).First(axis => axis.ToString() == chosen))
            : [];
        return varied.Where(other => !IsNothingOfNothing(other) && !HasTaxBelowNought(other));
    }

    private static IEnumerable<Limit> LimitsOf(IEnumerable<Rule> rules) =>
        rules.SelectMany(rule => rule.Limits.Append(rule.Onward?.Limit)).OfType<Limit>();

    private static string Show(decimal value) => value.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture);

    private static Case Copy(Case each, string name, string value)
    {
        var point = new Point { Day = each.Point.Day, WithoutVat = each.Point.WithoutVat, Place = each.Point.Place, Vat = each.Point.Vat };
        each.Point.Amounts.ToList().ForEach(pair => point.Amounts[pair.Key] = pair.Value);
        each.Point.Conditions.ToList().ForEach(pair => point.Conditions[pair.Key] = pair.Value);
        each.Point.Measures.ToList().ForEach(pair => point.Measures[pair.Key] = pair.Value);
        return new Case(new Dictionary<string, string>(each.Chosen) { [name] = value }, point);
    }

    /// <summary>Every figure given, the middle between each two neighbours, nothing, and more than any.</summary>
    private static List<decimal> AroundEach(IEnumerable<decimal> figures)
    {
        List<decimal> sorted = [.. figures.Append(0).Where(figure => figure >= 0).Distinct().Order()];
        return [.. sorted, .. sorted.Zip(sorted.Skip(1), (low, high) => (low + high) / 2), sorted[^1] + 1];
    }

    private IEnumerable<Leaf> AllLeaves() =>
        limits.SelectMany(limit => limit.Bounds).Concat(facts.SelectMany(fact => fact.Bounds)).SelectMany(bound => bound.LowerOf);

    private Case Start()
    {
        bool HasVat(Axis axis) => axes.Exists(other => other.Currency == axis.Currency && other.Basis == axis.Basis && other.Vat != VatSyntaxKind.Unstated);
        HashSet<Axis> withoutVat = [.. axes.Where(axis => axis.Vat == VatSyntaxKind.Unstated && HasVat(axis))];
        var point = new Point { Day = setting.Day, WithoutVat = withoutVat, Place = asked.Place };
        foreach (Fact fact in facts.Where(fact => fact.Thing.Sort == Sort.Condition))
        {
            if (asked.Conditions.TryGetValue(fact.Thing, out bool given))
            {
                point.Conditions[fact.Thing] = given;
            }
            else if (fact.Thing.Normally is { } normally)
            {
                point.Conditions[fact.Thing] = normally;
            }
        }

        asked.Measures.ToList().ForEach(pair => point.Measures[pair.Key] = pair.Value);
        return new Case([], point);
    }

    private IEnumerable<Case> WithEachPlace(Case each)
    {
        bool matters = setting.Rules.Exists(rule => rule.At.Count > 0
            || rule.Alternatives.Exists(group => group.Exists(party => party.At.Count > 0))
            || rule.Subjects.Concat(rule.Except).Concat(rule.KeptBack).Any(subject => subject.At.Count > 0))
            || setting.Holder?.At.Count > 0;
        if (asked.Place is not null || !matters)
        {
            return [each];
        }

        return scheme.Places.Prepend(null).Select(place =>
        {
            Case copy = Copy(each, "place", place?.Name ?? "");
            copy.Point.Place = place;
            return copy;
        });
    }

    private static IEnumerable<Case> WithEachTruth(Case each, Thing condition)
    {
        if (each.Point.Conditions.ContainsKey(condition))
        {
            return [each];
        }

        return new[] { true, false }.Select(truth =>
        {
            Case copy = Copy(each, condition.Name, truth ? "true" : "false");
            copy.Point.Conditions[condition] = truth;
            return copy;
        });
    }

    private IEnumerable<Case> WithEachValue(Case each, Thing measure) => ValuesOf(each, measure).Select(value =>
    {
        Case copy = Copy(each, measure.Name, Show(value));
        copy.Point.Measures[measure] = value;
        return copy;
    });

    /// <summary>The values of a measure worth trying: what it is compared with itself, and those at which a part of it meets another figure.</summary>
    private List<decimal> ValuesOf(Case each, Thing measure)
    {
        List<Bound> itsBounds = [.. facts.Where(fact => fact.Thing == measure).SelectMany(fact => fact.Bounds)];
        List<decimal> figures = [.. itsBounds.SelectMany(bound => bound.LowerOf)
            .Where(leaf => leaf.Of != measure).Select(leaf => leaf.At(each.Point)).OfType<decimal>()];
        List<decimal> parts = [.. AllLeaves().Where(leaf => leaf.Of == measure).Select(leaf => leaf.Factor).Distinct()];
        if (parts.Count > 0)
        {
            List<decimal> others = [.. AllLeaves().Where(leaf => leaf.Of != measure).Select(leaf => leaf.At(each.Point)).OfType<decimal>()];
            others.AddRange(each.Point.Amounts.Values);
            others.AddRange(each.Point.Measures.Where(pair => pair.Key != measure).Select(pair => pair.Value));
            others.AddRange(asked.Amount is { } amount ? [amount, .. asked.Further.Select(further => further.Value)] : []);
            others.AddRange(figures.SelectMany(figure => parts.Select(part => part * figure)));
            figures.AddRange(parts.Where(part => part > 0).SelectMany(part => others.Select(other => other / part)));
        }

        return AroundEach(figures);
    }

    /// <summary>The figure as given counts value added tax as the question says, or else in each of the ways that limits on the subject use.</summary>
    private IEnumerable<Case> WithEachVat(Case each)
    {
        List<VatSyntaxKind> ways = [.. axes.Select(axis => axis.Vat).Append(asked.Vat).Where(vat => vat != VatSyntaxKind.Unstated).Distinct()];
        return (asked.Vat != VatSyntaxKind.Unstated || ways.Count == 0 ? [asked.Vat] : ways).Select(vat =>
        {
            Case copy = Copy(each, "VAT", vat.ToString());
            copy.Point.Vat = vat;
            return copy;
        });
    }

    /// <summary>The amount asked about counts what the question says, or else each of the things that limits on the subject count.</summary>
    private IEnumerable<Case> WithEachBasis(Case each)
    {
        if (asked.Amount is not { } amount)
        {
            return [each];
        }

        List<string> bases = asked.Basis.Length > 0 || axes.Count == 0 ? [asked.Basis] : [.. axes.Select(axis => axis.Basis).Distinct()];
        return bases.Select(basis =>
        {
            Case copy = Copy(each, "basis", basis);
            foreach (VatSyntaxKind vat in new[] { each.Point.Vat, VatSyntaxKind.Unstated })
            {
                var axis = new Axis(asked.Currency, basis, vat);
                copy.Point.Amounts[axis] = amount;
                KnownAmounts.Add((basis, each.Chosen["VAT"], axis.ToString()));
                foreach ((string further, decimal value) in asked.Further)
                {
                    copy.Point.Amounts[axis with { Basis = further }] = value;
                    KnownAmounts.Add((further, each.Chosen["VAT"], (axis with { Basis = further }).ToString()));
                }
            }

            return copy;
        });
    }

    private IEnumerable<Case> WithEachAmount(Case each, Axis axis)
    {
        if (each.Point.Amounts.ContainsKey(axis))
        {
            return [each];
        }

        OpenAmounts.Add(axis.ToString());
        return WithEachFigure(each, axis);
    }

    private IEnumerable<Case> WithEachFigure(Case each, Axis axis) => FiguresOf(each, axis).Select(figure =>
    {
        Case copy = Copy(each, axis.ToString(), Show(figure));
        copy.Point.Amounts[axis] = figure;
        return copy;
    });

    private List<decimal> FiguresOf(Case each, Axis axis)
    {
        // What it is worth trying with value added tax is worth trying without, since one is bounded by the other.
        List<Axis> lines = axis.Vat == VatSyntaxKind.Unstated ? [axis] : [axis with { Vat = VatSyntaxKind.Excluding }, axis with { Vat = VatSyntaxKind.Including }];
        IEnumerable<decimal> chosen = lines.Where(line => line != axis && each.Point.Amounts.ContainsKey(line)).Select(line => each.Point.Amounts[line]);

        // So is the figure as given, however it is read: cases of different readings are compared at the same figures.
        chosen = chosen.Concat(axis.Vat != VatSyntaxKind.Unstated && asked.Amount is decimal given ? [given] : []);
        return AroundEach(limits
            .Where(limit => lines.Contains(each.Point.AsGiven(limit.Axis)))
            .SelectMany(limit => limit.Bounds)
            .SelectMany(bound => bound.LowerOf)
            .Select(leaf => leaf.At(each.Point))
            .OfType<decimal>()
            .Concat(chosen));
    }
}
