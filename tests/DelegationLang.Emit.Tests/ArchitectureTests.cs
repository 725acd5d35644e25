using System.Collections.Immutable;
using DelegationLang.Testing.Architecture;

namespace DelegationLang.Emit.Tests;

/// <summary>An emitter returns files as data, the same on every machine and on every day.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, Lazy<SourceProject>> Projects = new(StringComparer.Ordinal)
    {
        ["DelegationLang.Emit"] = new(() => SourceProject.Load("DelegationLang.Emit")),
        ["DelegationLang.Office"] = new(() => SourceProject.Load("DelegationLang.Office")),
        ["DelegationLang.Import"] = new(() => SourceProject.Load("DelegationLang.Import")),
    };

    // What stands apart from the emitters, and is held to the rules of style alone.
    private static readonly string[] Apart = ["DelegationLang.AspNetCore", "DelegationLang.Service", "DelegationLang.Analyzers", "DelegationLang.Analyzers.CodeFixes"];

    /// <summary>Files that may exceed the limit on length, and why.</summary>
    private static readonly ImmutableDictionary<string, string> LongFiles = ImmutableDictionary<string, string>.Empty;

    [Theory]
    [InlineData("DelegationLang.Emit")]
    [InlineData("DelegationLang.Office")]
    [InlineData("DelegationLang.Import")]
    public void The_source_is_fully_understood_by_these_checks(string project) => Violation.AssertNone(Projects[project].Value.CompilationErrors());

    [Theory]
    [InlineData("DelegationLang.Emit")]
    [InlineData("DelegationLang.Office")]
    [InlineData("DelegationLang.Import")]
    public void No_emitter_silences_the_ban_of_the_clock_the_console_and_the_file_system(string project) =>
        Violation.AssertNone(SilencerCheck.Run(Projects[project].Value));

    [Theory]
    [InlineData("DelegationLang.Emit")]
    [InlineData("DelegationLang.Office")]
    [InlineData("DelegationLang.Import")]
    public void No_emitter_depends_on_the_language_settings_of_the_machine(string project) => Violation.AssertNone(CultureCheck.Run(Projects[project].Value));

    [Theory]
    [InlineData("DelegationLang.Emit")]
    [InlineData("DelegationLang.Office")]
    [InlineData("DelegationLang.Import")]
    public void No_emitter_silences_the_check_for_null(string project) => Violation.AssertNone(StyleCheck.SilencedNull(Projects[project].Value));

    [Theory]
    [InlineData("DelegationLang.Emit")]
    [InlineData("DelegationLang.Office")]
    [InlineData("DelegationLang.Import")]
    public void Files_are_short(string project) => Violation.AssertNone(StyleCheck.TooLong(Projects[project].Value, LongFiles));

    [Fact]
    public void What_stands_apart_is_in_short_files_too_and_silences_nothing()
    {
        foreach (SourceProject project in Apart.Select(name => SourceProject.Load(name)))
        {
            Violation.AssertNone(StyleCheck.TooLong(project, LongFiles));
            Violation.AssertNone(StyleCheck.SilencedNull(project));
            Violation.AssertNone(SilencerCheck.Run(project));
        }
    }
}
