using DelegationLang.Tests.Reference.Generation;

namespace DelegationLang.Tests.Reference;

/// <summary>Random schemes hold every clause that decides something, often enough that a fault in one is met.</summary>
public sealed class ClausesTriedTests
{
    private static readonly Lazy<string[]> Schemes = new(() => [.. Enumerable.Range(1, 2_000).AsParallel().Select(seed => RandomScheme.Make(seed, seed % 100, 0).Text)]);

    /// <summary>At least so many of 2,000 schemes.</summary>
    [Theory]
    [InlineData(" is a class of ", 300)]
    [InlineData("to each senior officer", 25)]
    [InlineData("any two of senior officer", 10)]
    [InlineData(" for their own responsibilities", 25)]
    [InlineData(" held by several people", 500)]
    [InlineData("the higher of", 25)]
    [InlineData(" any amount", 25)]
    [InlineData(" temporarily up to ", 50)]
    [InlineData("Nobody may decide ", 150)]
    [InlineData("  - nobody above ", 50)]
    [InlineData(" within care to ", 50)]
    [InlineData(" takes no part in ", 150)]
    [InlineData(", which goes to ", 40)]
    [InlineData(" concerns ", 40)]
    [InlineData(" takes over from ", 150)]
    [InlineData("Awards Panel is a committee of ", 100)]
    [InlineData("foot clinics is a function of Alder Body within care from ", 100)]
    [InlineData(" deciding by ", 100)]
    [InlineData(" attended by ", 25)]
    [InlineData(" if not agreed, to ", 25)]
    [InlineData(" because ", 50)]
    [InlineData(" within 28 days", 50)]
    [InlineData(" and up to ", 20)]
    [InlineData("every officer of Alder Body", 10)]
    [InlineData("either ", 20)]
    [InlineData(" together", 20)]
    [InlineData("functions of Alder Body: visits to homes", 100)]
    [InlineData("  - work on wards within visits to homes", 100)]
    [InlineData(" is an executive matter of ", 50)]
    [InlineData(" is a council matter of ", 50)]
    [InlineData(" takes over from Finance Committee on 2 May 2026 for ", 20)]
    public void Often_enough(string words, int least)
    {
        int found = Schemes.Value.Count(text => text.Contains(words, StringComparison.Ordinal));
        Assert.True(found >= least, $"{words}: {found}");
    }
}
