using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html;

/// <summary>Files beside the pages that people take away, and the lines that lead to them.</summary>
internal static class Downloads
{
    /// <summary>The matrix as comma-separated values, which every site has.</summary>
    public const string Matrix = "matrix.csv";

    /// <summary>The scheme for Word.</summary>
    public const string Document = "office/scheme.docx";

    /// <summary>Who decides what, for Excel.</summary>
    public const string Workbook = "office/scheme.xlsx";

    /// <summary>What a party may decide, for Word.</summary>
    public static string DocumentOf(PageContext context, PartySymbol party) => "office/" + context.Addresses.FileOf(party)[..^".html".Length] + ".docx";

    /// <summary>What the page of the whole text leads to.</summary>
    public static IEnumerable<LineView> OfDocument(PageContext context) =>
        Line(context, [], [new Segment("the scheme for Word", Document), new Segment("the scheme for Excel", Workbook)]);

    /// <summary>What the matrix leads to.</summary>
    public static IEnumerable<LineView> OfMatrix(PageContext context) => Line(context, [new Segment("the matrix as CSV", Matrix)], [new Segment("the scheme for Excel", Workbook)]);

    /// <summary>What the page of a party leads to.</summary>
    public static IEnumerable<LineView> OfParty(PageContext context, PartySymbol party) => Line(context, [], [new Segment("this page for Word", DocumentOf(context, party))]);

    private static IEnumerable<LineView> Line(PageContext context, Segment[] always, Segment[] office)
    {
        Segment[] files = [.. always, .. context.Publication.Input.HasOffice ? office : []];
        return files.Length == 0 ? [] : [new LineBuilder().Text("Download ").List(files).Text(".").ToLine("downloads")];
    }
}
