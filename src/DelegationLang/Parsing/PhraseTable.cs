using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>
/// The reserved words and phrases. A word that is reserved only in a phrase is a plain word everywhere else, so that <c>looked after
/// children</c> and <c>approved premises</c> need no quotation marks.
/// </summary>
internal static class PhraseTable
{
    /// <summary>Every phrase; of those that start alike the longest stands first, since the first that fits is taken.</summary>
    public static readonly Phrase[] All =
    [
        new("is decided by", TokenKind.IsDecidedBy),
        new("is reserved to", TokenKind.IsReservedTo),
        new("is", TokenKind.Is),
        new("delegates", TokenKind.Delegates),
        new("reserves", TokenKind.Reserves),
        new("entrusts", TokenKind.Entrusts),
        new("recommends", TokenKind.Recommends),
        new("advises", TokenKind.Advises),
        new("oversees", TokenKind.Oversees),
        new("consults", TokenKind.Consults),
        new("takes no part in", TokenKind.TakesNoPart),
        new("takes over from", TokenKind.TakesOver),
        new("concerns", TokenKind.Concerns, PhraseCondition.AfterSubject),
        new("deputises", TokenKind.Deputises),
        new("may not", TokenKind.MayNot, PhraseCondition.Decide),
        new("may", TokenKind.May),
        new("decide", TokenKind.Decide),

        new("to delegate to", TokenKind.ToDelegateTo),
        new("to", TokenKind.To),
        new("from", TokenKind.From),
        new("until", TokenKind.Until),
        new("by consent of", TokenKind.ByConsentOf),
        new("by", TokenKind.By),
        new("at least", TokenKind.AtLeast, PhraseCondition.Amount),
        new("at", TokenKind.At),
        new("for", TokenKind.For),
        new("on", TokenKind.On),
        new("under", TokenKind.Under),
        new("between", TokenKind.Between),
        new("within", TokenKind.WithinDays, PhraseCondition.Days),
        new("within", TokenKind.Within),
        new("with reserved matters", TokenKind.WithReservedMatters),
        new("with power to delegate", TokenKind.WithPower),
        new("with members", TokenKind.WithMembers),
        new("with quorum", TokenKind.WithQuorum),
        new("with code", TokenKind.WithCode),
        new("with casting vote of", TokenKind.CastingVote),
        new("with papers at", TokenKind.PapersAt, PhraseCondition.Quotation),
        new("with population", TokenKind.WithPopulation, PhraseCondition.Version),
        new("with boundary of", TokenKind.WithBoundary),
        new("with", TokenKind.With),
        new("without power to delegate", TokenKind.WithoutPower),
        new("without", TokenKind.Without),
        new("when", TokenKind.When),
        new("unless", TokenKind.Unless),
        new("except", TokenKind.Except),
        new("or", TokenKind.Or),
        new("before", TokenKind.Before),

        new("up to", TokenKind.UpTo),
        new("above", TokenKind.Above, PhraseCondition.Amount),
        new("below", TokenKind.Below, PhraseCondition.Amount),
        new("worth", TokenKind.Worth, PhraseCondition.Amount),
        new("per contract", TokenKind.Per),
        new("per year", TokenKind.Per),
        new("per decision", TokenKind.Per),
        new("in total", TokenKind.InTotal),
        new("in force", TokenKind.InForce),
        new("any amount", TokenKind.Unlimited, PhraseCondition.AfterPart),
        new("no limit", TokenKind.Unlimited, PhraseCondition.AfterPart),
        new("unlimited", TokenKind.Unlimited, PhraseCondition.AfterPart),
        new("temporarily", TokenKind.Temporarily, PhraseCondition.AfterPart),
        new("excluding VAT", TokenKind.ExcludingVat),
        new("including VAT", TokenKind.IncludingVat),

        new("jointly with", TokenKind.JointlyWith),
        new("after consulting", TokenKind.AfterConsulting),
        new("after recommendation of", TokenKind.AfterRecommendation),
        new("after approval of", TokenKind.AfterApproval),
        new("even if reserved", TokenKind.EvenIfReserved),
        new("which goes to", TokenKind.WhichGoesTo),
        new("subject to reserved matters", TokenKind.WithReservedMatters),
        new("subject to", TokenKind.SubjectTo),
        new("covering", TokenKind.Covering),
        new("stating", TokenKind.Stating),
        new("reporting to", TokenKind.ReportingTo),
        new("responsible for", TokenKind.ResponsibleFor),
        new("held by several people", TokenKind.HeldBySeveral),
        new("chaired by", TokenKind.ChairedBy),
        new("attended by", TokenKind.AttendedBy),
        new("including", TokenKind.Including, PhraseCondition.AfterQuorum),
        new("deciding by", TokenKind.DecidingBy),
        new("if not agreed", TokenKind.IfNotAgreed),
        new("meeting in", TokenKind.MeetingIn),
        new("contracts held by", TokenKind.ContractsHeldBy),
        new("accountable to", TokenKind.AccountableTo),
        new("seconded to", TokenKind.SecondedTo),
        new("because", TokenKind.Because, PhraseCondition.Quotation),
        new("proposed from", TokenKind.ProposedFrom, PhraseCondition.OfScheme),
        new("ratified by", TokenKind.RatifiedBy),
        new("judged by", TokenKind.JudgedBy),
        new("hosted by", TokenKind.HostedBy),
        new("known as", TokenKind.KnownAs),
        new("also searched as", TokenKind.SearchedAs),
        new("approved by", TokenKind.ApprovedBy),
        new("interpreted by", TokenKind.InterpretedBy),
        new("review by", TokenKind.ReviewBy),
        new("recorded in", TokenKind.RecordedIn, PhraseCondition.Quotation),
        new("reference", TokenKind.Reference, PhraseCondition.Quotation),
        new("note", TokenKind.Note, PhraseCondition.Quotation),
        new("supersedes", TokenKind.Supersedes, PhraseCondition.Quotation),
        new("published at", TokenKind.PublishedAt, PhraseCondition.Quotation),
        new("version", TokenKind.Version, PhraseCondition.Version),
        new("reserved to", TokenKind.ReservedTo, PhraseCondition.ListHead),
        new("normally true", TokenKind.NormallyTrue),
        new("normally false", TokenKind.NormallyFalse),
    ];

    private static readonly Dictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> ByFirst =
        All.GroupBy(phrase => phrase.First, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] WordsByKind = BuildWords();

    /// <summary>The pairs of letters with which a phrase may start, a bit for each second of a first: most words are turned away by them.</summary>
    private static readonly uint[] Starts = BuildStarts();

    /// <summary>The phrases that start with a word; none for a word that starts no phrase.</summary>
    public static ReadOnlySpan<Phrase> StartingWith(ReadOnlySpan<char> word) =>
        word.Length is >= 2 and <= 12 && word[0] < 128 && (Starts[word[0]] & BitOf(word[1])) != 0 && ByFirst.TryGetValue(word, out Phrase[]? phrases) ? phrases : [];

    /// <summary>The words of a kind of token as people would quote them; empty for kinds that are no phrase.</summary>
    public static string WordsOf(TokenKind kind) => WordsByKind[(int)kind];

    /// <summary>The reserved words that always end an unquoted name.</summary>
    public static bool IsAlwaysReserved(ReadOnlySpan<char> word)
    {
        foreach (Phrase phrase in StartingWith(word))
        {
            if (phrase.Rest.Length == 0 && phrase.Condition == PhraseCondition.None)
            {
                return true;
            }
        }

        return false;
    }

    private static string[] BuildWords()
    {
        var words = new string[TokenKinds.Count];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = "";
        }

        foreach (Phrase phrase in All)
        {
            if (words[(int)phrase.Kind].Length == 0)
            {
                words[(int)phrase.Kind] = phrase.Words;
            }
        }

        return words;
    }

    private static uint BitOf(char second) => 1U << (second & 31);

    private static uint[] BuildStarts()
    {
        var starts = new uint[128];
        foreach (Phrase phrase in All)
        {
            starts[phrase.First[0]] |= BitOf(phrase.First[1]);
        }

        return starts;
    }
}
