using DelegationLang.Workspaces;

namespace DelegationLang.Testing.Generation;

/// <summary>Everything that checking a scheme of one file comes to, as the tool does it.</summary>
internal static class WholeCheck
{
    /// <summary>A day on which generated schemes are in force with every grant.</summary>
    public static DateOnly Day { get; } = new(2026, 5, 1);

    /// <summary>Checks a scheme: every finding is there, every scenario was tried, and questions may be asked.</summary>
    public static Compilation Run(string text)
    {
        Compilation compilation = Project.OfFile(MemoryFiles.Empty.With("main.delegation", text), "main.delegation").Compile(Day);
        _ = compilation.Scenarios;
        _ = compilation.Diagnostics;
        return compilation;
    }
}
