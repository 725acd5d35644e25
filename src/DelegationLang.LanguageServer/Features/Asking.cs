using System.Collections.Immutable;
using System.Text.Json;
using DelegationLang.Decisions;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics.Binding;
using DelegationLang.Syntax;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Features;

/// <summary>Questions asked beside the text: the answer as data and in words, where its sentences stand, and who else may be asked about.</summary>
internal static class Asking
{
    /// <summary>How many parties are offered of which it may be asked why they may not.</summary>
    private const int MostOthers = 40;

    /// <summary>Answers a question.</summary>
    public static AskedQuestion Ask(DocumentView view, AskParams given)
    {
        Compilation compilation = view.Project.Compilation;
        string question = string.Join(' ', given.Question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        question = given.WhyNot is { Length: > 0 } party && DecisionIn(compilation, question) is { } decision ? $"may {MessageWords.Writable(party)} decide {decision}?" : question;
        Answer answer = view.Project.Authority.Ask(question);
        string text = AnswerText.Write(answer);
        using var json = JsonDocument.Parse((answer with { Question = question }).ToJson());
        return new AskedQuestion
        {
            Question = question,
            Answer = json.RootElement.Clone(),
            Text = text,
            Places = AnswerPlaces.In(view.Project, text),
            Others = Others(compilation, question, answer),
            Scenario = KeptScenario.Sentence(view, question, answer, title: null),
        };
    }

    /// <summary>The words of the decision that a question is about; none for one that cannot be read, or is about none.</summary>
    public static string? DecisionIn(Compilation compilation, string question) =>
        Read(compilation, question) is { Kind: not QuestionKind.WhatMay } read ? question[read.Decision.Span.Start..read.Decision.Span.End] : null;

    /// <summary>A question as it was read; none for one that cannot be.</summary>
    public static QuestionSyntax? Read(Compilation compilation, string question) =>
        Parser.ParseQuestion(new SourceText("question", question), compilation.Names) is { Diagnostics.IsEmpty: true } parse ? parse.Question : null;

    // Those with authority of some sort over the same subject, and then everybody else who is a body or a post of the scheme, as they are declared.
    private static string[] Others(Compilation compilation, string question, Answer answer)
    {
        DecisionSpace space = compilation.Engine.Space;
        if (answer.Outcome is Outcome.Error || DecisionIn(compilation, question) is null
            || compilation.Engine.Answerer.DecisionOf(question, compilation.AsOf) is not { } decision)
        {
            return [];
        }

        ImmutableArray<PartyDefinition> parties = space.Definition.Parties;
        int subject = decision.Matter >= 0 ? decision.Matter : decision.Function;
        IEnumerable<int> near = subject < 0 || subject >= space.Definition.Subjects.Length ? []
            : space.Authority.OfSubject(subject).SelectMany(one => one.Rows).Select(row => row.Terms.Party).Where(party => party >= 0);
        IEnumerable<int> givers = space.Definition.Rules.Where(rule => rule.Subjects.Contains(subject)).SelectMany(rule => rule.Holders.SelectMany(group => group).Append(rule.Giver)).Where(party => party >= 0);
        return [.. near.Concat(givers).Concat(Enumerable.Range(0, parties.Length)).Distinct()
            .Select(party => parties[party].Name)
            .Except(answer.Deciders, StringComparer.Ordinal)
            .Take(MostOthers)];
    }
}
