using System.Globalization;
using System.Text;
using DelegationLang.Import.Reading;

namespace DelegationLang.Import.Drafting;

/// <summary>Writes <c>import.md</c>: what is to be settled, and what was done.</summary>
internal static class QuestionList
{
    /// <summary>The list.</summary>
    /// <param name="names">The names of the documents.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="remarks">What should be known.</param>
    public static string Write(IReadOnlyList<string> names, Draft draft, IReadOnlyList<string> remarks)
    {
        var text = new StringBuilder();
        int open = draft.Questions.Count(question => question.Answer == 0);
        text.Append("# What came of ").AppendJoin(", ", names.Select(Plain)).Append("\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Rows that became sentences: {draft.Rows.Count(row => row.Row.State == RowState.Understood)}. Rows that are asked about below: {draft.Rows.Count(row => row.Row.State == RowState.Asked)}. ");
        text.Append(CultureInfo.InvariantCulture, $"Rows that decide nothing, and stand in the scheme as comments: {draft.Rows.Count(row => row.Row.State == RowState.Skipped)}.\n\n");
        text.Append(open == 0 ? "Nothing is open.\n" : "Write the number of a choice after each *Answer:*, and import again with `--answers import.md`. What is open is a comment in the scheme, and gives nobody any authority.\n");
        if (remarks.Count > 0)
        {
            text.Append("\n## To be known\n\n");
            foreach (string remark in remarks)
            {
                text.Append("- ").Append(Plain(remark)).Append('\n');
            }
        }

        foreach (DraftQuestion question in draft.Questions)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {question.Number}. {Plain(question.Place)}\n\n");
            text.Append(question.Words.Length > 0 ? $"> {Plain(question.Words)}\n\n" : "");
            text.Append(Plain(question.Ask)).Append("\n\n");
            for (int i = 0; i < question.Choices.Length; i++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{i + 1}. {Plain(question.Choices[i])}\n");
                string[] writes = i < question.Writes.Length ? question.Writes[i].Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
                if (writes.Length > 0)
                {
                    text.Append("\n   ```delegation\n");
                    foreach (string line in writes)
                    {
                        text.Append("   ").Append(line).Append('\n');
                    }

                    text.Append("   ```\n\n");
                }
            }

            text.Append("\nAnswer:").Append(question.Answer > 0 ? " " + question.Answer.ToString(CultureInfo.InvariantCulture) : "").Append('\n');
        }

        return text.ToString();
    }

    // What a document says is text here, whatever signs it holds.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in NameWriter.Plain(text))
        {
            plain.Append(c is '\\' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '!' or '~' or '&' ? "\\" : "").Append(c);
        }

        return plain.ToString();
    }
}
