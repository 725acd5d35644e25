namespace DelegationLang.Cli.Hosting;

/// <summary>The command cannot run, for a reason that its user can understand: the message is all that is printed.</summary>
internal sealed class CommandFailure(string message) : Exception(message);
