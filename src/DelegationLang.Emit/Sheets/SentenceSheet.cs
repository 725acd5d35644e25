using DelegationLang.Emit.Html;
using DelegationLang.Emit.Scheme;

namespace DelegationLang.Emit.Sheets;

/// <summary>Every sentence of the scheme as a row, in the order of reading: the text itself, from which everything else follows.</summary>
internal static class SentenceSheet
{
    /// <summary>The sheet. Bullets and the title of the scheme stand on lines of their own, without which their ends could not be told.</summary>
    public static Sheet Of(PageContext context) => new(
        "Sentences",
        [new("sentence", 100), new("reference", 16), new("section", 30), new("kind", 16), new("has effect", 11), new("file", 24), new("line", 8)],
        context.Publication.Sentences.All.Select(sentence => Row(context, sentence)));

    /// <summary>The words of a sentence.</summary>
    public static SheetCell Words(PageContext context, PublishedSentence sentence)
    {
        string head = "scheme " + context.Model.Info.Title;
        bool isTitled = head.Length > "scheme ".Length && sentence.Text.StartsWith(head + " ", StringComparison.Ordinal);
        return SheetCell.OfLines(isTitled ? [head, sentence.Text[(head.Length + 1)..]] : sentence.Text.Split('\n'));
    }

    private static IReadOnlyList<SheetCell> Row(PageContext context, PublishedSentence sentence) =>
    [
        Words(context, sentence),
        SheetCell.Of(string.Join(", ", sentence.References.Distinct())),
        SheetCell.Of(sentence.Section),
        SheetCell.Of(sentence.Kind),
        SheetCell.Of(sentence.IsEffective ? "yes" : "no"),
        SheetCell.Of(sentence.File),
        SheetCell.Of(sentence.Line),
    ];
}
