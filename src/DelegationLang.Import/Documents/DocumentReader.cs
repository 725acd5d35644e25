namespace DelegationLang.Import.Documents;

/// <summary>Reads a document of any format, by what its name ends in.</summary>
internal static class DocumentReader
{
    /// <summary>The most bytes of a file.</summary>
    public const int MostBytes = 50_000_000;

    /// <summary>Reads one.</summary>
    /// <param name="name">Its file name.</param>
    /// <param name="bytes">What it holds.</param>
    /// <exception cref="ImportException">It cannot be read.</exception>
    public static SourceDocument Read(string name, byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            throw new ImportException("it is empty");
        }

        if (bytes.Length > MostBytes)
        {
            throw new ImportException("it is larger than any scheme: take pictures out of it, and try again");
        }

        string ending = name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant();
        return ending switch
        {
            "docx" => WordReader.Read(name, bytes),
            "xlsx" => WorkbookReader.Read(name, bytes),
            "csv" or "tsv" => CsvReader.Read(name, bytes),
            "html" or "htm" => HtmlReader.Read(name, bytes),
            "docm" or "xlsm" => throw new ImportException("it may have macros: save it as a document (.docx) or a workbook (.xlsx), which have none"),
            "doc" or "xls" or "rtf" or "odt" or "ods" => throw new ImportException($"{ending} is not read: save it as .docx or .xlsx"),
            "pdf" => throw new ImportException("pdf is not read: ask for the Word file, or copy its tables into one"),
            _ => throw new ImportException("its name must end in .docx, .xlsx, .csv or .html"),
        };
    }
}
