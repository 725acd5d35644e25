using DelegationLang.Syntax;

namespace DelegationLang.Tests.Parsing;

/// <summary>The clauses of a deciding sentence, and which belongs to which.</summary>
public sealed class ClauseTests
{
    [Theory]
    [InlineData("up to £5", "Limit{Range=AmountRange{Bounds=[UpTo GBP 5]}}")]
    [InlineData("above £50,000 up to £250,000 per contract excluding VAT", "Limit{Range=AmountRange{Bounds=[Above GBP 50000, UpTo GBP 250000] Qualifier=AmountQualifier{Basis='contract' Vat=Excluding}}}")]
    [InlineData("at least £1.5 million below £2bn in total", "Limit{Range=AmountRange{Bounds=[AtLeast GBP 1500000.0, Below GBP 2000000000] Qualifier=AmountQualifier{Basis='total'}}}")]
    [InlineData("including VAT up to £400k, from 1 May 2026, per year", "Limit{Range=AmountRange{Bounds=[UpTo GBP 400000] Qualifier=AmountQualifier{Basis='year' Vat=Including}}}, From{Date=2026-05-01}")]
    [InlineData("up to EUR 1,000 per decision", "Limit{Range=AmountRange{Bounds=[UpTo EUR 1000] Qualifier=AmountQualifier{Basis='decision'}}}")]
    [InlineData("up to the lower of £500,000, 10% of turnover, threshold", "Limit{Range=AmountRange{Bounds=[UpTo LowerOf{Items=[GBP 500000, Percent{Percent=10 Of=<turnover>}, <threshold>]}]}}")]
    [InlineData("up to the lower of £5 and 0.5% of £70", "Limit{Range=AmountRange{Bounds=[UpTo LowerOf{Items=[GBP 5, Percent{Percent=0.5 Of=GBP 70}]}]}}")]
    [InlineData("up to the lower of £5, £6 per contract, when c", "Limit{Range=AmountRange{Bounds=[UpTo LowerOf{Items=[GBP 5, GBP 6]}] Qualifier=AmountQualifier{Basis='contract'}}}, When{Facts=[Fact{Name=<c>}]}")]
    [InlineData("up to 10 per cent of turnover", "Limit{Range=AmountRange{Bounds=[UpTo Percent{Percent=10 Of=<turnover>}]}}")]
    [InlineData("up to £5 per invoice", "Limit{Range=AmountRange{Bounds=[UpTo GBP 5] Qualifier=AmountQualifier{Basis='invoice'}}}")]
    [InlineData("excluding VAT", "Qualifier{Qualifier=AmountQualifier{Vat=Excluding}}")]
    public void Amounts(string clauses, string expected) => Check(clauses, expected);

    [Theory]
    [InlineData("when c", "When{Facts=[Fact{Name=<c>}]}")]
    [InlineData("when c, d unless e, f", "When{Facts=[Fact{Name=<c>}, Fact{Name=<d>}]}, Unless{Facts=[Fact{Name=<e>}, Fact{Name=<f>}]}")]
    [InlineData("when c or d", "When{Facts=[Fact{Name=<c>}, Fact{Name=<d>}] IsAny=True}")]
    [InlineData("when contract length up to 5 years or c", "When{Facts=[Fact{Name=<contract length> Bounds=[UpTo 5 years]}, Fact{Name=<c>}] IsAny=True}")]
    [InlineData("when contract length above 2 years up to 5 years, c up to £7", "When{Facts=[Fact{Name=<contract length> Bounds=[Above 2 years, UpTo 5 years]}, Fact{Name=<c>}]}, Limit{Range=AmountRange{Bounds=[UpTo GBP 7]}}")]
    [InlineData("when contract length up to 5 years up to £7", "When{Facts=[Fact{Name=<contract length> Bounds=[UpTo 5 years]}]}, Limit{Range=AmountRange{Bounds=[UpTo GBP 7]}}")]
    [InlineData("when contract length above 2 years below £7", "When{Facts=[Fact{Name=<contract length> Bounds=[Above 2 years]}]}, Limit{Range=AmountRange{Bounds=[Below GBP 7]}}")]
    [InlineData("when turnover at least £5 up to £9", "When{Facts=[Fact{Name=<turnover> Bounds=[AtLeast GBP 5, UpTo GBP 9]}]}")]
    [InlineData("when c up to £7", "When{Facts=[Fact{Name=<c>}]}, Limit{Range=AmountRange{Bounds=[UpTo GBP 7]}}")]
    [InlineData("when c, up to £7, d", "When{Facts=[Fact{Name=<c>}, Fact{Name=<d>}]}, Limit{Range=AmountRange{Bounds=[UpTo GBP 7]}}")]
    [InlineData("when turnover up to the lower of £5, £6, c", "When{Facts=[Fact{Name=<turnover> Bounds=[UpTo LowerOf{Items=[GBP 5, GBP 6]}]}, Fact{Name=<c>}]}")]
    [InlineData("when the contract length of ICB up to 5 years", "When{Facts=[Fact{Name=<the contract length of ICB> Bounds=[UpTo 5 years]}]}")]
    public void Facts(string clauses, string expected) => Check(clauses, expected);

    [Theory]
    [InlineData("with power to delegate", "Onward{IsGiven=True}")]
    [InlineData("without power to delegate", "Onward{}")]
    [InlineData("with power to delegate to C, D up to £5 per contract by consent of Z, up to £9",
        "Onward{IsGiven=True To=[<C>, <D>] Limit=[AmountRange{Bounds=[UpTo GBP 5] Qualifier=AmountQualifier{Basis='contract'}}] ConsentOf=[<Z>]}", true)]
    [InlineData("up to £9 with power to delegate up to £5 by consent of Z reporting to B", "Limit{Range=AmountRange{Bounds=[UpTo GBP 9]}}, Onward{IsGiven=True Limit=[AmountRange{Bounds=[UpTo GBP 5]}] ConsentOf=[<Z>]}, ReportingTo{Parties=[<B>]}")]
    [InlineData("with power to delegate reporting to B up to £5", "Onward{IsGiven=True}, ReportingTo{Parties=[<B>]}, Limit{Range=AmountRange{Bounds=[UpTo GBP 5]}}")]
    [InlineData("with power to delegate per contract up to £5 from 1 May 2026", "Onward{IsGiven=True Limit=[AmountRange{Bounds=[UpTo GBP 5]}]}, Qualifier{Qualifier=AmountQualifier{Basis='contract'}}, From{Date=2026-05-01}", false, true)]
    public void Onward(string clauses, string expected, bool hasSecondLimit = false, bool isOrderFree = false)
    {
        if (hasSecondLimit)
        {
            SyntaxTree tree = TreeText.Read($"ICB delegates x to A {clauses}.");
            Assert.Equal("DL1005", Assert.Single(tree.Diagnostics).Code);
            Assert.Contains("Onward{IsGiven=True To=[<C>, <D>] Limit=[AmountRange{Bounds=[UpTo GBP 5, UpTo GBP 9]", TreeText.Of(tree.Sentences[0]), StringComparison.Ordinal);
        }
        else if (isOrderFree)
        {
            string tree = TreeText.Of($"ICB delegates x to A {clauses}.");
            Assert.All(expected.Split("}, "), part => Assert.Contains(part.TrimEnd('}'), tree, StringComparison.Ordinal));
        }
        else
        {
            Check(clauses, expected);
        }
    }

    [Theory]
    [InlineData("for f, g at P from 1 May 2026 until 2026-06-30", "For{Names=[<f>, <g>]}, At{Places=[<P>]}, From{Date=2026-05-01}, Until{Date=2026-06-30}")]
    [InlineData("for 2026/27", "ForYear{Year=year 2026}")]
    [InlineData("for 2026–27", "ForYear{Year=year 2026}")]
    [InlineData("for 24 hour care", "For{Names=[<24 hour care>]}")]
    [InlineData("under NHS Act 2006 section 75", "Under{Name=<NHS Act 2006 section 75>}")]
    [InlineData("with reserved matters", "ReservedMatters{}")]
    [InlineData("subject to reserved matters:\n  - m\n  - n\n  at P", "ReservedMatters{Further=[<m>, <n>]}, At{Places=[<P>]}")]
    [InlineData("with reserved matters: m, n", "ReservedMatters{Further=[<m>, <n>]}")]
    [InlineData("except s, t", "Except{Subjects=[<s>, <t>]}")]
    [InlineData("jointly with B, C", "Jointly{Parties=Each(<B>, <C>)}")]
    [InlineData("after consulting two of B, C after recommendation of D after approval of E", "Step{Step=Consulting Parties=Each(2 of <B>, <C>)}, Step{Step=Recommendation Parties=Each(<D>)}, Step{Step=Approval Parties=Each(<E>)}")]
    [InlineData("even if reserved when c ratified by B", "EvenIfReserved{}, When{Facts=[Fact{Name=<c>}]}, RatifiedBy{Party=<B>}")]
    [InlineData("approved by X on 1 May 2026 recorded in \"r\" review by 1 May 2027 reference \"1\" note \"n\" note \"m\"",
        "ApprovedBy{Party=<X> Date=[2026-05-01]}, Text{Kind=RecordedIn Text=\"r\"}, ReviewBy{Date=2027-05-01}, Text{Kind=Reference Text=\"1\"}, Text{Kind=Note Text=\"n\"}, Text{Kind=Note Text=\"m\"}")]
    [InlineData("reporting to Board monthly", "ReportingTo{Parties=[<Board>] Frequency='monthly'}")]
    [InlineData("reporting to Board quarterly, annually", "ReportingTo{Parties=[<Board>] Frequency='quarterly, annually'}")]
    [InlineData("reporting to \"Board quarterly\"", "ReportingTo{Parties=[\"Board quarterly\"]}")]
    public void Terms(string clauses, string expected) => Check(clauses, expected);

    /// <summary>In any order, with or without commas, over any number of lines: the tree has the same clauses.</summary>
    [Fact]
    public void Order_and_commas_make_no_difference()
    {
        string[] clauses = ["up to £5 per contract", "from 1 May 2026", "when c", "with power to delegate", "reporting to B quarterly", "at P", "reference \"1\""];
        static string[] Sorted(string text) => [.. ((DecidingSyntax)TreeText.Read(text).Sentences[0]).Clauses.Select(TreeText.Of).Order(StringComparer.Ordinal)];
        string[] expected = Sorted($"ICB delegates x to A {string.Join(' ', clauses)}.");
        Assert.Equal(clauses.Length, expected.Length);
        var random = new Random(7);
        for (int i = 0; i < 50; i++)
        {
            string[] shuffled = [.. clauses];
            random.Shuffle(shuffled);
            string separator = new[] { " ", ", ", "\n  ", ",\r\n\t", " // c\n" }[i % 5];

            // A limit straight after the onward power would be the onward power's.
            string text = string.Join(separator, shuffled).Replace($"delegate{separator}up to", $"delegate{separator}recorded in \"r\"{separator}up to", StringComparison.Ordinal);
            Assert.Equal(expected, Sorted($"ICB delegates x to A{separator}{text}.").Where(clause => !clause.Contains("RecordedIn", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_clause_says_by_which_words_it_opens()
    {
        var sentence = (DecidingSyntax)TreeText.Read("ICB delegates x to A up to £5 subject to reserved matters with power to delegate up to £3 when c.").Sentences[0];
        Assert.Equal(["up to", "subject to reserved matters", "with power to delegate", "when"], sentence.Clauses.Select(clause => clause.Keyword));
    }

    [Fact]
    public void Spans_are_exact()
    {
        SyntaxTree tree = TreeText.Read("ICB delegates x to two of Chair, Member up to £5 per contract with power to delegate to C up to £3, reporting to Board quarterly.");
        var sentence = (DecidingSyntax)tree.Sentences[0];
        Assert.Equal("Chair", tree.Source.ToString(sentence.To.Items[0].Name.Span));
        Assert.Equal("two of Chair, Member", tree.Source.ToString(sentence.To.Span));
        Assert.Equal(
            ["up to £5 per contract", "with power to delegate to C up to £3", "reporting to Board quarterly"],
            sentence.Clauses.Select(clause => tree.Source.ToString(clause.Span)));
        Assert.Equal("Board", tree.Source.ToString(((ReportingToClauseSyntax)sentence.Clauses[2]).Parties[0].Span));
        Assert.Equal("contract", tree.Source.ToString(((LimitClauseSyntax)sentence.Clauses[0]).Range.Qualifier.BasisSpan));
        Assert.EndsWith("quarterly.", tree.Source.ToString(sentence.Span), StringComparison.Ordinal);
    }

    private static void Check(string clauses, string expected)
    {
        const string Declarations = "contract length is a measure in years.\nturnover is a measure in money.\nthreshold is an amount of £5.\n";
        SyntaxTree tree = TreeText.Read($"{Declarations}ICB delegates x to A {clauses}.");
        Assert.Equal("", TreeText.Faults(tree));
        Assert.Equal($"Deciding{{Verb=Delegates Delegator=<ICB> Subjects=[<x>] To=Each(<A>) Clauses=[{expected}]}}", TreeText.Of(tree.Sentences[^1]));
    }
}
