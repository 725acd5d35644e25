using System.Text.RegularExpressions;

namespace DelegationLang.Import.Reading;

/// <summary>What the words of a text say of whether it names a body or a post.</summary>
internal static class Titles
{
    private static readonly HashSet<string> Posts = Set(
        "chief director officer manager head lead secretary treasurer nurse executive solicitor leader mayor commissioner clerk registrar accountant controller president governor trustee councillor partner "
        + "administrator supervisor coordinator co-ordinator matron consultant surveyor engineer planner guardian dean principal headteacher headmaster headmistress pharmacist buyer analyst adviser advisor inspector "
        + "warden librarian architect superintendent bursar provost chancellor vice-chancellor midwife practitioner assistant convenor convener monitor deputy specialist technician caretaker chair chairman "
        + "chairwoman chairperson vice-chair vice-chairman member non-executive holder auditor staff apprentice employee delegate signatory rector master warden steward professor bishop archdeacon vicar "
        + "producer editor counsel owner coroner returning sheriff constable captain convenor apprentices commander superintendent doctor therapist");

    private static readonly HashSet<string> Groups = Set(
        "board committee sub-committee subcommittee panel team group corporation cabinet council commission assembly senate court forum body partnership executive office department directorate division meeting side union "
        + "trust authority agency service parliament syndicate taskforce collaborative federation association congregation convocation members governors trustees councillors directors england officers managers");

    private static readonly HashSet<string> Verbs = Set(
        "is are was were be been being who whose whom which that has have had may shall must should can could would will do does did encouraged required authorised authorized where when if unless concerned awarded "
        + "delegated appropriate consult consults consulted approves approve ensure ensures decide decides see signed agreed");

    // In the middle of a name these go on with something else; "After School Club Manager" begins with one.
    private static readonly HashSet<string> NoParts = Set("not no nor neither nobody none never nothing except excluding unless until till formerly previously following after before once pending only alone solely exclusively but without save than otherwise deleted abolished suspended revoked withdrawn vacant draft under minus recommend recommends recommending advise advises propose proposes prepare prepares submit submits consider considers advisory weekdays weekends");

    private static readonly HashSet<string> Refusing = Set("no not neither none nobody never nothing only except unless without subject over above below under if when where");

    private static readonly HashSet<string> NoNames = Set("yes no all various delegated approved varies variable ongoing annual annually monthly quarterly weekly required optional policy procedure see refer per in as not when none other others recommendation decision approval consultation advice minutes minute anyone everyone somebody anybody unlimited any every each this that these those within up over under");

    private static readonly HashSet<string> Acts = Set("approve appoint authorise authorize award set agree determine make write accept enter grant dismiss remove adopt amend establish receive review monitor ratify suspend vary open close dispose acquire manage ensure issue to");

    /// <summary>Whether a piece of text names a party by its words: it has the noun of a title, in the place of a noun, and no verb.</summary>
    public static bool IsParty(string piece)
    {
        string[] words = Words(piece);
        if (words.Length is 0 or > 12 || words.Any(word => Verbs.Contains(word.ToLowerInvariant())))
        {
            return false;
        }

        if (HasNoName(words))
        {
            return false;
        }

        // "Solicitor, to commence prosecutions" goes on after the name.
        if (Array.FindIndex(words, word => word.EndsWith(',')) is var comma and >= 0 && comma + 1 < words.Length && words[comma + 1] is "to" or "for" or "in" or "on" or "at" or "by" or "from" or "with" or "where" or "if" or "when")
        {
            return false;
        }

        // "Appointing the Chief Executive" and "Approve the annual report of the Board" name what is done.
        string first = words[0].TrimStart('•', '(', '‘', '“');
        bool isAct = Acts.Contains(first.ToLowerInvariant()) || (words.Length > 1 && first.Length > 5 && first.EndsWith("ing", StringComparison.Ordinal) && char.IsLower(words[1][0]) && !Groups.Contains(words[1]));
        if (isAct)
        {
            return false;
        }

        int of = Array.FindIndex(words, 1, word => word is "of" or "for" or "to" or "in" or "on" or "at" || word.StartsWith('('));
        string[] head = of > 0 ? words[..of] : words;
        return IsAcronym(piece) || Array.Exists(head, word => IsTitleNoun(word)) || Array.Exists(words, word => word.Equals("151", StringComparison.Ordinal));
    }

    private static bool HasNoName(string[] words) =>
        Refusing.Contains(words[0].Trim('(', ')', ',').ToLowerInvariant()) || Array.Exists(words, word => NoParts.Contains(word.Trim('(', ')', '[', ']', ','))) || DayWords.IsOpen(string.Join(' ', words)) || IsCounted(words) || IsSaidInBrackets(string.Join(' ', words));

    // "Two officers" are how many act, and none of them is called so.
    private static bool IsCounted(string[] words) => words.Length > 1 && words[0].ToLowerInvariant() is "two" or "three" or "four" or "five" && words[^1].EndsWith('s');

    // "Director (clinical)" is a title; "Clerk (out of hours)" says when.
    private static bool IsSaidInBrackets(string name) =>
        name.Contains('£', StringComparison.Ordinal) || (name.IndexOf('(', StringComparison.Ordinal) is var open and >= 0 && open + 1 < name.Length && char.IsLower(name[open + 1]) && name[open..].Contains(' ', StringComparison.Ordinal));

    /// <summary>Whether a name is that of a level, such as <c>Level 2</c>, which some posts have.</summary>
    public static bool IsLevel(string name) => Level.IsMatch(name);

    /// <summary>Whether a text says what is done, as <c>approves</c> or <c>recommends</c> in a key.</summary>
    public static bool IsAct(string text) => Words(text) is [var first, ..] && (Acts.Contains(first.ToLowerInvariant()) || Acts.Contains(Singular(first.ToLowerInvariant())) || Verbs.Contains(first.ToLowerInvariant()) || char.IsLower(first[0]));

    /// <summary>Whether a text can be a name that nobody knows as a title: a few words that begin with capitals, and no verb.</summary>
    public static bool CanBeName(string piece)
    {
        string[] words = Words(piece);
        return words.Length is > 0 and <= 6 && char.IsUpper(words[0][0]) && !HasNoName(words) && !words.Any(word => NoNames.Contains(word.ToLowerInvariant())) && !words.Any(word => Verbs.Contains(word.ToLowerInvariant())) && piece.Any(char.IsLower) && !piece.Any(c => c is '£' or '%' or '?' or ':' or ';')
            && (words.Length <= 3 || words.Count(word => char.IsUpper(word[0])) * 2 >= words.Length);
    }

    /// <summary>Whether a text is an abbreviation such as <c>CFO</c> or <c>SLT</c>.</summary>
    public static bool IsAcronym(string piece) => Acronym.IsMatch(piece.Trim());

    /// <summary>Whether a word is the noun of a title, in the singular or the plural.</summary>
    public static bool IsTitleNoun(string word)
    {
        string lower = word.Trim(',', '.', '(', ')', '\'', '’').ToLowerInvariant();
        lower = lower.Replace('‑', '-').Replace('–', '-');
        return Posts.Contains(lower) || Groups.Contains(lower) || Posts.Contains(Singular(lower)) || Groups.Contains(Singular(lower));
    }

    /// <summary>Whether a name is that of a group rather than of a post.</summary>
    public static bool IsGroup(string name)
    {
        string[] words = Words(name);
        if (words.Length == 0)
        {
            return false;
        }

        int of = Array.FindIndex(words, 1, word => word is "of" or "for" or "to" or "in" or "on");
        string last = (of > 0 ? words[of - 1] : words[^1]).ToLowerInvariant();
        return last is not ("office" or "officers" or "managers" or "executive" or "side" or "directors") && Groups.Contains(last)
            || (last == "executive" && words.Length > 1 && words[^2].ToLowerInvariant() is not ("chief" or "deputy" or "senior" or "assistant" or "non"));
    }

    /// <summary>A name in the singular: of its first noun (<c>Heads of Service</c>), or of its last word.</summary>
    public static string SingularOf(string name)
    {
        string[] words = name.Split(' ');
        int of = Array.FindIndex(words, 1, word => word is "of" or "for" or "to" or "in");
        int noun = (of > 0 ? of : words.Length) - 1;
        string single = Singular(words[noun].ToLowerInvariant());
        if (single.Length < words[noun].Length && Posts.Contains(single))
        {
            words[noun] = words[noun][..single.Length];
        }

        return string.Join(' ', words);
    }

    /// <summary>Whether the noun of a name stands in the plural.</summary>
    public static bool IsPlural(string name) => SingularOf(name) != name;

    private static string Singular(string word) => word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;

    private static string[] Words(string text) => text.Split([' ', '/', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    private static readonly Regex Acronym = new(@"^(?:[A-Z]{2,6}|[A-Z][A-Za-z&][A-Z0-9]{1,4}|[A-Z]{2,6}(?:/[A-Z]{2,6})?|[A-Z]{1,3}\d{2,3}|[A-Z]{1,2}[a-z][A-Z]{1,3}|s\.?151)$", RegexOptions.CultureInvariant);

    private static readonly Regex Level = new(@"^(?:Level|Grade|Tier|Band|Category)\s*(?:\d{1,2}|[A-Z]|[IVX]{1,4})$", RegexOptions.CultureInvariant);
}
