namespace DelegationLang.Tests.Rules.Lawfulness;

/// <summary>DL4017: posts that the law asks for, whether or not the sentence names the law.</summary>
public sealed class StatutoryPostTests
{
    [Theory]
    [InlineData("City Officer is also Monitoring Officer.\nCity Officer is also Section 151 Officer.", "DL4017:City Officer is also Section 151 Officer.")]
    [InlineData("City Officer is also Monitoring Officer.\nCity Officer is also Head of Paid Service.", "DL4017:City Officer is also Head of Paid Service.")]
    [InlineData("City Officer is also Chief Finance Officer.\nCity Officer is also Monitoring Officer.", "DL4017:City Officer is also Monitoring Officer.")]
    [InlineData("City Officer is also Section 151 Officer.\nCity Officer is also Head of Paid Service.", null)]
    [InlineData("City Officer is also Monitoring Officer until 31 March 2027.\nCity Officer is also Section 151 Officer from 1 April 2027.", null)]
    [InlineData("Treasurer is a chief finance officer of City Council.\nTreasurer is also Monitoring Officer.", "DL4017:Treasurer is also Monitoring Officer.")]
    [InlineData("Lawyer is a monitoring officer of City Council.\nLawyer is also Head of Paid Service.", "DL4017:Lawyer is also Head of Paid Service.")]
    [InlineData("Councillor is also Monitoring Officer.", "DL4017:Councillor is also Monitoring Officer.")]
    [InlineData("Leader is also Monitoring Officer under Local Government and Housing Act 1989 section 5.", "DL4017:Leader is also Monitoring Officer under Local Government and Housing Act 1989 section 5.")]
    [InlineData("City Officer is also Monitoring Officer.", null)]
    // The law of councils: other bodies have posts of these names.
    [InlineData("Director is also Monitoring Officer.\nDirector is also Chief Finance Officer.", null)]
    [InlineData("Trust Chief is also Head of Paid Service.\nTrust Chief is also Monitoring Officer.", null)]
    public void The_law_counts_whether_or_not_it_is_named(string sentences, string? finding) =>
        Assert.Equal(finding is null ? [] : [finding], LawText.Findings(sentences).Where(one => one.Contains("DL4017", StringComparison.Ordinal)));
}
