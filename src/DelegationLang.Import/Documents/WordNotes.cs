using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelegationLang.Import.Documents;

/// <summary>The footnotes, endnotes and comments of a document of Word, by their numbers.</summary>
internal sealed class WordNotes(MainDocumentPart main)
{
    private readonly Lazy<Dictionary<long, string>> footnotes = new(() => (main.FootnotesPart?.Footnotes?.Elements<Footnote>() ?? [])
        .GroupBy(note => note.Id?.Value ?? 0).ToDictionary(group => group.Key, group => Words(group.First())));

    private readonly Lazy<Dictionary<long, string>> endnotes = new(() => (main.EndnotesPart?.Endnotes?.Elements<Endnote>() ?? [])
        .GroupBy(note => note.Id?.Value ?? 0).ToDictionary(group => group.Key, group => Words(group.First())));

    private readonly Lazy<Dictionary<string, string>> comments = new(() => (main.WordprocessingCommentsPart?.Comments?.Elements<Comment>() ?? [])
        .GroupBy(note => note.Id?.Value ?? "", StringComparer.Ordinal).ToDictionary(group => group.Key, group => Words(group.First()), StringComparer.Ordinal));

    /// <summary>The footnote of a number; empty for none.</summary>
    public string Footnote(long? id) => footnotes.Value.GetValueOrDefault(id ?? 0, "");

    /// <summary>The endnote of a number; empty for none.</summary>
    public string Endnote(long? id) => endnotes.Value.GetValueOrDefault(id ?? 0, "");

    /// <summary>The comment of a number; empty for none.</summary>
    public string Comment(string? id) => comments.Value.GetValueOrDefault(id ?? "", "");

    private static string Words(OpenXmlElement note) => PlainText.Tidy(string.Join(' ', note.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>().Select(text => text.Text)));
}
