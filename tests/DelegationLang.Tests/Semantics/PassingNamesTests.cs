using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Semantics;

/// <summary>Sentences with names that pass on while something else of them ends or begins too.</summary>
public sealed class PassingNamesTests
{
    private const string Bodies = """
        scheme Passing
          approved by Board on 1 March 2026
          in force from 1 April 2026.
        use england.
        Trust is an NHS trust.
        Board is the board of Trust.
        Panel is a committee of Board until 31 May 2026.
        Panel is a committee of Board from 1 June 2026.
        care is a function of Trust.
        clinics is a function of Trust within care.
        foot clinics is a function of Trust within clinics until 31 May 2026.
        foot clinics is a function of Trust within care from 1 June 2026.

        """;

    [Theory]
    [InlineData("from 1 May 2026 until 30 September 2026", "15 April 2026", "Panel")]
    [InlineData("from 1 May 2026 until 30 September 2026", "15 May 2026", "Board")]
    [InlineData("from 1 May 2026 until 30 September 2026", "15 June 2026", "Board")]
    [InlineData("from 1 May 2026 until 30 September 2026", "1 October 2026", "Panel")]
    [InlineData("from 1 July 2026 until 30 September 2026", "15 June 2026", "Panel")]
    [InlineData("from 1 July 2026 until 30 September 2026", "15 July 2026", "Board")]
    [InlineData("from 1 July 2026 until 30 September 2026", "1 October 2026", "Panel")]
    [InlineData("until 30 April 2026", "15 April 2026", "Board")]
    [InlineData("until 30 April 2026", "15 June 2026", "Panel")]
    public void A_temporary_limit_stands_in_for_whoever_bears_the_name_and_ends(string days, string day, string decider)
    {
        Compilation compilation = Compile($"""
            Trust delegates care to Panel up to £250,000 per contract.
            Trust delegates care to Panel temporarily up to £2,000 per contract {days}.
            """);

        Assert.DoesNotContain(compilation.Diagnostics, finding => finding.Severity == Diagnostics.DiagnosticSeverity.Error);
        Assert.Equal([decider], compilation.Engine.Ask($"who decides care worth £100,000 per contract on {day}?", new DateOnly(2026, 6, 1)).Deciders.ToArray());
        Assert.Equal(["Panel"], compilation.Engine.Ask($"who decides care worth £1,000 per contract on {day}?", new DateOnly(2026, 6, 1)).Deciders.ToArray());
    }

    [Fact]
    public void A_temporary_limit_that_stands_for_nobody_on_any_day_is_reported_once()
    {
        Compilation compilation = Compile("Trust delegates care to Panel temporarily up to £2,000 per contract until 30 September 2026.\n");

        Assert.Equal(["DL1005"], compilation.Diagnostics.Where(finding => finding.Severity == Diagnostics.DiagnosticSeverity.Error).Select(finding => finding.Code));
        Assert.Equal(["Board"], compilation.Engine.Ask("who decides care worth £1 per contract on 15 June 2026?", new DateOnly(2026, 6, 1)).Deciders.ToArray());
    }

    [Theory]
    [InlineData("15 May 2026")]
    [InlineData("15 June 2026")]
    public void A_sentence_in_error_gives_nobody_anything_on_any_day(string day)
    {
        // It is reserved as long as it lies within clinics; from June it does not.
        Compilation compilation = Compile("""
            Trust delegates foot clinics to Panel.
            Trust reserves clinics to Board.
            """);

        Assert.Equal("DL3001", Assert.Single(compilation.Diagnostics, finding => finding.Severity == Diagnostics.DiagnosticSeverity.Error).Code);
        Assert.Equal(["Board"], compilation.Engine.Ask($"who decides foot clinics on {day}?", new DateOnly(2026, 6, 1)).Deciders.ToArray());
    }

    [Theory]
    [InlineData("15 May 2026", "Chief Executive")]
    [InlineData("15 June 2026", "Old Committee")]
    [InlineData("15 July 2026", "New Committee")]
    public void The_rest_of_what_somebody_gave_is_the_rest_of_that_when_another_takes_over(string day, string decider)
    {
        Compilation compilation = Compile("""
            Old Committee is a committee of Board.
            New Committee is a committee of Board.
            Chief Executive is an officer of Trust.
            Finance Director is an officer of Trust.
            Trust delegates care to Old Committee with power to delegate.
            Old Committee delegates clinics to Chief Executive until 31 May 2026.
            Old Committee delegates all other matters to Finance Director.
            New Committee takes over from Old Committee on 1 July 2026.
            """);

        Assert.Equal([decider], compilation.Engine.Ask($"who decides clinics on {day}?", new DateOnly(2026, 6, 1)).Deciders.ToArray());
        Assert.Equal(["Finance Director"], compilation.Engine.Ask($"who decides care on {day}?", new DateOnly(2026, 6, 1)).Deciders.ToArray());
    }

    [Theory]
    [InlineData("15 June 2026", "Board")]
    [InlineData("15 July 2026", "Panel")]
    public void A_line_that_begins_after_a_name_has_passed_on_is_of_whatever_bears_it_then(string day, string decider)
    {
        Compilation compilation = Compile("""
            limits for foot clinics of Trust:
              - Panel up to £5,000 per contract from 1 July 2026
              - Board above £5,000 per contract.
            """);

        Assert.Equal([decider], compilation.Engine.Ask($"who decides foot clinics worth £1,000 per contract on {day}?", new DateOnly(2026, 6, 1)).Deciders.ToArray());
    }

    private static Compilation Compile(string sentences) => Project.OfFolder(MemoryFiles.Empty.With("main.delegation", Bodies + sentences)).Compile(new DateOnly(2026, 6, 1));
}
