using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DelegationLang.Tests.Reference.Generation;

namespace DelegationLang.Tests.Comparison;

/// <summary>Makes another version of a random scheme by a few random edits, of the sorts that amendments are made of.</summary>
internal sealed partial class SchemeEdits(Dice dice, ImmutableArray<string> more)
{
    /// <summary>The other version.</summary>
    public ImmutableArray<string> Edit(ImmutableArray<string> sentences, int edits)
    {
        for (int i = 0; i < edits; i++)
        {
            sentences = Edit(sentences);
        }

        return sentences;
    }

    private ImmutableArray<string> Edit(ImmutableArray<string> sentences)
    {
        int[] deciding = [.. Enumerable.Range(2, Math.Max(0, sentences.Length - 2)).Where(i => Deciding().IsMatch(sentences[i]))];
        if (deciding.Length == 0)
        {
            return sentences;
        }

        int at = dice.Pick(deciding);
        return dice.Below(10) switch
        {
            0 => sentences.RemoveAt(at),
            1 when more.Length > 0 => sentences.Add(dice.Pick(more)),
            2 or 3 => With(sentences, at, Figure(), figure => "£" + (decimal.Parse(figure[1..], NumberStyles.Number, CultureInfo.InvariantCulture) * dice.Pick([0.5m, 2m, 3m])).ToString("#,##0.##", CultureInfo.InvariantCulture)),
            4 when Dated(sentences) is var dated and >= 0 => With(sentences, dated, Year(), _ => dice.Pick(["2025", "2026", "2027"])),
            5 or 6 => With(sentences, at, Parties(sentences), _ => dice.Pick(Names(sentences))),
            7 => With(sentences, at, Condition(), word => word == "when" ? "unless" : "when"),
            8 => With(sentences, at, Clause(), _ => ""),
            _ => Renamed(sentences),
        };
    }

    // Of a name that stands for one thing after another the days are left alone: those that met would make one thing of it that nobody can name. -1 for such a one.
    private int Dated(ImmutableArray<string> sentences)
    {
        int at = dice.Below(sentences.Length - 1) + 1;
        int end = sentences[at].IndexOf(" is a ", StringComparison.Ordinal);
        return end > 0 && sentences.Count(sentence => sentence.StartsWith(sentences[at][..(end + 6)], StringComparison.Ordinal)) > 1 ? -1 : at;
    }

    private ImmutableArray<string> With(ImmutableArray<string> sentences, int at, Regex what, Func<string, string> by)
    {
        Match[] found = [.. what.Matches(sentences[at]).Cast<Match>()];
        if (found.Length == 0)
        {
            return sentences;
        }

        Match one = dice.Pick(found);
        return sentences.SetItem(at, sentences[at][..one.Index] + by(one.Value) + sentences[at][(one.Index + one.Length)..]);
    }

    private ImmutableArray<string> Renamed(ImmutableArray<string> sentences)
    {
        string name = dice.Pick(Names(sentences));
        return [.. sentences.Select(sentence => Regex.Replace(sentence, $@"\b{Regex.Escape(name)}\b", "New " + name))];
    }

    private static Regex Parties(ImmutableArray<string> sentences) => new(@"\b(" + string.Join('|', Names(sentences).OrderByDescending(name => name.Length).Select(Regex.Escape)) + @")\b");

    private static string[] Names(ImmutableArray<string> sentences) =>
        [.. sentences.Select(sentence => Declared().Match(sentence)).Where(match => match.Success).Select(match => match.Groups[1].Value).Distinct()];

    [GeneratedRegex(@"\b(delegates|reserves|entrusts|deputises)\b|^limits")]
    private static partial Regex Deciding();

    [GeneratedRegex(@"£[\d,]+(\.\d+)?(?! ?(million|billion))")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\b202[567]\b")]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(when|unless)\b")]
    private static partial Regex Condition();

    [GeneratedRegex(@" (at|up to|after consulting|after approval of|jointly with|from|until) [^,.]*?(?= (at|up to|after|jointly|from|until|when|unless|with|without|except|under|ratified|per|for)\b|\.$|\.\s|$)")]
    private static partial Regex Clause();

    [GeneratedRegex(@"^([A-Z][A-Za-z ]*?) is (?:an?|the) (?:board|committee|officer|post|role|joint committee|cabinet|group|chair|director|subcommittee)")]
    private static partial Regex Declared();
}
