using System.CommandLine;
using System.Globalization;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Formatting;
using DelegationLang.Parsing;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Commands;

/// <summary><c>fmt PATH</c>: lays texts out in the one way that all schemes share, without changing a word.</summary>
internal static class FormatCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var path = new Argument<string?>("PATH") { Description = "A .delegation file, or a folder.", Arity = ArgumentArity.ZeroOrOne };
        var check = new Option<bool>("--check") { Description = "Change nothing: name the files that would change, and exit with 1 if there are any." };
        var input = new Option<bool>("--stdin") { Description = "Lay out what comes on standard input and print it. A PATH then says which project's names it uses." };
        var lines = new Option<string?>("--lines") { Description = "Lay out only the sentences on these lines, such as 10-25 (with one file, or --stdin).", HelpName = "FIRST-LAST" };
        lines.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Range(token.Value) is null)
            {
                result.AddError($"“{token.Value}” is no range of lines: write it as 10-25");
            }
        });
        var command = new Command("fmt", "Lay out the text of a scheme: one way for all, without changing a word.") { path, check, input, lines };
        command.SetAction(result => result.GetValue(input)
            ? FormatInput(host, result.GetValue(path), Range(result.GetValue(lines)), result.GetValue(check))
            : FormatFiles(host, result.GetValue(path), Range(result.GetValue(lines)), result.GetValue(check)));
        return command;
    }

    private static LineRange? Range(string? text)
    {
        string[] ends = text?.Split('-') ?? [];
        return ends is [var first, var last] && Line(first) is int from && Line(last) is int to && from <= to ? new LineRange(from, to)
            : ends is [var only] && Line(only) is int line ? new LineRange(line, line)
            : null;
    }

    private static int? Line(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out int line) && line > 0 ? line : null;

    private static int FormatInput(Host host, string? path, LineRange? lines, bool isCheck)
    {
        // Line ends are kept as they come, so that the text is read whole and not line by line.
        var source = new SourceText(path ?? "standard input", host.Input.ReadToEnd());
        string text = Formatter.Format(source, NamesFor(host, path, source), lines);
        if (!isCheck)
        {
            host.Output.Write(text);
        }

        return isCheck && !string.Equals(text, source.Content, StringComparison.Ordinal) ? ExitCode.SchemeHasErrors : ExitCode.Fine;
    }

    private static int FormatFiles(Host host, string? path, LineRange? lines, bool isCheck)
    {
        if (path is null)
        {
            throw new CommandFailure("say which file or folder to lay out, or give --stdin");
        }

        bool isFolder = Directory.Exists(host.FullPath(path));
        if (isFolder && lines is not null)
        {
            throw new CommandFailure("--lines goes with one file, not with a folder");
        }

        OpenProject project = Open(host, path);
        string folder = isFolder ? host.FullPath(path) : Path.GetDirectoryName(host.FullPath(path)) ?? "";
        int changed = 0;
        int unreadable = 0;
        int looked = 0;
        foreach (SourceText source in project.Compilation.Sources)
        {
            if (!isFolder && !IsSameFile(source.FileName, path))
            {
                continue;
            }

            looked++;
            string shown = project.Files.Show(source.FileName);
            if (source.IsBinary || !source.UndecodableSpans.IsEmpty)
            {
                host.Error.WriteLine($"delegation: {DisplayText.Harmless(shown)} is left as it is: it is not a text in UTF-8");
                unreadable++;
                continue;
            }

            string text = Formatter.Format(source, project.Compilation.Names, lines);
            if (string.Equals(text, source.Content, StringComparison.Ordinal))
            {
                continue;
            }

            changed++;
            host.Output.WriteLine((isCheck ? "would change " : "changed ") + DisplayText.Harmless(shown));
            if (!isCheck)
            {
                SafeWrite.Replace(Path.Combine(folder, source.FileName), source.WithContent(text).ToBytes(), shown);
            }
        }

        host.Error.WriteLine(changed == 0 ? $"Nothing to change in {SeverityWords.Count(looked, "file")}."
            : $"{SeverityWords.Count(changed, "file")} of {looked} {(isCheck ? "would change" : "changed")}.");
        return unreadable > 0 || (isCheck && changed > 0) ? ExitCode.SchemeHasErrors : ExitCode.Fine;
    }

    // What comes on standard input stands in for the file of that name; without a PATH it is a project by itself, with the libraries that it uses.
    private static NameTable NamesFor(Host host, string? path, SourceText source)
    {
        if (path is null)
        {
            var alone = MemoryFiles.Empty.With("input" + Project.Extension, [.. source.ToBytes()]);
            return Project.OfFile(alone, "input" + Project.Extension).Compile(DateOnly.MinValue).Names;
        }

        Compilation project = Open(host, path).Compilation;
        return NameTable.Collect([
            .. project.Sources.Where(other => !IsSameFile(other.FileName, path)), .. project.LibraryTrees.Select(tree => tree.Source), source,
        ]);
    }

    // One file is read with the names of the folder that it belongs to: what is quoted where it is declared may be written plainly elsewhere.
    private static OpenProject Open(Host host, string path)
    {
        string full = host.FullPath(path);
        if (File.Exists(full) && Path.GetDirectoryName(path) is { } folder)
        {
            OpenProject whole = OpenProject.Open(host, folder.Length == 0 ? "." : folder, DateOnly.MinValue);
            if (whole.Compilation.Sources.Any(source => IsSameFile(source.FileName, path)))
            {
                return whole;
            }
        }

        return OpenProject.Open(host, path, DateOnly.MinValue);
    }

    private static bool IsSameFile(string name, string path) => string.Equals(name, Path.GetFileName(path), StringComparison.Ordinal);
}
