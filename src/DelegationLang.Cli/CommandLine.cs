using System.CommandLine;
using System.CommandLine.Parsing;
using DelegationLang.Cli.Commands;
using DelegationLang.Cli.Hosting;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli;

/// <summary>A command that is made when it is called.</summary>
/// <param name="name">Its name.</param>
/// <param name="create">Makes it.</param>
internal sealed class NamedCommand(string name, Func<Host, Command> create)
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Makes it.</summary>
    public Func<Host, Command> Create => create;
}

/// <summary>A program with commands.</summary>
/// <param name="name">Its name, which stands before what it says of itself.</param>
/// <param name="description">What it is for, in a sentence.</param>
/// <param name="commands">Its commands, in the order in which they are listed.</param>
internal sealed class CommandProgram(string name, string description, params NamedCommand[] commands)
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>What it is for.</summary>
    public string Description => description;

    /// <summary>Its commands.</summary>
    public NamedCommand[] Commands => commands;
}

/// <summary>The command line: which commands there are, and what becomes of a fault in any of them.</summary>
internal static class CommandLine
{
    private static readonly CommandProgram Delegation = new("delegation", "Schemes of delegation, written in English and compiled.",
    [
        new("check", CheckCommand.Create),
        new("ask", AskCommand.Create),
        new("test", TestCommand.Create),
        new("coverage", CoverageCommand.Create),
        new("diff", DiffCommand.Create),
        new("impact", ImpactCommand.Create),
        new("compare", CompareCommand.Create),
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
        new("serve", _ => ServiceHandOver.Create("serve", "Answer programs over HTTP, with the tool delegation-service.")),
        new("mcp", _ => ServiceHandOver.Create("mcp", "Answer assistants by the Model Context Protocol, with the tool delegation-service.")),
    ]);

    /// <summary>Runs one command of the small tool.</summary>
    /// <returns>The exit status (see <see cref="ExitCode"/>).</returns>
    public static int Run(Host host, IReadOnlyList<string> arguments) => Run(host, arguments, Delegation);

    /// <summary>Runs one command of a program.</summary>
    /// <returns>The exit status (see <see cref="ExitCode"/>).</returns>
    public static int Run(Host host, IReadOnlyList<string> arguments, CommandProgram program)
    {
        try
        {
            int exitCode = Invoke(host, arguments, program);
            host.Output.Flush();
            host.Error.Flush();
            return exitCode;
        }
        catch (CommandFailure failure)
        {
            return Tell(host, failure, program);
        }
        catch (StreamFailure failure)
        {
            return Tell(host, failure, program);
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

    private static int Tell(Host host, Exception failure, CommandProgram program)
    {
        Attempt(() =>
        {
            foreach (string line in failure.Message.Split('\n'))
            {
                host.Error.WriteLine(program.Name + ": " + Rendering.DisplayText.Sentence(line));
            }
        });
        return ExitCode.CannotRun;
    }

    private static int Invoke(Host host, IReadOnlyList<string> arguments, CommandProgram program)
    {
        if (ReferenceEquals(program, Delegation) && ServiceHandOver.IsMeantBy(arguments))
        {
            return ServiceHandOver.Run(host, arguments);
        }

        var root = new RootCommand(program.Description);
        foreach (NamedCommand command in program.Commands)
        {
            // The one that is called is made in full; the others only where somebody asks what there is.
            if (arguments.Count == 0 || arguments[0] == command.Name || !Array.Exists(program.Commands, other => other.Name == arguments[0]))
            {
                root.Add(command.Create(host));
            }
        }

        root.Directives.Clear();

        // A question may start with @: no argument is the name of a file with more arguments.
        ParseResult result = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (result.Errors.Count > 0)
        {
            if (result.CommandResult.Command is RootCommand && arguments.Count > 0)
            {
                string meant = Suggestion.Closest(arguments[0], program.Commands.Select(command => command.Name)) is { } closest ? $"; did you mean {closest}?" : "";
                host.Error.WriteLine(program.Name + ": " + Rendering.DisplayText.Sentence($"there is no command “{arguments[0]}”{meant}"));
            }
            else
            {
                foreach (ParseError error in result.Errors)
                {
                    host.Error.WriteLine(program.Name + ": " + Rendering.DisplayText.Sentence(error.Message));
                }
            }

            string name = result.CommandResult.Command is RootCommand ? "" : " " + result.CommandResult.Command.Name;
            host.Error.WriteLine($"See: {program.Name}{name} --help");
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
}
