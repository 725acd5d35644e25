using System.Globalization;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Joining;

/// <summary>
/// Two random schemes of two bodies that join each other, and one scheme that says all that both say. Each body gives on what it has, and the two give each
/// other functions under an agreement that both declare alike.
/// </summary>
internal sealed class PairOfSchemes
{
    public const string First = "Alpha Trust";
    public const string Second = "Beta Trust";
    // Marks a declaration that stands for another one in the scheme that knows more.
    private const string Elsewhere = " // within";
    private static readonly int[] Figures = [10_000, 50_000, 100_000, 250_000, 1_000_000];

    private readonly Random random;
    private readonly List<string> first = [];
    private readonly List<string> second = [];
    private readonly List<string> both = [];
    private readonly List<string> functions = [];
    // What amounts count in this pair: one scheme that counts them in two ways has to be asked about one of them.
    private readonly string basis;
    private readonly HashSet<string> told = new(StringComparer.Ordinal);

    public PairOfSchemes(int seed)
    {
        random = new Random(seed);
        basis = random.Next(4) == 0 ? " per year" : "";
        Write();
    }

    public string FirstText => Text(First, first, $"use scheme \"../beta\" for {Second}.");

    public string SecondText => Text(Second, second, $"use scheme \"../alpha\" for {First}.");

    public string BothText => Text(First, [.. first.Concat(second).Where(sentence => !sentence.EndsWith(Elsewhere, StringComparison.Ordinal))], "");

    /// <summary>One of them as a project, with the other beside it.</summary>
    public static MemoryFiles Joined(string own, string beside, string other) => MemoryFiles.Empty.With("main.delegation", own).With($"../{beside}/main.delegation", other);

    /// <summary>A random question about something that both know.</summary>
    public string Question()
    {
        var words = "who decides " + functions[random.Next(functions.Count)];
        words += random.Next(4) == 0 ? " at North" : random.Next(6) == 0 ? " at Harbour" : "";
        if (random.Next(5) > 0)
        {
            var figure = Figures[random.Next(Figures.Length)] + random.Next(-1, 2);
            words += string.Create(CultureInfo.InvariantCulture, $" worth £{figure:#,##0}{(random.Next(6) == 0 ? basis : "")}");
        }

        words += random.Next(3) == 0 ? random.Next(2) == 0 ? " when urgent" : " unless urgent" : "";
        return words + (random.Next(5) == 0 ? " on 1 June 2028" : " on 1 June 2026") + "?";
    }

    private string Text(string body, List<string> sentences, string join)
    {
        told.Clear();
        return string.Join('\n', (string[])
        [
            $"scheme {body} Scheme", "  version 1", $"  approved by Board of {body} on 1 March 2026", "  in force from 1 April 2026.", "",
            "use england.", join, "", .. sentences.Select(sentence => sentence.Replace(Elsewhere, "", StringComparison.Ordinal)).Where(told.Add), "",
        ]);
    }

    private void Write()
    {
        Say(first, $"{First} is an NHS trust.");
        Say(second, $"{Second} is an NHS trust.");
        Say(first, $"{Second} is an NHS trust.");
        Say(second, $"{First} is an NHS trust.");
        foreach (var sentence in (string[])["North is a region.", "South is a region.", "Harbour is a region within North.", "urgent is a condition, normally false."])
        {
            Say(first, sentence);
            Say(second, sentence);
        }

        var ofFirst = Parties(first, First, "A");
        var ofSecond = Parties(second, Second, "B");
        Say(first, Agreement());
        Say(second, Agreement());
        Share(first, second, First, "surgery", ofFirst, Second, ofSecond);
        Share(second, first, Second, "nursing", ofSecond, First, ofFirst);
    }

    private static string Agreement() =>
        $"Sharing Agreement is a delegation agreement between {First}, {Second} covering shared surgery, shared nursing under NHS Act 2006 section 65Z5 from 1 April 2026 until 31 March 2028.";

    private static void Say(List<string> scheme, string sentence) => scheme.Add(sentence);

    // Some names are those of the other body's posts too.
    private string[] Parties(List<string> scheme, string body, string letter)
    {
        Say(scheme, $"Board is the board of {body}.");
        Say(scheme, $"Quality Group {letter} is a committee of Board of {body} reporting to Board of {body}.");
        Say(scheme, $"Director {letter} is an officer of {body} reporting to Board of {body}.");
        Say(scheme, $"Manager {letter} is an officer of {body} reporting to Director {letter}.");
        Say(scheme, $"Finance Director is an officer of {body} reporting to Board of {body}.");
        Say(scheme, $"Deputy {letter} is an officer of {body} reporting to Director {letter}.");
        if (random.Next(2) == 0)
        {
            Say(scheme, $"Deputy {letter} deputises for Director {letter}{(random.Next(2) == 0 ? " when urgent" : "")}.");
        }

        return [$"Quality Group {letter}", $"Director {letter}", $"Manager {letter}", $"Finance Director of {body}"];
    }

    private void Share(List<string> own, List<string> other, string body, string word, string[] parties, string otherBody, string[] otherParties)
    {
        // Both know them; only the scheme of the body knows what they lie within.
        Say(own, $"all {word} is a function of {body}.");
        foreach (var name in (string[])[$"plain {word}", $"special {word}", $"shared {word}", $"rare {word}"])
        {
            var isWithin = name != $"shared {word}" && random.Next(2) == 0;
            Say(own, $"{name} is a function of {body}{(isWithin ? $" within all {word}" : "")}.");
            if (!isWithin)
            {
                Say(other, $"{name} is a function of {body}.");
            }
            else
            {
                // In one scheme it is declared once.
                other.Add($"{name} is a function of {body}." + Elsewhere);
            }

            functions.Add(name);
        }

        var amount = Amount();
        Cross($"{body} delegates shared {word} to {otherBody}{amount} under Sharing Agreement with power to delegate reporting to {body} quarterly reference \"{word}\".");
        if (random.Next(2) == 0 && amount.Length > 0)
        {
            Say(own, $"{body} delegates shared {word} to {Pick(parties)} {amount.Trim().Replace("up to", "above", StringComparison.Ordinal)}.");
        }

        // What the other got it gives on by its own scheme.
        if (random.Next(4) > 0)
        {
            Say(other, $"{otherBody} delegates shared {word} to {Pick(otherParties)}{Within(amount)}{Facts()} reporting to Board of {otherBody} quarterly.");
        }

        Gives(own, body, $"plain {word}", parties);
        Gives(own, body, $"special {word}", parties);
        switch (random.Next(4))
        {
            case 0:
                Say(own, $"{body} reserves rare {word} to Board of {body}.");
                break;
            case 1:
                Say(own, $"{body} delegates all {word} to {Pick(parties)}{Amount()}{Facts()}.");
                break;
            case 2:
                Say(own, $"limits for rare {word} of {body}:\n  - {parties[2]} up to £50,000\n  - {parties[1]} up to £250,000\n  - Board of {body} above £250,000.");
                break;
            default:
                Say(own, $"{body} delegates all other matters to {parties[1]}.");
                break;
        }

        void Cross(string sentence)
        {
            Say(own, sentence);
            Say(other, sentence);
        }
    }

    private void Gives(List<string> scheme, string body, string function, string[] parties)
    {
        if (random.Next(5) == 0)
        {
            return;
        }

        var to = parties[random.Next(2)];
        Say(scheme, $"{body} delegates {function} to {to}{Amount()}{Place()}{Facts()}{Step(body)} with power to delegate.");
        if (random.Next(2) == 0)
        {
            Say(scheme, $"{to} delegates {function} to {parties[2]} up to £10,000{Facts()}.");
        }

        if (random.Next(4) == 0)
        {
            Say(scheme, $"{body} delegates {function} to {parties[3]} jointly with {parties[2]} above £1,000,000.");
        }
    }

    private string Pick(string[] parties) => parties[random.Next(parties.Length)];

    private string Amount() => random.Next(4) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" up to £{Figures[random.Next(Figures.Length)]:#,##0}{basis}");

    // No more than the other was given.
    private string Within(string amount) => amount.Length == 0 ? Amount()
        : random.Next(2) == 0 ? amount : " up to £10,000" + (amount.EndsWith("per year", StringComparison.Ordinal) ? " per year" : "");

    private string Place() => random.Next(4) == 0 ? " at North" : "";

    private string Facts() => random.Next(4) == 0 ? random.Next(2) == 0 ? " when urgent" : " unless urgent" : "";

    private string Step(string body) => random.Next(5) == 0 ? $" after consulting Finance Director of {body}" : "";
}
