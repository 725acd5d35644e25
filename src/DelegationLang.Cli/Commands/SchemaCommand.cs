using System.CommandLine;
using DelegationLang.Cli.Hosting;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Commands;

/// <summary><c>schema [NAME]</c>: the JSON schema of what the tool reads or writes, for editors and for other programs.</summary>
internal static class SchemaCommand
{
    private const string Settings = "delegation";

    private static readonly string[] Names = [Settings, "scheme", "coverage", "diff", "compare", "decisions"];

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var name = new Argument<string>("NAME")
        {
            Description = "delegation: delegation.json, from which editors offer settings and codes; scheme: the scheme.json of a build; coverage: what coverage --json prints; diff: what diff --json prints; compare: what compare --json prints; decisions: the decisions.json of a build.",
            DefaultValueFactory = _ => Settings,
        };
        name.AcceptOnlyFromAmong(Names);
        var command = new Command("schema", "Print a JSON schema: that of delegation.json unless another is named.") { name };
        command.SetAction(result =>
        {
            host.Output.Write(Read(result.GetRequiredValue(name)));
            return ExitCode.Fine;
        });
        return command;
    }

    private static string Read(string name) =>
        name == Settings ? ConfigurationSchema.Text : PackedText.Read(typeof(SchemaCommand).Assembly, $"Schemas/{name}.schema.json");
}
