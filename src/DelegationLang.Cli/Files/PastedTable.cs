using System.Text;
using DelegationLang.Import;

namespace DelegationLang.Cli.Files;

/// <summary>A table as it is copied: text with tabs between its cells, values with commas, or a piece of a page.</summary>
internal static class PastedTable
{
    /// <summary>The table as a document.</summary>
    public static ImportedFile Of(string text)
    {
        string ending = text.TrimStart().StartsWith('<') ? "html" : text.Contains('\t', StringComparison.Ordinal) ? "tsv" : "csv";
        return new ImportedFile("table." + ending, Encoding.UTF8.GetBytes(text));
    }
}
