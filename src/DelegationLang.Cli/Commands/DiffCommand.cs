using System.CommandLine;
using System.Text;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Emit.Changes;
using DelegationLang.Office;
using DelegationLang.Policy;

namespace DelegationLang.Cli.Commands;

/// <summary><c>diff OLD NEW</c>: what a change of a scheme changes in who may decide what, whatever happened to the words.</summary>
internal static class DiffCommand
{
    private static readonly string[] Formats = ["text", "markdown", "docx"];

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        const string Version = "A .delegation file, a folder, a built scheme.json, or REV:PATH of a git repository.";
        var before = new Argument<string>("OLD") { Description = Version };
        var after = new Argument<string>("NEW") { Description = Version };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        Option<string> format = new Option<string>("--format") { Description = "text for people, markdown for a pull request, docx for a board paper.", HelpName = string.Join('|', Formats), DefaultValueFactory = _ => Formats[0] }
            .AcceptOnlyFromAmong(Formats);
        var output = new Option<string?>("--out") { Description = "The file to write instead of printing.", HelpName = "FILE" };
        var template = new Option<string?>("--template") { Description = "Your own Word file, of which the board paper takes styles, pages, headers and footers.", HelpName = "FILE" };
        var questions = new Option<string?>("--questions") { Description = "A file with one question a line; prints of each, as JSON, whether both answer it alike.", HelpName = "FILE" };
        Option<string?> on = Options.Date("--on", "Only what is otherwise on this day.");
        Option<string?> from = Options.Date("--from", "Only what is otherwise on this day or after it.");
        var exitCode = new Option<bool>("--exit-code") { Description = "Exit with 1 where something changes in who may decide what." };
        Option<string?> asOf = Options.AsOf();
        var command = new Command("diff", "Compare two versions of a scheme: what changes in who may decide what.") { before, after, json, format, output, template, questions, on, from, exitCode, asOf };
        command.SetAction(result =>
        {
            var wanted = new Wanted(result.GetValue(format) ?? Formats[0], result.GetValue(json), result.GetValue(output), result.GetValue(questions), result.GetValue(template));
            bool changes = Run(
                host,
                result.GetRequiredValue(before),
                result.GetRequiredValue(after),
                wanted,
                Days(Options.Parse(result.GetValue(on)), Options.Parse(result.GetValue(from))),
                result.Day(asOf, host));
            return changes && result.GetValue(exitCode) ? ExitCode.Different : ExitCode.Fine;
        });
        return command;
    }

    /// <summary>The days that options leave to be looked at.</summary>
    /// <exception cref="CommandFailure">Both are given.</exception>
    internal static DateRange Days(DateOnly? on, DateOnly? from) => (on, from) switch
    {
        ({ }, { }) => throw new CommandFailure("--on and --from do not go together: give one of them"),
        ({ } day, null) => new DateRange(day, day),
        _ => DateRange.From(from, null),
    };

    private static bool Run(Host host, string oldPath, string newPath, Wanted wanted, DateRange days, DateOnly asOf)
    {
        CheckWanted(wanted);
        var before = ComparedVersion.Open(host, oldPath, asOf);
        var after = ComparedVersion.Open(host, newPath, asOf);
        SchemeDiff diff;
        using (var progress = new Progress(host))
        {
            progress.Report("comparing the answers");
            diff = SchemeDiff.Of(before.Version, after.Version, days, asOf);
        }

        if (wanted.Questions is { } file)
        {
            using TextReader lines = Questions.Open(host, file);
            IEnumerable<string> all = Questions.In(lines).Select(question => DiffJson.Of(question, diff.Ask(question)));
            Print(host, wanted.File, all);
        }
        else if (wanted.IsJson)
        {
            Print(host, wanted.File, [new DiffJson(before.Files, after.Files).Of(diff)]);
        }
        else
        {
            Print(host, wanted, diff, before, after);
        }

        foreach (ComparedVersion? version in ((ComparedVersion[])[before, after]).Where(version => version.HasErrors))
        {
            host.Error.WriteLine($"delegation: {version.Path} has errors: this comparison rests on its sound sentences alone. See: delegation check {version.Path}");
        }

        return !diff.Changes.IsEmpty;
    }

    private static void CheckWanted(Wanted wanted)
    {
        if (wanted.File is { Length: 0 })
        {
            throw new CommandFailure("--out must name a file");
        }

        if (wanted.Format != Formats[0] && (wanted.IsJson || wanted.Questions is not null))
        {
            throw new CommandFailure($"--format {wanted.Format} does not go with {(wanted.IsJson ? "--json" : "--questions")}, which prints JSON");
        }

        if (wanted.Template is { Length: 0 })
        {
            throw new CommandFailure("--template must name a file");
        }

        if (wanted.Template is not null && wanted.Format != "docx")
        {
            throw new CommandFailure("--template gives a board paper for Word its look: it goes with --format docx");
        }

        if (wanted.Format == "docx" && wanted.File is null)
        {
            throw new CommandFailure("--format docx wants a file to write: name it with --out");
        }
    }

    private static void Print(Host host, Wanted wanted, SchemeDiff diff, ComparedVersion before, ComparedVersion after)
    {
        if (wanted is { Format: "docx", File: { } document })
        {
            WritePaper(host, wanted.Template, document, diff, before, after);
        }
        else if (wanted.Format == "markdown")
        {
            Print(host, wanted.File, ChangeMarkdown.Of(diff, before.Files.Show, after.Files.Show).TrimEnd('\n').Split('\n'));
        }
        else if (wanted.File is { } file)
        {
            using var text = new StringWriter { NewLine = "\n" };
            new DiffText(host with { Output = text, HasColour = false }, before.Files, after.Files).Write(diff);
            Print(host, file, [text.ToString().TrimEnd('\n')]);
        }
        else
        {
            new DiffText(host, before.Files, after.Files).Write(diff);
        }
    }

    // In the look that --template names, else in that of the later version's own settings.
    private static void WritePaper(Host host, string? template, string document, SchemeDiff diff, ComparedVersion before, ComparedVersion after)
    {
        string shown = template ?? after.Word;
        if (template is not null)
        {
            WordLook.Keep(host.FullPath(document), host.FullPath(template), document);
        }
        else if (after is { Word.Length: > 0, Folder.Length: > 0 })
        {
            WordLook.Keep(host.FullPath(document), Path.Combine(after.Folder, after.Word), document);
        }

        ReadOnlyMemory<byte>? look = template is not null ? WordLook.Read(host.FullPath(template), template) : after.Word.Length > 0 ? after.ReadWord() : default(ReadOnlyMemory<byte>?);
        ReadOnlyMemory<byte> paper = WordLook.Use(shown, () => OfficeExport.Changes(diff, before.Files.Show, after.Files.Show, look));
        SafeWrite.Write(host.FullPath(document), paper.Span, document);
        host.Output.WriteLine($"Wrote {document}.");
    }

    private static void Print(Host host, string? file, IEnumerable<string> lines)
    {
        if (file is not null)
        {
            SafeWrite.Write(host.FullPath(file), Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))), file);
            host.Output.WriteLine($"Wrote {file}.");
            return;
        }

        foreach (string line in lines)
        {
            host.Output.WriteLine(line);
        }
    }

    private sealed record Wanted(string Format, bool IsJson, string? File, string? Questions, string? Template);
}
