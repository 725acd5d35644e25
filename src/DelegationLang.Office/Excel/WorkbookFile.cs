using System.IO.Packaging;
using DelegationLang.Emit.Sheets;
using DelegationLang.Office.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Sheet = DelegationLang.Emit.Sheets.Sheet;

namespace DelegationLang.Office.Excel;

/// <summary>Sheets as a workbook for Excel: heads and first columns that stay in sight and are repeated on paper, filters, sums and days as numbers and dates.</summary>
internal static class WorkbookFile
{
    /// <summary>The workbook.</summary>
    /// <param name="sheets">Its sheets, at least one.</param>
    /// <param name="facts">What it says of itself.</param>
    public static byte[] Make(IReadOnlyList<Sheet> sheets, FileFacts facts)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            document.CompressionOption = CompressionOption.NotCompressed;
            WorkbookPart workbook = document.AddWorkbookPart();
            document.ChangeIdOfPart(workbook, "rId1");
            PackageFacts.Write(document.AddNewPart<CoreFilePropertiesPart>("rId2"), facts);
            WorkbookStylesPart styles = workbook.AddNewPart<WorkbookStylesPart>("styles");
            styles.Stylesheet = CellStyles.Sheet();
            var texts = new TextTable();
            var names = new DefinedNames();
            var list = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            for (int i = 0; i < sheets.Count; i++)
            {
                string id = FormattableString.Invariant($"sheet{i + 1}");
                SheetExtent extent = WorksheetWriter.Write(workbook.AddNewPart<WorksheetPart>(id), sheets[i], texts, isFirst: i == 0);
                list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheets[i].Name, SheetId = (uint)(i + 1), Id = id });
                names.Append(
                    new DefinedName($"'{sheets[i].Name}'!{extent.Absolute}") { Name = "_xlnm._FilterDatabase", LocalSheetId = (uint)i, Hidden = true },
                    new DefinedName($"'{sheets[i].Name}'!$A:$A,'{sheets[i].Name}'!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }

            texts.Write(workbook.AddNewPart<SharedStringTablePart>("texts"));
            workbook.Workbook = new Workbook(new BookViews(new WorkbookView { ActiveTab = 0 }), list, names);
        }

        return PackageBytes.Of(stream);
    }
}
