using DelegationLang.Emit.Html;
using DelegationLang.Emit.Html.Pages;
using DelegationLang.Emit.Scheme;

namespace DelegationLang.Emit.Sheets;

/// <summary>What the scheme says of itself, and what the columns of the other sheets mean.</summary>
internal static class AboutSheet
{
    /// <summary>The sheet.</summary>
    public static Sheet Of(PageContext context) => new("About", [new("about", 34), new("what it says", 100)], Rows(context));

    private static IEnumerable<IReadOnlyList<SheetCell>> Rows(PageContext context)
    {
        yield return Row("Title", context.Model.Info.Title.Length > 0 ? context.Model.Info.Title : "Scheme of delegation");
        foreach (FactView fact in AboutSection.Build(context).Content.Facts)
        {
            yield return Row(fact.Label, string.Join('\n', fact.Lines.Select(line => line.Words)));
        }

        yield return Row("Fingerprint of the sentences", SchemeFingerprint.Of(context.Model, context.Publication.Files));
        foreach (SheetColumn column in DecisionSheet.Columns)
        {
            yield return Row("Column “" + column.Heading + "”", column.Meaning);
        }
    }

    private static IReadOnlyList<SheetCell> Row(string about, string says) => [SheetCell.Of(about), SheetCell.OfLines(says.Split('\n'))];
}
