using System.Collections.Immutable;
using System.Globalization;

namespace DelegationLang.Emit.Cedar;

/// <summary>Numbers between two ends, as a condition on one that a request must say.</summary>
/// <param name="Low">The lower end; none for without bound.</param>
/// <param name="IsLowIn">Whether the lower end is itself inside.</param>
/// <param name="High">The upper end; none for without bound.</param>
/// <param name="IsHighIn">Whether the upper end is itself inside.</param>
internal sealed record ValueRange(decimal? Low, bool IsLowIn, decimal? High, bool IsHighIn) : OutputPart
{
    public ValueRange? With(ValueRange other)
    {
        ValueRange low = Low is not { } a ? other : other.Low is not { } b || a > b || (a == b && !IsLowIn) ? this : other;
        ValueRange high = High is not { } c ? other : other.High is not { } d || c < d || (c == d && !IsHighIn) ? this : other;
        var met = new ValueRange(low.Low, low.IsLowIn, high.High, high.IsHighIn);
        return met.Low is { } first && met.High is { } last && (first > last || (first == last && !(met.IsLowIn && met.IsHighIn))) ? null : met;
    }

    public bool Holds(ValueRange other) => With(other) == other;
}

/// <summary>What a request must say for something to hold: numbers in ranges, conditions that are so or not, and a place that is one of some cells. What it does not name may be left open.</summary>
internal sealed class Term
{
    public static Term Always { get; } = new();

    /// <summary>Ranges by the name of the number.</summary>
    public ImmutableSortedDictionary<string, ValueRange> Numbers { get; init; } = ImmutableSortedDictionary<string, ValueRange>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Conditions by index.</summary>
    public ImmutableSortedDictionary<int, bool> Conditions { get; init; } = ImmutableSortedDictionary<int, bool>.Empty;

    /// <summary>The cells of the place; none where it may be left open.</summary>
    public ImmutableSortedSet<int>? Places { get; init; }

    public string Key => string.Join(';', Numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number.Key}:{number.Value.Low}{number.Value.IsLowIn}{number.Value.High}{number.Value.IsHighIn}")))
        + "/" + string.Join(';', Conditions) + "/" + (Places is null ? "-" : string.Join(',', Places));

    /// <summary>Both at once; none where they contradict each other.</summary>
    public Term? And(Term other)
    {
        ImmutableSortedDictionary<string, ValueRange> numbers = Numbers;
        foreach ((string name, ValueRange range) in other.Numbers)
        {
            ValueRange? met = numbers.TryGetValue(name, out ValueRange? own) ? own.With(range) : range;
            if (met is null)
            {
                return null;
            }

            numbers = numbers.SetItem(name, met);
        }

        ImmutableSortedDictionary<int, bool> conditions = Conditions;
        foreach ((int condition, bool value) in other.Conditions)
        {
            if (conditions.TryGetValue(condition, out bool own) && own != value)
            {
                return null;
            }

            conditions = conditions.SetItem(condition, value);
        }

        ImmutableSortedSet<int>? places = Places is null ? other.Places : other.Places is null ? Places : Places.Intersect(other.Places);
        return places is { IsEmpty: true } ? null : new Term { Numbers = numbers, Conditions = conditions, Places = places };
    }

    /// <summary>Whether this holds wherever another does.</summary>
    public bool Covers(Term other) =>
        Numbers.All(number => other.Numbers.TryGetValue(number.Key, out ValueRange? range) && number.Value.Holds(range))
        && Conditions.All(condition => other.Conditions.TryGetValue(condition.Key, out bool value) && value == condition.Value)
        && (Places is null || (other.Places is { } places && places.IsSubsetOf(Places)));

    /// <summary>Terms without those that others cover.</summary>
    public static ImmutableArray<Term> Reduce(IEnumerable<Term> terms)
    {
        Term[] all = [.. terms.DistinctBy(term => term.Key)];
        return [.. all.Where((term, i) => !all.Where((other, j) => i != j && other.Covers(term) && (!term.Covers(other) || j < i)).Any())];
    }
}
