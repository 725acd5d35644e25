using DelegationLang.Syntax;

namespace DelegationLang.Tests.Parsing;

/// <summary>Texts as word processors make them read like the same texts typed.</summary>
public sealed class PastedTextTests
{
    private const string Typed = "ICB delegates \"sign off\" to\n  - O'Brien Committee\n  - sub-committee\n  up to £5,000 from 1 April 2026 note \"as agreed\".";

    [Theory]
    [InlineData("ICB delegates “sign off” to\r\n  – O’Brien Committee\r\n  – sub‑committee\r\n  up to £ 5,000 from 1\u00A0April\u00A02026 note “as agreed”.\r\n")]
    [InlineData("\uFEFFICB delegates \"sign\u00A0off\" to\n•\tO'Brien Committee\n•\tsub\u2010committee\n\tup to £5,000 from 1 April 2026 note \"as agreed\".")]
    [InlineData("ICB\u00A0delegates \u201Esign off\u201D to\r  · O'Brien\u200B Committee\r  · sub-com\u00ADmittee\r  up\u00A0to £\u00A05,000, from 1 April 2026 note \"as agreed\".")]
    [InlineData("ICB delegates \"sign off\" to\n-O'Brien Committee\n—sub-committee\nup to £5,000\nfrom\n1\nApril\n2026\nnote\n\"as agreed\".")]
    public void Reads_like_typed_text(string pasted)
    {
        Assert.Equal(
            TreeText.Of(Typed).Replace("O'Brien", "O’Brien", StringComparison.Ordinal).Replace("sub-", "sub‑", StringComparison.Ordinal),
            TreeText.Of(pasted).Replace("O'Brien", "O’Brien", StringComparison.Ordinal).Replace("sub-", "sub‑", StringComparison.Ordinal).Replace("sub\u2010", "sub‑", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A is a matter note \"he said “yes” twice\".", "he said “yes” twice")]
    [InlineData("A is a matter note “he said \"yes\" twice”.", "he said \"yes\" twice")]
    [InlineData("A is a matter note \"curly end”.", "curly end")]
    [InlineData("A is a matter note “straight end\".", "straight end")]
    [InlineData("A is a matter note \"ends. In the middle, with: marks?\".", "ends. In the middle, with: marks?")]
    [InlineData("A is a matter note \"// no comment\".", "// no comment")]
    [InlineData("A is a matter note \"\".", "")]
    public void Quotations_end_where_they_should(string text, string note) =>
        Assert.Equal($"Declaration{{Name=<A> Descriptor=<a matter> Clauses=[Text{{Kind=Note Text=\"{note}\"}}]}}", TreeText.Of(text));

    [Fact]
    public void An_unclosed_quotation_takes_no_further_sentence_with_it()
    {
        SyntaxTree tree = TreeText.Read("A is a matter note \"open.\nB is a matter.\n\"C is a matter.\nD is a matter.");
        Assert.Equal(["DL1006", "DL1006"], tree.Diagnostics.Select(fault => fault.Code));
        Assert.Equal(4, tree.Sentences.Length);
        Assert.Equal([true, false, true, false], tree.Sentences.Select(sentence => sentence.HasErrors));
    }
}
