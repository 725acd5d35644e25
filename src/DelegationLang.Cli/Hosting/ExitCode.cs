namespace DelegationLang.Cli.Hosting;

/// <summary>What the tool tells the program that started it.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>The scheme has errors, a scenario fails, or a question could not be read.</summary>
    public const int SchemeHasErrors = 1;

    /// <summary>The command itself could not run: bad usage, a file that is missing or unreadable, a folder that cannot be written.</summary>
    public const int CannotRun = 2;

    /// <summary>A fault in the tool.</summary>
    public const int InternalError = 70;

    /// <summary>With <c>--exit-code</c>: two versions differ in who may decide what.</summary>
    public const int Different = 1;
}
