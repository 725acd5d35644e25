using DelegationLang.Testing;

namespace DelegationLang.Tests.Architecture;

/// <summary>The tests do run in a culture of their own; otherwise they would show nothing about dependence on one.</summary>
public sealed class UnusualCultureTests
{
    [Fact]
    public void Tests_run_in_an_unusual_culture()
    {
        Assert.Equal("~1,5", $"{-1.5m}");
        Assert.Equal("2026_04_01", $"{new DateOnly(2026, 4, 1)}");
    }

    [Fact]
    public async Task So_do_the_threads_that_they_start() => Assert.Equal("1,5", await Task.Run(() => $"{1.5m}"));
}
