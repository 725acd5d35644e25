using System.CommandLine;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Commands;

/// <summary><c>new DIR</c>: writes a commented scheme to start from. It never writes over anything.</summary>
internal static class NewCommand
{
    private const string Prefix = "Starter/";

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to write to; it is made where there is none." };
        var command = new Command("new", "Write a commented scheme to start from.") { folder };
        command.SetAction(result => Run(host, result.GetRequiredValue(folder)));
        return command;
    }

    private static int Run(Host host, string folder)
    {
        var full = host.FullPath(folder);
        var files = Starter();
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
        if (File.Exists(folder))
        {
            throw new CommandFailure($"{shown} is a file: name a folder");
        }

        if (!Directory.Exists(folder))
        {
            return;
        }

        // A second scheme beside one that is there would make one project of both, which neither author wants.
        var inTheWay = files.Select(file => file.Path).FirstOrDefault(path => Path.Exists(Path.Combine(folder, path)))
            ?? Directory.EnumerateFiles(folder, "*" + Project.Extension).Select(Path.GetFileName).Order(StringComparer.Ordinal).FirstOrDefault();
        if (inTheWay is not null)
        {
            throw new CommandFailure($"{shown} already holds {inTheWay}: nothing was written. Name a folder without a scheme");
        }
    }

    private static List<(string Path, ReadOnlyMemory<byte> Content)> Starter()
    {
        var assembly = typeof(NewCommand).Assembly;
        var files = new List<(string Path, ReadOnlyMemory<byte> Content)>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name);
            if (stream is not null)
            {
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                files.Add((name[Prefix.Length..].Replace('\\', '/'), copy.ToArray()));
            }
        }

        return files;
    }
}
