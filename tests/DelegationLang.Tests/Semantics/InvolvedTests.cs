using DelegationLang.Policy;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Semantics;

/// <summary>Of which decisions an answer tells who has part in them without deciding.</summary>
public sealed class InvolvedTests
{
    private const string Text = """
        scheme Parts
          version 1
          approved by Board on 10 March 2026
          in force from 1 April 2026.
        use england.
        Trust is an NHS trust.
        Board is the board of Trust.
        Finance Committee is a committee of Board reporting to Board.
        Adviser is an officer of Trust reporting to Board.
        estates is a function of Trust.
        security is a function of Trust.
        guards is a function of Trust within security.
        cleaning is a matter within estates.
        patrols is a matter within guards.
        spending is a matter of Trust.
        Corporate Budget is a budget of Trust worth £10 million for 2026/27.
        Estates Budget is a budget of Trust within Corporate Budget covering estates worth £2 million for 2026/27.
        Reserve is a budget of Trust within Corporate Budget worth £1 million for 2026/27.
        Finance Committee oversees Corporate Budget.
        Adviser advises Board on cleaning, patrols, spending for security.

        """;

    [Theory]
    [InlineData("who decides estates?", "Finance Committee oversees it")]
    [InlineData("who decides Estates Budget?", "Finance Committee oversees it")]
    [InlineData("who decides Reserve?", "Finance Committee oversees it")]
    [InlineData("who decides Corporate Budget?", "Finance Committee oversees it")]
    [InlineData("who decides cleaning?", "Finance Committee oversees it")]
    [InlineData("who decides security?", "")]
    public void A_budget_stands_for_what_it_and_the_budgets_within_it_cover(string question, string involved) => Assert.Equal(involved, Involved(question));

    [Theory]
    [InlineData("who decides patrols?", "Adviser advises Board")]
    [InlineData("who decides spending?", "Adviser advises Board, for security")]
    [InlineData("who decides spending for guards?", "Adviser advises Board")]
    [InlineData("who decides spending for estates?", "Finance Committee oversees it")]
    public void A_matter_within_a_function_is_one_of_that_function(string question, string involved) => Assert.Equal(involved, Involved(question));

    private static string Involved(string question)
    {
        Compilation compilation = Project.OfFolder(MemoryFiles.Empty.With("main.delegation", Text)).Compile(new DateOnly(2026, 6, 1));
        Assert.Empty(compilation.Errors);
        Answer answer = compilation.Engine.Ask(question, new DateOnly(2026, 6, 1));
        Assert.True(answer.Outcome == Outcome.Decided, answer.Message + string.Join("; ", answer.Reasons));
        return string.Join("; ", answer.Involved.Select(one => one.Words));
    }
}
