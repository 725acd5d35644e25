namespace DelegationLang.Tests.Reference.Generation;

/// <summary>Writes random questions about a world, most of them at, just under or just over a figure or a day at which something changes.</summary>
internal sealed class QuestionWriter(Dice dice, World world)
{
    public string Write()
    {
        string who = dice.Chance(75) ? "who decides" : $"may {dice.Pick(world.Parties).Said} decide";
        return $"{who} {Subject()}{Place()}{Worth()}{Day()}{Facts()}?";
    }

    private string Subject()
    {
        GenSubject subject = dice.Pick([.. world.Subjects.Where(subject => subject.Sort != GenSort.Budget || (subject.Covers.Count == 1 && subject.Said != "whole budget"))]);
        List<GenSubject> functions = [.. world.Subjects.Where(function => function.Sort == GenSort.Function)];
        bool isFree = subject is { Sort: GenSort.Matter, Parent: null or { Sort: GenSort.Matter } };
        return isFree && dice.Chance(50) ? $"{subject.Said} for {dice.Pick(functions).Said}" : subject.Said;
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
        return $" worth {dice.Pick(world.Currencies)}{figure.ToString("#,##0.##", System.Globalization.CultureInfo.InvariantCulture)}{qualifier}";
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

        return $" on {day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}";
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
            facts += $" when budget head is £{head.ToString("#,##0.##", System.Globalization.CultureInfo.InvariantCulture)}";
        }

        return facts;
    }
}
