using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>How findings put a point of the decision space into English: <c>podiatry at Leeds worth £1,000 on 1 August 2016</c>.</summary>
internal static class PointPhrases
{
    /// <summary>The subject: a function, a matter, or a matter for a function; of a matter that nobody has declared, that it is any.</summary>
    public static string Subject(SpacePoint point)
    {
        if (point.Matter is not SubjectSymbol matter)
        {
            return point.Function is SubjectSymbol only ? Phrases.Name(only) : "any matter that no sentence names";
        }

        return point.Function is not SubjectSymbol function || matter.IsWithin(function)
            ? Phrases.Name(matter)
            : $"{Phrases.Name(matter)} for {Phrases.Name(function)}";
    }

    /// <summary>All of the point but its subject, with a space before it; empty where nothing makes a difference.</summary>
    /// <param name="point">The point.</param>
    /// <param name="exact">An amount that is the example, and so is said to be exactly that; none for none.</param>
    /// <param name="hasDay">Whether the day is said.</param>
    public static string Rest(SpacePoint point, SpaceAmount? exact = null, bool hasDay = true)
    {
        var words = new List<string>();
        if (point.HasPlace)
        {
            words.Add(point.Place is PlaceSymbol place ? "at " + Phrases.Name(place) : "at no particular place");
        }

        if (point.Amounts.Count > 0)
        {
            var amounts = new List<string>();
            foreach (SpaceAmount amount in point.Amounts)
            {
                amounts.Add((amount == exact ? "exactly " : "") + Amount(amount));
            }

            words.Add("worth " + Wording.List(amounts));
        }

        if (hasDay && point.Day is DateOnly day)
        {
            words.Add("on " + Wording.Day(day));
        }

        AddFacts(words, point);
        return words.Count == 0 ? "" : " " + string.Join(' ', words);
    }

    /// <summary>An amount with what it counts.</summary>
    public static string Amount(SpaceAmount amount) => Wording.Amount(amount.Value, amount.Currency) + Wording.Basis(amount.Basis, amount.Vat);

    private static void AddFacts(List<string> words, SpacePoint point)
    {
        var so = new List<string>();
        var not = new List<string>();
        foreach (SpaceCondition condition in point.Conditions)
        {
            (condition.IsSo ? so : not).Add(Phrases.Name(condition.Condition));
        }

        foreach (SpaceMeasure measure in point.Measures)
        {
            so.Add(Phrases.Name(measure.Measure) + " is " + Value(measure));
        }

        if (so.Count > 0)
        {
            words.Add("when " + Wording.List(so));
        }

        if (not.Count > 0)
        {
            words.Add("unless " + Wording.List(not, "or"));
        }
    }

    private static string Value(SpaceMeasure measure) => measure.Measure.IsMoney
        ? Wording.Amount(measure.Value, measure.Measure.Currency)
        : Wording.Amount(measure.Value, "") + " " + measure.Measure.Unit;
}
