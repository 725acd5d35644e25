namespace DelegationLang.Tests.Reference.Generation;

/// <summary>Writes random questions about a world, most of them at, just under or just over a figure or a day at which something changes.</summary>
internal sealed class QuestionWriter(Dice dice, World world)
{
    public string Write()
    {
        string who = dice.Chance(75) ? "who decides" : $"may {dice.Pick(world.Parties).Said} decide";
        return $"{who} {Subject()}{Place()}{Worth()}{Day()}{Facts()}?";
    }

    /// <summary>For each subject: at, just under and just over each figure, and on, before and after each day.</summary>
    public IEnumerable<string> AroundEachLimit()
    {
        const string Today = " on 1 May 2026";
        decimal[] pence = [-0.01m, 0, 0.01m];
        foreach (GenSubject subject in world.Subjects.Where(subject => subject.Sort != GenSort.Budget))
        {
            foreach (decimal figure in world.Figures.Order().SelectMany(figure => pence.Select(penny => Math.Max(0, figure + penny))))
            {
                yield return $"who decides {subject.Said}{Place()} worth {Money(world.Currencies[0], figure)}{world.Qualifiers[0]}{Today}{EachFact()}?";
            }

            foreach (DateOnly day in world.Days.Order().SelectMany(day => new[] { -1, 0, 1 }.Select(day.AddDays)))
            {
                yield return $"who decides {subject.Said}{Place()} worth {Money(world.Currencies[0], 1_000)}{world.Qualifiers[0]} on {Day(day)}{EachFact()}?";
            }
        }
    }

    private static string Money(string currency, decimal figure) =>
        currency + figure.ToString("#,##0.##", System.Globalization.CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private string EachFact() =>
        string.Concat(world.Conditions.Select(condition => dice.Chance(50) ? $" when {condition}" : $" unless {condition}"))
        + (world.HasLength ? $" when contract length is {dice.Below(7)} years" : "")
        + (world.HasBudgetHead ? $" when budget head is {Money("£", dice.Pick([0m, 100_000m, 1_000_000m]))}" : "");

    private string Subject()
    {
        if (dice.Chance(1))
        {
            return "surgery";
        }

        GenSubject subject = dice.Pick([.. world.Subjects.Where(subject => subject.Sort != GenSort.Budget || (subject.Covers.Count == 1 && subject.Said != "whole budget"))]);
        List<GenSubject> functions = [.. world.Subjects.Where(function => function.Sort == GenSort.Function)];
        bool isFree = subject is { Sort: GenSort.Matter, Parent: null or { Sort: GenSort.Matter } };
        string said = dice.Chance(5) ? subject.Said.Replace(' ', '-') : subject.Said;
        return isFree && dice.Chance(50) ? $"{said} for {dice.Pick(functions).Said}" : said;
    }

    private string Place() => world.Places.Count > 0 && dice.Chance(65) ? $" at {dice.Pick(world.Places)}" : "";

    private string Worth()
    {
        if (!dice.Chance(75))
        {
            return "";
        }

        decimal figure = world.Figures.Count == 0 ? 1_000 : dice.Pick([.. world.Figures.Order()]);
        figure = dice.Below(10) switch
        {
            < 3 => figure,
            < 5 => figure - 0.01m,
            < 7 => figure + 0.01m,
            7 => figure / 2,
            8 => figure * 3,
            _ => dice.Pick([0m, figure / 10, 1m]),
        };
        string qualifier = dice.Below(10) switch
        {
            < 5 => world.Qualifiers[0],
            < 7 => "",
            7 => world.Qualifiers[^1],
            8 => " per contract",
            _ => dice.Pick([" excluding VAT", " including VAT", " per year", " per decision", " per contract excluding VAT"]),
        };
        string currency = dice.Pick(world.Currencies);
        string further = (qualifier.Contains(" per ", StringComparison.Ordinal) || qualifier.Contains(" in total", StringComparison.Ordinal)) && currency == "£" && !qualifier.Contains(" per year", StringComparison.Ordinal) && dice.Aside.Chance(30)
            ? $" and {Money(currency, dice.Aside.Pick([1_000m, 5_000m, 10_000m, 50_000.01m, 300_000m]))} per year" : "";
        return $" worth {Money(currency, figure)}{qualifier}{further}";
    }

    private string Day()
    {
        if (!dice.Chance(85))
        {
            return "";
        }

        DateOnly day = new(2026, 5, 1);
        if (world.Days.Count > 0 && dice.Chance(50))
        {
            day = dice.Pick([.. world.Days.Order()]).AddDays(dice.Below(3) - 1);
        }

        return $" on {Day(day)}";
    }

    private string Facts()
    {
        string facts = string.Concat(world.Conditions.Where(_ => dice.Chance(70)).Select(condition => dice.Chance(50) ? $" when {condition}" : $" unless {condition}"));
        if (world.HasLength && dice.Chance(80))
        {
            decimal years = world.Lengths.Count == 0 ? 3 : dice.Pick([.. world.Lengths.Order()]) + dice.Below(3) - 1;
            facts += $" when contract length is {years:0} years";
        }

        if (world.HasBudgetHead && dice.Chance(80))
        {
            decimal head = dice.Pick([0m, 50_000m, 100_000m, 100_000.01m, 250_000m, 1_000_000m, 5_000_000m]);
            facts += $" when budget head is {Money("£", head)}";
        }

        return facts;
    }
}
