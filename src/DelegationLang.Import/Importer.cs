using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Formatting;
using DelegationLang.Import.Documents;
using DelegationLang.Import.Drafting;
using DelegationLang.Import.Reading;
using DelegationLang.Parsing;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.Import;

/// <summary>Makes a draft of a scheme of documents. It never guesses: what can be read in two ways is asked about, and gives nobody any authority until it is answered.</summary>
public static class Importer
{
    /// <summary>The file that the sentences are written to.</summary>
    public const string SchemeFile = "main.delegation";

    /// <summary>The file that the questions are written to.</summary>
    public const string QuestionFile = "import.md";

    /// <summary>The most bytes that a document may have.</summary>
    public const int MostBytes = DocumentReader.MostBytes;

    /// <summary>Whether a list of questions holds an answer.</summary>
    public static bool HasAnswers(string list) => AnswerReader.Read(list).Count > 0;

    /// <summary>The kinds of organisation that may be chosen.</summary>
    public static ImmutableArray<string> Kinds => [.. PartyKinds.Organisations];

    /// <summary>Imports documents as one scheme, or as sentences of one: then the first file holds these alone.</summary>
    /// <param name="files">The documents, in order.</param>
    /// <param name="options">What else is known.</param>
    /// <exception cref="ImportException">A document cannot be read, or an answer does not fit.</exception>
    public static ImportResult Import(IReadOnlyList<ImportedFile> files, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        SourceDocument[] documents = [.. files.Select(Read)];
        if (options.Into is null && documents is [var only] && OwnExport.Read(only) is { IsEmpty: false } sentences)
        {
            return Restored(only, sentences);
        }

        ReadScheme scheme = DraftReader.Read(Joined(documents), options.Into?.Parties.Keys ?? []);
        Dictionary<int, int> answers = options.Answers.Length == 0 ? [] : AnswerReader.Read(options.Answers);
        var draft = Draft.Of(scheme, options.Kind, answers, options.Into);
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        SchemeWriter writer = new(draft, refused);
        List<SchemeLine> lines = writer.Write();
        for (int i = 0; i < 8 && Faults(lines, options.Into) is { Count: > 0 } faults; i++)
        {
            int before = refused.Count;
            foreach ((string key, string message) in faults)
            {
                _ = key.Length > 0 && refused.TryAdd(key, message);
            }

            if (refused.Count == before)
            {
                // Nobody can tell which row is at fault: then none stands.
                foreach (Power power in draft.Rows.SelectMany(row => row.Powers))
                {
                    refused.TryAdd(SchemeWriter.KeyOf(power), faults[0].Message);
                }
            }

            writer = new SchemeWriter(draft, refused);
            lines = writer.Write();
        }

        Preview(draft);
        string text = Formatted(Text(lines));
        string[] remarks = [.. scheme.Remarks, .. writer.Remarks.Distinct(StringComparer.Ordinal), .. draft.Rows.Where(row => row.Row.State == RowState.Understood && row.Row.Reason.Length > 0).Select(row => $"{row.Row.Place}: {row.Row.Reason}"), .. refused.Values.Distinct(StringComparer.Ordinal)];
        ILookup<string, RowResult> refusedRows = draft.Rows.Where(row => row.Powers.Any(power => refused.ContainsKey(SchemeWriter.KeyOf(power)))).Select(row => row.Row).ToLookup(row => row.Place, StringComparer.Ordinal);
        bool IsRefused(RowResult row) => refusedRows[row.Place].Contains(row);
        return new ImportResult
        {
            Files = [(SchemeFile, text), (QuestionFile, QuestionList.Write([.. files.Select(file => file.Name)], draft, remarks))],
            Understood = [.. scheme.Rows.Where(row => row.State == RowState.Understood && !IsRefused(row)).Select(row => new ImportedRow(row.Place, row.Words, row.Reason))],
            Asked = [.. scheme.Rows.Where(row => row.State == RowState.Asked || IsRefused(row)).Select(row => new ImportedRow(row.Place, row.Words, row.Question?.Ask ?? "The law or another sentence stands against it."))],
            Skipped = [.. scheme.Rows.Where(row => row.State == RowState.Skipped).Select(row => new ImportedRow(row.Place, row.Words, row.Reason))],
            Questions = [.. draft.Questions.Select(question => new ImportQuestion(question.Number, question.Place, question.Words, question.Ask, question.Choices, question.Writes, question.Answer))],
            Remarks = [.. remarks],
        };
    }

    // The sentences themselves: nothing is to be understood, and nothing asked.
    private static ImportResult Restored(SourceDocument document, ImmutableArray<(string Path, string Content)> sentences)
    {
        SourceText[] sources = [.. sentences.Select(file => new SourceText(file.Path, file.Content))];
        var names = NameTable.Collect(sources);
        ImmutableArray<ImportedRow> rows = [.. sentences.SelectMany(file => file.Content.Split('\n').Where(line => line.Trim().Length > 0).Select(line => new ImportedRow(file.Path, line.Trim(), "")))];
        return new ImportResult
        {
            Files = [.. sources.Select(source => (source.FileName, Formatter.Format(source, names))), (QuestionFile, $"# What came of {document.Name}\n\nIt was made from a scheme, whose sentences it holds word for word: they are that scheme again. Nothing is open.\n")],
            Understood = rows,
            Asked = [],
            Skipped = [],
            Questions = [],
            Remarks = [],
        };
    }

    private static SourceDocument Read(ImportedFile file)
    {
        try
        {
            return DocumentReader.Read(file.Name, file.Bytes.ToArray());
        }
        catch (ImportException refusal)
        {
            throw new ImportException($"{file.Name} cannot be imported: {refusal.Message}");
        }
    }

    private static SourceDocument Joined(SourceDocument[] documents) => documents is [var one] ? one : new SourceDocument(
        string.Join(", ", documents.Select(document => document.Name)),
        [.. documents.SelectMany(document => document.Blocks.Select(block => block with { Place = $"{document.Name}, {block.Place}" }))],
        [.. documents.SelectMany(document => document.Remarks.Select(remark => $"{document.Name}: {remark}"))]);

    private static string Text(List<SchemeLine> lines) => string.Concat(lines.Select(line => line.Text + "\n"));

    private static Compilation Compiled(string text) => Project.OfFile(MemoryFiles.Empty.With(SchemeFile, text), SchemeFile).Compile(new DateOnly(2026, 1, 1));

    // What the compiler objects to, by the matter that it is about.
    private static List<(string Key, string Message)> Faults(List<SchemeLine> lines, ImportTarget? target)
    {
        string name = SchemeFile;
        Compilation compilation = target?.With(Text(lines), out name) ?? Compiled(Text(lines));
        var faults = new List<(string, string)>();
        foreach (Diagnostic fault in compilation.Diagnostics.Where(fault => fault.Severity == DiagnosticSeverity.Error && (target is null || fault.Location.File == name)))
        {
            int line = fault.Location.File == name ? fault.Location.Line - 1 : -1;
            string owner = line >= 0 && line < lines.Count ? lines[line].Owner : "";
            faults.Add((owner.Contains('\u0001', StringComparison.Ordinal) ? owner : "", $"It cannot stand as a sentence: {fault.Message} ({fault.Code})."));
        }

        return [.. faults.DistinctBy(fault => fault.Item1)];
    }

    private static void Preview(Draft draft)
    {
        foreach (DraftQuestion question in draft.Questions.ToArray())
        {
            if (question.Row?.Question is { } asked)
            {
                var writer = new SchemeWriter(draft, ImmutableDictionary<string, string>.Empty);
                draft.SetWrites(question.Number, [.. asked.Choices.Select(choice => string.Join('\n', writer.Preview(choice.Powers)))]);
            }
        }
    }

    private static string Formatted(string text)
    {
        var source = new SourceText(SchemeFile, text);
        return Formatter.Format(source, NameTable.Collect([source]));
    }
}
