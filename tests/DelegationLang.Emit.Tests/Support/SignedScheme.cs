namespace DelegationLang.Emit.Tests.Support;

/// <summary>A scheme in which some decide alone, some once a step is taken, some only with others, and some as deputies.</summary>
internal static class SignedScheme
{
    public const string Text = """
        scheme Steps and signatures
          approved by Board on 1 March 2026
          in force from 1 April 2026 until 31 March 2028.
        use england.
        Trust is an NHS trust.
        Board is the board of Trust.
        Chief Executive is an officer of Trust.
        Deputy Chief Executive is an officer of Trust.
        Finance Director is an officer of Trust.
        Medical Director is an officer of Trust.
        north is a place of Trust.
        east is a place of Trust within north.
        south is a place of Trust.
        goods is a matter of Trust.
        works is a matter of Trust.
        grants is a matter of Trust.
        loans is a matter of Trust.
        land is a matter of Trust.
        gifts is a matter of Trust.
        contract length is a measure in years.
        urgent is a condition.
        Deputy Chief Executive deputises for Chief Executive.
        Trust delegates goods to Chief Executive up to £100,000 per contract.
        Trust delegates works to Chief Executive up to £50,000 per contract after consulting Finance Director.
        Trust delegates grants to Chief Executive jointly with Finance Director after consulting Medical Director.
        Trust delegates loans to two of Medical Director.
        Trust delegates land to Chief Executive up to £10,000 per contract.
        Trust delegates land to Chief Executive above £10,000 up to £1 million per contract after consulting Finance Director.
        Trust delegates gifts to Chief Executive up to £500 when contract length up to 2 years unless urgent at north.
        """;

    private static readonly Lazy<Sample> Compiled = new(() => Samples.Compile(Text));

    public static Sample Sample => Compiled.Value;
}
