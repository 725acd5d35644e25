using System.CommandLine;
using DelegationLang.Cli.Hosting;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Commands;

/// <summary><c>schema</c>: the JSON schema of <c>delegation.json</c>, for editors.</summary>
internal static class SchemaCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var command = new Command("schema", "Print the JSON schema of delegation.json, from which editors offer settings and codes.");
        command.SetAction(_ =>
        {
            host.Output.Write(ConfigurationSchema.Text);
            return ExitCode.Fine;
        });
        return command;
    }
}
