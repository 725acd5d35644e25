using System.CommandLine;
using System.Globalization;
using System.Reflection;
using System.Text;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Commands;

/// <summary><c>new DIR</c>: writes a commented scheme to start from. It never writes over anything.</summary>
internal static class NewCommand
{
    private const string Prefix = "Starter/";
    private const string Usual = "icb";

    /// <summary>The kinds of body that there is a starter for, with what each is.</summary>
    private static readonly (string Kind, string Words)[] Kinds =
    [
        (Usual, "an integrated care board"),
        ("nhs-trust", "an NHS trust"),
        ("foundation-trust", "an NHS foundation trust, with governors"),
        ("council-with-cabinet", "a council with a leader and a cabinet"),
        ("council-with-committees", "a council that works by committees"),
        ("combined-authority", "a combined authority, with a mayor"),
        ("parish", "a parish or town council"),
        ("charity", "a charity"),
        ("company", "a company"),
    ];

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to write to; it is made where there is none." };
        var kind = new Option<string?>("--kind")
        {
            Description = $"The kind of body it is for: {string.Join(", ", Kinds.Select(one => one.Kind))} (by default {Usual}; on a terminal you are asked).",
            HelpName = "KIND",
        };
        var command = new Command("new", "Write a commented scheme to start from.") { folder, kind };
        command.SetAction(result => Run(host, result.GetRequiredValue(folder), result.GetValue(kind)));
        return command;
    }

    private static int Run(Host host, string folder, string? kind)
    {
        string full = host.FullPath(folder);
        List<(string Path, ReadOnlyMemory<byte> Content)> files = Starter(kind is null ? Asked(host) : Known(kind));
        try
        {
            Refuse(folder, full, files);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"{folder} cannot be read: {FolderFiles.Reason(trouble)}");
        }

        new OutputFolder(full).Write(files);
        host.Output.WriteLine($"Wrote {string.Join(", ", files.Select(file => file.Path))} to {folder}. Next:");
        host.Output.WriteLine($"  delegation check {folder}");
        host.Output.WriteLine($"  delegation build {folder} --out {Path.Combine(folder, "out").Replace('\\', '/')}");
        return ExitCode.Fine;
    }

    private static void Refuse(string shown, string folder, IReadOnlyList<(string Path, ReadOnlyMemory<byte> Content)> files)
    {
        if (shown.Length == 0)
        {
            throw new CommandFailure("a path must not be empty");
        }

        if (File.Exists(folder))
        {
            throw new CommandFailure($"{shown} is a file: name a folder");
        }

        if (!Directory.Exists(folder))
        {
            return;
        }

        // A second scheme beside one that is there would make one project of both, which neither author wants.
        string? inTheWay = files.Select(file => file.Path).FirstOrDefault(path => Path.Exists(Path.Combine(folder, path)))
            ?? Directory.EnumerateFiles(folder, "*" + Project.Extension).Select(Path.GetFileName).Order(StringComparer.Ordinal).FirstOrDefault();
        if (inTheWay is not null)
        {
            throw new CommandFailure($"{shown} already holds {inTheWay}: nothing was written. Name a folder without a scheme");
        }
    }

    private static string Known(string kind) => Array.Exists(Kinds, one => one.Kind == kind)
        ? kind
        : throw new CommandFailure($"there is no starter for “{kind}”: there is one for {string.Join(", ", Kinds.Select(one => one.Kind))}");

    // Somebody at a terminal is asked once for a number or a name; whoever only presses Enter gets the usual one.
    private static string Asked(Host host)
    {
        if (!host.CanAsk)
        {
            return Usual;
        }

        host.Output.WriteLine("For what kind of body is the scheme?");
        for (int i = 0; i < Kinds.Length; i++)
        {
            host.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {i + 1}  {Kinds[i].Words} ({Kinds[i].Kind})"));
        }

        host.Output.Write("A number, or Enter for 1: ");
        host.Output.Flush();
        string answer = host.Input.ReadLine()?.Trim() ?? "";
        if (answer.Length == 0)
        {
            return Usual;
        }

        return int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= Kinds.Length ? Kinds[number - 1].Kind : Known(answer);
    }

    private static List<(string Path, ReadOnlyMemory<byte> Content)> Starter(string kind)
    {
        Assembly assembly = typeof(NewCommand).Assembly;
        string start = Prefix + kind + "/";
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.Replace('\\', '/').StartsWith(start, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[start.Length..].Replace('\\', '/'), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(PackedText.Read(assembly, name))))];
    }
}
