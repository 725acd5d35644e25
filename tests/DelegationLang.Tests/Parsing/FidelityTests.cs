using System.Text;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using DelegationLang.Text;

namespace DelegationLang.Tests.Parsing;

/// <summary>A tree gives back the very bytes that it was read from.</summary>
public sealed class FidelityTests
{
    [Theory]
    [MemberData(nameof(Samples.Data), MemberType = typeof(Samples))]
    public void A_tree_gives_its_bytes_back(string file)
    {
        byte[] bytes = File.ReadAllBytes(Repository.PathOf(file));
        SyntaxTree tree = Samples.Parse(file);
        Assert.Equal(bytes, tree.Source.ToBytes());
        Assert.Equal(tree.Source.Content, tree.ToText());
        TreeInvariants.Check(tree);
    }

    /// <summary>Line breaks of either kind, a last line with and without one, a byte order mark: they change nothing but the text itself.</summary>
    [Theory]
    [MemberData(nameof(Samples.Part), MemberType = typeof(Samples))]
    public void Line_breaks_make_no_difference(string file)
    {
        string text = Samples.Read(file).Content.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd();
        NameTable names = Samples.NamesFor(file);
        string expected = Sentences(Parser.Parse(new SourceText(file, text), names));
        foreach (string variant in new[] { text + "\n", text.Replace("\n", "\r\n", StringComparison.Ordinal), text.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n", "\uFEFF" + text })
        {
            byte[] bytes = Encoding.UTF8.GetBytes(variant);
            SyntaxTree tree = Parser.Parse(SourceText.FromBytes(file, bytes), names);
            Assert.Equal(expected, Sentences(tree));
            Assert.Equal(bytes, tree.Source.ToBytes());
            Assert.Equal(tree.Source.Content, tree.ToText());
        }
    }

    [Fact]
    public void Tokens_and_what_stands_before_them_cover_the_text()
    {
        SyntaxTree tree = TreeText.Read("// first\n  Board is the board of ICB. // last");
        Assert.Equal([TokenKind.Name, TokenKind.Is, TokenKind.Name, TokenKind.FullStop, TokenKind.EndOfFile], tree.Tokens.Select(token => token.Kind));
        Assert.Equal(0, tree.Tokens[0].FullStart);
        Assert.Equal("Board", tree.Source.ToString(tree.Tokens[0].Span));
        Assert.Equal(["// first", "// last"], tree.Comments.Select(tree.Source.ToString));
    }

    [Fact]
    public void A_comment_inside_a_name_is_listed_once()
    {
        SyntaxTree tree = TreeText.Read("Place // one\nCommittee // two\nis a committee of Board.");
        Assert.Equal(["// one", "// two"], tree.Comments.Select(tree.Source.ToString));
        Assert.Equal("Place Committee", ((DeclarationSyntax)tree.Sentences[0]).Name.Text);
    }

    [Theory]
    [InlineData(new byte[] { 0x41, 0xFF, 0x42 })]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0xC3 })]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41, 0x00 })]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x00, 0x00 })]
    public void Bytes_that_are_no_text_are_reported_and_kept(byte[] bytes)
    {
        SyntaxTree tree = Parser.Parse(SourceText.FromBytes("file", bytes), NameTable.Empty);
        Assert.Contains(tree.Diagnostics, fault => fault.Code == "DL1006");
        Assert.Equal(bytes, tree.Source.ToBytes());
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        var source = SourceText.FromBytes("file", "\uFEFFuse england."u8);
        Assert.True(source.HasByteOrderMark);
        Assert.Equal("use england.", source.Content);
        Assert.Empty(Parser.Parse(source, NameTable.Empty).Diagnostics);
    }

    private static string Sentences(SyntaxTree tree) =>
        string.Join("\n", tree.Sentences.Select(TreeText.Of)) + "\n" + string.Join("\n", tree.Diagnostics.Select(fault => $"{fault.Code} {fault.Message}"));
}
