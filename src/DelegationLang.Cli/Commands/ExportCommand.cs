using System.CommandLine;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Emit;
using DelegationLang.Office;
using DelegationLang.Semantics;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Commands;

/// <summary><c>export PATH --out FILE</c>: the scheme, or what one party may decide, as a file for Word, for Excel, or as comma-separated values.</summary>
internal static class ExportCommand
{
    private static readonly string[] Formats = ["docx", "xlsx", "csv"];

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> path = Options.Path();
        var output = new Option<string>("--out") { Description = "The file to write.", HelpName = "FILE", Required = true };
        Option<string?> format = new Option<string?>("--format") { Description = "docx for Word, xlsx for Excel, or csv (by default what the name of the file ends in).", HelpName = string.Join('|', Formats) }
            .AcceptOnlyFromAmong(Formats);
        var party = new Option<string?>("--for") { Description = "Only what this body or post may decide.", HelpName = "PARTY" };
        var template = new Option<string?>("--template") { Description = "Your own Word file, of which the document takes styles, pages, headers and footers.", HelpName = "FILE" };
        Option<string?> asOf = Options.AsOf();
        var command = new Command("export", "Write a scheme as a file for Word or Excel, or as CSV.") { path, format, output, party, template, asOf };
        command.SetAction(result => Run(
            host,
            result.GetRequiredValue(path),
            new Wanted(result.GetRequiredValue(output), result.GetValue(format), result.GetValue(party), result.GetValue(template)),
            Options.Parse(result.GetValue(asOf))));
        return command;
    }

    private static int Run(Host host, string path, Wanted wanted, DateOnly? asOf)
    {
        OfficeFormat format = FormatOf(wanted);
        CheckTemplate(wanted, format);
        OpenProject project = new Phases(host).Compile(path, asOf ?? host.Today());
        if (!BuildCommand.MayWrite(host, project, isForBuildLog: false))
        {
            return ExitCode.SchemeHasErrors;
        }

        Compilation compilation = project.Compilation;
        PartySymbol? party = wanted.Party is { } name ? PartyOf(compilation.Model, name) : null;
        EmitInput input = Outputs.Input(project, asOf);
        if (wanted.Template is { } file)
        {
            input = input with { Site = input.Site with { WordTemplate = WordLook.Read(host.FullPath(file), file) } };
        }

        if ((wanted.Template ?? compilation.Configuration.Site.Word).Length > 0)
        {
            string look = wanted.Template is { } own ? host.FullPath(own) : Path.Combine(project.Folder, compilation.Configuration.Site.Word);
            WordLook.Keep(host.FullPath(wanted.File), look, wanted.File);
        }

        ReadOnlyMemory<byte> bytes = WordLook.Use(wanted.Template ?? compilation.Configuration.Site.Word, () =>
        {
            var export = new OfficeExport(input);
            return party is null ? export.Scheme(format) : export.Of(party, format);
        });
        SafeWrite.Write(host.FullPath(wanted.File), bytes.Span, wanted.File);
        host.Output.WriteLine($"Wrote {wanted.File}.");
        return ExitCode.Fine;
    }

    private static OfficeFormat FormatOf(Wanted wanted)
    {
        if (wanted.File.Length == 0)
        {
            throw new CommandFailure("--out must name a file");
        }

        if (wanted.File == "-")
        {
            throw new CommandFailure("--out must name a file: what is exported is not printed");
        }

        if (Path.EndsInDirectorySeparator(wanted.File))
        {
            throw new CommandFailure($"{wanted.File} is a folder: --out wants a file");
        }

        if (Path.GetFileName(wanted.File).Equals(ProjectConfiguration.FileName, StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandFailure($"{wanted.File} is named like the settings of a project: nothing is written over them");
        }

        string ending = Path.GetExtension(wanted.File).TrimStart('.').ToLowerInvariant();
        if (ending == Project.Extension.TrimStart('.'))
        {
            throw new CommandFailure($"{wanted.File} is named like a text of sentences: nothing is written over one");
        }

        string name = wanted.Format ?? (Formats.Contains(ending) ? ending : throw new CommandFailure($"--format is needed: what {wanted.File} ends in does not say it. There are {string.Join(", ", Formats)}"));
        if (name != ending && Formats.Contains(ending))
        {
            throw new CommandFailure($"--format {name} and {wanted.File} do not go together: end the name of the file in .{name}");
        }

        return name switch { "docx" => OfficeFormat.Document, "xlsx" => OfficeFormat.Workbook, _ => OfficeFormat.Values };
    }

    private static void CheckTemplate(Wanted wanted, OfficeFormat format)
    {
        if (wanted.Template is { Length: 0 })
        {
            throw new CommandFailure("--template must name a file");
        }

        if (wanted.Template is not null && format != OfficeFormat.Document)
        {
            throw new CommandFailure($"--template gives a document for Word its look, and {wanted.File} is none: leave it out");
        }
    }

    // By the names that questions take, in any case.
    private static PartySymbol PartyOf(SchemeModel model, string name)
    {
        PartySymbol[] parties = [.. model.Names.Find(name.Trim()).OfType<PartySymbol>()];
        return parties switch
        {
            [var party] => party,
            [] => throw new CommandFailure($"there is no body or post “{name}”{(model.Names.Suggest(name, SymbolFamily.Group, SymbolFamily.Role, SymbolFamily.Organisation) is { } meant ? $"; did you mean {meant}?" : "")}"),
            _ => throw new CommandFailure($"“{name}” may be {string.Join(" or ", parties.Select(party => party.DisplayName))}: say which"),
        };
    }

    private sealed record Wanted(string File, string? Format, string? Party, string? Template);
}
