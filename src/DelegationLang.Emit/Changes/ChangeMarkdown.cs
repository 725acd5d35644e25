using System.Text;
using DelegationLang.Emit.Naming;
using DelegationLang.Policy.Comparison;

namespace DelegationLang.Emit.Changes;

/// <summary>A comparison as Markdown, for a comment on a pull request: the changes in words first, then of each the question that shows it and the sentences.</summary>
public static class ChangeMarkdown
{
    // A comment on GitHub holds 65,536 characters.
    private const int MostTold = 60;

    /// <summary>The text, with <c>\n</c> at the end of each line.</summary>
    /// <param name="diff">The comparison.</param>
    /// <param name="beforeFile">How a file of the earlier version is shown.</param>
    /// <param name="afterFile">How a file of the later version is shown.</param>
    public static string Of(SchemeDiff diff, Func<string, string> beforeFile, Func<string, string> afterFile)
    {
        ArgumentNullException.ThrowIfNull(diff);
        var text = new StringBuilder("## What changes in who may decide what\n\n");
        text.Append(Plain(ChangeTerms.Total(diff))).Append('\n');
        int told = 0;
        var arranged = ArrangedChanges.Of(diff);
        foreach (ChangeCategory category in ChangeTerms.Categories)
        {
            ShownChange[] changes = [.. arranged.First.Where(change => change.Change.Category == category)];
            if (changes.Length > 0)
            {
                text.Append("\n### ").Append(ChangeTerms.Heading(category)).Append("\n\n");
            }

            foreach (ShownChange change in changes)
            {
                text.Append("- ").Append(Plain(ChangeTerms.Sentence(change.Change))).Append('\n');
                if (++told <= MostTold)
                {
                    Detail(text, change, beforeFile, afterFile);
                }
            }
        }

        if (!arranged.Following.IsEmpty)
        {
            text.Append("\n<details><summary>").Append(ArrangedChanges.Heading).Append("</summary>\n\n");
            foreach (ShownChange change in arranged.Following)
            {
                text.Append("- ").Append(Plain(ChangeTerms.Sentence(change.Change))).Append('\n');
            }

            text.Append("\n</details>\n");
        }

        Others(text, diff, beforeFile, afterFile);
        return text.ToString();
    }

    private static void Detail(StringBuilder text, ShownChange change, Func<string, string> beforeFile, Func<string, string> afterFile)
    {
        text.Append("  <details><summary>Before and after</summary>\n\n");
        text.Append("  | | |\n  |---|---|\n");
        Row(text, "Question", change.Question);
        Row(text, "Before", ChangeTerms.Summary(change.Before, change.After));
        Row(text, "After", ChangeTerms.Summary(change.After, change.Before));
        foreach (VersionSentence sentence in change.SentencesBefore)
        {
            Row(text, "Sentence before, " + ChangeTerms.Place(sentence, beforeFile), sentence.Text);
        }

        foreach (VersionSentence sentence in change.SentencesAfter)
        {
            Row(text, "Sentence after, " + ChangeTerms.Place(sentence, afterFile), sentence.Text);
        }

        text.Append("\n  </details>\n");
    }

    private static void Others(StringBuilder text, SchemeDiff diff, Func<string, string> beforeFile, Func<string, string> afterFile)
    {
        if (!diff.Renamed.IsEmpty)
        {
            text.Append("\n### Renamed\n\n");
            foreach (RenamedName name in diff.Renamed)
            {
                text.Append("- ").Append(Plain(ChangeTerms.Renamed(name))).Append('\n');
            }
        }

        if (!diff.WordingOnly.IsEmpty)
        {
            text.Append("\n<details><summary>").Append(ChangeTerms.Wording(diff)).Append("</summary>\n\n");
            foreach (WordingChange change in diff.WordingOnly.Take(MostTold))
            {
                string place = change.After is { } now ? ChangeTerms.Place(now, afterFile) : change.Before is { } then ? ChangeTerms.Place(then, beforeFile) : "";
                text.Append("- ").Append(Plain(place)).Append(": ").Append(Plain(change.After?.Text ?? "taken away: " + change.Before?.Text)).Append('\n');
            }

            text.Append("\n</details>\n");
        }

        foreach (string subject in diff.CutShort)
        {
            text.Append("\n> ").Append(Plain(ChangeTerms.CutShort(subject))).Append('\n');
        }
    }

    private static void Row(StringBuilder text, string label, string value) =>
        text.Append("  | ").Append(Plain(label)).Append(" | ").Append(Plain(value)).Append(" |\n");

    // What authors write must not be read as Markdown, as HTML, or as a mention of somebody, and must not turn the direction of the text around it.
    private static string Plain(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (char character in VisibleText.Show(value))
        {
            _ = character switch
            {
                '\n' or '\r' or '\t' => text.Append(' '),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '&' => text.Append("&amp;"),
                '@' => text.Append("&#64;"),
                '#' => text.Append("&#35;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '!' => text.Append('\\').Append(character),
                _ when char.IsControl(character) => text.Append(' '),
                _ => text.Append(character),
            };
        }

        return text.ToString();
    }
}
