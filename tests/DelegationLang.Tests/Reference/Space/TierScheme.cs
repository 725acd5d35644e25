using System.Globalization;
using DelegationLang.Tests.Reference.Generation;

namespace DelegationLang.Tests.Reference.Space;

/// <summary>
/// Writes small random schemes full of tiers that touch, miss or cross each other: a few figures, days, places and facts, met again and again, so that
/// gaps and overlaps of every shape come about.
/// </summary>
internal sealed class TierScheme
{
    private static readonly string[] Officers = ["Ann", "Ben", "Cal", "Dee", "Eve", "North Lead"];
    private static readonly string[] Bodies = ["Committee", "North Committee"];
    private static readonly string[] Functions = ["care", "clinics", "estates"];
    private static readonly string[] Matters = ["award", "leases", "clinic fees"];
    private static readonly decimal[] Figures = [10m, 20m, 20.5m, 21m, 30m];

    private readonly Dice dice;
    private readonly List<string> sentences = [];
    private readonly List<(string Holder, string Subject)> givers = [];
    private readonly bool hasHead;
    private readonly bool hasFacts;
    private readonly bool hasPlaces;

    private TierScheme(int seed)
    {
        dice = new Dice(seed);
        hasHead = dice.Chance(15);
        hasFacts = dice.Chance(45);
        hasPlaces = dice.Chance(50);
    }

    /// <summary>The text of the scheme of a seed.</summary>
    public static string Write(int seed)
    {
        var scheme = new TierScheme(seed);
        scheme.Declare();
        int count = 2 + scheme.dice.Below(4);
        for (int i = 0; i < count; i++)
        {
            scheme.Add();
        }

        return string.Join('\n', scheme.sentences) + "\n";
    }

    private void Declare()
    {
        string end = dice.Chance(30) ? " until 31 March 2028" : "";
        sentences.AddRange(
        [
            $"scheme Tiers\n  version 1\n  approved by Board on 1 March 2026\n  in force from 1 April 2026{end}.",
            "use england.",
            "Trust is an NHS trust.",
            "Board is the board of Trust.",
            "North is a place of Trust.",
            "South is a place of Trust.",
            "Hill is a neighbourhood within North.",
            "Committee is a committee of Board reporting to Board.",
            "North Committee is a committee of Board at North reporting to Board.",
            "Ann is an officer of Trust.",
            "Ben is an officer of Trust.",
            "Cal is an officer of Trust.",
            $"Dee is an officer of Trust{(dice.Chance(50) ? " until 30 September 2026" : "")}.",
            $"Eve is an officer of Trust{(dice.Chance(50) ? dice.Pick([" from 1 October 2026", " from 3 October 2026"]) : "")}.",
            "North Lead is an officer of Trust at North.",
            "care is a function of Trust.",
            "clinics is a function of Trust within care.",
            "estates is a function of Trust.",
            "award is a matter of Trust.",
            "leases is a matter of Trust within award.",
            "clinic fees is a matter of Trust within clinics.",
            "care budget is a budget of Trust covering care, estates.",
            "north budget is a budget of Trust covering care at North.",
            "in budget is a condition, normally true.",
            "urgent is a condition, normally false.",
            "head is a measure in pounds.",
            "term is a measure in years.",
            "threshold is an amount of £20 until 31 December 2026.",
            $"threshold is an amount of £30 from {dice.Pick(["1 January 2027", "4 January 2027"])}.",
        ]);
    }

    private void Add()
    {
        int kind = dice.Below(100);
        if (kind < 25)
        {
            AddTable();
        }
        else if (kind < 37)
        {
            sentences.Add($"Trust reserves {dice.Pick(Named())} to {dice.Pick(["Board", "Committee"])}{Limit(40)}{Clauses(10)}.");
        }
        else if (kind < 47)
        {
            string scope = dice.Pick(["all other matters", "all matters"]);
            sentences.Add($"Trust delegates {scope} to {dice.Pick(Officers)}{Limit(40)}{Clauses(15)}.");
        }
        else if (kind < 52)
        {
            sentences.Add($"Trust delegates {dice.Pick(Named())} to {dice.Pick(Officers)} even if reserved{Limit(40)} when urgent ratified by Board.");
        }
        else
        {
            AddDelegation();
        }
    }

    private void AddDelegation()
    {
        (string giver, string subject) = givers.Count > 0 && dice.Chance(40) ? dice.Pick(givers) : ("Trust", dice.Pick(Named()));
        string first = dice.Pick(giver == "Trust" && dice.Chance(40) ? Bodies : Officers);
        string holder = dice.Below(10) switch
        {
            0 => $"{first} or {Another(first)}",
            1 => $"{first}, {Another(first)}",
            2 => $"{first} jointly with {Another(first)}",
            _ => first,
        };
        bool mayDelegate = holder == first && dice.Chance(50);
        string relation = Array.IndexOf(Matters, subject) >= 0 && dice.Chance(30) ? $" for {dice.Pick(Functions)}" : "";
        sentences.Add($"{giver} delegates {subject} to {holder}{relation}{Limit(70)}{Clauses(30)}{(mayDelegate ? Onward() : "")}.");
        if (mayDelegate)
        {
            givers.Add((first, subject));
        }
    }

    private string Onward() => " with power to delegate" + (dice.Chance(15) ? $" up to {Money(dice.Pick(Figures))}" : "");

    private void AddTable()
    {
        var lines = new List<string>();
        List<decimal> figures = [.. Figures.Order()];
        decimal reached = 0;
        foreach (string party in dice.Some(Officers, 2 + dice.Below(2)))
        {
            List<decimal> left = figures.FindAll(figure => figure > reached);
            if (left.Count == 0)
            {
                break;
            }

            decimal next = left[dice.Below(Math.Min(2, left.Count))];
            string start = reached == 0 || dice.Chance(40) ? "" : $"{dice.Pick(["above", "above", "at least"])} {Money(dice.Chance(70) ? reached : left[0])} ";
            lines.Add($"  - {party} {start}{dice.Pick(["up to", "up to", "below"])} {Money(next)}{Clauses(20)}");
            reached = next;
        }

        if (dice.Chance(60))
        {
            lines.Add($"  - Board {dice.Pick(["above", "at least"])} {Money(reached)}");
        }

        sentences.Add($"limits for {dice.Pick(Named())} of Trust:\n{string.Join('\n', lines)}.");
    }

    private string[] Named() => [.. Functions, .. Matters, .. dice.Chance(20) ? ["care budget", "north budget"] : Array.Empty<string>()];

    private string Another(string first) => dice.Pick([.. Officers.Where(officer => officer != first)]);

    private string Limit(int percent)
    {
        if (!dice.Chance(percent))
        {
            return "";
        }

        string basis = dice.Chance(8) ? " per year" : "";
        if (hasHead && dice.Chance(40))
        {
            return dice.Pick([" up to 10% of head", $" up to the lower of {Money(dice.Pick(Figures))}, 10% of head", " above 10% of head"]) + basis;
        }

        if (dice.Chance(10))
        {
            return dice.Pick([" up to threshold", " above threshold", " below threshold"]) + basis;
        }

        List<decimal> two = [.. dice.Some(Figures, 2).Order()];
        return dice.Below(5) switch
        {
            0 => $" below {Money(two[0])}",
            1 => $" above {Money(two[0])}",
            2 => $" at least {Money(two[0])} up to {Money(two[1])}",
            3 => $" above {Money(two[0])} below {Money(two[1])}",
            _ => $" up to {Money(two[0])}",
        } + basis;
    }

    private string Clauses(int percent)
    {
        string text = "";
        if (hasPlaces && dice.Chance(percent))
        {
            text += $" at {dice.Pick(["North", "South", "Hill"])}";
        }

        if (hasFacts && dice.Chance(percent))
        {
            text += dice.Pick([" when in budget", " unless in budget", " when term up to 5 years", " when term above 5 years", " when in budget or urgent"]);
        }

        if (dice.Chance(percent))
        {
            text += dice.Pick([" from 1 May 2026", " until 30 June 2026", " until 30 September 2026", " from 1 October 2026", " from 2 October 2026", " from 1 May 2026 until 30 June 2026"]);
        }

        if (dice.Chance(percent / 3))
        {
            text += $" except {dice.Pick([.. Functions, .. Matters])}";
        }

        return text;
    }

    private static string Money(decimal figure) => "£" + figure.ToString("0.##", CultureInfo.InvariantCulture);
}
