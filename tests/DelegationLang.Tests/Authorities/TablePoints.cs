using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Definition;
using DelegationLang.Rules;
using DelegationLang.Semantics;
using DelegationLang.Tests.Reference.Generation;
using DelegationLang.Tests.Rules;

namespace DelegationLang.Tests.Authorities;

/// <summary>A point of the decision space: a subject of the table, and everything else that can be said of a decision.</summary>
internal sealed record TablePoint(AuthorityOfSubject Subject, Decision Decision)
{
    /// <summary>How many may decide alone there.</summary>
    public int Yes { get; set; }

    /// <summary>How many may not.</summary>
    public int No { get; set; }

    /// <summary>How many decide jointly.</summary>
    public int Jointly { get; set; }
}

/// <summary>A scheme, points around the bounds of its table of authority, and what table and evaluator say there.</summary>
internal sealed class TablePoints
{
    private static readonly decimal[] Steps = [-0.01m, 0m, 0.01m];

    private readonly Dice dice;
    private readonly AuthorityOfSubject[] subjects;
    private readonly bool isVatStated;

    public TablePoints(string text, int seed)
    {
        Text = text;
        dice = new Dice(seed);
        SchemeModel model = RuleText.Bind(text, isSound: false);
        RuleResult rules = RuleSet.Run(model, new RuleContext(new DateOnly(2026, 5, 1)));
        SpaceDefinition definition = DecisionEngine.Create(model, rules.InError).Space.Definition;

        // What is normally so is left open: the table looks at every case.
        Space = DecisionSpace.Create(definition with { Conditions = [.. definition.Conditions.Select(condition => condition with { Normally = null })] });
        subjects = [.. Enumerable.Range(0, definition.Subjects.Length).SelectMany(subject => Space.Authority.OfSubject(subject)).Where(subject => !subject.Rows.IsEmpty)];
        isVatStated = definition.Rules.Any(rule => rule.Limit is { Vat: not Vat.Unstated } || rule.Onward?.Limit is { Vat: not Vat.Unstated });
    }

    public string Text { get; }

    public DecisionSpace Space { get; }

    /// <summary>Points at random, most of them on a bound of some line or just beside it.</summary>
    public IEnumerable<TablePoint> Around(int count)
    {
        for (int i = 0; i < count && subjects.Length > 0; i++)
        {
            AuthorityOfSubject subject = dice.Pick([.. subjects]);
            AuthorityRow row = dice.Pick([.. subject.Rows]);
            yield return new TablePoint(subject, Around(row));
        }
    }

    /// <summary>What table and evaluator disagree on at a point, in words; none where they agree on every party.</summary>
    public string? Contradiction(TablePoint point)
    {
        Answer who = Space.WhoDecides(point.Decision);
        Answer[] cases = who.Outcome == Outcome.Depends ? [.. who.Cases.Select(one => one.Answer)] : [who];
        AuthorityRow[] rows = [.. point.Subject.Rows.Where(row => Holds(row, point.Decision))];
        for (int party = 0; party < Space.Definition.Parties.Length; party++)
        {
            string name = Space.Definition.Parties[party].Name;
            AuthorityRow[] own = [.. rows.Where(row => row.Terms.Party == party)];
            Answer may = Space.May(party, point.Decision);
            bool mayAlone = may.Outcome == Outcome.Yes || may.Cases.Any(one => one.Answer.Outcome == Outcome.Yes);
            bool isListed = own.Any(row => row.Terms.Claim is AuthorityClaim.Decides or AuthorityClaim.May or AuthorityClaim.Reserved);

            // Answers name people: of several that bear one name in turn it is the one of the day.
            bool isThere = Space.Definition.Parties.Count(other => other.Name == name) == 1 || Space.Definition.Parties[party].Lifetime.Contains(point.Decision.Day);
            bool decides = isThere && cases.Any(one => one.Alternatives.Any(group => group.Length == 1 && group[0] == name));
            bool isDecider = own.Any(row => row.Terms.Claim is AuthorityClaim.Decides or AuthorityClaim.Reserved);
            bool isJoint = isThere && cases.Any(one => one.Alternatives.Any(group => group.Length > 1 && group.Contains(name)));
            bool isListedJointly = own.Any(row => row.Terms.Claim == AuthorityClaim.Jointly);
            if (mayAlone != isListed || decides != isDecider || isJoint != isListedJointly)
            {
                return $"{name} at {Space.Authority.NameOf(point.Subject.Function, point.Subject.Matter)} {point.Decision}: may {mayAlone}/{isListed}, decides {decides}/{isDecider}, jointly {isJoint}/{isListedJointly}"
                    + string.Concat(point.Subject.Rows.Where(row => row.Terms.Party == party).Select(row => "\n  " + Space.Authority.Describe(row).Words + " " + Wording.Days(row.Days)));
            }

            point.Yes += mayAlone ? 1 : 0;
            point.No += mayAlone ? 0 : 1;
            point.Jointly += isJoint ? 1 : 0;
        }

        return null;
    }

    private Decision Around(AuthorityRow row)
    {
        SpaceDefinition definition = Space.Definition;
        DateOnly edge = dice.Chance(50) ? row.Days.First : row.Days.Last;
        DateOnly day = edge == DateOnly.MaxValue || edge == DateOnly.MinValue ? new DateOnly(2026, 5, 1) : edge.AddDays(dice.Below(3) - 1);
        var measures = new Dictionary<int, decimal>();
        for (int i = 0; i < definition.Measures.Length; i++)
        {
            MeasureInterval? bound = row.Terms.Measures.FirstOrDefault(measure => measure.Measure == i);
            measures[i] = Math.Max(0, (bound?.To ?? bound?.From ?? dice.Below(2_000)) + dice.Pick([.. Steps]));
        }

        AskedAmount? amount = null;
        if (row.Terms.Amounts is [_, ..])
        {
            AmountInterval bound = dice.Pick([.. row.Terms.Amounts]);
            decimal figure = Math.Max(0, (bound.To is null || (bound.From is not null && dice.Chance(50)) ? bound.From ?? 0 : bound.To ?? 0) + dice.Pick([.. Steps]));
            amount = new AskedAmount(figure, bound.Currency, bound.Basis, VatOf(bound.Vat));
        }
        else if (row.Terms.Shares.FirstOrDefault(share => share.Measure < 0) is { } share)
        {
            decimal figure = Math.Max(0, ((share.To ?? share.From ?? 0) * measures[share.Of]) + dice.Pick([.. Steps]));
            amount = new AskedAmount(figure, share.Currency, share.Basis, VatOf(share.Vat));
        }
        else if (dice.Chance(50))
        {
            amount = new AskedAmount(dice.Below(2_000_000), "GBP", dice.Pick(["decision", "contract", "year"]), VatOf(Vat.Unstated));
        }

        return new Decision
        {
            Function = row.Function,
            Matter = row.Matter,
            Day = day,
            Place = dice.Chance(60) && row.Terms.Places is [var first, ..] ? first : dice.Below(definition.Places.Length + 1) - 1,
            Amount = amount,
            Measures = measures,
            Conditions = Enumerable.Range(0, definition.Conditions.Length).ToDictionary(i => i, _ => dice.Chance(50)),
        };
    }

    // Where limits say how they count value added tax, a question must say it too, or it is about either way.
    private Vat VatOf(Vat bound) => !isVatStated ? Vat.Unstated : bound != Vat.Unstated && dice.Chance(70) ? bound : dice.Chance(50) ? Vat.Excluding : Vat.Including;

    private bool Holds(AuthorityRow row, Decision decision)
    {
        AuthorityTerms terms = row.Terms;
        return row.Days.Contains(decision.Day)
            && IsAt(decision.Place, terms)
            && terms.Conditions.All(condition => decision.Conditions[condition.Condition] == condition.IsSo)
            && terms.Measures.All(measure => IsWithin(decision.Measures[measure.Measure], 1, measure.From, measure.IsFromIncluded, measure.To, measure.IsToIncluded))
            && (decision.Amount is null || terms.GivenVat == Vat.Unstated || terms.GivenVat == decision.Amount.Vat)
            && terms.Shares.All(share => share.Measure < 0
                || IsWithin(decision.Measures[share.Measure], decision.Measures[share.Of], share.From, share.IsFromIncluded, share.To, share.IsToIncluded))
            && FigureSpan.HasFigures(terms, decision);
    }

    // Of a place and those that it lies within, the nearest named counts. A question about no place may be about any.
    private bool IsAt(int place, AuthorityTerms terms)
    {
        for (int p = place; p >= 0; p = Space.Definition.Places[p].Parent)
        {
            if (terms.Places.Contains(p) || terms.NotAt.Contains(p))
            {
                return terms.Places.Contains(p);
            }
        }

        return place < 0 || terms.IsElsewhere;
    }

    private static bool IsWithin(decimal value, decimal unit, decimal? from, bool isFromIncluded, decimal? to, bool isToIncluded) =>
        (from is not decimal low || value > low * unit || (isFromIncluded && value == low * unit))
        && (to is not decimal high || value < high * unit || (isToIncluded && value == high * unit));
}
