using System.Text.RegularExpressions;
using DelegationLang.Parsing;

namespace DelegationLang.Import.Reading;

/// <summary>The days from and until which something counts, as they stand in a text beside other words.</summary>
/// <param name="Rest">The text without them.</param>
/// <param name="From">The first day; none where it has none.</param>
/// <param name="Until">The last day; none where it has none.</param>
internal sealed record DayWords(string Rest, DateOnly? From, DateOnly? Until) : DocumentPart
{
    /// <summary>Takes them out of a text.</summary>
    public static DayWords Of(string text)
    {
        var found = new DayWords(text, null, null);
        for (int at = 0; Announced.Match(found.Rest, at) is { Success: true } words;)
        {
            int start = words.Index + words.Length;
            var day = DateLiteral.Read(found.Rest, start);
            bool isFrom = words.Groups["from"].Success;
            if (day.End == start || day.Value.Year < 1990 || day.Fault is not (DateFault.None or DateFault.Form) || (words.Groups["to"].Success && found.From is null))
            {
                at = start;
                continue;
            }

            int end = day.End;
            while (end < found.Rest.Length && found.Rest[end] is ')' or ']' or ' ')
            {
                end++;
            }

            // "From" says that the day is inside; "ending on" and "until" do so, too.
            found = isFrom ? found with { Rest = Cut(found.Rest, words.Index, end), From = day.Value } : found with { Rest = Cut(found.Rest, words.Index, end), Until = day.Value };
            at = Math.Min(words.Index, found.Rest.Length);
        }

        return found;
    }

    /// <summary>Whether a text still says from or until when, in words that are no day.</summary>
    public static bool IsOpen(string text) => Undated.IsMatch(text);

    private static string Cut(string text, int start, int end) => (text[..start].TrimEnd(' ', '(', '[', ',', '–', '-') + " " + text[end..].TrimStart(' ', ',')).Trim();

    private static readonly Regex Announced = new(@"[(\[]?\s*\b(?:and\s+)?(?:(?<from>(?:with\s+)?effect(?:ive)?\s+from|w\.?e\.?f\.?|from|effective(?:\s+on)?|(?:commencing|starting|beginning)(?:\s+(?:on|from))?|as\s+(?:of|from))|(?<to>to|-|–)|(?<until>(?:valid\s+|only\s+)?(?:until|till|up\s+to(?:\s+and\s+including)?|ending(?:\s+on)?|expir(?:es|ing)(?:\s+on)?|ends?(?:\s+on)?)))\s*:?\s*(?=\d|[A-Z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Undated = new(@"\b(?:from|until|till|effective|w\.?e\.?f\.?|after|before)\s+(?:(?:the\s+)?(?:end|start|beginning)\b|\d|(?:early|late|mid)?-?\s?(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter|next|further)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
