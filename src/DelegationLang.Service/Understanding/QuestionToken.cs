using System.Globalization;
using System.Text.RegularExpressions;

namespace DelegationLang.Service.Understanding;

/// <summary>What a piece of a question in free English is.</summary>
internal enum QuestionTokenKind
{
    /// <summary>A word, or a mark that stands alone.</summary>
    Word,

    /// <summary>A sum in pounds.</summary>
    Sum,

    /// <summary>A day with its year.</summary>
    Day,
}

/// <summary>A piece of a question in free English.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">It, as it was written.</param>
/// <param name="Key">For a word: it without capitals, with the singular for the plural, so that both find each other.</param>
/// <param name="Sum">For a sum: how much.</param>
/// <param name="Day">For a day: which.</param>
internal sealed partial record QuestionToken(QuestionTokenKind Kind, string Text, string Key, decimal Sum, DateOnly Day)
{
    private static readonly string[] Months = [.. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Where(name => name.Length > 0)];

    /// <summary>The word without capitals.</summary>
    public string Lower => Text.ToLowerInvariant();

    /// <summary>Whether it is this word.</summary>
    public bool Is(string word) => Kind == QuestionTokenKind.Word && Lower == word;

    /// <summary>The pieces of a question. What is neither a sum with its sign nor a whole day stays words, which nothing reads.</summary>
    public static IReadOnlyList<QuestionToken> Of(string text)
    {
        List<QuestionToken> tokens = [];
        foreach (Match match in Pieces().Matches(text.Replace('’', '\'')))
        {
            QuestionToken token =
                match.Groups["sum"].Success && SumOf(match) is { } sum ? new QuestionToken(QuestionTokenKind.Sum, match.Value, "", sum, default)
                : (match.Groups["iso"].Success || match.Groups["month"].Success) && DayOf(match) is { } day ? new QuestionToken(QuestionTokenKind.Day, match.Value, "", 0, day)
                : new QuestionToken(QuestionTokenKind.Word, match.Value, KeyOf(match.Value), 0, default);
            tokens.Add(token);
        }

        while (tokens is [.., { Kind: QuestionTokenKind.Word, Text: "?" or "." or "!" }])
        {
            tokens.RemoveAt(tokens.Count - 1);
        }

        return tokens;
    }

    /// <summary>What finds a name whatever its capitals and its number: the keys of its words, without articles.</summary>
    public static string KeyOfName(string name) => string.Join(' ', Of(name).Where(token => !token.IsArticle).Select(token => token.Kind == QuestionTokenKind.Word ? token.Key : token.Text));

    /// <summary>Whether it is <em>the</em>, <em>a</em> or <em>an</em>.</summary>
    public bool IsArticle => Kind == QuestionTokenKind.Word && Lower is "the" or "a" or "an";

    private static string KeyOf(string word)
    {
        var key = word.ToLowerInvariant();
        return key.Length > 4 && key.EndsWith("ies", StringComparison.Ordinal) ? key[..^3] + "y"
            : key.Length > 3 && key.EndsWith('s') && !key.EndsWith("ss", StringComparison.Ordinal) && !key.EndsWith("us", StringComparison.Ordinal) ? key[..^1]
            : key;
    }

    private static decimal? SumOf(Match match)
    {
        if (!decimal.TryParse(match.Groups["figure"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure) || figure > 1_000_000_000_000m)
        {
            return null;
        }

        return figure * match.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "" => 1m,
            "k" or "thousand" => 1_000m,
            "m" or "million" => 1_000_000m,
            _ => 1_000_000_000m,
        };
    }

    private static DateOnly? DayOf(Match match)
    {
        if (match.Groups["iso"].Success)
        {
            return DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly iso) ? iso : null;
        }

        var month = Array.FindIndex(Months, name => name.StartsWith(match.Groups["month"].Value[..3], StringComparison.OrdinalIgnoreCase)) + 1;
        return DateOnly.TryParseExact(FormattableString.Invariant($"{match.Groups["year"].Value}-{month:00}-{match.Groups["day"].Value.PadLeft(2, '0')}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
    }

    // A sum or a day that goes on in some way (£5-10k, 1.5.2026, £1,00) is none. Commas and quotation marks between words say nothing.
    [GeneratedRegex("""
        (?<sum>£\s?(?<figure>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)(?:\s?(?<unit>k|m|bn|thousand|million|billion)\b)?(?![\w%/]|[.,\-–]\w))
        |(?<iso>\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b(?![-/]))
        |(?<!\w)(?<day>[0-9]{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<month>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec),?\s+(?<year>[0-9]{4})\b(?![-/])
        |[\w£€$%](?:[\w'&/%£€$+.,\-–]*[\w%+])?
        |[^\s\w,"“”‘]
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pieces();
}
