using System.CommandLine;
using System.Text;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Emit.Html;

namespace DelegationLang.Cli.Commands;

/// <summary><c>templates DIR</c>: writes out the templates of the pages, to be changed. It never writes over anything.</summary>
internal static class TemplatesCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to write to; it is made where there is none." };
        var command = new Command("templates", "Write out the templates of the pages, for changing.") { folder };
        command.SetAction(result => Run(host, result.GetRequiredValue(folder)));
        return command;
    }

    private static int Run(Host host, string folder)
    {
        if (folder.Length == 0)
        {
            throw new CommandFailure("templates must name a folder");
        }

        string full = host.FullPath(folder);
        if (SiteTemplates.Names.FirstOrDefault(name => Path.Exists(Path.Combine(full, name))) is { } there)
        {
            throw new CommandFailure($"{folder} already holds {there}: nothing was written");
        }

        List<(string Path, ReadOnlyMemory<byte> Content)> files = [.. SiteTemplates.Names.Select(name => (name, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(SiteTemplates.Read(name))))];
        new OutputFolder(full).Write(files);
        host.Output.WriteLine($"Wrote {string.Join(", ", SiteTemplates.Names)} to {folder}. Keep those that you change, and name the folder in delegation.json: {{ \"site\": {{ \"templates\": \"…\" }} }}");
        return ExitCode.Fine;
    }
}
