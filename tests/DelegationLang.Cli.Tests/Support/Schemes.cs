namespace DelegationLang.Cli.Tests.Support;

/// <summary>Small schemes to try commands on.</summary>
internal static class Schemes
{
    public const string Head = """
        scheme Small scheme
          version 1
          approved by Board on 1 March 2026
          in force from 1 April 2026.

        use england.

        Hospital Trust is an NHS trust.
        Board is the board of Hospital Trust.
        Chief Executive is an officer of Hospital Trust.
        buying is a matter of Hospital Trust.

        """;

    /// <summary>Nothing is wrong with it; two scenarios hold.</summary>
    public const string Sound = Head + """
        Hospital Trust delegates buying to Chief Executive up to £50,000 reference "4.2".

        scenario "A new bed":
          buying worth £1,000 on 1 May 2026 is decided by Chief Executive.
        scenario "A new wing":
          buying worth £5 million on 1 May 2026 is decided by Board.

        """;

    /// <summary>One delegation names a post that nobody declared (line 12), the other is sound.</summary>
    public const string Faulty = Head + """
        Hospital Trust delegates buying to Cheif Executive up to £50,000.
        Hospital Trust delegates all other matters to Chief Executive reference "2".

        """;

    /// <summary>Nothing is wrong but a scenario.</summary>
    public const string FailingScenario = Head + """
        Hospital Trust delegates buying to Chief Executive up to £50,000 reference "4.2".

        scenario "A new scanner":
          buying worth £60,000 on 1 May 2026 is decided by Chief Executive.
        scenario "A new bed":
          buying worth £1,000 on 1 May 2026 is decided by Chief Executive.

        """;

    /// <summary>A folder with one scheme in <c>main.delegation</c>.</summary>
    public static TemporaryFolder Folder(string text) => new TemporaryFolder().With("main.delegation", text);
}
