namespace DelegationLang.Policy.Tests;

public sealed class WordingTests
{
    [Theory]
    [InlineData("400000", "GBP", "£400,000")]
    [InlineData("135018.01", "GBP", "£135,018.01")]
    [InlineData("135018.5", "GBP", "£135,018.50")]
    [InlineData("5000000", "GBP", "£5 million")]
    [InlineData("1250000", "GBP", "£1.25 million")]
    [InlineData("5000001", "GBP", "£5,000,001")]
    [InlineData("5000000000", "GBP", "£5 billion")]
    [InlineData("1000", "EUR", "EUR 1,000")]
    [InlineData("5", "", "5")]
    public void AmountsReadAsPeopleWriteThem(string value, string currency, string expected) =>
        Assert.Equal(expected, Wording.Amount(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), currency));

    [Fact]
    public void DaysAndListsReadAsPeopleWriteThem()
    {
        Assert.Equal("from 1 April 2026 until 31 March 2028", Wording.Days(new DateRange(new(2026, 4, 1), new(2028, 3, 31))));
        Assert.Equal("", Wording.Days(DateRange.Always));
        Assert.Equal("A, B and C", Wording.List(["A", "B", "C"]));
        Assert.Equal("two of Director jointly with Chair", Wording.Together(["Director", "Director", "Chair"]));
    }
}
