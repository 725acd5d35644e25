using System.Reflection;
using DelegationLang.Emit.CSharp;
using DelegationLang.Emit.Tests.Support;

namespace DelegationLang.Emit.Tests.CSharp;

/// <summary>
/// A stranger's program against the C# of a scheme never permits by accident: what was never set, said twice, misspelt or on a wrong basis is an
/// exception that says so, and what must come first is no permission.
/// </summary>
public sealed class FailClosedTests
{
    private const string Day = "new DateOnly(2026, 5, 1)";

    // What is tried, and what it comes to: what it prints, or the exception, a colon and a part of its message.
    private static readonly (string Expression, string Wanted)[] Attempts =
    [
        // Values that were never set.
        ("default(MayQuestion<Scheme>).IsAllowedOn(day)", "InvalidOperationException: never asked of a scheme"),
        ("default(MayQuestion<Scheme>).OutcomeOn(day)", "InvalidOperationException: never asked"),
        ("default(MayQuestion<Scheme>).StandingOn(day)", "InvalidOperationException: never asked"),
        ("default(MayQuestion<Scheme>).On(day)", "InvalidOperationException: never asked"),
        ("Nothing(() => default(MayQuestion<Scheme>).RequireOn(day))", "InvalidOperationException: never asked"),
        ("default(MayQuestion<Scheme>).At(Places.North).Worth(Money.Pounds(1)).IsAllowedOn(day)", "InvalidOperationException: never asked"),
        ("default(MayQuestion<Scheme>).When(Conditions.Urgent).When(Measures.ContractLength, 1).IsAllowedOn(day)", "InvalidOperationException: never asked"),
        ("default(WhoQuestion<Scheme>).On(day)", "InvalidOperationException: never asked"),
        ("default(WhoQuestion<Scheme>).At(Places.North).Unless(Conditions.Urgent).On(day)", "InvalidOperationException: never asked"),
        ("default(NamedMayQuestion).IsAllowedOn(day)", "InvalidOperationException: never asked"),
        ("default(NamedMayQuestion).At(\"north\").IsAllowedOn(day)", "InvalidOperationException: never asked"),
        ("default(NamedWhoQuestion).On(day)", "InvalidOperationException: never asked"),
        ("default(NamedWhoQuestion).Worth(1m)", "InvalidOperationException: never asked"),
        ("Scheme.May(default, Matters.Goods).IsAllowedOn(day)", "InvalidOperationException: no party"),
        ("Scheme.May(Parties.ChiefExecutive, default(Matter<Scheme>)).IsAllowedOn(day)", "InvalidOperationException: no matter"),
        ("Scheme.May(Parties.ChiefExecutive, default(Function<Scheme>)).IsAllowedOn(day)", "InvalidOperationException: no function"),
        ("Scheme.May(Parties.ChiefExecutive, default(Budget<Scheme>)).IsAllowedOn(day)", "InvalidOperationException: no budget"),
        ("goods.At(default)", "InvalidOperationException: no place"),
        ("goods.When(default(Condition<Scheme>))", "InvalidOperationException: no condition"),
        ("goods.When(default(Measure<Scheme>), 1)", "InvalidOperationException: no measure"),
        ("goods.Worth(default(Money<Sterling>)).IsAllowedOn(day)", "InvalidOperationException: no sum of money"),
        ("goods.Worth(default(Money<Sterling>).PerContract).IsAllowedOn(day)", "InvalidOperationException: no sum of money"),
        ("goods.Worth(default(Amount<Sterling, WholeContract, VatUnstated>)).IsAllowedOn(day)", "InvalidOperationException: no sum of money"),
        ("goods.Worth(Money.Pounds(0).PerContract).IsAllowedOn(day)", "True"),
        ("default(Money<Sterling>) + Money.Pounds(1)", "InvalidOperationException: no sum of money"),
        ("default(Money<Sterling>) < Money.Pounds(1)", "InvalidOperationException: no sum of money"),
        ("default(Money<Sterling>) == Money.Pounds(0)", "False"),
        ("default(StandingKind)", "No"),
        ("default(Outcome)", "Error"),
        ("Scheme.WhatMay(default, day)", "InvalidOperationException: no party"),

        // Days.
        ("goods.Worth(Money.Pounds(1).PerContract).IsAllowedOn(default)", "ArgumentOutOfRangeException: never set"),
        ("Scheme.May(Parties.Board, Matters.Goods).OutcomeOn(default)", "ArgumentOutOfRangeException: never set"),
        ("Scheme.WhoDecides(Matters.Goods).On(default)", "ArgumentOutOfRangeException: never set"),
        ("Scheme.WhatMay(Parties.Board, default)", "ArgumentOutOfRangeException: never set"),
        ("Scheme.May(Parties.Board, Matters.Goods).OutcomeOn(DateOnly.MaxValue)", "No"),
        ("Scheme.May(Parties.Board, Matters.Goods).IsAllowedOn(new DateOnly(2026, 3, 31))", "False"),
        ("Scheme.May(Parties.Board, Matters.Goods).IsAllowedOn(new DateOnly(2026, 4, 1))", "True"),
        ("Scheme.May(Parties.Board, Matters.Goods).IsAllowedOn(new DateOnly(2028, 3, 31))", "True"),
        ("Scheme.May(Parties.Board, Matters.Goods).IsAllowedOn(new DateOnly(2028, 4, 1))", "False"),

        // Amounts: what is wanted is said.
        ("goods.Worth(Money.Pounds(1).PerYear).IsAllowedOn(day)", "ArgumentException: per contract"),
        ("goods.Worth(Money.Pounds(1).PerYear).On(day)", "ArgumentException: per contract"),
        ("goods.Worth(Money.Pounds(1).PerDecision).StandingOn(day)", "ArgumentException: No limit on goods counts per decision. Limits on it count per contract: say the amount so."),
        ("Scheme.WhoDecides(Matters.Goods).Worth(Money.Pounds(1).InTotal).On(day)", "ArgumentException: per contract"),
        ("goods.Worth(Money.Euros(1).PerContract).IsAllowedOn(day)", "ArgumentException: No limit of the scheme is in “EUR”. Limits are in GBP."),
        ("goods.Worth(Money.Pounds(1)).IsAllowedOn(day)", "True"),
        ("goods.IsAllowedOn(day)", "False"),
        ("Money.Pounds(-0.01m)", "ArgumentOutOfRangeException: never negative"),
        ("goods.Worth(Money.Pounds(100_000.01m).PerContract).IsAllowedOn(day)", "False"),
        ("goods.Worth(Money.Pounds(decimal.MaxValue).PerContract).IsAllowedOn(day)", "False"),

        // What contradicts what was said.
        ("goods.Worth(Money.Pounds(900_000).PerContract).Worth(Money.Pounds(1).PerContract)", "ArgumentException: already says “£900,000 per contract”"),
        ("goods.Worth(Money.Pounds(1)).Worth(Money.Pounds(1).PerContract)", "ArgumentException: already says"),
        ("goods.Worth(Money.Pounds(1).PerContract).Worth(Money.Pounds(1.00m).PerContract).IsAllowedOn(day)", "True"),
        ("gifts.When(Conditions.Urgent).Unless(Conditions.Urgent)", "ArgumentException: already says “when urgent”"),
        ("gifts.Unless(Conditions.Urgent).When(Conditions.Urgent)", "ArgumentException: already says “unless urgent”"),
        ("gifts.When(Measures.ContractLength, 9).When(Measures.ContractLength, 1)", "ArgumentException: already says “contract length 9”"),
        ("gifts.When(Measures.ContractLength, -1)", "ArgumentOutOfRangeException: "),
        ("gifts.At(Places.South).At(Places.North)", "ArgumentException: already says “at south”"),
        ("gifts.At(Places.East).Unless(Conditions.Urgent).Unless(Conditions.Urgent).When(Measures.ContractLength, 2).When(Measures.ContractLength, 2).Worth(Money.Pounds(500)).IsAllowedOn(day)", "True"),
        ("gifts.At(Places.South).Unless(Conditions.Urgent).When(Measures.ContractLength, 2).Worth(Money.Pounds(500)).IsAllowedOn(day)", "False"),

        // What must come first.
        ("works.Worth(Money.Pounds(10).PerContract).OutcomeOn(day)", "Yes"),
        ("works.Worth(Money.Pounds(10).PerContract).IsAllowedOn(day)", "False"),
        ("works.Worth(Money.Pounds(10).PerContract).StandingOn(day)", "allowed once: after consulting Finance Director"),
        ("works.Worth(Money.Pounds(10).PerContract).StandingOn(day).Steps.Single()", "after consulting Finance Director"),
        ("Nothing(() => works.Worth(Money.Pounds(10).PerContract).RequireOn(day))", "NotAuthorisedException: Chief Executive may decide this on 1 May 2026, but only after consulting Finance Director."),
        ("Nothing(() => works.Worth(Money.Pounds(10).PerContract).RequireOn(day, new[] { \"after consulting Medical Director\" }))", "NotAuthorisedException: only after consulting Finance Director."),
        ("Nothing(() => works.Worth(Money.Pounds(10).PerContract).RequireOn(day, new[] { \"after consulting Finance Director\" }))", "nothing"),
        ("Nothing(() => works.Worth(Money.Pounds(60_000).PerContract).RequireOn(day, new[] { \"after consulting Finance Director\" }))", "NotAuthorisedException: may not decide"),
        ("grants.OutcomeOn(day)", "No"),
        ("grants.IsAllowedOn(day)", "False"),
        ("grants.StandingOn(day)", "allowed once: after consulting Medical Director, jointly with Finance Director"),
        ("grants.StandingOn(day).IsAllowedAfter(new[] { \"after consulting Medical Director\" })", "False"),
        ("grants.StandingOn(day).IsAllowedAfter(new string[0], new[] { \"Finance Director\" })", "False"),
        ("grants.StandingOn(day).IsAllowedAfter(new[] { \"after consulting Medical Director\" }, new[] { \"Chief Executive\" })", "False"),
        ("grants.StandingOn(day).IsAllowedAfter(new[] { \"after consulting Medical Director\" }, new[] { \"Finance Director\" })", "True"),
        ("Scheme.May(Parties.MedicalDirector, Matters.Loans).StandingOn(day)", "allowed once: jointly with Medical Director"),
        ("Scheme.May(Parties.MedicalDirector, Matters.Loans).StandingOn(day).IsAllowedAfter(new string[0], new[] { \"Finance Director\" })", "False"),
        ("Scheme.May(Parties.FinanceDirector, Matters.Loans).StandingOn(day)", "no"),
        ("Scheme.May(Parties.FinanceDirector, Matters.Loans).StandingOn(day).IsAllowedAfter(new string[0], new[] { \"Medical Director\", \"Medical Director\" })", "False"),
        ("land.OutcomeOn(day)", "Depends"),
        ("land.Worth(Money.Pounds(10_000).PerContract).IsAllowedOn(day)", "True"),
        ("land.Worth(Money.Pounds(10_000.01m).PerContract).IsAllowedOn(day)", "False"),
        ("land.StandingOn(day)", "depends on the amount"),
        ("land.StandingOn(day).IsAllowedAfter(new[] { \"after consulting Finance Director\" })", "False"),
        ("Nothing(() => land.RequireOn(day))", "NotAuthorisedException: depends on the amount"),
        ("Scheme.May(Parties.DeputyChiefExecutive, Matters.Goods).Worth(Money.Pounds(1).PerContract).StandingOn(day)", "no"),
        ("Scheme.May(Parties.DeputyChiefExecutive, Matters.Goods).Worth(Money.Pounds(1).PerContract).On(day).Deputies.Single().For", "Chief Executive"),

        // Names from outside.
        ("Scheme.FindParty(\"chief executive\")", "Chief Executive"),
        ("Scheme.FindParty(\"\") == null", "True"),
        ("Scheme.FindParty(\"Mayor\") == null", "True"),
        ("Scheme.FindParty(null!)", "ArgumentNullException: "),
        ("new Place<Scheme>(20000) is var far && gifts.At(far).IsAllowedOn(day)", "ArgumentOutOfRangeException: no place"),
        ("Scheme.May(new Party<Scheme>(9999), Matters.Goods).Worth(Money.Pounds(1).PerContract).IsAllowedOn(day)", "ArgumentOutOfRangeException: no party"),

        // Sentences.
        ("Scheme.WhoDecides(Matters.Goods).Worth(Money.Pounds(1_000.5m).PerContract).On(day)", "On 1 May 2026, Chief Executive decides alone. Or, while Chief Executive is away or conflicted, Deputy Chief Executive."),
        ("works.Worth(Money.Pounds(10).PerContract).On(day)", "Yes: on 1 May 2026, Chief Executive may decide this alone. Only after consulting Finance Director."),
        ("goods.On(day)", "On 1 May 2026, it depends on the amount."),
        ("Money.Pounds(1234.5m).PerContract", "£1,234.50 per contract"),
        ("default(Money<Sterling>).ToString().Length + default(Amount<Sterling, WholeContract, VatUnstated>).ToString().Length", "0"),
    ];

    private static readonly Lazy<string[]> Outcomes = new(Run);

    public static TheoryData<int, string> Numbers
    {
        get
        {
            var numbers = new TheoryData<int, string>();
            for (int i = 0; i < Attempts.Length; i++)
            {
                numbers.Add(i, Attempts[i].Expression);
            }

            return numbers;
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Nothing_is_permitted_by_accident(int number, string expression)
    {
        Assert.Equal(Attempts[number].Expression, expression);
        string wanted = Attempts[number].Wanted;
        string found = Outcomes.Value[number];
        int colon = wanted.IndexOf("Exception: ", StringComparison.Ordinal);
        if (colon < 0)
        {
            Assert.Equal(wanted, found);
        }
        else
        {
            Assert.StartsWith(wanted[..(colon + 11)], found, StringComparison.Ordinal);
            Assert.Contains(wanted[(colon + 11)..], found, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_last_signature_of_two_of_a_post_is_another_person_of_it()
    {
        string program = Program("Scheme.May(Parties.MedicalDirector, Matters.Loans).StandingOn(day).IsAllowedAfter(new string[0], new[] { \"Medical Director\" })");
        Assert.Equal(["True"], Invoke(program));
    }

    private static string[] Run() => Invoke(Program([.. Attempts.Select(attempt => attempt.Expression)]));

    private static string[] Invoke(string program) => Assert.IsType<string[]>(
        EmittedCode.Load(new CSharpEmitter().Emit(SignedScheme.Sample.Input).Single().ToText(), program).GetType("Program")?.GetMethod("Run")?.Invoke(null, null));

    // Each attempt twice: the second time it is remembered. Tests run in a culture in which figures and days are written otherwise.
    private static string Program(params string[] expressions) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using DelegationLang.Policy;
        using DelegationLang.Policy.Amounts;
        using DelegationLang.Policy.Asking;
        using SchemeOfDelegation;
        internal static class Program
        {
            private static readonly DateOnly day = {{Day}};
            private static readonly MayQuestion<Scheme> goods = Scheme.May(Parties.ChiefExecutive, Matters.Goods);
            private static readonly MayQuestion<Scheme> works = Scheme.May(Parties.ChiefExecutive, Matters.Works);
            private static readonly MayQuestion<Scheme> grants = Scheme.May(Parties.ChiefExecutive, Matters.Grants);
            private static readonly MayQuestion<Scheme> land = Scheme.May(Parties.ChiefExecutive, Matters.Land);
            private static readonly MayQuestion<Scheme> gifts = Scheme.May(Parties.ChiefExecutive, Matters.Gifts);

            public static string[] Run()
            {
                var told = new List<string>();
                {{string.Join("\n        ", expressions.Select(expression => $"told.Add(Twice(() => {expression}));"))}}
                return told.ToArray();
            }

            private static string Nothing(Action action)
            {
                action();
                return "nothing";
            }

            private static string Twice(Func<object?> attempt)
            {
                string first = Tell(attempt);
                string second = Tell(attempt);
                return first == second ? first : first + " and then " + second;
            }

            private static string Tell(Func<object?> attempt)
            {
                try
                {
                    return attempt()?.ToString() ?? "null";
                }
                catch (Exception exception)
                {
                    return exception.GetType().Name + ": " + exception.Message;
                }
            }
        }
        """;
}
