using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Tests.Parsing;

/// <summary>Questions put to a scheme.</summary>
public sealed class QuestionTests
{
    [Theory]
    [InlineData("who decides podiatry at Leeds worth £400,000 per contract on 1 May 2026?",
        "Question{Kind=WhoDecides Decision=Decision{Subject=<podiatry> Clauses=[At{Places=[<Leeds>]}, Worth{Amount=GBP 400000 Qualifier=AmountQualifier{Basis='contract'}}, On{Date=2026-05-01}]}}")]
    [InlineData("Who decides the award of contract for podiatry worth £6 million when in budget",
        "Question{Kind=WhoDecides Decision=Decision{Subject=<the award of contract> Clauses=[For{Names=[<podiatry>]}, Worth{Amount=GBP 6000000}, When{Facts=[Fact{Name=<in budget>}]}]}}")]
    [InlineData("who decides x when contract length is 4 years, budget head is £2 million unless urgent?",
        "Question{Kind=WhoDecides Decision=Decision{Subject=<x> Clauses=[When{Facts=[Fact{Name=<contract length> Value=[4 years]}, Fact{Name=<budget head> Value=[GBP 2000000]}]}, Unless{Facts=[Fact{Name=<urgent>}]}]}}")]
    [InlineData("may Place Director Leeds decide podiatry?", "Question{Kind=May Party=[<Place Director Leeds>] Decision=Decision{Subject=<podiatry>}}")]
    [InlineData("May A decide \"x, y\"?", "Question{Kind=May Party=[<A>] Decision=Decision{Subject=\"x, y\"}}")]
    [InlineData("what may A decide on 1 May 2026?", "Question{Kind=WhatMay Party=[<A>] Decision=Decision{Subject=? Clauses=[On{Date=2026-05-01}]}}")]
    [InlineData("What may A decide?", "Question{Kind=WhatMay Party=[<A>] Decision=Decision{Subject=?}}")]
    [InlineData("  who decides x?  ", "Question{Kind=WhoDecides Decision=Decision{Subject=<x>}}")]
    [InlineData("who decides x.", "Question{Kind=WhoDecides Decision=Decision{Subject=<x>}}")]
    [InlineData("who decides x worth £1 excluding VAT on 1 May 2026 // why not", "Question{Kind=WhoDecides Decision=Decision{Subject=<x> Clauses=[Worth{Amount=GBP 1 Qualifier=AmountQualifier{Vat=Excluding}}, On{Date=2026-05-01}]}}")]
    [InlineData("who decides use of the seal?", "Question{Kind=WhoDecides Decision=Decision{Subject=<use of the seal>}}")]
    public void Questions_are_read(string question, string expected)
    {
        QuestionParse parse = Ask(question);
        Assert.Empty(parse.Diagnostics);
        Assert.Equal(expected, TreeText.Of(parse.Question));
    }

    [Theory]
    [InlineData("", "DL1001")]
    [InlineData("?", "DL1001")]
    [InlineData("podiatry", "DL1001")]
    [InlineData("who decides?", "DL1001")]
    [InlineData("who decide x?", "DL1001")]
    [InlineData("may A x?", "DL1001")]
    [InlineData("what may A?", "DL1001")]
    [InlineData("who decides x worth £40,00?", "DL1003")]
    [InlineData("who decides x on 31 June 2026?", "DL1004")]
    [InlineData("who decides x on 1 May 2026 on 2 May 2026?", "DL1005")]
    [InlineData("who decides x up to £5?", "DL1005")]
    [InlineData("who decides x from 1 May 2026?", "DL1005")]
    [InlineData("who decides \"x?", "DL1006")]
    [InlineData("who decides x? who decides y?", "DL1001")]
    public void What_cannot_be_answered_is_reported(string question, string code)
    {
        QuestionParse parse = Ask(question);
        Assert.Equal(code, Assert.Single(parse.Diagnostics).Code);
        Assert.NotEmpty(parse.Diagnostics[0].Help);
    }

    [Fact]
    public void A_question_uses_the_declared_names()
    {
        var scheme = new SourceText("main", "\"Executive Director for Place\" is an officer of ICB.\n\"discharge to assess\" is a function of ICB.");
        QuestionParse parse = Parser.ParseQuestion(new SourceText("question", "may the executive director for place decide Discharge-to-Assess for x?"), NameTable.Collect([scheme]));
        Assert.Empty(parse.Diagnostics);
        Assert.Equal(
            "Question{Kind=May Party=[<the executive director for place>] Decision=Decision{Subject=<Discharge-to-Assess> Clauses=[For{Names=[<x>]}]}}",
            TreeText.Of(parse.Question));
    }

    private static QuestionParse Ask(string question) => Parser.ParseQuestion(new SourceText("question", question), NameTable.Empty);
}
