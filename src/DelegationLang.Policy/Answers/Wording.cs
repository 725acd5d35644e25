using System.Collections.Immutable;
using System.Globalization;

namespace DelegationLang.Policy;

/// <summary>The words in which answers give amounts, limits, days and facts.</summary>
public static class Wording
{
    /// <summary>A day: <c>1 May 2026</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A run of days: <c>from 1 April 2026 until 31 March 2028</c>; empty for always.</summary>
    public static string Days(DateRange days) => string.Join(' ', DayWords(days));

    /// <summary>A sum: <c>£400,000</c>, <c>£5 million</c>, <c>£135,018.01</c>, <c>EUR 1,000</c>; a plain number where no currency is given.</summary>
    public static string Amount(decimal value, string currency)
    {
        string sign = currency switch
        {
            "GBP" => "£",
            "" => "",
            _ => currency + " ",
        };
        if (currency.Length > 0 && value >= 1_000_000_000m && value % 1_000_000m == 0)
        {
            return sign + Plain(value / 1_000_000_000m) + " billion";
        }

        if (currency.Length > 0 && value >= 1_000_000m && value % 1_000m == 0)
        {
            return sign + Plain(value / 1_000_000m) + " million";
        }

        bool hasPence = currency.Length > 0 && value != decimal.Truncate(value);
        return sign + (hasPence && decimal.Round(value, 2) == value
            ? value.ToString("#,##0.00", CultureInfo.InvariantCulture)
            : Plain(value));
    }

    /// <summary>What an amount counts: <c> per contract excluding VAT</c>, with a space before it; empty for a decision with nothing said of VAT.</summary>
    public static string Basis(string basis, Vat vat)
    {
        string words = basis switch
        {
            "decision" or "" => "",
            "total" => " in total",
            _ => " per " + basis,
        };
        return vat switch
        {
            Vat.Excluding => words + " excluding VAT",
            Vat.Including => words + " including VAT",
            _ => words,
        };
    }

    /// <summary>What an amount counts, as limits and questions say it: <c>per decision</c>, <c>per contract</c>, <c>in total</c>.</summary>
    public static string BasisWords(string basis) => basis.Length == 0 ? "per decision" : (Basis(basis, Vat.Unstated) is { Length: > 0 } words ? words : " per decision")[1..];

    /// <summary>Whether value added tax is counted, as limits and questions say it: <c>excluding VAT</c>; empty for unstated.</summary>
    public static string VatWords(Vat vat) => vat == Vat.Unstated ? "" : Basis("decision", vat)[1..];

    /// <summary>A limit: <c>above £50,000 up to £250,000 per contract</c>.</summary>
    public static string Limit(SpaceDefinition definition, LimitDefinition limit)
    {
        string bounds = Bounds(definition, limit.Lower, limit.Upper, "");
        return Limit(bounds, limit.Basis, limit.Vat, limit.Also is null ? "" : Limit(definition, limit.Also));
    }

    /// <summary>A limit of which the ends are words already, and the one beside it that must be met too, in words; empty for none.</summary>
    public static string Limit(string bounds, string basis, Vat vat, string also) =>
        bounds + (also.Length > 0 && basis is "decision" or "" ? " per decision" : "") + Basis(basis, vat) + (also.Length > 0 ? " and " + also : "");

    /// <summary>Both ends of an interval in words, with the unit after plain numbers.</summary>
    public static string Bounds(SpaceDefinition definition, BoundDefinition? lower, BoundDefinition? upper, string unit) =>
        Bounds(lower is null ? "" : Bound(definition, lower, unit), lower?.IsIncluded ?? false, upper is null ? "" : Bound(definition, upper, unit), upper?.IsIncluded ?? false);

    /// <summary>Both ends of an interval, each in words already, empty for none: <c>above £50,000 up to £250,000</c>.</summary>
    public static string Bounds(string lower, bool isLowerIncluded, string upper, bool isUpperIncluded)
    {
        string from = lower.Length == 0 ? "" : (isLowerIncluded ? "at least " : "above ") + lower;
        string to = upper.Length == 0 ? "" : (isUpperIncluded ? "up to " : "below ") + upper;
        return from.Length > 0 && to.Length > 0 ? from + " " + to : from + to;
    }

    /// <summary>Several amounts of which one counts: <c>the lower of £5,000 and 10% of tariff</c>; one by itself.</summary>
    public static string Choice(IReadOnlyList<string> amounts, bool isHighest) =>
        amounts.Count == 1 ? amounts[0] : (isHighest ? "the higher of " : "the lower of ") + List(amounts);

    /// <summary>A part of something that has a name: <c>10% of tariff</c>; the name alone for all of it.</summary>
    public static string Share(decimal share, string name) => share == 1 ? name : Plain(share * 100) + "% of " + name;

    /// <summary>A figure with its currency, or with its unit where it is no money: <c>£5,000</c>, <c>5 years</c>.</summary>
    public static string Figure(decimal value, string currency, string unit) => Amount(value, currency) + (currency.Length == 0 && unit.Length > 0 ? " " + unit : "");

    /// <summary>A fact: <c>in budget</c>, <c>contract length up to 5 years</c>; with <c>not</c> before one that is wanted false.</summary>
    public static string Fact(SpaceDefinition definition, FactDefinition fact)
    {
        string words = fact.Condition >= 0
            ? definition.Conditions[fact.Condition].Name
            : definition.Measures[fact.Measure].Name + " " + Bounds(definition, fact.Lower, fact.Upper, UnitOf(definition.Measures[fact.Measure]));
        return (fact.IsNegated ? "unless " : "when ") + words;
    }

    /// <summary>Facts: <c>when in budget</c>, <c>unless urgent</c>, one for each group.</summary>
    public static ImmutableArray<string> Facts(SpaceDefinition definition, ImmutableArray<ImmutableArray<FactDefinition>> groups) =>
        [.. groups.Select(group => string.Join(" or ", group.Select(fact => Fact(definition, fact))))];

    /// <summary>Names in a sentence: <c>A</c>, <c>A and B</c>, <c>A, B and C</c>.</summary>
    public static string List(IReadOnlyList<string> names, string conjunction = "and") => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => string.Join(", ", names.Take(names.Count - 1)) + " " + conjunction + " " + names[^1],
    };

    /// <summary>People who act together: <c>Chair jointly with Chief Executive</c>, <c>two of Director</c>.</summary>
    /// <param name="names">Each by name, as often as there are people of it.</param>
    /// <param name="joint">What stands between them.</param>
    public static string Together(IEnumerable<string> names, string joint = " jointly with ") => string.Join(joint, Counted(names));

    /// <summary>Those beside whom somebody acts: <c>jointly with Chair</c>, <c>jointly with Chair and two of Director</c>.</summary>
    public static string Beside(IEnumerable<string> names) => "jointly with " + List([.. Counted(names)]);

    private static IEnumerable<string> Counted(IEnumerable<string> names) => names
        .GroupBy(name => name, StringComparer.Ordinal)
        .Select(group => group.Count() == 1 ? group.Key : Number(group.Count()) + " of " + group.Key);

    internal static string UnitOf(MeasureDefinition measure) => measure.Currency.Length > 0 ? "" : measure.Unit;

    internal static string Plain(decimal value) => value.ToString("#,##0.############", CultureInfo.InvariantCulture);

    private static IEnumerable<string> DayWords(DateRange days)
    {
        if (days.HasFirst)
        {
            yield return "from " + Day(days.First);
        }

        if (days.HasLast)
        {
            yield return "until " + Day(days.Last);
        }
    }

    private static string Bound(SpaceDefinition definition, BoundDefinition bound, string unit) =>
        Choice([.. bound.LowerOf.Select(term => Term(definition, term, unit))], bound.IsHighest);

    private static string Term(SpaceDefinition definition, BoundTerm term, string unit) => term.Kind switch
    {
        BoundTermKind.PartOfAmount => Share(term.Value, definition.Amounts[term.Index].Name),
        BoundTermKind.PartOfMeasure => Share(term.Value, definition.Measures[term.Index].Name),
        _ => Figure(term.Value, term.Currency, unit),
    };

    private static string Number(int count) => count switch
    {
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        10 => "ten",
        _ => count.ToString(CultureInfo.InvariantCulture),
    };
}
