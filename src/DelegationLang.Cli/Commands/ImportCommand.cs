using System.CommandLine;
using System.Text;
using System.Text.Json;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Import;
using DelegationLang.Import.Documents;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Commands;

/// <summary><c>import FILE… --out DIR</c>: documents of Word or Excel, pages or CSV as a draft of a scheme, with what has to be settled first.</summary>
internal static class ImportCommand
{
    // While it stands at the top, importing again may replace the file.
    private const string Mark = "// A draft that delegation import made. Take this line away when you go on by hand: import then leaves this file alone.\n";

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var files = new Argument<string[]>("FILE") { Description = "Documents that end in .docx, .xlsx, .csv or .html.", Arity = ArgumentArity.OneOrMore };
        var output = Options.Output();
        var kind = new Option<string?>("--kind") { Description = "What kind of organisation it is, where the documents do not say it.", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong([.. Importer.Kinds]);
        var answers = new Option<string?>("--answers") { Description = "Answers: the filled import.md, or JSON such as {\"3\": 1}.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Report in JSON." };
        var command = new Command("import", "Make a draft of a scheme from a Word file, a workbook, a page or CSV.") { files, output, kind, answers, json };
        command.SetAction(result => Run(host, result.GetRequiredValue(files), result.Folder(output), result.GetValue(kind) ?? "", result.GetValue(answers), result.GetValue(json)));
        return command;
    }

    private static int Run(Host host, string[] files, string folder, string kind, string? answers, bool isJson)
    {
        string given = answers is null ? "" : Encoding.UTF8.GetString(ReadFile(host, answers));
        string full = host.FullPath(folder);
        Refuse(folder, full, answers is not null);
        ImportResult result;
        try
        {
            result = Importer.Import([.. files.Select(file => new ImportedFile(Path.GetFileName(file), ReadFile(host, file)))], new ImportOptions { Kind = kind, Answers = given });
        }
        catch (ImportException refusal)
        {
            throw new CommandFailure(refusal.Message);
        }

        var written = result.Files.Select(file => (file.Path, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes((file.Path.EndsWith(Project.Extension, StringComparison.Ordinal) ? Mark : "") + file.Content))).ToList();
        foreach ((string path, ReadOnlyMemory<byte> content) in written)
        {
            SafeWrite.Write(Path.Combine(full, path), content.Span, path);
        }

        if (isJson)
        {
            host.Output.WriteLine(Json(result));
            return ExitCode.Fine;
        }

        int open = result.Questions.Count(question => question.Answer == 0);
        host.Output.WriteLine($"Wrote {string.Join(", ", result.Files.Select(file => file.Path))} to {folder}: {SeverityWords.Count(result.Understood.Length, "row")} understood, {result.Asked.Length} asked about, {result.Skipped.Length} left as comments.");
        if (open > 0)
        {
            string list = Path.Combine(folder, Importer.QuestionFile).Replace('\\', '/');
            host.Output.WriteLine($"{SeverityWords.Count(open, "question")} to answer in {list}. Then:");
            host.Output.WriteLine($"  delegation import {string.Join(' ', files)} --out {folder} --answers {list}");
        }

        host.Output.WriteLine($"  delegation check {folder}");
        return ExitCode.Fine;
    }

    private static byte[] ReadFile(Host host, string path)
    {
        if (path.Length == 0)
        {
            throw new CommandFailure("a file must have a name");
        }

        string full = host.FullPath(path);
        if (Directory.Exists(full))
        {
            throw new CommandFailure($"{path} is a folder: name a document");
        }

        if (!File.Exists(full))
        {
            throw new CommandFailure($"there is no file {path}");
        }

        FileKind.RefuseStream(path, full);
        try
        {
            return new FileInfo(full).Length > Importer.MostBytes
                ? throw new CommandFailure($"{path} is larger than any scheme: take pictures out of it, and try again")
                : File.ReadAllBytes(full);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"{path} cannot be read: {FolderFiles.Reason(trouble)}");
        }
    }

    // What a person wrote or answered is not lost.
    private static void Refuse(string shown, string folder, bool hasAnswers)
    {
        if (File.Exists(folder))
        {
            throw new CommandFailure($"{shown} is a file: --out wants a folder");
        }

        string list = Path.Combine(folder, Importer.QuestionFile);
        try
        {
            if (!Directory.Exists(folder))
            {
                return;
            }

            string? inTheWay = Directory.EnumerateFiles(folder, "*" + Project.Extension).Select(Path.GetFileName).Order(StringComparer.Ordinal)
                .FirstOrDefault(name => !File.ReadAllText(Path.Combine(folder, name ?? "")).StartsWith(Mark, StringComparison.Ordinal));
            if (inTheWay is not null)
            {
                throw new CommandFailure($"{shown} already holds {inTheWay}, which is not a draft of import: nothing was written. Name a folder without a scheme");
            }

            if (!hasAnswers && File.Exists(list) && Importer.HasAnswers(File.ReadAllText(list)))
            {
                throw new CommandFailure($"{shown} holds an {Importer.QuestionFile} with answers: give it with --answers, or take it away");
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"{shown} cannot be read: {FolderFiles.Reason(trouble)}");
        }
    }

    private static string Json(ImportResult result) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("rows", result.Understood.Length + result.Asked.Length);
        json.WriteNumber("understood", result.Understood.Length);
        json.WriteNumber("asked", result.Asked.Length);
        json.WriteNumber("skipped", result.Skipped.Length);
        json.WriteStartObject("places");
        Rows(json, "understood", result.Understood);
        Rows(json, "asked", result.Asked);
        Rows(json, "skipped", result.Skipped);
        json.WriteEndObject();
        json.WriteStartArray("questions");
        foreach (ImportQuestion question in result.Questions)
        {
            json.WriteStartObject();
            json.WriteNumber("number", question.Number);
            json.WriteString("place", question.Place);
            json.WriteString("words", question.Words);
            json.WriteString("ask", question.Ask);
            json.Strings("choices", question.Choices);
            json.WriteNumber("answer", question.Answer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Strings("remarks", result.Remarks);
        json.Strings("files", result.Files.Select(file => file.Path));
        json.WriteEndObject();
    });

    private static void Rows(Utf8JsonWriter json, string name, IEnumerable<ImportedRow> rows)
    {
        json.WriteStartArray(name);
        foreach (ImportedRow row in rows)
        {
            json.WriteStartObject();
            json.WriteString("place", row.Place);
            json.WriteString("words", row.Words);
            json.WriteString("reason", row.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
