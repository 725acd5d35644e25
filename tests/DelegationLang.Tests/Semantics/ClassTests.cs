using DelegationLang.Diagnostics;
using DelegationLang.Semantics;

namespace DelegationLang.Tests.Semantics;

/// <summary>Classes of posts, and what each of their members is responsible for.</summary>
public sealed class ClassTests
{
    private const string Posts = """
        Estates Director is an officer of Hospital Trust responsible for cleaning, catering.
        Nursing Director is an officer of Hospital Trust responsible for wards.
        Medical Director is an officer of Hospital Trust.
        cleaning is a function of Hospital Trust.
        deep cleaning is a function of Hospital Trust within cleaning.
        catering is a function of Hospital Trust.
        wards is a function of Hospital Trust.
        rota is a matter of Hospital Trust.
        head is a class of Estates Director, Nursing Director.

        """;

    [Theory]
    [InlineData("Hospital Trust delegates goods to each head.", "Estates Director; Nursing Director")]
    [InlineData("Hospital Trust delegates goods to any head.", "Estates Director; Nursing Director")]
    [InlineData("Hospital Trust delegates goods to any one of head.", "Estates Director; Nursing Director")]
    [InlineData("Hospital Trust delegates goods to every head, Chair.", "Estates Director; Nursing Director; Chair")]
    [InlineData("Hospital Trust delegates goods to two of head.", "Estates Director+Nursing Director")]
    [InlineData("Hospital Trust delegates goods to any two of head, Chair.", "Estates Director+Nursing Director; Estates Director+Chair; Nursing Director+Chair")]
    [InlineData("Hospital Trust delegates goods to Chair jointly with any head.", "Chair+Estates Director; Chair+Nursing Director")]
    [InlineData("Hospital Trust delegates goods to Chair jointly with each head.", "Chair+Estates Director+Nursing Director")]
    [InlineData("limits for goods of Hospital Trust:\n  - each head up to £5,000.", "Estates Director; Nursing Director")]
    [InlineData("head is a class of Chair and Medical Director.\nHospital Trust delegates goods to each head.", "Estates Director; Nursing Director; Chair; Medical Director")]
    [InlineData("lead is a class of every officer of Hospital Trust.\nHospital Trust delegates goods to each lead.", "Chief Executive; Finance Director; Estates Director; Nursing Director; Medical Director")]
    public void It_names_its_members(string sentences, string groups)
    {
        SchemeModel model = SchemeText.BindSoundTrust(Posts + sentences);

        Assert.Equal(groups, string.Join("; ", model.Delegations.SelectMany(statement => SchemeText.Groups(statement.Holders))));
    }

    [Theory]
    [InlineData("Hospital Trust delegates goods to each head for their own responsibilities.", "Estates Director: goods for cleaning, catering | Nursing Director: goods for wards")]
    [InlineData("Hospital Trust delegates goods to Estates Director for its own responsibilities.", "Estates Director: goods for cleaning, catering")]
    [InlineData("every delegation in this scheme: for their own responsibilities.\nHospital Trust delegates goods to each head.", "Estates Director: goods for cleaning, catering | Nursing Director: goods for wards")]
    [InlineData("Ward Lead is an officer of Hospital Trust responsible for wards, rota.\nHospital Trust delegates goods, rota to Ward Lead for their own responsibilities.", "Ward Lead: goods, rota for wards | Ward Lead: rota for ")]
    [InlineData("Deep Lead is an officer of Hospital Trust responsible for deep cleaning.\nHospital Trust delegates goods to Deep Lead, Estates Director for their own responsibilities.", "Deep Lead, Estates Director: goods for deep cleaning | Estates Director: goods for cleaning, catering")]
    [InlineData("Deep Lead is an officer of Hospital Trust responsible for deep cleaning.\nHospital Trust delegates goods to two of Deep Lead, Estates Director for their own responsibilities.", "Deep Lead+Estates Director: goods for deep cleaning")]
    public void Each_gets_what_it_is_responsible_for(string sentences, string shares)
    {
        SchemeModel model = SchemeText.BindSoundTrust(Posts + sentences);

        Assert.Equal(shares, string.Join(" | ", model.Delegations.Select(statement =>
            $"{string.Join(", ", SchemeText.Groups(statement.Holders))}: {string.Join(", ", statement.Subjects.Select(subject => subject.Symbol))} for {string.Join(", ", statement.Terms.For.Select(function => function.Symbol))}")));
    }

    [Theory]
    [InlineData("Hospital Trust delegates goods to head.", "DL2003:head", "each head")]
    [InlineData("Hospital Trust delegates goods to Chair jointly with head.", "DL2003:head", "each head")]
    [InlineData("Hospital Trust delegates goods to Chair after consulting head.", "DL2003:head", "any head")]
    [InlineData("head delegates goods to Chair.", "DL2003:head", "name an organisation")]
    [InlineData("Hospital Trust delegates goods to each directr.", "DL2001:each directr", "is a class of")]
    [InlineData("Hospital Trust delegates goods to Medical Director for their own responsibilities.", "DL2015:Medical Director", "responsible for")]
    [InlineData("Hospital Trust delegates goods for wards to each head for their own responsibilities.", "DL1005:Hospital Trust delegates goods for wards to each head for their own responsibilities.", "keep one")]
    [InlineData("group is a class.", "DL2003:group", "is a class of POST")]
    [InlineData("group is a class of wards.", "DL2003:wards", "name a post")]
    [InlineData("group is a class of every chair of Hospital Trust.", "DL2003:chair of Hospital Trust", "name the members")]
    [InlineData("group is a class of every officer.", "DL2003:officer", "every KIND of BODY")]
    [InlineData("group is a class of Chair held by several people.", "DL1005:held by several people", "declaration of a post")]
    public void A_wrong_use_is_reported_once(string sentence, string finding, string help)
    {
        SchemeModel model = SchemeText.BindTrust(Posts + sentence);

        Assert.Empty(model.Trees.SelectMany(tree => tree.Diagnostics).Select(SchemeText.Show));
        Diagnostic found = Assert.Single(model.Diagnostics, diagnostic => diagnostic.Severity != DiagnosticSeverity.Info);
        Assert.Equal(finding, $"{found.Code}:{SchemeText.Words(found)}");
        Assert.Contains(help, found.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hospital Trust delegates goods to head.")]
    [InlineData("Hospital Trust delegates goods to Chair after consulting head.")]
    public void Each_fix_of_a_bare_class_says_which(string sentence)
    {
        Diagnostic finding = SchemeText.Single(SchemeText.BindTrust(Posts + sentence), "DL2003");

        Assert.Equal(2, finding.Fixes.Length);
        Assert.All(Enumerable.Range(0, 2), fix => SchemeText.BindSound(SchemeText.Apply(finding, fix)));
    }
}
