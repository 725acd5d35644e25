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
        new("diff", DiffCommand.Create),
        new("impact", ImpactCommand.Create),
        new("build", BuildCommand.Create),
        new("export", ExportCommand.Create),
        new("import", ImportCommand.Create),
        new("watch", WatchCommand.Create),
        new("fmt", FormatCommand.Create),
        new("explain", ExplainCommand.Create),
        new("law", LawCommand.Create),
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
            var exitCode = Invoke(host, arguments);
            host.Output.Flush();
            host.Error.Flush();
            return exitCode;
        }
        catch (CommandFailure failure)
        {
            return Tell(host, failure);
        }
        catch (StreamFailure failure)
        {
            return Tell(host, failure);
        }
        catch (Exception fault)
        {
            return InternalError.Report(host, fault);
        }
        finally
        {
            Attempt(host.Output.Flush);
            Attempt(host.Error.Flush);
        }
    }

    private static int Tell(Host host, Exception failure)
    {
        Attempt(() =>
        {
            foreach (var line in failure.Message.Split('\n'))
            {
                host.Error.WriteLine("delegation: " + Rendering.DisplayText.Sentence(line));
            }
        });
        return ExitCode.CannotRun;
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
                host.Error.WriteLine("delegation: " + Rendering.DisplayText.Sentence($"there is no command “{arguments[0]}”{meant}"));
            }
            else
            {
                foreach (var error in result.Errors)
                {
                    host.Error.WriteLine("delegation: " + Rendering.DisplayText.Sentence(error.Message));
                }
            }

            var name = result.CommandResult.Command is RootCommand ? "" : " " + result.CommandResult.Command.Name;
            host.Error.WriteLine($"See: delegation{name} --help");
            return ExitCode.CannotRun;
        }

        return result.Invoke(new InvocationConfiguration { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false });
    }

    // Whoever should be told has gone, or there is no room: the exit status says it.
    private static void Attempt(Action write)
    {
        try
        {
            write();
        }
        catch (StreamFailure)
        {
        }
    }

    private sealed record NamedCommand(string Name, Func<Host, Command> Create);
}
