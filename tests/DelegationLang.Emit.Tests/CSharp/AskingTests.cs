using System.Reflection;
using DelegationLang.Emit.CSharp;
using DelegationLang.Emit.Tests.Support;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Tests.CSharp;

/// <summary>A stranger's program, compiled together with what was emitted, gets the answers that questions in words get.</summary>
public sealed class AskingTests
{
    [Theory]
    [InlineData(
        "leeds-place",
        "Scheme.WhoDecides(Functions.CommunityServices).At(Places.Leeds).Worth(Money.Pounds(400_000m).PerContract).On(2026, 5, 1)",
        "who decides community services at Leeds worth £400,000 per contract on 1 May 2026?")]
    [InlineData(
        "depends",
        "Scheme.WhoDecides(Matters.AwardOfContract).Worth(Money.Pounds(100_000m).PerContract).When(Measures.ContractLength, 6).On(new DateOnly(2026, 5, 1))",
        "who decides award of contract worth £100,000 per contract on 1 May 2026 when contract length is 6 years?")]
    [InlineData(
        "depends",
        "Scheme.WhoDecides(Matters.AwardOfContract).On(2026, 5, 1)",
        "who decides award of contract on 1 May 2026?")]
    [InlineData(
        "deputy",
        "Scheme.WhoDecides(Matters.Goods).Worth(Money.Pounds(100m)).Unless(Conditions.InBudget).On(2026, 5, 1)",
        "who decides goods worth £100 on 1 May 2026 unless in budget?")]
    [InlineData(
        "deputy",
        "Scheme.WhoDecides(Matters.Goods).Worth(Money.Pounds(100m).IncludingVat).When(Conditions.InBudget).On(2026, 5, 1)",
        "who decides goods worth £100 including VAT on 1 May 2026 when in budget?")]
    [InlineData(
        "joint-or-alone",
        "Scheme.May(Parties.FinanceDirector, Matters.SignContracts).Worth(Money.Pounds(1m)).On(2026, 5, 1)",
        "may Finance Director decide \"sign contracts\" worth £1 on 1 May 2026?")]
    [InlineData(
        "residual",
        "Scheme.WhatMay(Parties.ChiefExecutive, new DateOnly(2022, 8, 1))",
        "what may Chief Executive decide on 1 August 2022?")]
    [InlineData(
        "west-yorkshire",
        "Scheme.WhoDecides(Budgets.SystemBudget).At(Places.Kirklees).On(2022, 8, 1)",
        "who decides system budget at Kirklees on 1 August 2022?")]
    public void The_answer_is_the_same_as_in_words(string name, string expression, string question)
    {
        Sample sample = Samples.Get(name);
        Answer answer = Run(sample, expression);
        Assert.NotEqual(Outcome.Error, answer.Outcome);
        Assert.Equal(sample.WithPublishedFiles(Dump.Of(sample.Engine.Ask(question, Samples.Today))), Dump.Of(answer));
    }

    [Theory]
    [InlineData("Scheme.WhoDecides(default(Matter<Scheme>)).On(2026, 5, 1)", typeof(InvalidOperationException))]
    [InlineData("Scheme.WhoDecides(Matters.Goods).Worth(Money.Pounds(-1m)).On(2026, 5, 1)", typeof(ArgumentOutOfRangeException))]
    [InlineData("Scheme.WhoDecides(Matters.Goods).At(default(Place<Scheme>)).On(2026, 5, 1)", typeof(InvalidOperationException))]
    public void What_is_no_decision_is_refused(string expression, Type exception)
    {
        TargetInvocationException thrown = Assert.Throws<TargetInvocationException>(() => Run(Samples.Get("deputy"), expression));
        Assert.IsType(exception, thrown.InnerException);
    }

    [Fact]
    public void Five_lines_are_enough()
    {
        const string program = """
            using System;
            using DelegationLang.Policy;
            using SchemeOfDelegation;
            internal static class Program
            {
                public static string Main()
                {
                    var answer = Scheme.WhoDecides(Matters.Grants).Worth(Money.Pounds(1_000_000m)).On(2026, 5, 1);
                    return answer.Outcome + ": " + string.Join(", ", answer.Deciders) + " of " + Scheme.Title;
                }
            }
            """;
        Assembly assembly = EmittedCode.Load(Emit(Samples.Get("deputy")), program);
        Assert.Equal("Decided: Chief Executive of Deputies and standing conditions", assembly.GetType("Program")?.GetMethod("Main")?.Invoke(null, null));
    }

    private static string Emit(Sample sample) => new CSharpEmitter().Emit(sample.Input).Single().ToText();

    private static Answer Run(Sample sample, string expression)
    {
        string program = $$"""
            using System;
            using DelegationLang.Policy;
            using SchemeOfDelegation;
            internal static class Program
            {
                public static Answer Run() => {{expression}};
            }
            """;
        MethodInfo? method = EmittedCode.Load(Emit(sample), program).GetType("Program")?.GetMethod("Run");
        return Assert.IsType<Answer>(method?.Invoke(null, null));
    }
}
