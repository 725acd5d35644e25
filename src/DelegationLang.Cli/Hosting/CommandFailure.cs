namespace DelegationLang.Cli.Hosting;

/// <summary>The command cannot run, for a reason that its user can understand: the message is all that is printed.</summary>
internal class CommandFailure(string message) : Exception(message);

/// <summary>The command cannot run, because what it makes cannot be written.</summary>
internal sealed class OutputFailure(string message) : CommandFailure(message);

/// <summary>The command cannot go on, because a standard stream is closed or takes nothing more.</summary>
internal sealed class StreamFailure(string message) : Exception(message);
