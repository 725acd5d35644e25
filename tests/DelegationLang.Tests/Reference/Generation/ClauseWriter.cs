namespace DelegationLang.Tests.Reference.Generation;

/// <summary>Writes the clauses of random sentences.</summary>
internal sealed class ClauseWriter(Dice dice, World world)
{
    private static readonly decimal[] Figures = [1_000, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000];

    private static readonly DateOnly[] FirstDays = [new(2026, 4, 1), new(2026, 5, 1), new(2026, 7, 1), new(2027, 1, 1)];

    private static readonly DateOnly[] LastDays = [new(2026, 6, 30), new(2026, 12, 31), new(2027, 3, 31), new(2028, 3, 31)];

    /// <summary>A limit within that of the giver; none where nothing can be stated for sure.</summary>
    public GenLimit? Limit(Given giver)
    {
        if (giver.Limit is { } own)
        {
            decimal? most = giver.OnwardUpper < own.Upper ? giver.OnwardUpper : own.Upper;
            return own.IsPlain && most is { } top ? Plain(own.Axis, [.. Figures.Where(figure => figure <= top)]) : null;
        }

        string currency = dice.Pick(world.Currencies);
        string qualifier = dice.Pick(world.Qualifiers);
        string axis = $"{currency}|{qualifier}";
        decimal figure = dice.Pick(Figures);
        if (giver.OnwardUpper is { } upper)
        {
            return Plain($"£|{world.Qualifiers[0]}", [.. Figures.Where(candidate => candidate <= upper)]);
        }

        return dice.Below(20) switch
        {
            < 9 => Plain(axis, Figures),
            < 11 => new GenLimit($"below {world.Say(figure, currency)}{qualifier}", axis, figure - 1, true),
            < 14 => Between(currency, qualifier, axis),
            14 => new GenLimit($"above {world.Say(figure, currency)}{qualifier}", axis, null, false),
            15 => new GenLimit($"at least {world.Say(figure, currency)}{qualifier}", axis, null, false),
            _ => Changing(figure, qualifier) ?? Plain(axis, Figures),
        };
    }

    /// <summary>A line of a table above the figure, up to the next one, meeting it, leaving a hole, or reaching over it.</summary>
    public string Tier(ref decimal floor, string currency, string qualifier, bool isTop)
    {
        decimal from = floor;
        List<decimal> higher = [.. Figures.Where(figure => figure > from)];
        if (isTop || higher.Count == 0)
        {
            return $"{dice.Pick(["above", "at least"])} {world.Say(from, currency)}{qualifier}";
        }

        floor = higher[dice.Below(Math.Min(2, higher.Count))];
        string upper = $"{(dice.Chance(80) ? "up to" : "below")} {world.Say(floor, currency)}";
        return from == 0 || dice.Chance(60)
            ? $"{upper}{qualifier}"
            : $"{dice.Pick(["above", "at least"])} {world.Say(from, currency)} {upper}{qualifier}";
    }

    public GenLimit Plain(string axis, IReadOnlyList<decimal> figures)
    {
        string[] parts = axis.Split('|');
        decimal figure = figures.Count == 0 ? Figures[0] : dice.Pick(figures);
        return new GenLimit($"up to {world.Say(figure, parts[0])}{parts[1]}", axis, figure, true);
    }

    /// <summary>Conditions and measures: <c>when</c>, <c>unless</c>, all or any; none as often as not.</summary>
    public string Facts(int percent)
    {
        if (!dice.Chance(percent))
        {
            return "";
        }

        string fact = Fact();
        return dice.Below(10) switch
        {
            < 5 => $" when {fact}",
            < 7 => $" unless {fact}",
            7 when world.Conditions.Count > 1 => $" when {string.Join(", ", dice.Some(world.Conditions, 2))}",
            8 when world.Conditions.Count > 1 => $" when {string.Join(" or ", dice.Some(world.Conditions, 2))}",
            9 when world.Conditions.Exists(condition => condition != fact) => $" when {fact} or {world.Conditions.Find(condition => condition != fact)}",
            _ => $" unless {dice.Pick(world.Conditions)}",
        };
    }

    /// <summary>First and last day within those of the giver.</summary>
    public (string Text, DateOnly? From, DateOnly? Until) Days(Given giver, int percent)
    {
        if (!dice.Chance(percent))
        {
            return ("", giver.From, giver.Until);
        }

        if (giver.From is null && giver.Until is null && dice.Chance(20))
        {
            world.Days.Add(new DateOnly(2027, 3, 31));
            return (" for 2026/27", new DateOnly(2026, 4, 1), new DateOnly(2027, 3, 31));
        }

        DateOnly? from = dice.Chance(50) ? dice.Pick(FirstDays) : null;
        DateOnly? until = from is null || dice.Chance(50) ? dice.Pick(LastDays) : null;
        from = from < giver.From || from > giver.Until ? null : from;
        until = until > giver.Until || until < giver.From || until < from ? null : until;
        string text = (from is { } first ? $" from {world.Say(first)}" : "") + (until is { } last ? $" until {world.Say(last)}" : "");
        return (text, from ?? giver.From, until ?? giver.Until);
    }

    /// <summary>A clause that never changes who decides.</summary>
    public string Remark(int percent) => dice.Chance(percent)
        ? dice.Pick([" with reserved matters", " subject to reserved matters", $" reporting to {world.Parties[1].Said} quarterly", " after consulting Patient Forum", " reference \"4.2\"", " recorded in \"the register\""])
        : "";

    /// <summary>A limit on another basis beside a plain one, for a sentence from which nothing is given on; none as often as not.</summary>
    public string Further(GenLimit? limit)
    {
        if (limit is not { IsPlain: true } || !limit.Axis.StartsWith('£') || !dice.Aside.Chance(25))
        {
            return "";
        }

        string basis = limit.Text.Contains(" per year", StringComparison.Ordinal) ? " per contract" : " per year";
        bool hasBasis = limit.Text.Contains(" per ", StringComparison.Ordinal) || limit.Text.Contains(" in total", StringComparison.Ordinal);
        return hasBasis ? $"{dice.Aside.Pick([" and", ",", ""])} up to {world.Say(dice.Aside.Pick(Figures), "£")}{basis}" : "";
    }

    private GenLimit Between(string currency, string qualifier, string axis)
    {
        List<decimal> two = [.. dice.Some(Figures, 2).Order()];
        string text = $"{dice.Pick(["above", "at least"])} {world.Say(two[0], currency)} {dice.Pick(["up to", "up to", "below"])} {world.Say(two[1], currency)}{qualifier}";
        return new GenLimit(text, axis, two[1], false);
    }

    private GenLimit? Changing(decimal figure, string qualifier)
    {
        string axis = $"£|{qualifier}";
        List<string> texts = [];
        if (world.HasThreshold)
        {
            texts.AddRange(["up to purchase threshold", "above purchase threshold", $"up to the lower of {world.Say(figure, "£")}, purchase threshold", "up to 50% of purchase threshold"]);
        }

        if (world.HasBudgetHead)
        {
            texts.AddRange(["up to 10% of budget head", $"up to the lower of {world.Say(figure, "£")}, 10% of budget head", "below budget head"]);
            world.Figures.Add(figure * 10);
        }

        return texts.Count == 0 ? null : new GenLimit(Higher(dice.Pick(texts)) + qualifier, axis, null, false);
    }

    private string Higher(string text) => dice.Aside.Chance(50) ? text.Replace("the lower of", "the higher of", StringComparison.Ordinal) : text;

    private string Fact()
    {
        List<string> facts = [.. world.Conditions];
        if (world.HasLength)
        {
            decimal years = dice.Pick([2m, 3m, 5m]);
            world.Lengths.Add(years);
            facts.Add($"contract length {dice.Pick(["up to", "above", "below", "at least"])} {years:0} years");
        }

        if (world.HasBudgetHead)
        {
            facts.Add($"budget head {dice.Pick(["up to", "above", "at least"])} {world.Say(dice.Pick([100_000m, 1_000_000m]), "£")}");
        }

        return dice.Pick(facts);
    }
}
