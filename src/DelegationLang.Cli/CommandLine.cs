using System.CommandLine;
using DelegationLang.Cli.Commands;
using DelegationLang.Cli.Hosting;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli;

/// <summary>The command line: which commands there are, and what becomes of a fault in any of them.</summary>
internal static class CommandLine
{
    private static readonly NamedCommand[] CommandsByName =
    [
        new("check", CheckCommand.Create),
        new("ask", AskCommand.Create),
        new("test", TestCommand.Create),
        new("coverage", CoverageCommand.Create),
        new("build", BuildCommand.Create),
        new("watch", WatchCommand.Create),
        new("fmt", FormatCommand.Create),
        new("explain", ExplainCommand.Create),
        new("schema", SchemaCommand.Create),
        new("new", NewCommand.Create),
        new("lsp", LanguageServerCommand.Create),
        new("templates", TemplatesCommand.Create),
    ];

    /// <summary>Runs one command.</summary>
    /// <returns>The exit status (see <see cref="ExitCode"/>).</returns>
    public static int Run(Host host, IReadOnlyList<string> arguments)
    {
        try
        {
            return Invoke(host, arguments);
        }
        catch (CommandFailure failure)
        {
            foreach (var line in failure.Message.Split('\n'))
            {
                host.Error.WriteLine("delegation: " + Rendering.DisplayText.Harmless(line) + (line.EndsWith('?') ? "" : "."));
            }

            return ExitCode.CannotRun;
        }
        catch (IOException trouble)
        {
            // Files of the project and of a build have their own messages: what is left is the output, redirected to where it finds no room.
            host.Error.WriteLine($"delegation: the output cannot be written: {Files.FolderFiles.Reason(trouble)}.");
            return ExitCode.CannotRun;
        }
        catch (Exception fault)
        {
            return InternalError.Report(host, fault);
        }
        finally
        {
            Flush(host.Output);
            Flush(host.Error);
        }
    }

    private static int Invoke(Host host, IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("Schemes of delegation, written in English and compiled.");
        foreach (var (name, create) in CommandsByName)
        {
            // The one that is called is made in full; the others only where somebody asks what there is.
            if (arguments.Count == 0 || arguments[0] == name || !CommandsByName.Any(command => command.Name == arguments[0]))
            {
                root.Add(create(host));
            }
        }

        root.Directives.Clear();

        // A question may start with @: no argument is the name of a file with more arguments.
        var result = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (result.Errors.Count > 0)
        {
            if (result.CommandResult.Command is RootCommand && arguments.Count > 0)
            {
                var meant = Suggestion.Closest(arguments[0], CommandsByName.Select(command => command.Name)) is { } closest ? $"; did you mean {closest}?" : "";
                host.Error.WriteLine($"delegation: there is no command “{Rendering.DisplayText.Harmless(arguments[0])}”{meant}");
            }
            else
            {
                foreach (var error in result.Errors)
                {
                    host.Error.WriteLine("delegation: " + Rendering.DisplayText.Harmless(error.Message));
                }
            }

            var name = result.CommandResult.Command is RootCommand ? "" : " " + result.CommandResult.Command.Name;
            host.Error.WriteLine($"See: delegation{name} --help");
            return ExitCode.CannotRun;
        }

        return result.Invoke(new InvocationConfiguration { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false });
    }

    private static void Flush(TextWriter writer)
    {
        try
        {
            writer.Flush();
        }
        catch (IOException)
        {
            // Whoever was reading has gone: nobody is left to tell.
        }
    }

    private sealed record NamedCommand(string Name, Func<Host, Command> Create);
}
