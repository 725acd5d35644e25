using DelegationLang.Testing;

namespace DelegationLang.Emit.Tests.Support;

/// <summary>A scheme in which one name stands for two parties, two functions and two matters, one after another, and in which nobody may decide something for one reason or another.</summary>
internal static class PassingScheme
{
    public const string Text = """
        scheme Names that pass on
          approved by Board on 1 March 2026
          in force from 1 April 2026 until 31 March 2028.
        use england.
        Trust is an NHS trust.
        Board is the board of Trust.
        Chief Executive is an officer of Trust.
        Place Partnership is a forum of Board until 31 March 2027.
        Place Partnership is a committee of Board from 1 April 2027.
        estates is a function of Trust until 31 March 2027.
        estates is a function of Trust from 1 April 2027.
        land is a matter of Trust until 30 September 2026.
        land is a matter of Trust from 1 October 2026.
        grants is a matter of Trust.
        loans is a matter of Trust.
        urgent is a condition.
        in budget is a condition.
        Trust delegates estates to Chief Executive up to £10,000 until 31 March 2027.
        Trust delegates estates to Place Partnership from 1 April 2027.
        Trust delegates land to Chief Executive up to £5,000 until 30 September 2026.
        Trust delegates land to Board from 1 October 2026.
        Trust delegates grants to Chief Executive.
        Trust delegates loans to Chief Executive when in budget.
        Nobody may decide grants when urgent.
        Nobody may decide grants unless in budget.
        Nobody may decide loans.
        """;

    private static readonly Lazy<Sample> Compiled = new(() => Samples.Compile(Text));

    public static Sample Sample => Compiled.Value;
}
