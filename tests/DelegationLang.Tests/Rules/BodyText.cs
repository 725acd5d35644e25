namespace DelegationLang.Tests.Rules;

/// <summary>Small whole schemes for the rules about bodies: the head, the own organisation, and what a test adds.</summary>
internal static class BodyText
{
    public const string Head =
        """
        scheme Test
          version 1
          approved by Board on 1 March 2026
          in force from 1 April 2026.

        use england.


        """;

    /// <summary>An integrated care board with its board alone, and people.</summary>
    public const string Icb = Head +
        """
        Example ICB is an integrated care board known as ICB.
        Chair is the chair of Board.
        Deputy Chair is a non-executive of Board.
        Audit Chair is a non-executive of Board.
        Non-Executive Member is a non-executive of Board.
        Chief Executive is an officer of ICB.
        Finance Director is an officer of ICB.
        Nursing Director is an officer of ICB.
        Finance Director is also Section 151 Officer.

        """;

    /// <summary>The same with the declaration of a plain board.</summary>
    public const string IcbWithBoard = Icb + "Board is the board of ICB.\n";

    /// <summary>A trust with its board, and people.</summary>
    public const string Trust = Head +
        """
        Hospital Trust is an NHS trust known as Trust.
        Other Trust is an NHS trust.
        City Council is a local authority known as Council.
        Board is the board of Trust.
        Full Council is the board of City Council.
        Chair is the chair of Board.
        Audit Chair is a non-executive of Board.
        Member is a non-executive of Board.
        Chief Executive is an officer of Trust.
        Finance Director is an officer of Trust.
        Council Treasurer is an officer of City Council.
        Joint Director is an officer of Trust and City Council.
        buying is a matter of Trust.
        nursing is a function of Trust.

        """;

    public const string BothCommittees =
        """
        Audit Committee is a committee of Board reporting to Board.
        Remuneration Committee is a committee of Board reporting to Board.

        """;
}
