namespace DelegationLang.Tests.Rules.Lawfulness;

/// <summary>DL4015 and DL4023: powers by which certain parties alone decide, and by which whoever gives keeps nothing.</summary>
public sealed class SoleDeciderTests
{
    private const string Powers =
        """
        small works is a matter of City Council.
        small works act is an exclusive power for local authority to delegate to officer covering small works.
        small works rule is a divesting power for local authority covering small works.

        """;

    [Theory]
    [InlineData("City Council reserves small works to City Officer.", null)]
    [InlineData("City Council delegates small works to City Officer.", "w:DL4023:City Officer")]
    [InlineData("City Council delegates small works to Planning Committee.", "DL4015:Planning Committee")]
    [InlineData("City Council reserves small works to Full Council.", "DL4015:Full Council")]
    [InlineData("City Council reserves small works to Planning Panel.", "DL4015:Planning Panel")]
    [InlineData("City Council delegates small works to City Officer or Planning Committee.", "DL4015:Planning Committee")]
    [InlineData("City Council delegates small works to City Officer jointly with Planning Panel.", "DL4015:Planning Panel")]
    [InlineData("sheds is a matter of City Council within small works.\nCity Council delegates sheds to Planning Committee.", "DL4015:Planning Committee")]
    [InlineData("Moor Council delegates moor hedges to Moor Committee.\nmoor hedges is a function of Moor Council.", null)]
    public void What_certain_parties_alone_decide(string sentences, string? finding) => Check(Powers + sentences, finding);

    [Theory]
    [InlineData("City Council reserves small works to Full Council until 31 May 2027.", null)]
    [InlineData("City Council reserves small works to Full Council until 1 June 2027.", "DL4015:Full Council")]
    [InlineData("City Council delegates small works to City Officer until 31 May 2027.", null)]
    [InlineData("City Council delegates small works to City Officer from 1 June 2027.", "w:DL4023:City Officer")]
    public void A_power_says_so_on_its_days(string sentences, string? finding) =>
        Check(Powers.Replace("covering small works", "covering small works from 1 June 2027", StringComparison.Ordinal) + sentences, finding);

    [Theory]
    [InlineData("partly: a summary", "w:DL4015:Planning Committee")]
    [InlineData("unverified: nothing read", "i:DL4015:Planning Committee")]
    public void Of_what_was_not_read_whole_less_follows(string grade, string finding) => Check(
        $"""
        small works is a matter of City Council.
        small works act is an exclusive power for local authority to delegate to officer covering small works recorded in "{grade}".
        City Council delegates small works to Planning Committee.
        """,
        finding);

    private static void Check(string sentences, string? finding) => Assert.Equal(finding is null ? [] : [finding], LawText.Findings(sentences));
}
