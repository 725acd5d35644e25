using System.Globalization;
using System.Text;

namespace DelegationLang.Testing.Generation;

/// <summary>
/// Writes the scheme of an invented integrated care board as large as wanted: places with committees and posts, functions within functions,
/// budgets, reserved matters, chains of three delegations with falling limits, tables of tiers, conditions, a lead provider and scenarios.
/// The scheme is sound: it is meant to compile without an error or a warning, and its scenarios to hold.
/// </summary>
internal static class SchemeGenerator
{
    /// <summary>The least number of sentences that a scheme can have.</summary>
    public const int FewestSentences = 60;

    /// <summary>Writes a scheme.</summary>
    /// <param name="sentences">How many sentences it has, that is, full stops that end one; the lines that are titles of sections come on top.</param>
    /// <param name="seed">The same seed gives the same text; another seed, other subjects, limits and scenarios.</param>
    /// <returns>The text of one file, with <c>\n</c> line endings.</returns>
    public static string Generate(int sentences, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sentences, FewestSentences);
        var writer = new Writer(sentences);
        var parties = new SchemeParties(Math.Clamp(sentences / 100, 2, 100), Math.Clamp(sentences / 200, 2, 60));
        foreach (var sentence in parties.Declarations())
        {
            writer.Write(sentence);
        }

        var choices = new Choices(seed);
        for (var index = 0; !writer.IsFull; index++)
        {
            // Cut off anywhere, what is written of a programme is still sound: declarations come first, a chain from its top, scenarios last.
            foreach (var sentence in SchemeProgramme.Sentences(index, parties, choices))
            {
                writer.Write(sentence);
            }
        }

        return writer.ToString();
    }

    private sealed class Writer(int sentences)
    {
        private readonly StringBuilder text = new();
        private int left = sentences;

        public bool IsFull => left == 0;

        public void Write(string line)
        {
            if (left > 0)
            {
                text.Append(line).Append('\n');
                left -= line.EndsWith('.') ? 1 : 0;
            }
        }

        public override string ToString() => text.ToString();
    }
}

/// <summary>The organisation, its groups, posts and places, and the facts that conditions rest on.</summary>
internal sealed class SchemeParties(int places, int directorates)
{
    /// <summary>How many places there are; each has a committee, a director and a manager.</summary>
    public int Places => places;

    /// <summary>How many directorates there are; each has a committee, a director and a manager.</summary>
    public int Directorates => directorates;

    /// <summary>The sentences that declare all of them, and those that hold for the whole scheme.</summary>
    public IEnumerable<string> Declarations()
    {
        foreach (var sentence in (string[])
        [
            "scheme Riverlands Scheme of Reservation and Delegation\n  version 1.0\n  approved by Board on 24 March 2026\n  in force from 1 April 2026.",
            "use england.",
            "section Parties",
            "Riverlands Integrated Care Board is an integrated care board known as ICB with code QZZ.",
            "Riverlands Hospitals is an NHS trust known as Hospitals.",
            "Board is the board of ICB.",
            "Chair is the chair of Board.",
            "Audit Committee is a committee of Board reporting to Board.",
            "Remuneration Committee is a committee of Board reporting to Board.",
            "Patient Forum is a forum of ICB.",
            "Chief Executive is an officer of ICB reporting to Board.",
            "Deputy Chief Executive is an officer of ICB reporting to Chief Executive.",
            "Finance Director is an officer of ICB reporting to Chief Executive.",
            "Head of Finance is an officer of ICB reporting to Finance Director.",
            "Deputy Chief Executive deputises for Chief Executive.",
            "urgent is a condition, normally false, judged by Chair.",
            "in budget is a condition, normally true.",
            "public concern is a condition, normally false, judged by Chief Executive.",
            "contract length is a measure in years.",
            "invoice is a basis.",
            "every delegation in this scheme: subject to reserved matters.",
            "use of the seal is a matter of ICB.",
            "ICB reserves use of the seal to Board reference \"1.1\".",
            "ICB delegates use of the seal to Chair jointly with Chief Executive\n  even if reserved when urgent\n  ratified by Board\n  reference \"1.2\".",
        ])
        {
            yield return sentence;
        }

        for (var index = 0; index < places; index++)
        {
            var place = SchemeNames.Place(index);
            yield return $"{place} is a place of ICB.";
            yield return $"{place} Committee is a committee of Board at {place} reporting to Board.";
            yield return $"{place} Director is an officer of ICB at {place} reporting to {place} Committee.";
            yield return $"{place} Manager is an officer of ICB at {place} reporting to {place} Director.";
        }

        for (var index = 0; index < directorates; index++)
        {
            var directorate = SchemeNames.Directorate(index);
            yield return $"{directorate} Committee is a committee of Board reporting to Board.";
            yield return $"{directorate} Director is an officer of ICB reporting to {directorate} Committee.";
            yield return $"{directorate} Manager is an officer of ICB reporting to {directorate} Director.";
        }
    }
}

/// <summary>How amounts of money are written in a scheme.</summary>
internal static class Pounds
{
    /// <summary>Whole millions in words, anything else in figures: <c>£5 million</c>, <c>£500,000</c>.</summary>
    public static string Text(int amount) => amount >= 1_000_000 && amount % 1_000_000 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"£{amount / 1_000_000} million")
        : string.Create(CultureInfo.InvariantCulture, $"£{amount:N0}");
}
