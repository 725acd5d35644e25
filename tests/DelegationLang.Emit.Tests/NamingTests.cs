using System.Collections.Immutable;
using DelegationLang.Emit.CSharp;
using DelegationLang.Emit.Naming;
using DelegationLang.Emit.Tests.Support;

namespace DelegationLang.Emit.Tests;

/// <summary>Identifiers made from names of any text.</summary>
public sealed class NamingTests
{
    [Theory]
    [InlineData("Place Committee Leeds", "PlaceCommitteeLeeds", "place-committee-leeds")]
    [InlineData("O'Brien & Sons (Leeds)", "OBrienAndSonsLeeds", "obrien-and-sons-leeds")]
    [InlineData("Équipe d’Été", "EquipeDEte", "equipe-dete")]
    [InlineData("cafe\u0301", "Cafe", "cafe")]
    [InlineData("2026/27 budget", "_2026_27Budget", "2026-27-budget")]
    [InlineData("class", "Class", "class")]
    [InlineData("straße", "Strasse", "strasse")]
    public void Words_become_identifiers(string name, string identifier, string slug)
    {
        Assert.Equal(identifier, Identifiers.FromName(name));
        Assert.Equal(slug, Slug.Of(name));
    }

    [Fact]
    public void Names_without_a_letter_have_identifiers_too()
    {
        Assert.Matches("^_[0-9a-f]{6}$", Identifiers.FromName("!!!"));
        Assert.NotEqual(Identifiers.FromName("!!!"), Identifiers.FromName("???"));
        Assert.Matches("^x-[0-9a-f]{6}$", Slug.Of("日本"));
        Assert.NotEqual(Slug.Of("日本"), Slug.Of("中国"));
    }

    [Fact]
    public void A_long_name_is_cut_and_told_apart()
    {
        string name = string.Join(' ', Enumerable.Repeat("committee", 40));
        Assert.True(Slug.Of(name).Length <= 87);
        Assert.True(Identifiers.FromName(name).Length <= 127);
        Assert.NotEqual(Slug.Of(name), Slug.Of(name + " two"));
        Assert.NotEqual(Identifiers.FromName(name), Identifiers.FromName(name + " two"));
    }

    [Fact]
    public void Identifiers_of_hostile_names_are_unique_and_do_not_depend_on_order()
    {
        string[] names = [.. Definitions.HostileNames];
        var forwards = names.Zip(Identifiers.ForMembers(names, "Parties")).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        string[] turned = [.. names.Reverse()];
        var backwards = turned.Zip(Identifiers.ForMembers(turned, "Parties")).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        Assert.Equal(names.Length, forwards.Values.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, name => Assert.Equal(forwards[name], backwards[name]));
    }

    [Fact]
    public void Two_names_of_one_identifier_both_lose_it()
    {
        // Otherwise a sentence more, further up, would hand the identifier to another party without a word.
        ImmutableArray<string> identifiers = Identifiers.ForMembers(["OBrien", "O'Brien", "Leeds"], "Parties");
        Assert.DoesNotContain("OBrien", identifiers);
        Assert.Contains("Leeds", identifiers);
        Assert.All(identifiers.Take(2), identifier => Assert.StartsWith("OBrien_", identifier, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\u202Eb", "a[U+202E]b")]
    [InlineData("a\0b", "a[U+0000]b")]
    [InlineData("\uD83D\uDE00", "\uD83D\uDE00")]
    public void Hidden_characters_are_described(string text, string shown) => Assert.Equal(shown, VisibleText.Show(text));

    // Not a line of the theory: an attribute cannot hold half a character.
    [Fact]
    public void Half_a_character_is_described() => Assert.Equal("a[U+D800]b", VisibleText.Show("a\uD800b"));

    [Fact]
    public void A_comment_stays_on_its_line() => Assert.Equal("a b c d e", VisibleText.OnOneLine("a\nb\r\nc\u2028d\u0085 e "));
}
