namespace DelegationLang.LanguageServer.Tests.Support;

/// <summary>A small sound scheme, in one file and in two.</summary>
internal static class Scheme
{
    public const string Main = """
        // A small scheme.
        scheme Example Scheme
          version 1
          approved by Board on 24 March 2026
          in force from 1 April 2026.

        use england.
        use "parties.delegation".

        section Functions

        community services is a function of ICB.
        podiatry is a function of ICB within community services.
        matters of ICB reserved to Board:
          - "closing a service" reference "2.1".
        in budget is a condition judged by Chief Executive.

        section Delegation

        ICB delegates community services to Place Committee Leeds
          up to £500,000 per contract
          until 31 March 2028
          with reserved matters
          with power to delegate
          reporting to Board
          reference "4.2".

        Place Committee Leeds delegates podiatry to Place Director Leeds
          when in budget.

        section Scenarios

        scenario "the director buys podiatry":
          podiatry at Leeds worth £400,000 per contract on 1 May 2026 when in budget is decided by Place Director Leeds.

        """;

    public const string Parties = """
        Example ICB is an integrated care board known as ICB.
        Other Trust is an NHS trust.
        Leeds is a place of ICB.
        Hull is a place of Other Trust.
        Board is the board of ICB.
        Trust Board is the board of Other Trust.
        Audit Committee is an audit committee of Board reporting to Board.
        Remuneration Committee is a remuneration committee of Board reporting to Board.
        Chief Executive is an officer of ICB.
        Place Committee Leeds is a committee of Board at Leeds reporting to Board.
        Place Director Leeds is an officer of ICB at Leeds reporting to Place Committee Leeds.

        """;

    /// <summary>Both files on the disk.</summary>
    public static TestHost Host() => new TestHost().With("main.delegation", Main).With("parties.delegation", Parties);

    /// <summary>A session in which the main file is open and has been reported on.</summary>
    public static async Task<TestClient> OpenAsync(object? capabilities = null)
    {
        TestClient client = await TestClient.StartAsync(Host(), capabilities);
        await client.OpenAsync("main.delegation", Main);
        return client;
    }
}
