using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Joining;

/// <summary>Two trusts that share a function under an agreement that both declare alike, each in a scheme that joins the other's.</summary>
internal static class TwoTrusts
{
    public static readonly DateOnly Today = new(2026, 6, 1);

    public const string Hospital = """
        scheme Hospital Trust Scheme
          version 1
          approved by Board on 1 March 2026
          in force from 1 April 2026.
        use england.
        use scheme "../community" for Community Trust.
        Hospital Trust is an NHS trust.
        Board is the board of Hospital Trust.
        Finance Director is an officer of Hospital Trust reporting to Board.
        Community Trust is an NHS trust.
        North is a region.
        South is a region.
        urgent is a condition, normally false.
        wheelchairs is a function of Hospital Trust.
        health visiting is a function of Community Trust.
        Wheelchair Agreement is a delegation agreement between Hospital Trust, Community Trust covering wheelchairs under NHS Act 2006 section 65Z5 from 1 April 2026 until 31 March 2028.
        Hospital Trust delegates wheelchairs to Community Trust up to £2 million per year under Wheelchair Agreement with power to delegate reporting to Board quarterly reference "1".

        """;

    public const string Community = """
        scheme Community Trust Scheme
          version 3
          approved by Trust Board on 1 February 2026
          in force from 1 April 2026.
        use england.
        use scheme "../hospital" for Hospital Trust.
        Community Trust is an NHS trust.
        Trust Board is the board of Community Trust.
        Finance Director is an officer of Community Trust reporting to Trust Board.
        Head of Nursing is an officer of Community Trust reporting to Trust Board.
        Hospital Trust is an NHS trust.
        North is a region.
        South is a region.
        urgent is a condition, normally false.
        wheelchairs is a function of Hospital Trust.
        nursing is a function of Community Trust.
        health visiting is a function of Community Trust within nursing.
        Wheelchair Agreement is a delegation agreement between Hospital Trust, Community Trust covering wheelchairs under NHS Act 2006 section 65Z5 from 1 April 2026 until 31 March 2028.
        Hospital Trust delegates wheelchairs to Community Trust up to £2 million per year under Wheelchair Agreement with power to delegate reporting to Trust Board quarterly reference "7".
        Community Trust delegates wheelchairs to Finance Director up to £500,000 per year reporting to Trust Board quarterly reference "8".
        Community Trust delegates nursing to Head of Nursing up to £100,000 after consulting Finance Director reference "9".

        """;

    /// <summary>The hospital's scheme with the community's beside it.</summary>
    public static Compilation Compile(string hospital = Hospital, string community = Community) => Compile(MemoryFiles.Empty.With("main.delegation", hospital).With("../community/main.delegation", community));

    public static Compilation Compile(MemoryFiles files) => Project.OfFolder(files).Compile(Today);

    /// <summary>The codes of what is reported of joining, and of errors.</summary>
    public static string[] Codes(Compilation compilation) =>
        [.. compilation.Diagnostics.Where(finding => finding.Code is "DL2016" or "DL2017" || finding.Code.StartsWith("DL402", StringComparison.Ordinal) || finding.Severity == Diagnostics.DiagnosticSeverity.Error).Select(finding => finding.Code)];
}
