using DelegationLang.Cli;
using DelegationLang.Service.Mcp;
using DelegationLang.Service.Rest;

namespace DelegationLang.Service;

/// <summary>The tool <c>delegation-service</c>.</summary>
internal static class ServiceProgram
{
    /// <summary>Its commands.</summary>
    public static CommandProgram Commands { get; } = new("delegation-service", "Answers from schemes of delegation, for programs and assistants.",
    [
        new("serve", ServeCommand.Create),
        new("mcp", McpCommand.Create),
    ]);
}
