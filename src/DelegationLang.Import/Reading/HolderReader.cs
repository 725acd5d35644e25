using System.Text.RegularExpressions;
using DelegationLang.Parsing;

namespace DelegationLang.Import.Reading;

/// <summary>Reads who decides: <c>CEO and CFO jointly</c>, <c>Chief Executive, any Director or any Head of Service</c>, <c>any two of A, B and C</c>, <c>Board only</c>.</summary>
/// <param name="isKnown">Whether a name is that of a party that the document names elsewhere by itself.</param>
internal sealed class HolderReader(Func<string, bool> isKnown)
{
    /// <summary>Whether a text names nobody: nothing, a dash, <c>n/a</c>, <c>tbc</c> and their like.</summary>
    public static bool IsBlank(string text) => Tidy(text) is var tidy && (tidy.Length == 0 || Blank.IsMatch(tidy));

    /// <summary>Reads a text that holds no sums, steps or conditions.</summary>
    public PartyReading Read(string text)
    {
        if (IsBlank(text))
        {
            return PartyReading.Of(PartyOutcome.Blank);
        }

        text = Tidy(text);

        if (Above.Match(text) is { Success: true } above)
        {
            return PartyReading.Of(PartyOutcome.AsAbove, above.Groups["ref"].Value);
        }

        if (Reserved.Match(text) is { Success: true } reserved)
        {
            string party = Name(reserved.Groups["a"].Value + reserved.Groups["b"].Value + reserved.Groups["c"].Value + reserved.Groups["d"].Value);
            return party.Length == 0 ? PartyReading.Of(PartyOutcome.Reserved)
                : IsParty(party) || Titles.CanBeName(party) ? new PartyReading(PartyOutcome.Reserved, Deciders.Of(party), reserved.Groups["a"].Success || reserved.Groups["d"].Success ? "only" : "") : PartyReading.Of(PartyOutcome.Unknown);
        }

        if (CountOf.Match(text) is { Success: true } count && (count.Groups["any"].Success || count.Groups["of"].Success || Titles.IsPlural(count.Groups["who"].Value)))
        {
            (string[] members, _) = Split(count.Groups["who"].Value);
            int number = NumberWords.ValueOf(count.Groups["n"].Value) is var spelt and > 0 ? spelt : int.TryParse(count.Groups["n"].Value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int figure) ? figure : 0;
            return members.Length > 0 && members.All(IsName) && number is > 1 and < 13 ? new PartyReading(PartyOutcome.Read, new Deciders([.. members.Select(Titles.SingularOf).Select(Capital)], [], number)) : PartyReading.Of(PartyOutcome.Unknown);
        }

        bool isJoint = false;
        string plain = Together.Replace(text, "");
        if (plain.Length < text.Length)
        {
            (isJoint, text) = (true, Tidy(plain));
        }

        if (text.StartsWith("both ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("either ", StringComparison.OrdinalIgnoreCase))
        {
            isJoint |= text[0] is 'b' or 'B';
            text = text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..];
        }

        (string[] parties, string joined) = Split(text);
        if (parties.Length == 0 || !parties.All(IsName))
        {
            return PartyReading.Of(PartyOutcome.Unknown);
        }

        Deciders all = new([.. parties.Select(Singular)], []);
        return parties.Length == 1 || joined == "or" ? new PartyReading(isJoint ? PartyOutcome.Unclear : PartyOutcome.Read, all)
            : isJoint && joined == "and" ? new PartyReading(PartyOutcome.Read, new Deciders([all.Any[0]], all.Any[1..]))
            : new PartyReading(PartyOutcome.Unclear, all, joined == InDoubt ? Name(text) : "");
    }

    /// <summary>The parties of a list in which all that are named count, as those who are consulted; none where something in it is no party.</summary>
    public string[] All(string text)
    {
        (string[] parties, _) = Split(Tidy(text));
        return parties.Length > 0 && parties.All(party => IsParty(party) || isKnown(party)) ? [.. parties.Select(Singular)] : [];
    }

    /// <summary>Whether a text by itself names one party.</summary>
    public bool IsOne(string text)
    {
        (string[] parties, _) = Split(Tidy(text));
        return parties.Length == 1 && IsParty(parties[0]);
    }

    /// <summary>A name without what stands before it for grammar's sake.</summary>
    public static string Name(string text)
    {
        string name = Article.Replace(text.Trim(' ', ',', ';', ':', '.', '–', '—', '-', '"', '“', '”', '\n', '*', '†'), "");
        return Concerned.Replace(name, "").Trim();
    }

    private static string Capital(string name) => name.Length > 0 && char.IsLower(name[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : name;

    private bool IsName(string party) => IsParty(party) || isKnown(party) || Titles.CanBeName(party);

    private bool IsParty(string party) => isKnown(party) || Titles.IsParty(party);

    private string Singular(string party) => isKnown(party) ? party : Titles.SingularOf(party) is var single && single != party && party.Contains(' ', StringComparison.Ordinal) ? single : party;

    // Cut at commas, "or", "and" and strokes, and put together again what is one name: "Director of Policy, Performance & Governance".
    private (string[] Parties, string Joined) Split(string text)
    {
        string whole = Name(text);
        if (isKnown(whole))
        {
            return ([whole], "");
        }

        string[] parts = Separator.Split(text);
        var names = new List<string>();
        var joins = new List<string>();
        string pending = Name(parts[0]);
        for (int i = 1; i + 1 < parts.Length; i += 2)
        {
            string join = parts[i].Trim().Trim(',').Trim().ToLowerInvariant() is var word && word.Length == 0 ? "," : word is "+" or "&" ? "and" : word;
            string next = parts[i + 1];
            bool mayBeTwo = MayBeTwo(pending, Name(next));
            if ((mayBeTwo || (IsPiece(pending) && IsPiece(Name(next)))) && !IsOneName(pending, parts[i], next))
            {
                names.Add(pending);
                joins.Add(mayBeTwo ? InDoubt : join);
                pending = Name(next);
            }
            else
            {
                pending = pending + parts[i] + next.Trim();
            }
        }

        names.Add(Name(pending));
        Distribute(names);
        string[] kinds = [.. joins.Where(join => join != ",").Distinct(StringComparer.Ordinal)];
        string joined = joins.Contains(InDoubt) ? InDoubt : kinds switch { [] when names.Count == 1 => "", ["or"] => "or", ["and"] or ["&"] => "and", _ => "?" };
        return ([.. names], joined);
    }

    // "Pilot and Chief Executive": one is named elsewhere by itself; whether the other is a post or belongs to one title, its words do not say.
    private bool MayBeTwo(string left, string right) =>
        (isKnown(left) && !IsPiece(right) && Titles.CanBeName(right)) || (isKnown(right) && !IsPiece(left) && Titles.CanBeName(left) && !left.Contains(" of ", StringComparison.Ordinal) && !left.Contains(" for ", StringComparison.Ordinal));

    private bool IsPiece(string piece) => piece.Length > 0 && IsParty(piece) && char.IsLetter(piece[0]);

    // "Finance and Performance Committee" has the noun of its title at its end alone; "the Chair and Vice-Chair" are two.
    private bool IsOneName(string left, string join, string right) => isKnown(Name(left + join + right));

    // "Chairman and Vice-Chairman of Council" are both of Council.
    private static void Distribute(List<string> names)
    {
        int of = names[^1].IndexOf(" of ", StringComparison.Ordinal);
        if (names.Count == 2 && of > 0 && names[0] is "Chair" or "Chairman" or "Chairwoman" or "Leader" or "Vice-Chair" && names[^1].Contains(names[0], StringComparison.Ordinal))
        {
            names[0] += names[^1][of..];
        }
    }

    private static string Tidy(string text) => text.Replace('\n', ' ').Replace("Vice–", "Vice-", StringComparison.Ordinal).Replace("‘", "", StringComparison.Ordinal).Trim(' ', ',', ';', ':', '.', '•');

    private const string InDoubt = "two or one";

    private static readonly Regex Blank = new(@"^(?:n\s?/\s?a\b.*|not\s+applicable\b.*|none|nil|no\s+one|nobody|tb[cad]|to\s+be\s+(?:confirmed|agreed|determined|decided)|under\s+review|pending|[-–—−.…\s]+|\?+|x{2,})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Above = new(@"^(?:as\s+(?:(?:for|in|at|per)\s+)?(?:row\s+|paragraph\s+|item\s+)?(?:above|(?<ref>(?:[A-Z]{1,2})?\d+(?:\.\d+)*(?:\([a-z]+\))*))|ditto|same\s+as\s+above|same|″|〃|""|do\.)(?:\s+above)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Reserved = new(@"^(?:(?<a>.+?)\s+(?:only|alone|solely|exclusively)|(?:only|solely|exclusively|(?:nobody|no\s+one|none)\s+(?:but|except|other\s+than))(?:\s+(?:by|to))?\s+(?<d>.+)|not\s+(?:to\s+be\s+)?delegated\s+to\s+(?<e>.+)|(?:not\s+(?:to\s+be\s+)?delegated|cannot\s+be\s+delegated|non-delegable|reserved(?:\s+matter)?|retained|matter\s+reserved)(?:\s*[-–—:(,]\s*|\s+(?:to|by|for|matter\s+for)\s+)?(?<b>.*?)\)?|(?:reserved|retained)\s+(?:to|by|for)\s+(?<c>.+))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex CountOf = new(@"^(?<any>(?:any|at\s+least|a\s+minimum\s+of|not\s+(?:less|fewer)\s+than)\s+)?(?<n>two|three|four|five|\d)\s+(?:x\s+)?(?<of>of(?:\s+the(?:\s+following)?)?:?\s+|from:?\s+)?(?<who>.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Together = new(@"\s*,?\s*\(?\b(?:acting\s+)?(?:jointly|together|acting\s+jointly|in\s+combination)\b\)?(?!\s+with)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Separator = new(@"(\s*,?\s+or\s+|\s*,?\s+and\s+|\s*,\s+|\s*/\s*|\s*;\s*|\s*\+\s*|\s+&\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Article = new(@"^(?:(?:by|to|of|from|with|the|an?|any|each|every|all|either|relevant|appropriate|respective|their|his|her|its|one\s+of)\s+)+(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Concerned = new(@"\s+(?:concerned|in\s+question|as\s+appropriate|for\s+the\s+time\s+being)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
