using DelegationLang.Cli.Rendering;

namespace DelegationLang.Cli.Watching;

/// <summary>What came of one attempt to build.</summary>
/// <param name="Errors">The errors of the scheme; empty where it has none.</param>
/// <param name="Fault">Why nothing could be compiled or written, in lines; empty where it could.</param>
internal sealed record BuildOutcome(IReadOnlyList<Finding> Errors, string Fault)
{
    /// <summary>All is well: the site on the disk is that of the scheme as it stands.</summary>
    public static BuildOutcome Fine { get; } = new([], "");

    /// <summary>All is well as it was before: nobody sees any difference.</summary>
    public static BuildOutcome Same { get; } = new([], "") { IsSame = true };

    /// <summary>Whether the site on the disk is that of the scheme as it stands.</summary>
    public bool IsFine => Errors.Count == 0 && Fault.Length == 0;

    /// <summary>Whether nothing that can be seen is different from before.</summary>
    public bool IsSame { get; private init; }
}
