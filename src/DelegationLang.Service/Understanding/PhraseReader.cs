using System.Collections.Immutable;
using System.Globalization;

namespace DelegationLang.Service.Understanding;

/// <summary>
/// Reads what follows the verb of a question: a subject, then where, how much, when and on what facts, in any order. Every word has to be part of something; all ways in which
/// that can be done are found, so that whoever asks sees whether there is one.
/// </summary>
internal sealed class PhraseReader(SchemeVocabulary vocabulary, IReadOnlyList<QuestionToken> tokens)
{
    private const int MostReadings = 16;

    /// <summary>The first word that no reading got past.</summary>
    public int Furthest { get; private set; }

    /// <summary>What a party is called from a word on, with where that ends.</summary>
    public IEnumerable<(VocabularyEntry Thing, int End)> Names(int at, NameKind kind)
    {
        for (var end = at + 1; end <= Math.Min(tokens.Count, at + vocabulary.LongestName + 1); end++)
        {
            foreach (VocabularyEntry thing in vocabulary.Find(KeyOf(at, end), kind))
            {
                yield return (thing, end);
            }
        }
    }

    /// <summary>Every reading of the words from one on to the end.</summary>
    /// <param name="draft">What was read before.</param>
    /// <param name="at">The word after the verb.</param>
    /// <param name="verb">The verb, in its plain form.</param>
    /// <param name="isGeneral">Whether the verb says nothing but that something is decided.</param>
    public IReadOnlyList<QuestionDraft> Read(QuestionDraft draft, int at, string verb, bool isGeneral)
    {
        Reach(at);
        List<QuestionDraft> found = [];
        foreach ((VocabularyEntry? subject, int end) in Subjects(at, verb, isGeneral).Distinct())
        {
            Continue(With(draft, at, end, "subject", subject.Name) with { Subject = subject }, end, found);
        }

        return found;
    }

    /// <summary>The words from one to another.</summary>
    public string Words(int from, int to) => string.Join(' ', tokens.Skip(from).Take(to - from).Select(token => token.Text));

    /// <summary>The draft with some words read.</summary>
    public QuestionDraft With(QuestionDraft draft, int from, int to, string read, string meaning)
    {
        Reach(to);
        return draft with { Parts = draft.Parts.Add(new ReadPart(Words(from, to), read, meaning)) };
    }

    // “Approves the annual plan” is about the approval of it, and “signs contracts” about signing them, where the scheme has a name for that.
    private IEnumerable<(VocabularyEntry Thing, int End)> Subjects(int at, string verb, bool isGeneral)
    {
        if (isGeneral)
        {
            foreach ((VocabularyEntry Thing, int End) name in Names(at, NameKind.Subject))
            {
                yield return name;
            }
        }

        string[] starts = verb switch
        {
            "decide" => [],
            "approve" => ["approval of "],
            "appoint" => ["appointment of "],
            _ => [.. Gerunds(verb).SelectMany(gerund => new[] { gerund + " ", gerund + " of " })],
        };
        foreach (var start in starts)
        {
            for (var end = at + 1; end <= Math.Min(tokens.Count, at + vocabulary.LongestName + 1); end++)
            {
                foreach (VocabularyEntry thing in vocabulary.Find(start + KeyOf(at, end), NameKind.Subject))
                {
                    yield return (thing, end);
                }
            }
        }
    }

    private static IEnumerable<string> Gerunds(string verb) => verb.Length < 3 || !verb.All(char.IsAsciiLetterLower)
        ? []
        : [verb + "ing", verb + verb[^1] + "ing", verb.EndsWith('e') ? verb[..^1] + "ing" : verb + "ing"];

    private void Continue(QuestionDraft draft, int at, List<QuestionDraft> found)
    {
        Reach(at);
        if (at == tokens.Count)
        {
            found.Add(draft);
            return;
        }

        foreach ((QuestionDraft? next, int end) in Clauses(draft, at))
        {
            if (found.Count < MostReadings)
            {
                Continue(next, end, found);
            }
        }
    }

    private IEnumerable<(QuestionDraft Draft, int End)> Clauses(QuestionDraft draft, int at)
    {
        QuestionToken first = tokens[at];
        if (first.Is("for") && draft.Function is null)
        {
            foreach ((VocabularyEntry? thing, int end) in Names(at + 1, NameKind.Subject))
            {
                yield return (With(draft, at, end, "function", thing.Name) with { Function = thing }, end);
            }
        }

        if (draft.Place is null && (first.Is("in") || first.Is("at")))
        {
            foreach ((VocabularyEntry? thing, int end) in Names(at + 1, NameKind.Place))
            {
                yield return (With(draft, at, end, "place", thing.Name) with { Place = thing }, end);
            }
        }

        if (draft.Sum is null && SumAt(at) is { } sumAt)
        {
            foreach ((string? counts, int end) in Counts(sumAt + 1))
            {
                var sum = tokens[sumAt].Sum;
                yield return (With(draft, at, end, "amount", string.Create(CultureInfo.InvariantCulture, $"£{sum:#,##0.##########}{counts}")) with { Sum = sum, Counts = counts }, end);
            }
        }

        if (draft.Day is null && first.Is("on"))
        {
            var day = at + 1 < tokens.Count && tokens[at + 1].Is("the") ? at + 2 : at + 1;
            if (day < tokens.Count && tokens[day].Kind == QuestionTokenKind.Day)
            {
                yield return (With(draft, at, day + 1, "day", Policy.Wording.Day(tokens[day].Day)) with { Day = tokens[day].Day }, day + 1);
            }
        }

        if (first.Is("when") || first.Is("if") || first.Is("unless"))
        {
            foreach ((QuestionDraft Draft, int End) fact in Facts(draft, at, first.Is("unless") ? "unless" : "when"))
            {
                yield return fact;
            }
        }
    }

    // Where a sum stands that nothing says to be an end of a range.
    private int? SumAt(int at) => tokens[at].Is("worth") || tokens[at].Is("of") || tokens[at].Is("for") || tokens[at].Is("at")
        ? at + 1 < tokens.Count && tokens[at + 1].Kind == QuestionTokenKind.Sum ? at + 1 : null
        : null;

    // What a sum counts, and whether with VAT, in either order and as far as it is said.
    private IEnumerable<(string Counts, int End)> Counts(int at)
    {
        var bases = Bases(at).ToList();
        foreach ((string? words, int end) in bases)
        {
            foreach ((string? vat, int last) in Vats(end))
            {
                yield return (words + vat, last);
            }
        }

        foreach ((string? vat, int end) in Vats(at).Where(vat => vat.Words.Length > 0))
        {
            foreach ((string? words, int last) in Bases(end).Where(words => words.Words.Length > 0))
            {
                yield return (words + vat, last);
            }
        }
    }

    private IEnumerable<(string Words, int End)> Bases(int at)
    {
        yield return ("", at);
        if (at + 1 < tokens.Count && tokens[at].Is("in") && tokens[at + 1].Is("total"))
        {
            yield return (" in total", at + 2);
        }

        if (at < tokens.Count && (tokens[at].Is("per") || tokens[at].Is("a") || tokens[at].Is("an") || tokens[at].Is("each")))
        {
            foreach ((VocabularyEntry? thing, int end) in Names(at + 1, NameKind.Basis))
            {
                yield return (" per " + thing.Name, end);
            }
        }
    }

    private IEnumerable<(string Words, int End)> Vats(int at)
    {
        yield return ("", at);
        if (at + 1 < tokens.Count && tokens[at + 1].Is("vat"))
        {
            switch (tokens[at].Lower)
            {
                case "including" or "inc" or "incl":
                    yield return (" including VAT", at + 2);
                    break;
                case "excluding" or "exc" or "excl" or "ex" or "plus":
                    yield return (" excluding VAT", at + 2);
                    break;
            }
        }
    }

    private IEnumerable<(QuestionDraft Draft, int End)> Facts(QuestionDraft draft, int at, string word)
    {
        var start = at + 1;
        if (start + 1 < tokens.Count && tokens[start].Is("it") && tokens[start + 1].Is("is"))
        {
            start += 2;
        }

        foreach ((VocabularyEntry? thing, int end) in Names(start, NameKind.Condition).Where(IsNew))
        {
            yield return (With(draft, at, end, "fact", word + " " + thing.Name) with { Facts = draft.Facts.Add((word, thing, "")) }, end);
        }

        if (word != "when")
        {
            yield break;
        }

        foreach ((VocabularyEntry? thing, int end) in Names(start, NameKind.Measure).Where(IsNew))
        {
            if (end + 1 < tokens.Count && tokens[end].Is("is") && ValueAt(end + 1) is { } value)
            {
                var read = " is " + value.Words;
                yield return (With(draft, at, value.End, "fact", word + " " + thing.Name + read) with { Facts = draft.Facts.Add((word, thing, read)) }, value.End);
            }
        }

        // A fact is told once.
        bool IsNew((VocabularyEntry Thing, int End) name) => !draft.Facts.Any(fact => fact.Fact == name.Thing);
    }

    private (string Words, int End)? ValueAt(int at)
    {
        if (tokens[at].Kind == QuestionTokenKind.Sum)
        {
            return (string.Create(CultureInfo.InvariantCulture, $"£{tokens[at].Sum:#,##0.##########}"), at + 1);
        }

        return at + 1 < tokens.Count && tokens[at].Text.All(char.IsAsciiDigit) && tokens[at + 1].Kind == QuestionTokenKind.Word && tokens[at + 1].Text.All(char.IsAsciiLetter)
            ? (tokens[at].Text + " " + tokens[at + 1].Lower, at + 2)
            : null;
    }

    // A name does not begin or end with an article of the sentence that belongs to what follows.
    private string KeyOf(int from, int to) => tokens[to - 1].IsArticle || (to < from + 2 && tokens[from].IsArticle)
        ? "\0"
        : string.Join(' ', tokens.Skip(from).Take(to - from).Where(token => !token.IsArticle).Select(token => token.Kind == QuestionTokenKind.Word ? token.Key : token.Text));

    private void Reach(int at) => Furthest = Math.Max(Furthest, at);
}
