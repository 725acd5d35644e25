using DelegationLang.LanguageServer.Protocol;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Semantics.Binding;
using DelegationLang.Syntax;
using DelegationLang.Text;
using DelegationLang.Workspaces;
using TextEdit = DelegationLang.LanguageServer.Protocol.Types.TextEdit;

namespace DelegationLang.LanguageServer.Features;

/// <summary>An answer kept as a scenario: it is then tried whenever the scheme is checked, so that nobody changes it unawares.</summary>
internal static class KeptScenario
{
    /// <summary>The change that adds the scenario after the last one of the scheme, or at the end of the document where there is none.</summary>
    /// <exception cref="RequestFailure">The answer cannot be said as a scenario; the message says why.</exception>
    public static WorkspaceEdit Keep(DocumentView view, KeepParams given, ClientFacts client)
    {
        Answer answer = view.Project.Authority.Ask(given.Question);
        string sentence = Sentence(view, given.Question, answer, given.Title) ?? throw new RequestFailure(ErrorCodes.RequestFailed, answer.Outcome switch
        {
            Outcome.Error => answer.Message,
            Outcome.Depends => "The answer depends on something that the question does not say. Say it in the question, and keep that answer.",
            _ => "This answer cannot be said as a scenario.",
        });
        DocumentView home = view.Project.Compilation.Scenarios.LastOrDefault(result => ReferenceEquals(result.Scenario.Location.Source, view.Source)) is not null ? view
            : view.Project.Compilation.Scenarios.LastOrDefault() is { } last && view.Project.Compilation.Trees.FirstOrDefault(tree => ReferenceEquals(tree.Source, last.Scenario.Location.Source)) is { } tree
                ? view.Project.ViewOf(tree)
            : view;
        int end = home.Tree.Sentences.OfType<ScenarioSyntax>().LastOrDefault() is { } before ? before.Span.End : home.Source.Content.TrimEnd().Length;
        string broken = home.Source.LineBreak;
        string text = (end == 0 ? "" : broken + broken) + sentence.Replace("\n", broken, StringComparison.Ordinal) + (end == home.Source.Length ? broken : "");
        return Edits.Of(view.Project, client, new Dictionary<string, IReadOnlyList<TextEdit>>(StringComparer.Ordinal)
        {
            [home.Source.FileName] = [new TextEdit(home.Range(new TextSpan(end, 0)), text)],
        });
    }

    /// <summary>The sentence of the scenario; none where the answer cannot be said as one.</summary>
    public static string? Sentence(DocumentView view, string question, Answer answer, string? title)
    {
        Compilation compilation = view.Project.Compilation;
        if (Asking.Read(compilation, question) is not { Kind: not QuestionKind.WhatMay, Others.IsEmpty: true } read || ScenarioFix.Words(answer) is not { } expectation)
        {
            return null;
        }

        // What names no day is about today; in a scenario it would be about the first day of the scheme.
        string decision = question[read.Decision.Span.Start..read.Decision.Span.End];
        string day = read.Decision.Clauses.OfType<OnClauseSyntax>().Any() ? "" : " on " + Policy.Wording.Day(answer.Day);
        string words = read.Kind == QuestionKind.May
            ? $"{MessageWords.Writable(read.Party[0].Text)} {expectation} {decision}{day}."
            : $"{decision}{day} {expectation}.";
        string sentence = $"scenario \"{Title(compilation, title is { Length: > 0 } ? title : question)}\":\n  {words}";
        return Parser.Parse(new SourceText("scenario", sentence), compilation.Names).Diagnostics.IsEmpty ? sentence : null;
    }

    // A title stands between quotation marks on one line, and is that of one scenario alone.
    private static string Title(Compilation compilation, string wanted)
    {
        string plain = string.Concat(wanted.Where(c => c is not ('"' or '\u201C' or '\u201D') && (!char.IsControl(c) || char.IsWhiteSpace(c))));
        string title = string.Join(' ', plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('?');
        HashSet<string> taken = [.. compilation.Scenarios.Select(result => result.Scenario.Scenario.Title.Text)];
        string free = title;
        for (int number = 2; taken.Contains(free); number++)
        {
            free = FormattableString.Invariant($"{title} ({number})");
        }

        return free;
    }
}
