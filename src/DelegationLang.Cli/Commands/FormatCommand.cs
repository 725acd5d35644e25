using System.CommandLine;
using System.Globalization;
using System.Text;
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
        var source = SourceText.FromBytes(path ?? "standard input", ReadInput(host));
        if (!IsText(host, source, path ?? "standard input"))
        {
            return ExitCode.SchemeHasErrors;
        }

        string text = Formatter.Format(source, path is null ? FormatNames.OfLone(source) : FormatNames.Of(OpenProject.Open(host, path, DateOnly.MinValue), source), lines);
        if (!isCheck)
        {
            host.Output.Write(source.HasByteOrderMark ? "\uFEFF" + text : text);
        }

        return isCheck && !string.Equals(text, source.Content, StringComparison.Ordinal) ? ExitCode.SchemeHasErrors : ExitCode.Fine;
    }

    // The bytes and not their characters: every byte outside the changes comes back as it came.
    private static byte[] ReadInput(Host host)
    {
        if (host.InputBytes is null)
        {
            return Encoding.UTF8.GetBytes(host.Input.ReadToEnd());
        }

        using var bytes = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        for (int count; (count = host.InputBytes().Read(buffer, 0, buffer.Length)) > 0;)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > FolderFiles.MaximumLength)
            {
                throw new CommandFailure("standard input holds more than any scheme may");
            }
        }

        return bytes.ToArray();
    }

    private static bool IsText(Host host, SourceText source, string shown)
    {
        bool isText = !source.IsBinary && source.UndecodableSpans.IsEmpty;
        if (!isText)
        {
            host.Error.WriteLine($"delegation: {DisplayText.Harmless(shown)} is left as it is: it is not a text in UTF-8.");
        }

        return isText;
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

        var project = OpenProject.Open(host, path, DateOnly.MinValue);
        int changed = 0;
        int unreadable = 0;
        int looked = 0;
        foreach (SourceText source in project.Compilation.Sources)
        {
            if (!isFolder && !FormatNames.IsSameFile(source, project))
            {
                continue;
            }

            looked++;
            string shown = project.Files.Show(source.FileName);
            if (!IsText(host, source, shown))
            {
                unreadable++;
                continue;
            }

            string text = Formatter.Format(source, isFolder ? project.Compilation.Names : FormatNames.Of(project, source), lines);
            if (string.Equals(text, source.Content, StringComparison.Ordinal))
            {
                continue;
            }

            changed++;
            host.Output.WriteLine((isCheck ? "would change " : "changed ") + DisplayText.Harmless(shown));
            if (!isCheck)
            {
                SafeWrite.Replace(Path.Combine(project.Folder, source.FileName), source.WithContent(text).ToBytes(), shown);
            }
        }

        host.Error.WriteLine(changed == 0 ? $"Nothing to change in {SeverityWords.Count(looked, "file")}."
            : $"{SeverityWords.Count(changed, "file")} of {looked} {(isCheck ? "would change" : "changed")}.");
        return unreadable > 0 || (isCheck && changed > 0) ? ExitCode.SchemeHasErrors : ExitCode.Fine;
    }
}
