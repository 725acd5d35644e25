using DelegationLang.Diagnostics;
using DelegationLang.Rules;

namespace DelegationLang.Tests.Rules.Lawfulness;

/// <summary>Bodies of every kind, for the rules of law to be tried on.</summary>
internal static class LawText
{
    /// <summary>In force from 1 April 2026, without an end.</summary>
    public const string Bodies =
        """
        Example ICB is an integrated care board known as ICB.
        Other ICB is an integrated care board.
        Community Trust is an NHS foundation trust.
        Hospital Trust is an NHS trust.
        City Council is a local authority.
        Moor Council is a local authority.
        Mayoral Authority is a combined authority.
        Clinic Company is a company.
        Village Practice is a general practice.
        Hospice is a charity.
        college is a kind of organisation.
        Nursing College is a college.

        Board is the board of ICB.
        Audit Committee is a committee of Board reporting to Board.
        Remuneration Committee is a committee of Board reporting to Board.
        Place Committee is a committee of Board reporting to Board.
        Citizens Forum is a forum of ICB.
        Place Partnership is a place partnership of ICB.
        Chair is the chair of Board.
        Lay Member is a non-executive of Board.
        Place Chair is the chair of Place Committee.
        Place Member is a member of Place Committee.
        Director is an officer of ICB.
        Joint Director is an officer of ICB and City Council.

        Trust Board is the board of Community Trust.
        Trust Committee is a committee of Trust Board.
        Trust Forum is a forum of Community Trust.
        Council of Governors is a membership body of Community Trust.
        Trust Chief is an executive director of Community Trust.
        Trust Manager is an officer of Community Trust.
        Trust Clerk is an officer of Community Trust.

        Full Council is the board of City Council.
        Planning Committee is a committee of Full Council.
        Planning Panel is a sub-committee of Planning Committee.
        Planning Chair is the chair of Planning Committee.
        Wellbeing Board is a health and wellbeing board of City Council.
        Wellbeing Panel is a sub-committee of Wellbeing Board.
        Cabinet is the cabinet of City Council.
        Cabinet Committee is a committee of Cabinet.
        Leader is an executive member of Full Council.
        Councillor is a councillor of Full Council.
        City Officer is an officer of City Council.

        Moor Board is the board of Moor Council.
        Moor Committee is a committee of Moor Board.
        Moor Officer is an officer of Moor Council.

        System Committee is a joint committee between ICB, Other ICB.
        Integrated Committee is a joint committee between ICB, City Council.
        Two Councils Committee is a joint committee between City Council, Moor Council.

        community care is a function of ICB.
        district nursing is a function of ICB within community care.
        care budget is a budget of ICB covering community care.
        surgery of the hand is a function of Hospital Trust within surgery.
        eye clinics is a function of Hospital Trust.
        wards is a function of Community Trust.
        dental services is a function of NHS England.
        trust directions is a function of NHS England within NHS trust directions.
        social care is a function of City Council.
        planning is a council function of City Council.
        highways is an executive function of City Council.
        moor highways is an executive function of Moor Council.
        mayoral transport is a mayoral function of Mayoral Authority.
        needs assessment is a function of Wellbeing Board within joint strategic needs assessment.
        setting the council tax is a matter of City Council within council tax and precept.
        full borrowing is a full council matter of City Council.
        contracts is a matter of ICB.
        city contracts is a matter of City Council.

        Care Agreement is a delegation agreement between ICB, City Council under NHS Act 2006 section 65Z5.
        Trust Agreement is a delegation agreement between ICB, Community Trust under NHS Act 2006 section 65Z5 from 1 April 2026 until 31 March 2028.
        System Agreement is a delegation agreement between ICB, Other ICB under NHS Act 2006 section 65Z6.
        Open Agreement is a delegation agreement between ICB, Community Trust.
        Integration Agreement is a section 75 agreement between ICB, City Council under NHS Act 2006 section 75
          stating aims, payments, functions, services, staff and premises, duration, monitoring
          reporting to Board quarterly and annually.
        Short Integration Agreement is a section 75 agreement between ICB, City Council
          stating aims, payments, functions, services, staff and premises, duration, monitoring
          reporting to Board quarterly and annually.
        Payment is a section 256 agreement between ICB, City Council under NHS Act 2006 section 256.
        Grant is a section 76 agreement between ICB, City Council.
        Understanding is a memorandum between ICB, Community Trust.
        Councils Agreement is a delegation agreement between City Council, Moor Council under Local Government Act 1972 section 101.
        Executive Agreement is a delegation agreement between City Council, Moor Council under Local Government Act 2000 section 9EA.
        Provider Contract is a lead provider contract between ICB, Community Trust from 1 April 2026 until 31 March 2029.

        """;

    private const string Head =
        """
        scheme Test
          version 1
          approved by Board on 1 March 2026
          in force from 1 April 2026.

        use england.

        """;

    /// <summary>What the rules of law find in sentences put after the bodies, as <c>CODE:the words it is about</c>; those beginning with <c>w:</c> are warnings, with <c>i:</c> remarks.</summary>
    public static string[] Findings(string sentences, string head = Head, string bodies = Bodies, bool isSound = true) =>
        [.. Find(head + bodies + sentences, isSound).Select(Short)];

    /// <summary>What the rules of law find in a whole scheme.</summary>
    public static Diagnostic[] Find(string text, bool isSound = true) =>
        [.. RuleSet.Run(RuleText.Bind(text, isSound), new RuleContext(new DateOnly(2026, 5, 1))).Diagnostics.Where(finding => finding.Code.StartsWith("DL4", StringComparison.Ordinal))];

    /// <summary>One finding about sentences put after the bodies.</summary>
    public static Diagnostic Single(string sentences) => Assert.Single(Find(Head + Bodies + sentences));

    /// <summary>The scheme sentence of a scheme of the ICB with the days on which it is in force.</summary>
    public static string InForce(string days) => Head.Replace("from 1 April 2026", days, StringComparison.Ordinal);

    private static string Short(Diagnostic finding) => finding.Severity switch
    {
        DiagnosticSeverity.Error => RuleText.Short(finding),
        DiagnosticSeverity.Warning => "w:" + RuleText.Short(finding),
        _ => "i:" + RuleText.Short(finding),
    };
}
