using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Service.Serving;

namespace DelegationLang.Service.Understanding;

/// <summary>
/// Reads a question in free English as a formal one. It refuses rather than guesses: where a word is left over that nothing reads, or it can be read in two ways, there is no
/// formal question, and the reading says why and which words it is.
/// </summary>
internal sealed class QuestionReader
{
    private static readonly string[] Able = ["can", "may", "could"];
    private static readonly string[][] Allowed = [["allowed", "to"], ["able", "to"], ["permitted", "to"], ["authorised", "to"]];

    // Verbs that say of anything that it is decided.
    private static readonly string[] General = ["decide", "approve", "agree", "authorise", "grant"];

    private readonly ServedScheme scheme;
    private readonly SchemeVocabulary vocabulary;

    /// <summary>A reader of questions about a scheme.</summary>
    public QuestionReader(ServedScheme scheme)
    {
        this.scheme = scheme;
        vocabulary = new SchemeVocabulary(scheme);
    }

    /// <summary>Reads a question.</summary>
    /// <param name="text">The question.</param>
    /// <param name="asOf">The day of one that names none, on which the formal question must make sense.</param>
    public Reading Read(string text, DateOnly asOf)
    {
        IReadOnlyList<QuestionToken> tokens = QuestionToken.Of(text);
        var reader = new PhraseReader(vocabulary, tokens);
        var drafts = Drafts(reader, tokens).ToList();
        var questions = drafts.Select(draft => (Draft: draft, Formal: FormalOf(draft, asOf))).Where(one => one.Formal.Length > 0).DistinctBy(one => one.Formal, StringComparer.Ordinal).ToList();
        return questions switch
        {
            [var (draft, formal)] => new Reading(text, formal, draft.Parts, [], "", []),
            { Count: > 1 } => new Reading(text, "", [], [$"It can be read in {(questions.Count == 2 ? "two" : "several")} ways: {Wording.List([.. questions.Select(one => $"“{one.Formal}”")], "or")}"], "", []),
            _ => Refusal(text, tokens, reader, drafts.FirstOrDefault(), asOf),
        };
    }

    private static IEnumerable<QuestionDraft> Drafts(PhraseReader reader, IReadOnlyList<QuestionToken> tokens)
    {
        bool Is(int index, params string[] words) => index < tokens.Count && Array.Exists(words, tokens[index].Is);
        int AfterAllowed(int index) => Array.Exists(Allowed, words => Is(index, words[0]) && Is(index + 1, words[1])) ? index + 2 : -1;

        if (Is(0, "who"))
        {
            var verb = Is(1, Able) ? 2 : Is(1, "is") && AfterAllowed(2) is > 0 and var after ? after : 1;
            return Verbs(reader, tokens, verb, isThird: verb == 1)
                .SelectMany(one => reader.Read(reader.With(new QuestionDraft(), 0, one.End, "kind", "who decides"), one.End, one.Verb, one.IsGeneral));
        }

        if (Is(0, "what") && (Is(1, Able) || Is(1, "is")))
        {
            return WhatMay();
        }

        return Is(0, Able) || Is(0, "is") ? May() : [];

        IEnumerable<QuestionDraft> WhatMay()
        {
            foreach ((VocabularyEntry? party, int end) in reader.Names(2, NameKind.Party))
            {
                var verb = Is(1, "is") ? AfterAllowed(end) : end;
                if (verb < 0 || !Is(verb, "decide", "approve"))
                {
                    continue;
                }

                QuestionDraft draft = reader.With(new QuestionDraft { Party = party }, 0, verb + 1, "kind", $"what may {party.Name} decide");
                if (verb + 1 == tokens.Count)
                {
                    yield return draft;
                }
                else if (verb + 3 == tokens.Count && Is(verb + 1, "on") && tokens[verb + 2].Kind == QuestionTokenKind.Day)
                {
                    yield return reader.With(draft, verb + 1, verb + 3, "day", Wording.Day(tokens[verb + 2].Day)) with { Day = tokens[verb + 2].Day };
                }
            }
        }

        IEnumerable<QuestionDraft> May()
        {
            foreach ((VocabularyEntry? party, int end) in reader.Names(1, NameKind.Party))
            {
                var verb = Is(0, "is") ? AfterAllowed(end) : end;
                if (verb < 0)
                {
                    continue;
                }

                foreach ((string Verb, int End, bool IsGeneral) one in Verbs(reader, tokens, verb, isThird: false))
                {
                    QuestionDraft draft = reader.With(new QuestionDraft { Party = party }, 0, one.End, "kind", $"may {party.Name} decide");
                    foreach (QuestionDraft read in reader.Read(draft, one.End, one.Verb, one.IsGeneral))
                    {
                        yield return read;
                    }
                }
            }
        }
    }

    // The verb at a word, in its plain form, with where the words after it begin.
    private static IEnumerable<(string Verb, int End, bool IsGeneral)> Verbs(PhraseReader reader, IReadOnlyList<QuestionToken> tokens, int at, bool isThird)
    {
        if (at >= tokens.Count || tokens[at].Kind != QuestionTokenKind.Word)
        {
            yield break;
        }

        var written = tokens[at].Lower;
        foreach (var verb in isThird ? ThirdPerson(written) : [written])
        {
            var isGeneral = Array.Exists(General, general => general == verb);
            var end = at + 1;
            if (verb == "sign" && end < tokens.Count && tokens[end].Is("off"))
            {
                yield return ("decide", end + 1, true);
            }

            yield return (verb, end, isGeneral);
            if (verb == "decide" && end < tokens.Count && tokens[end].Is("on"))
            {
                yield return (verb, end + 1, true);
            }
        }
    }

    private static IEnumerable<string> ThirdPerson(string written) =>
        written == "decided" ? ["decide"]
        : written.EndsWith('s') ? [written[..^1]]
        : [];

    // The formal question, made sure of: the language reads it as what was meant, and the scheme can answer it.
    private string FormalOf(QuestionDraft draft, DateOnly asOf)
    {
        QuestionAnswerer answerer = scheme.Version.Answerer;
        var quoted = draft.Formal(isQuoted: true);
        Answer answer = answerer.Ask(quoted, asOf);
        if (answer.Outcome == Outcome.Error || (draft.Subject is not null && !IsMeant(answerer.DecisionOf(quoted, asOf), draft, asOf)))
        {
            return "";
        }

        var plain = draft.Formal(isQuoted: false);
        return answerer.Ask(plain, asOf).Equals(answer) && (draft.Subject is null || IsMeant(answerer.DecisionOf(plain, asOf), draft, asOf)) ? plain : quoted;
    }

    private bool IsMeant(Decision? decision, QuestionDraft draft, DateOnly asOf)
    {
        if (decision is null || draft.Subject is null)
        {
            return false;
        }

        // A budget stands for what it covers, and maybe for a place.
        var isBudget = scheme.Loaded.Space.Definition.Subjects[draft.Subject.Index].Kind == SubjectKind.Budget;
        return (isBudget || decision.Function == draft.Subject.Index || decision.Matter == draft.Subject.Index)
            && (draft.Function is null || isBudget || decision.Function >= 0)
            && (draft.Place is null || decision.Place == draft.Place.Index)
            && decision.Amount?.Value == draft.Sum
            && decision.Day == (draft.Day ?? asOf)
            && decision.Conditions.Count + decision.Measures.Count == draft.Facts.Length;
    }

    private Reading Refusal(string text, IReadOnlyList<QuestionToken> tokens, PhraseReader reader, QuestionDraft? nearest, DateOnly asOf)
    {
        if (nearest is not null)
        {
            return new Reading(text, "", nearest.Parts, [scheme.Version.Answerer.Ask(nearest.Formal(isQuoted: true), asOf).Message], "", []);
        }

        var left = tokens.Skip(reader.Furthest).ToList();
        var words = string.Join(' ', left.Select(token => token.Text));
        var reason = reader.Furthest == 0
            ? "It is not clear what is asked: “who decides …”, “may … decide …” and “what may … decide” are understood."
            : left.Count == 0 ? "Something is missing at its end."
            : $"“{words}” is not understood, or not where it stands: no name of this scheme, sum, place, day or fact was read there for certain.";
        return new Reading(text, "", [], [reason], words, [.. vocabulary.Suggest(left)]);
    }
}
