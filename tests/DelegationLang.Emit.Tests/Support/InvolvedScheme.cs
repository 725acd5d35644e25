using DelegationLang.Testing;

namespace DelegationLang.Emit.Tests.Support;

/// <summary>A scheme in which some have part in decisions by a budget around others, and by the function that a matter is declared within.</summary>
internal static class InvolvedScheme
{
    public const string Text = """
        scheme Parts
          approved by Board on 1 March 2026
          in force from 1 April 2026 until 31 March 2028.
        use england.
        Trust is an NHS trust.
        Board is the board of Trust.
        Finance Committee is a committee of Board.
        Audit Committee is a committee of Board.
        Adviser is an officer of Trust.
        Manager is an officer of Trust.
        estates is a function of Trust.
        security is a function of Trust.
        guards is a function of Trust within security.
        cleaning is a matter within estates.
        patrols is a matter within guards.
        spending is a matter of Trust.
        Corporate Budget is a budget of Trust worth £10 million for 2026/27.
        Estates Budget is a budget of Trust within Corporate Budget covering estates worth £2 million for 2026/27.
        Guards Budget is a budget of Trust within Estates Budget covering guards worth £1 million for 2026/27.
        Trust delegates estates, guards to Manager up to £50,000.
        Finance Committee oversees Corporate Budget.
        Audit Committee oversees Estates Budget.
        Adviser advises Board on cleaning, patrols, spending for security.
        """;

    private static readonly Lazy<Sample> Compiled = new(() => Samples.Compile(Text));

    public static Sample Sample => Compiled.Value;
}
