using DelegationLang.Syntax;

namespace DelegationLang.Tests.Parsing;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("Place Committee Leeds", "place  committee\n leeds")]
    [InlineData("sub-committee", "Sub Committee")]
    [InlineData("day\u2011case surgery", "day-case surgery")]
    [InlineData("O'Brien & Sons (Leeds)", "o\u2019brien & sons (leeds)")]
    [InlineData("the Board of Trust", "Board of Trust")]
    [InlineData("The Board", "board")]
    [InlineData("an audit", "audit")]
    [InlineData("clean\u00ADing", "cleaning")]
    [InlineData("Ward\u200B Manager", "Ward Manager")]
    [InlineData("no\u00A0break", "no break")]
    [InlineData("Caf\u00E9", "cafe\u0301")]
    [InlineData("A B C", "b c")]
    public void Spellings_of_one_name_have_one_key(string first, string second) => Assert.Equal(NameKey.Of(first), NameKey.Of(second));

    [Theory]
    [InlineData("A", "B")]
    [InlineData("A", "")]
    [InlineData("The A", "A")]
    [InlineData("Plan A", "Plan")]
    [InlineData("Anaesthetics", "aesthetics")]
    [InlineData("Board", "Boards")]
    [InlineData("R&D", "R & D")]
    public void Other_names_have_others(string first, string second) => Assert.NotEqual(NameKey.Of(first), NameKey.Of(second));

    [Fact]
    public void A_key_is_its_own_key()
    {
        foreach (string name in new[] { "The  A-B", "an  a", "a an the", "\uD83D", "e\u0301\uD83D", "", " - ", "the" })
        {
            string key = NameKey.Of(name);
            Assert.Equal(key.Trim(), key);
            Assert.DoesNotContain("  ", key, StringComparison.Ordinal);
        }
    }
}
