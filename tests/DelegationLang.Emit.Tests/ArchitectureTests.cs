using System.Collections.Immutable;
using DelegationLang.Testing.Architecture;

namespace DelegationLang.Emit.Tests;

/// <summary>An emitter returns files as data, the same on every machine and on every day.</summary>
public sealed class ArchitectureTests
{
    private static readonly Lazy<SourceProject> Emit = new(() => SourceProject.Load("DelegationLang.Emit"));

    /// <summary>Files that may exceed the limit on length, and why.</summary>
    private static readonly ImmutableDictionary<string, string> LongFiles = ImmutableDictionary<string, string>.Empty;

    [Fact]
    public void The_source_is_fully_understood_by_these_checks() => Violation.AssertNone(Emit.Value.CompilationErrors());

    [Fact]
    public void No_emitter_touches_the_clock_the_console_or_the_file_system() =>
        Violation.AssertNone(BannedSymbolCheck.Run(Emit.Value, BannedSymbolCheck.ReadList()));

    [Fact]
    public void No_emitter_depends_on_the_language_settings_of_the_machine() => Violation.AssertNone(CultureCheck.Run(Emit.Value));

    [Fact]
    public void No_emitter_silences_the_check_for_null() => Violation.AssertNone(StyleCheck.SilencedNull(Emit.Value));

    [Fact]
    public void Files_are_short() => Violation.AssertNone(StyleCheck.TooLong(Emit.Value, LongFiles));
}
