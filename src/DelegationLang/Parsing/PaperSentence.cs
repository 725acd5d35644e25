using DelegationLang.Diagnostics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>
/// Sentences in the words of paper schemes (<c>Finance Director approves orders up to £5,000</c>, <c>orders are delegated to Finance Director</c>),
/// with the sentence of the language that says the same. It is offered and never put in unasked: who gives the authority is not in the words.
/// </summary>
internal sealed class PaperSentence
{
    private readonly SourceText source;
    private readonly NameTable names;
    private readonly SentenceTokens window;
    private readonly List<TextSpan> words = new();

    private PaperSentence(SourceText source, NameTable names, SentenceTokens window)
    {
        this.source = source;
        this.names = names;
        this.window = window;
        int end = window.End;
        for (int i = window.Start; i < end;)
        {
            int wordEnd = Math.Max(i + 1, SourceScan.WordEnd(source.Content, i));
            words.Add(TextSpan.FromBounds(i, Math.Min(wordEnd, end)));
            i = SourceScan.SkipTrivia(source.Content, wordEnd);
        }
    }

    /// <summary>The finding about the sentence in the window; none where it is no such sentence.</summary>
    public static Diagnostic? Find(SourceText source, NameTable names, SentenceTokens window)
    {
        if (Slips.AtSentenceStart(source.Content, window.Start) is not null)
        {
            return null;
        }

        var sentence = new PaperSentence(source, names, window);
        return sentence.words.Count is < 3 or > 120 ? null : sentence.Deputy() ?? sentence.Involvement() ?? sentence.Active() ?? sentence.Passive();
    }

    private Diagnostic? Active()
    {
        int party = PartyAt(0);
        if (party == 0)
        {
            return null;
        }

        if (PaperVerbs.Match(Text, words, party, PaperVerbs.Empowering) is var empowered && empowered > party && PartyAt(empowered) is var other and > 0)
        {
            int act = MatchWord(empowered + other, "to") is { } to ? PaperVerbs.Match(Text, words, to, PaperVerbs.Acts) : empowered + other;
            return act > empowered + other && SubjectFrom(act) is { Length: > 0 } given
                ? Offer(party, empowered, $"{Words(0, party)} delegates {given} to {Words(empowered, empowered + other)}{Rest(act)}")
                : null;
        }

        int verb = PaperVerbs.Match(Text, words, party, PaperVerbs.Approving);
        int modal = PaperVerbs.Match(Text, words, party, PaperVerbs.Modal);
        verb = verb == party && modal > party ? PaperVerbs.Match(Text, words, modal, PaperVerbs.Acts) : verb;
        string subject = verb > party && verb != modal ? SubjectFrom(verb) : "";
        return subject.Length == 0 ? null : Offer(party, verb, Delegation(Words(0, party), subject, Rest(verb)));
    }

    private Diagnostic? Passive()
    {
        for (int i = 1; i < words.Count - 1; i++)
        {
            bool isReserved = PaperVerbs.Match(Text, words, i, PaperVerbs.ReservedTo) > i;
            int after = PaperVerbs.Match(Text, words, i, isReserved ? PaperVerbs.ReservedTo : PaperVerbs.DelegatedTo);
            if (after == i || PartyAt(after) is not (var party and > 0))
            {
                continue;
            }

            int start = PaperVerbs.Match(Text, words, 0, PaperVerbs.ActsOn);
            string subject = SubjectFrom(start, i);
            string between = TextFrom(Math.Min(ClauseFrom(start), i), i);
            string holder = Words(after, after + party);
            string rest = between + TextFrom(after + party, words.Count);
            string owner = OwnerOf(holder);
            return subject.Length == 0 ? null
                : Offer(i, after, isReserved ? $"{owner} reserves {subject} to {holder}{rest}" : Delegation(holder, subject, rest));
        }

        return null;
    }

    // "B acts up for A", "In the absence of A, B decides".
    private Diagnostic? Deputy()
    {
        int absent = PaperVerbs.Match(Text, words, 0, PaperVerbs.Absence);
        if (absent > 0 && PartyAt(absent) is var away and > 0)
        {
            int next = absent + away < words.Count && Text[words[absent + away].Start] == ',' ? absent + away + 1 : absent + away;
            return PartyAt(next) is var standIn and > 0 ? Offer(0, absent, $"{Words(next, next + standIn)} deputises for {Words(absent, absent + away)}") : null;
        }

        int party = PartyAt(0);
        int acts = party == 0 ? 0 : PaperVerbs.Match(Text, words, party, PaperVerbs.ActsFor);
        return acts > party && PartyAt(acts) is var principal and > 0
            ? Offer(party, acts, $"{Words(0, party)} deputises for {Words(acts, acts + principal)}")
            : null;
    }

    // "B is consulted on S by A", "Committee monitors S".
    private Diagnostic? Involvement()
    {
        int party = PartyAt(0);
        if (party == 0)
        {
            return null;
        }

        int watches = PaperVerbs.Match(Text, words, party, PaperVerbs.Watching);
        if (watches > party && SubjectFrom(watches) is { Length: > 0 } watched)
        {
            return Offer(party, watches, $"{Words(0, party)} oversees {watched}{Rest(watches)}");
        }

        int consulted = PaperVerbs.Match(Text, words, party, PaperVerbs.Consulted);
        for (int by = consulted + 1; consulted > party && by < words.Count; by++)
        {
            if (MatchWord(by, "by") is { } decider && PartyAt(decider) is var asked and > 0)
            {
                return Offer(party, consulted, $"{Words(decider, decider + asked)} consults {Words(0, party)} before {Words(consulted, by)}");
            }
        }

        return null;
    }

    private string Text => source.Content;

    private string Delegation(string party, string subject, string rest) => $"{OwnerOf(party)} delegates {subject} to {party}{rest}";

    private string OwnerOf(string party) => names.OwnerOf(party) is { Length: > 0 } owner ? owner : "ORGANISATION";

    /// <summary>How many words from one on are the name of a declared party; the most.</summary>
    private int PartyAt(int first)
    {
        for (int length = Math.Min(12, words.Count - first); length > 0; length--)
        {
            if ((names.Declared.FindOwned(NameKey.Of(Words(first, first + length))) & NameSort.Party) != 0)
            {
                return length;
            }
        }

        return 0;
    }

    private int? MatchWord(int index, string word) => index < words.Count && source.ToString(words[index]) == word ? index + 1 : null;

    private string Words(int first, int end) => end > first && end <= words.Count ? NameText.Fold(Text, words[first].Start, words[end - 1].End) : "";

    private string SubjectFrom(int first, int end = int.MaxValue) => first < words.Count && Text[words[first].Start] == '.' ? "" : Words(first, Math.Min(end, ClauseFrom(first)));

    private string TextFrom(int first, int end) => end > first && first < words.Count ? (first > 0 ? " " : "") + NameText.Fold(Text, words[first].Start, words[Math.Min(end, words.Count) - 1].End) : "";

    private string Rest(int first) => TextFrom(ClauseFrom(first), words.Count);

    // The word at which the first clause starts that could stand in a delegation.
    private int ClauseFrom(int first)
    {
        for (int i = first + 1; i < words.Count; i++)
        {
            for (int token = 0; token < window.Count; token++)
            {
                if (window[token].Start == words[i].Start && (window.KindAt(token) is TokenKind.At or TokenKind.From or TokenKind.Until or TokenKind.When or TokenKind.Unless or TokenKind.Except or >= TokenKind.UpTo
                    || window.KindAt(token) == TokenKind.FullStop))
                {
                    return i;
                }
            }
        }

        return words.Count;
    }

    private Diagnostic Offer(int first, int end, string sentence)
    {
        string mended = sentence.TrimEnd('.', ' ') + ".";
        string verb = ParsingFaults.Shown(source, words[Math.Min(first, end)].Start, words[Math.Max(0, end - 1)].End);
        return ParsingFaults.Make(ParsingDiagnostics.UnreadableSentence, source, words[first].Start, words[end - 1].End, $"`{verb}` is not how this is said here") with
        {
            Label = "no verb of the language",
            Help = $"say who gives what to whom: `{mended}`",
            Fixes = [ParsingFaults.Replace(source, window.Start, window.End, mended, $"Write {mended}")],
        };
    }
}
