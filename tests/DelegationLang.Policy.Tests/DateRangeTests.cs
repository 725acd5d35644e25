namespace DelegationLang.Policy.Tests;

public sealed class DateRangeTests
{
    private static readonly DateRange Year = new(new DateOnly(2026, 4, 1), new DateOnly(2027, 3, 31));

    [Fact]
    public void BothEndsAreIncluded()
    {
        Assert.True(Year.Contains(new DateOnly(2026, 4, 1)));
        Assert.True(Year.Contains(new DateOnly(2027, 3, 31)));
        Assert.False(Year.Contains(new DateOnly(2027, 4, 1)));
        Assert.False(Year.Contains(new DateOnly(2026, 3, 31)));
    }

    [Fact]
    public void RangesThatOnlyMeetDoNotOverlap()
    {
        var next = new DateRange(new DateOnly(2027, 4, 1), DateOnly.MaxValue);

        Assert.False(Year.Overlaps(next));
        Assert.True(Year.Overlaps(next with { First = new DateOnly(2027, 3, 31) }));
        Assert.True(DateRange.Always.Contains(Year));
        Assert.True(Year.Intersect(next).IsEmpty);
    }
}
