using System.Globalization;
using System.Numerics;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;

namespace DelegationLang.Emit.Cedar;

/// <summary>
/// Terms as conditions of Cedar. Money and measures are whole numbers there, in hundredths (pence): a limit between two of them is moved to the one
/// that it includes or leaves out, which changes nothing for whole pence.
/// </summary>
internal sealed class TermExpressions(SpaceDefinition definition)
{
    /// <summary>The condition; empty where nothing must be said.</summary>
    /// <param name="term">The term.</param>
    /// <param name="places">The place of each cell of the variable that the term's places are cells of; -1 for anywhere else.</param>
    public string Of(Term term, IReadOnlyList<int> places)
    {
        var parts = new List<string>();
        foreach ((string name, ValueRange range) in term.Numbers)
        {
            parts.Add(Number(name.Split('\n'), range));
        }

        if (term.Places is { } cells)
        {
            parts.Add(Place([.. cells.Select(cell => places[cell])], places));
        }

        parts.AddRange(term.Conditions.Select(condition => Condition(condition.Key, condition.Value)));
        return string.Join(" && ", parts);
    }

    private string Condition(int index, bool value)
    {
        string name = CedarText.Quote(definition.Conditions[index].Name);
        string said = (value ? "" : "!") + $"context.facts[{name}]";
        return definition.Conditions[index].Normally == value ? $"(if context.facts has {name} then {said} else true)" : $"context.facts has {name} && {said}";
    }

    private string Number(string[] name, ValueRange range) => name[0] switch
    {
        "m" => Measure(int.Parse(name[1], CultureInfo.InvariantCulture), range),
        "r" => Ratio(int.Parse(name[1], CultureInfo.InvariantCulture), name[2..], range),
        _ => Known(name) + Within("context.amount.pence", range),
    };

    private static string Known(string[] name) => $"context has amount && context.amount.currency == {CedarText.Quote(name[1])} && "
        + (name.Length > 3 ? $"{CedarText.Set([name[2], ""])}.contains(context.amount.basis)" : $"context.amount.basis == {CedarText.Quote(name[2])}");

    private string MeasureName(int index) => CedarText.Quote(definition.Measures[index].Name);

    private string Measure(int index, ValueRange range) => $"context.measures has {MeasureName(index)}" + Within($"context.measures[{MeasureName(index)}]", range);

    private string Ratio(int by, string[] top, ValueRange range)
    {
        (string known, string number) = top[0] == "m"
            ? ($"context.measures has {MeasureName(int.Parse(top[1], CultureInfo.InvariantCulture))}", $"context.measures[{MeasureName(int.Parse(top[1], CultureInfo.InvariantCulture))}]")
            : (Known(top), "context.amount.pence");
        string whole = $"context.measures[{MeasureName(by)}]";
        string words = $"{known} && context.measures has {MeasureName(by)}";

        // A part of nothing is nothing: only the least part is then reached exactly.
        if (range.Low is { } low)
        {
            (BigInteger part, BigInteger scale) = Fraction(low);
            words += $" && {number} * {scale} {(range.IsLowIn ? ">=" : ">")} {whole} * {part}" + (range.IsLowIn ? $" && {whole} > 0" : "");
        }

        if (range.High is { } high)
        {
            (BigInteger part, BigInteger scale) = Fraction(high);
            words += $" && {number} * {scale} {(range.IsHighIn ? "<=" : "<")} {whole} * {part}";
        }

        return words;
    }

    private static (BigInteger Part, BigInteger Scale) Fraction(decimal value)
    {
        BigInteger scale = 1;
        while (value != decimal.Truncate(value))
        {
            value *= 10;
            scale *= 10;
        }

        return ((BigInteger)value, scale);
    }

    // The first whole hundredth that is in, and the last.
    private static string Within(string number, ValueRange range)
    {
        string words = "";
        if (range.Low is { } low)
        {
            BigInteger first = Hundredths(low, out bool isWhole);
            words += $" && {number} >= {(isWhole && range.IsLowIn ? first : first + 1)}";
        }

        if (range.High is { } high)
        {
            BigInteger last = Hundredths(high, out bool isWhole);
            words += $" && {number} <= {(isWhole && !range.IsHighIn ? last - 1 : last)}";
        }

        return words;
    }

    private static BigInteger Hundredths(decimal value, out bool isWhole)
    {
        BigInteger whole = (BigInteger)decimal.Truncate(value) * 100;
        decimal rest = (value - decimal.Truncate(value)) * 100;
        isWhole = rest == decimal.Truncate(rest);
        return BigInteger.Min(whole + (BigInteger)decimal.Truncate(rest), long.MaxValue - 1);
    }

    // Of a place and the places that it lies within, the nearest named counts.
    private string Place(HashSet<int> chosen, IReadOnlyList<int> listed)
    {
        var parts = new List<string>();
        foreach (int place in listed.Where(chosen.Contains))
        {
            if (place >= 0 && NearestAbove(place, listed) is >= 0 and var above && chosen.Contains(above))
            {
                continue;
            }

            int[] apart = [.. listed.Where(other => other >= 0 && !chosen.Contains(other) && (place < 0 ? NearestAbove(other, listed) < 0 || IsUnder(other, place, listed, chosen) : IsUnder(other, place, listed, chosen)))];
            string words = place < 0 ? "" : $"context.place in {Entity(place)}";
            if (apart.Length > 0)
            {
                words += (words.Length > 0 ? " && " : "") + $"!(context.place in [{string.Join(", ", apart.Select(Entity))}])";
            }

            parts.Add(words.Length == 0 ? "" : $"({words})");
        }

        return "context has place" + (parts.Contains("") ? "" : parts.Count == 1 ? " && " + parts[0][1..^1] : $" && ({string.Join(" || ", parts)})");
    }

    // Whether a listed place that is not chosen lies directly below one that is, with none that is not chosen between.
    private bool IsUnder(int other, int place, IReadOnlyList<int> listed, HashSet<int> chosen)
    {
        int above = NearestAbove(other, listed);
        while (above >= 0 && above != place && chosen.Contains(above))
        {
            above = NearestAbove(above, listed);
        }

        return above == place;
    }

    private int NearestAbove(int place, IReadOnlyList<int> listed)
    {
        int above = definition.Places[place].Parent;
        while (above >= 0 && !listed.Contains(above))
        {
            above = definition.Places[above].Parent;
        }

        return above;
    }

    /// <summary>A place as Cedar has it.</summary>
    public string Entity(int place) => "Place::" + CedarText.Quote(definition.Places[place].Name);
}
