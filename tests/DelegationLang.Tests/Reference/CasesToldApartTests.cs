namespace DelegationLang.Tests.Reference;

/// <summary>Cases are told apart only where the answer turns on it: not because some figures contradict each other in one of them.</summary>
public sealed class CasesToldApartTests
{
    private const string Head = """
        scheme Scheme
          approved by Board on 1 March 2026
          in force from 1 April 2026.
        Trust is an organisation.
        Board is the board of Trust.
        Director is an officer of Trust.
        Manager is an officer of Trust.
        goods is a matter of Trust.
        turnover is a measure in GBP.

        """;

    [Fact]
    public void An_amount_without_tax_that_cannot_be_with_one_including_it_is_no_case_of_its_own()
    {
        const string Text = Head + """
            Trust delegates goods to Director up to £25,000 per contract excluding VAT.
            Trust delegates goods to Manager up to £25,000 per contract including VAT.
            """;
        string[] expected =
        [
            "an amount up to £25,000 per contract excluding VAT, an amount up to £25,000 per contract including VAT: Director, Manager",
            "an amount up to £25,000 per contract excluding VAT, an amount above £25,000 per contract including VAT: Director",
            "an amount above £25,000 per contract excluding VAT: Board",
        ];
        Assert.Equal(expected, CasesOf(Text));
    }

    [Fact]
    public void A_part_of_a_measure_that_cannot_be_of_small_amounts_is_no_case_of_its_own()
    {
        const string Text = Head + """
            Trust delegates goods to Director up to £1,000.
            Trust delegates goods to Manager up to 10% of turnover when turnover up to £5,000.
            """;
        string[] expected =
        [
            "an amount up to £1,000, turnover up to £5,000, an amount up to 10% of turnover: Director, Manager",
            "an amount up to £1,000, turnover up to £5,000, an amount above 10% of turnover: Director",
            "an amount up to £1,000, turnover above £5,000: Director",
            "an amount above £1,000: Board",
        ];
        Assert.Equal(expected, CasesOf(Text));
    }

    [Theory]
    [InlineData("£0 per contract including VAT on 1 May 2026 when turnover is £0", "decided", "Director")]
    [InlineData("£0 per contract including VAT on 1 May 2026 when turnover is £100", "decided", "Director")]
    [InlineData("£1 per contract including VAT on 1 May 2026 when turnover is £0", "depends", "Board, Director")]
    public void What_is_nought_with_tax_is_nought_without(string question, string outcome, string deciders)
    {
        const string Text = Head + "Trust delegates goods to Director up to the lower of £25,000, 10% of turnover per contract excluding VAT.\n";
        var engine = EngineAnswerer.Compile(Text);
        Answer answer = engine.Ask($"who decides goods worth {question}?");

        Assert.Equal((outcome, deciders), (answer.Outcome, string.Join(", ", answer.Deciders)));
    }

    private static IEnumerable<string> CasesOf(string text)
    {
        var engine = EngineAnswerer.Compile(text);
        Assert.Empty(engine.Errors);
        return engine.Cases("who decides goods on 1 May 2026?").Select(one => $"{string.Join(", ", one.When)}: {string.Join(", ", one.Answer.Deciders)}");
    }
}
