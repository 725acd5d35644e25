namespace DelegationLang.Import.Reading;

/// <summary>Finds out whether words refuse a power, so that whoever stands beside them gets none by them.</summary>
internal static class Refusals
{
    private static readonly string[] Starts = Phrases(
        "not to|not|may not|must not|shall not|should not|will not|cannot|can not|can't|do not|does not|is not|are not|has no|have no|to have no|never|nothing|neither|nobody|none|no power|no powers|no authority|no delegation|no delegated|no officer|no officers|no member|no members|no person|no one|"
        + "no committee|no employee|no director|no councillor|no other|there is no|there are no|under no circumstances|in no circumstances|without authority|prohibited|to refrain|refrain|this does not|these do not|this excludes|these exclude|it does not|this power does not|"
        + "except|other than|save for|save that|apart from|but not|not including|with the exception of|unless");

    private static readonly string[] Denials = Phrases(
        "may not|must not|shall not|should not|cannot|can not|may never|must never|shall never|can never|not authorised|not authorized|not permitted|not allowed|not empowered|not entitled|not delegated|not be delegated|not be exercised|not extend|has no power|have no power|has no authority|have no authority|has no delegated|have no delegated|"
        + "no authority to|no power to|no officer|no officers|no member may|is prohibited|are prohibited|not within the powers|outside the powers|beyond the powers|not have power|not have authority|not have the power|not have the authority|not include power|nobody may|none may");

    // "Decisions that cannot wait" describe what is decided; "sell land, but may not sell hospitals" says what is not in it.
    private static readonly string[] Describing = Phrases("which|that|where|who|if|when|whose|because|but|although|unless|except");

    /// <summary>Whether a text begins as a refusal, or as an exception from what stands above it.</summary>
    public static bool Begins(string text) => Start(text) is var plain && Array.Exists(Starts, phrase => WholeWords.StandAt(plain, 0, phrase));

    /// <summary>Whether a text refuses something, wherever it says so.</summary>
    public static bool Stands(string text)
    {
        string plain = Start(text);
        return WholeWords.StandAt(plain, 0, "no") || Array.Exists(Denials, phrase => WholeWords.Find(plain, phrase) is var at and >= 0 && !IsLimit(plain, at + phrase.Length) && !Array.Exists(Describing, word => WholeWords.Find(plain[..at], word) >= 0));
    }

    /// <summary>Where the exception begins with which a text ends, as in <c>all repairs other than:</c>; -1 for none.</summary>
    public static int OpenException(string text)
    {
        string plain = text.TrimEnd(' ', ':', '–', '-', ';', ',');
        int at = Exception(plain);
        return at < 0 || plain.Length - at > 80 || plain.AsSpan(at).IndexOfAny('.', ';', ':') >= 0 ? -1 : at;
    }

    /// <summary>The words of an exception behind those that announce it.</summary>
    public static string Excepted(string exception)
    {
        string rest = exception.Trim(' ', ',', ';', ':', '.', '(', ')');
        foreach (string phrase in Announcing)
        {
            rest = WholeWords.StandAt(rest, 0, phrase) ? rest[phrase.Length..].TrimStart(' ', ',', ':') : rest;
        }

        return rest;
    }

    private static readonly string[] Announcing = Phrases("but not|but|with the exception of|with the exception|except|excepting|excluding|other than|apart from|save|not including|this excludes|these exclude|unless|exceptions to this|exceptions|for|where|that|in respect of|in relation to|when|if|the following|following|matters|are|is");

    private static readonly string[] Marks = Phrases("except|excepting|excluding|excludes|exclude|other than|apart from|save for|save that|with the exception|exceptions|but not|not including|does not include|do not include|unless");

    private static int Exception(string text) => Marks.Select(phrase => WholeWords.Last(text, phrase)).Max();

    // "must not exceed £5,000" is a limit.
    private static bool IsLimit(string text, int at) => WholeWords.StandAt(text[at..].TrimStart(), 0, "exceed") || WholeWords.StandAt(text[at..].TrimStart(), 0, "be more") || WholeWords.StandAt(text[at..].TrimStart(), 0, "be above") || WholeWords.StandAt(text[at..].TrimStart(), 0, "be over");

    private static string Start(string text) => Documents.TypedNumber.Split(text.Replace('\n', ' ').Trim()).Words.TrimStart(' ', '•', '-', '–', '(');

    private static string[] Phrases(string phrases) => phrases.Split('|');
}
