using DelegationLang.Testing;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DelegationLang.Analyzers.Tests;

/// <summary>What the analyzers of the policy objects find in a program, what they leave alone, and what is mended.</summary>
public sealed class AnalyzerTests
{
    public static TheoryData<string, string, string?> Faults => new()
    {
        // DLC1001: a name that the scheme does not have; where it is sure which was meant, the member.
        { "var x = Scheme.FindParty(\"Cheif Executive\");", "DLC1001 \"Cheif Executive\"", "var x = Scheme.FindParty(Parties.ChiefExecutive.Name);" },
        { "var x = loaded.May(\"Finance Directer\", \"goods\").On(day);", "DLC1001 \"Finance Directer\"", "var x = loaded.May(Parties.FinanceDirector.Name, \"goods\").On(day);" },
        { "var x = loaded.WhoDecides(\"good\").On(day);", "DLC1001 \"good\"", "var x = loaded.WhoDecides(Matters.Goods.Name).On(day);" },
        { "var x = loaded.WhoDecides(\"goods\").At(\"nort\").On(day);", "DLC1001 \"nort\"", "var x = loaded.WhoDecides(\"goods\").At(Places.North.Name).On(day);" },
        { "var x = loaded.WhoDecides(\"goods\").Unless(\"Urgnt\").On(day);", "DLC1001 \"Urgnt\"", "var x = loaded.WhoDecides(\"goods\").Unless(Conditions.Urgent.Name).On(day);" },
        { "var x = loaded.WhoDecides(\"goods\").MayTogether(\"Board\", \"Bord\").On(day);", "DLC1001 \"Bord\"", "var x = loaded.WhoDecides(\"goods\").MayTogether(\"Board\", Parties.Board.Name).On(day);" },
        { "var x = loaded.WhoDecides(\"something else\").On(day);", "DLC1001 \"something else\"", null },

        // DLC1002: an answer that nobody looks at.
        { "may.IsAllowedOn(day);", "DLC1002 may.IsAllowedOn(day)", "may.RequireOn(day);" },
        { "may.On(day);", "DLC1002 may.On(day)", null },
        { "may.StandingOn(day);", "DLC1002 may.StandingOn(day)", null },
        { "may.OutcomeOn(day);", "DLC1002 may.OutcomeOn(day)", null },
        { "may.At(Places.North);", "DLC1002 may.At(Places.North)", null },
        { "Scheme.WhoDecides(Matters.Goods).MayTogether(Parties.Board).On(day);", "DLC1002 Scheme.WhoDecides(Matters.Goods).MayTogether(Parties.Board).On(day)", null },

        // DLC1003: what is not no may depend.
        { "var x = may.OutcomeOn(day) != Outcome.No;", "DLC1003 may.OutcomeOn(day) != Outcome.No", "var x = may.OutcomeOn(day) == Outcome.Yes;" },
        { "var x = may.StandingOn(day).Kind != StandingKind.No;", "DLC1003 may.StandingOn(day).Kind != StandingKind.No", "var x = may.StandingOn(day).Kind == StandingKind.Allowed;" },
        { "var x = may.StandingOn(day).Kind is not StandingKind.No;", "DLC1003 may.StandingOn(day).Kind is not StandingKind.No", "var x = may.StandingOn(day).Kind is StandingKind.Allowed;" },
        { "switch (may.OutcomeOn(day)) { case Outcome.Yes: return; case Outcome.No: throw new Exception(); }", "DLC1003 may.OutcomeOn(day)", null },
        { "var x = may.OutcomeOn(day) switch { Outcome.Yes => 1, Outcome.No => 2 };", "DLC1003 may.OutcomeOn(day)", null },

        // DLC1004: yes need not mean now.
        { "var x = may.OutcomeOn(day) == Outcome.Yes;", "DLC1004 may.OutcomeOn(day) == Outcome.Yes", "var x = may.IsAllowedOn(day);" },
        { "var x = may.OutcomeOn(day) is Outcome.Yes;", "DLC1004 may.OutcomeOn(day) is Outcome.Yes", "var x = may.IsAllowedOn(day);" },
        { "var k = may.StandingOn(day).Kind; var x = k == StandingKind.Allowed || k == StandingKind.AllowedOnce;", "DLC1004 k == StandingKind.Allowed || k == StandingKind.AllowedOnce", null },
        { "var x = may.StandingOn(day).Kind is StandingKind.AllowedOnce or StandingKind.Allowed;", "DLC1004 may.StandingOn(day).Kind is StandingKind.AllowedOnce or StandingKind.Allowed", null },
        { "var x = may.StandingOn(day).Kind >= StandingKind.AllowedOnce;", "DLC1004 may.StandingOn(day).Kind >= StandingKind.AllowedOnce", null },

        // DLC1005: the day where the body is.
        { "var x = may.On(DateOnly.FromDateTime(DateTime.Now));", "DLC1005 DateTime.Now", "var x = may.On(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, \"Europe/London\").DateTime));" },
        { "var x = may.IsAllowedOn(DateOnly.FromDateTime(DateTimeOffset.UtcNow.DateTime));", "DLC1005 DateTimeOffset.UtcNow", "var x = may.IsAllowedOn(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, \"Europe/London\").DateTime));" },
        { "var today = DateOnly.FromDateTime(DateTime.UtcNow.Date); var x = loaded.WhatMay(\"Board\", today);", "DLC1005 DateTime.UtcNow", "var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, \"Europe/London\").DateTime); var x = loaded.WhatMay(\"Board\", today);" },
        { "var x = Scheme.WhatMay(Parties.Board, DateOnly.FromDateTime(DateTime.Today));", "DLC1005 DateTime.Today", "var x = Scheme.WhatMay(Parties.Board, DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, \"Europe/London\").DateTime));" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_found_and_mended_where_that_is_certain(string statements, string told, string? mended)
    {
        Analysed analysed = await Analysed.Statements(statements);
        Assert.Equal(told, Assert.Single(analysed.Told));
        Assert.Equal(mended, await analysed.Mended());
    }

    [Theory]
    [InlineData("var x = Scheme.FindParty(\"chief executive\") ?? Scheme.FindParty(\"CEO\");")]
    [InlineData("var x = loaded.May(\"CEO\", \"goods\").At(\"North\").Unless(\"urgent\").On(day);")]
    [InlineData("var x = loaded.May(\"party-chief-executive-of-trust\", \"goods\").On(day);")]
    [InlineData("var name = Console.ReadLine() ?? \"\"; var x = loaded.May(name, \"goods\").On(day);")]
    [InlineData("var x = loaded.TryParty(\"Mayor\", out _);")]
    [InlineData("may.RequireOn(day);")]
    [InlineData("if (may.IsAllowedOn(day)) { return; }")]
    [InlineData("_ = may.On(day);")]
    [InlineData("var x = may.On(day).Outcome == Outcome.Yes;")]
    [InlineData("if (may.OutcomeOn(day) == Outcome.No) { return; }")]
    [InlineData("switch (may.OutcomeOn(day)) { case Outcome.Yes: return; case Outcome.No: case Outcome.Depends: throw new Exception(); }")]
    [InlineData("switch (may.OutcomeOn(day)) { case Outcome.Yes: return; default: throw new Exception(); }")]
    [InlineData("var x = may.StandingOn(day).Kind switch { StandingKind.Allowed => 1, StandingKind.AllowedOnce => 2, _ => 3 };")]
    [InlineData("var x = may.StandingOn(day).Kind == StandingKind.Allowed;")]
    [InlineData("var x = may.StandingOn(day).Kind == StandingKind.AllowedOnce;")]
    [InlineData("var x = may.On(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, \"Europe/London\").DateTime));")]
    [InlineData("var x = DateOnly.FromDateTime(DateTime.Now);")]
    [InlineData("var x = may.On(new DateOnly(2026, 5, 1));")]
    public async Task What_is_right_is_left_alone(string statements) => Assert.Empty((await Analysed.Statements(statements)).Told);

    [Fact]
    public async Task A_name_that_was_probably_meant_is_told() =>
        Assert.Contains("no function, matter or budget called “godos”. Did you mean “goods”?", (await Analysed.Statements("var x = loaded.WhoDecides(\"godos\").On(day);")).Found.Single().GetMessage(null), StringComparison.Ordinal);

    [Fact]
    public void Each_has_a_page()
    {
        foreach (DiagnosticAnalyzer rule in (Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer[])[new UnknownNameAnalyzer(), new DroppedAnswerAnalyzer(), new DependsAnalyzer(), new AllowedOnceAnalyzer(), new DayAnalyzer()])
        {
            string id = rule.SupportedDiagnostics.Single().Id;
            string page = File.ReadAllText(Repository.PathOf("docs", "analyzers", id + ".md"));
            Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
            Assert.Contains(id + ".md", File.ReadAllText(Repository.PathOf("docs", "embedding.md")), StringComparison.Ordinal);
        }
    }
}
