using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Policy;
using DelegationLang.Policy.Comparison;

namespace DelegationLang.LanguageServer.Features;

/// <summary>What is otherwise than in the version before, in words: above changed sentences, over them, and as a whole.</summary>
internal static class ChangeMessages
{
    /// <summary>How many changes a sentence that is hovered over tells. The rest is counted.</summary>
    private const int MostTold = 8;

    /// <summary>A line above each sentence that changes who decides, and one above the scheme for all changes together.</summary>
    public static IEnumerable<CodeLens> Lenses(DocumentView view, SchemeChanges changes)
    {
        if (!changes.All.IsEmpty && ReferenceEquals(view.Project.Compilation.Model.Info.Location?.Source, view.Source))
        {
            string title = string.Create(CultureInfo.InvariantCulture, $"{changes.Since}: {Count(changes.All.Length)} in who may decide what");
            yield return Lens(view, view.Project.Compilation.Model.Info.Location.GetValueOrDefault().Span, title, All(changes));
        }

        foreach (ChangedSentence sentence in changes.In(view.Source).Where(sentence => !sentence.Changes.IsEmpty))
        {
            string title = string.Create(CultureInfo.InvariantCulture, $"changes who decides: {sentence.Changes.Length}");
            yield return Lens(view, sentence.Span, title, Of(sentence, changes) + "\n");
        }
    }

    /// <summary>Tells of a sentence that has changed what it was and what it changes; nothing of any other.</summary>
    public static void Describe(MarkdownText text, DocumentView view, int offset)
    {
        if (view.Project.Changes is not { } changes || changes.At(view.Source, offset) is not { } sentence)
        {
            return;
        }

        foreach (string words in Heads(sentence, changes))
        {
            text.Paragraph(text.Plain(words));
        }

        text.Bullets(sentence.Changes.Take(MostTold).Select(Sentence).Select(text.Plain)
            .Concat(sentence.Changes.Length > MostTold ? [$"and {Wording.Amount(sentence.Changes.Length - MostTold, "")} more"] : Array.Empty<string>()));
    }

    /// <summary>All changes, in words.</summary>
    public static string All(SchemeChanges changes) => changes.All.IsEmpty
        ? $"Nothing has changed in who may decide what {changes.Since}.\n"
        : string.Join('\n', changes.All.Select(Sentence)) + "\n";

    /// <summary>What a changed sentence was, and what it changes.</summary>
    public static string Of(ChangedSentence sentence, SchemeChanges changes) => string.Join('\n', Heads(sentence, changes).Concat(sentence.Changes.Select(Sentence)));

    private static IEnumerable<string> Heads(ChangedSentence sentence, SchemeChanges changes)
    {
        yield return sentence.Before.Length > 0 ? $"Changed {changes.Since}. It was: {sentence.Before}" : $"New {changes.Since}.";
        yield return sentence.Changes.IsEmpty ? "It changes nobody's decisions." : "It changes who decides:";
    }

    private static CodeLens Lens(DocumentView view, Text.TextSpan span, string title, string words) =>
        new(view.Range(span)) { Command = new Command(title, Features.Lenses.ShowAnswer, [title, words]) };

    private static string Sentence(SpaceChange change) => change.Words.TrimEnd('.') + ".";

    private static string Count(int changes) => changes == 1 ? "1 change" : string.Create(CultureInfo.InvariantCulture, $"{changes} changes");
}
