namespace DelegationLang.Text;

/// <summary>Whether several things can be done at once here.</summary>
internal static class SideBySide
{
    /// <summary>Whether there is more than one processor, and threads: a page in a browser has none.</summary>
    public static bool IsPossible { get; } = Environment.ProcessorCount > 1 && !OperatingSystem.IsBrowser();
}
