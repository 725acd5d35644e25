using DelegationLang.Emit.Html;
using DelegationLang.Emit.Scheme;

namespace DelegationLang.Emit.Sheets;

/// <summary>Every sentence of the scheme as a row, in the order of reading: the text itself, from which everything else follows.</summary>
internal static class SentenceSheet
{
    /// <summary>The sheet. A sentence with bullets has them on lines of their own.</summary>
    public static Sheet Of(PageContext context) => new(
        "Sentences",
        [new("sentence", 100), new("reference", 16), new("section", 30), new("kind", 16), new("has effect", 11), new("file", 24), new("line", 8)],
        context.Publication.Sentences.All.Select(Row));

    private static IReadOnlyList<SheetCell> Row(PublishedSentence sentence) =>
    [
        SheetCell.OfLines(sentence.Text.Split('\n')),
        SheetCell.Of(string.Join(", ", sentence.References.Distinct())),
        SheetCell.Of(sentence.Section),
        SheetCell.Of(sentence.Kind),
        SheetCell.Of(sentence.IsEffective ? "yes" : "no"),
        SheetCell.Of(sentence.File),
        SheetCell.Of(sentence.Line),
    ];
}
