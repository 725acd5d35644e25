using System.CommandLine;
using System.Globalization;
using System.Text;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Import;
using DelegationLang.Import.Documents;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Commands;

/// <summary><c>import FILE… --out DIR</c> or <c>--into PATH</c>: documents of Word or Excel, pages or CSV as a draft of a scheme or as sentences of one, with what has to be settled first.</summary>
internal static class ImportCommand
{
    // While it stands at the top, importing again may replace the file.
    private const string Mark = "// A draft that delegation import made. Take this line away when you go on by hand: import then leaves this file alone.\n";

    private const string StandardInput = "-";

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var files = new Argument<string[]>("FILE") { Description = "Documents that end in .docx, .xlsx, .csv or .html; - for a copied table on standard input.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--out") { Description = "The folder to write a project to.", HelpName = "DIR" };
        var into = new Option<string?>("--into") { Description = "A scheme that the rows belong to: their sentences are printed, and nothing is written.", HelpName = "PATH" };
        var kind = new Option<string?>("--kind") { Description = "What kind of organisation it is, where the documents do not say it.", HelpName = "KIND" };
        kind.AcceptOnlyFromAmong([.. Importer.Kinds]);
        var answers = new Option<string?>("--answers") { Description = "Answers: the filled import.md, or JSON such as {\"3\": 1}.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Report in JSON." };
        var command = new Command("import", "Make a draft of a scheme, or sentences of one, from a Word file, a workbook, a page or CSV.") { files, output, into, kind, answers, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(output) is null == result.GetValue(into) is null)
            {
                result.AddError("say --out DIR for a project of its own, or --into PATH for sentences of a scheme that is there");
            }

            if (result.GetValue(into) is not null && result.GetValue(kind) is not null)
            {
                result.AddError("--kind says nothing beside --into: the scheme says whose it is");
            }
        });
        command.SetAction(result =>
        {
            string given = result.GetValue(answers) is { } path ? Encoding.UTF8.GetString(ReadFile(host, path)) : "";
            string[] paths = result.GetRequiredValue(files);
            return result.GetValue(into) is { } scheme
                ? Into(host, paths, scheme, given, result.GetValue(json))
                : Run(host, paths, result.GetValue(output) is { Length: > 0 } folder ? folder : throw new CommandFailure("--out must name a folder"), result.GetValue(kind) ?? "", given, result.GetValue(json));
        });
        return command;
    }

    private static int Run(Host host, string[] files, string folder, string kind, string answers, bool isJson)
    {
        string full = host.FullPath(folder);
        Refuse(folder, full, answers.Length > 0);
        ImportedFile[] documents = [.. files.Select(file => Open(host, file))];
        var options = new ImportOptions { Kind = kind, Answers = answers };
        ImportResult result = Import(documents, () => options);
        Write(result, full);
        if (host.CanAsk && !isJson)
        {
            result = Ask(host, result, answered => Write(answered, full), answer => Import(documents, () => options with { Answers = answer }));
        }

        if (isJson)
        {
            host.Output.WriteLine(ImportJson.Of(result, sentences: null));
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

    private static int Into(Host host, string[] files, string path, string answers, bool isJson)
    {
        var project = OpenProject.Open(host, path, host.Today());
        ImportedFile[] documents = [.. files.Select(file => Open(host, file))];
        ImportResult result = Import(documents, () => new ImportOptions { Answers = answers, Into = new ImportTarget(project.Compilation) });
        string sentences = result.Files[0].Content;
        if (isJson)
        {
            host.Output.WriteLine(ImportJson.Of(result, sentences));
            return ExitCode.Fine;
        }

        host.Output.Write(sentences);
        ImportQuestion[] open = [.. result.Questions.Where(question => question.Answer == 0)];
        foreach (ImportQuestion question in open)
        {
            host.Error.WriteLine($"question {question.Number}: {ImportDialogue.Shown(question.Ask)} {string.Join(' ', question.Choices.Select((choice, i) => $"{i + 1}: {ImportDialogue.Shown(choice)}"))}");
        }

        if (open.Length > 0)
        {
            host.Error.WriteLine($"{SeverityWords.Count(open.Length, "question")} open: give --answers with JSON such as {{\"{open[0].Number}\": 1}}, or write these rows by hand.");
        }

        return ExitCode.Fine;
    }

    private static ImportedFile Open(Host host, string file)
    {
        if (file != StandardInput)
        {
            return new ImportedFile(Path.GetFileName(file), ReadFile(host, file));
        }

        var text = new StringBuilder();
        char[] buffer = new char[16 * 1024];
        for (int count; (count = host.Input.Read(buffer, 0, buffer.Length)) > 0;)
        {
            text.Append(buffer, 0, count);
            if (text.Length > FolderFiles.MaximumLength)
            {
                throw new CommandFailure("standard input holds more than any table may");
            }
        }

        return PastedTable.Of(text.ToString());
    }

    private static ImportResult Import(ImportedFile[] documents, Func<ImportOptions> options)
    {
        try
        {
            return Importer.Import(documents, options());
        }
        catch (ImportException refusal)
        {
            throw new CommandFailure(refusal.Message);
        }
    }

    private static void Write(ImportResult result, string folder)
    {
        foreach ((string path, string content) in result.Files)
        {
            string text = (path.EndsWith(Project.Extension, StringComparison.Ordinal) ? Mark : "") + content;
            SafeWrite.Write(Path.Combine(folder, path), Encoding.UTF8.GetBytes(text), path);
        }
    }

    // Whatever was answered is written before the next question, so that nothing is lost when somebody goes away.
    private static ImportResult Ask(Host host, ImportResult result, Action<ImportResult> write, Func<string, ImportResult> import)
    {
        var dialogue = new ImportDialogue(host);
        int open = result.Questions.Count(question => question.Answer == 0);
        if (open > 0)
        {
            dialogue.Begin(open);
        }

        while (dialogue.Next(result) is { } question)
        {
            int choice = dialogue.Ask(question);
            if (choice > 0)
            {
                result = import(Answers(result, question.Number, choice));
                write(result);
            }
        }

        return result;
    }

    private static string Answers(ImportResult result, int number, int choice) => JsonText.Of(json =>
    {
        json.WriteStartObject();
        foreach (ImportQuestion question in result.Questions.Where(question => question.Answer > 0 && question.Number != number))
        {
            json.WriteNumber(question.Number.ToString(CultureInfo.InvariantCulture), question.Answer);
        }

        json.WriteNumber(number.ToString(CultureInfo.InvariantCulture), choice);
        json.WriteEndObject();
    });

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

        FileKind.RefuseStream(path, full, "a document");
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
}
