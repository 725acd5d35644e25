using DelegationLang.Diagnostics;
using DelegationLang.Rules;
using DelegationLang.Semantics;

namespace DelegationLang.Tests.Rules.Lawfulness;

/// <summary>The law of a country that does not exist: each rule of law speaks from its powers alone, and where there is no library none speaks.</summary>
public sealed class LibraryTests
{
    private const string Library =
        """
        royal agency is a kind of organisation.
        free town is a kind of organisation.
        guild is a kind of organisation.
        moot is a kind of group.
        privy table is a kind of group.
        alderman is a kind of member.
        circle is a kind of group.
        crown function is a kind of function.
        town function is a kind of function.
        moot matter is a kind of matter.
        sealed pact is a kind of agreement.
        other pact is a kind of agreement.
        works contract is a kind of contract.

        mines is a function.
        bridges is a function.
        the town charter is a matter.
        the town levy is a moot matter.

        Edict of 1900 is a power for royal agency to delegate to free town, royal agency under sealed pact except mines
          stating cause, end
          reporting to board annually
          from 1 January 1900 until 31 December 2030.
        Edict of 1910 is a power for royal agency to delegate to free town, royal agency from 1 January 1910.
        Edict of 1920 is a power for free town to delegate to royal agency under sealed pact.
        Edict of 1925 is a power for free town to delegate to free town under other pact.
        Edict of 1926 is a power for free town to delegate to free town under agreement covering bridges.
        Edict of 1930 is a power for free town to delegate to committee, officer except crown function.
        Edict of 1940 is a power for free town, privy table to delegate to privy table, officer, committee covering crown function.
        Edict of 1950 is a power for free town covering moot matter.
        Edict of 1951 is a power for free town to delegate to board covering the town charter.
        Edict of 1960 is a power for free town to delegate to moot for moot to delegate to officer.
        Edict of 1961 is a power for moot to delegate to committee.
        Edict of 1970 is an unverified power for royal agency to delegate to committee.

        the royal sum is an amount of £100 from 1 January 2020 until 31 December 2028.
        """;

    private const string Bodies =
        """
        scheme Ruritania
          version 1
          approved by Agency Board on 1 March 2026
          in force from 1 April 2026 until 31 March 2029.
        use "law.delegation".

        Roads Agency is a royal agency.
        Mint is a royal agency.
        Strelsau is a free town.
        Zenda is a free town.
        Weavers is a guild.
        Agency Board is the board of Roads Agency.
        Agency Committee is a committee of Agency Board.
        Engineer is an officer of Roads Agency.
        Town Board is the board of Strelsau.
        Town Committee is a committee of Town Board.
        Town Clerk is an officer of Strelsau.
        Alderman is an alderman of Town Board.
        Table is a privy table of Strelsau.
        Moot is a moot of Strelsau.
        Talk is a circle of Strelsau.

        roads is a function of Roads Agency.
        salt mines is a function of Roads Agency within mines.
        toll is a matter of Roads Agency.
        markets is a function of Strelsau.
        guard is a crown function of Strelsau.
        fairs is a town function of Strelsau.
        town bridges is a function of Strelsau within bridges.
        levy is a moot matter of Strelsau.

        Pact is a sealed pact between Roads Agency, Strelsau under Edict of 1900 stating cause, end reporting to Agency Board annually.
        Wrong Pact is an other pact between Strelsau, Roads Agency.
        Bridge Contract is a works contract between Roads Agency, Strelsau.

        """;

    [Theory]
    [InlineData("Roads Agency delegates roads to Strelsau under Pact.", null)]
    [InlineData("Strelsau delegates markets to Zenda under Edict of 1920.", "DL4001:Edict of 1920")]
    [InlineData("Roads Agency delegates roads to Zenda under Edict of 1900 until 31 March 2029.", "DL4009:Edict of 1900")]
    [InlineData("Roads Agency delegates salt mines to Strelsau under Pact.", "DL4003:Pact")]
    [InlineData("Roads Agency delegates salt mines to Strelsau under Edict of 1910.", null)]
    [InlineData("Roads Agency delegates roads to Weavers.", "DL4004:Weavers")]
    [InlineData("Strelsau delegates markets to Talk.", "DL4004:Talk")]
    [InlineData("Strelsau delegates markets to Roads Agency under Wrong Pact.", "DL4005:Wrong Pact")]
    [InlineData("Strelsau delegates markets to Agency Committee.", "DL4005:Agency Committee")]
    [InlineData("Strelsau delegates fairs to Alderman.", "DL4007:Alderman")]
    [InlineData("Strelsau delegates fairs to Table.", "DL4007:Table")]
    [InlineData("Strelsau delegates guard to Town Committee.", "DL4007:Town Committee")]
    [InlineData("Town Board delegates guard to Town Clerk.", "DL4007:Town Board")]
    [InlineData("Strelsau delegates guard to Table, Town Clerk.", null)]
    [InlineData("gate is a function of Moot.\nMoot delegates gate to Town Clerk.", "DL4008:Town Clerk")]
    [InlineData("Strelsau delegates markets to Moot under Edict of 1960 with power to delegate.\nMoot delegates markets to Town Clerk.", null)]
    [InlineData("Strelsau delegates town bridges to Zenda under Edict of 1926.", "w:DL4009:Edict of 1926")]
    [InlineData("Strelsau delegates town bridges to Zenda under Edict of 1925.", "DL4009:Edict of 1925")]
    [InlineData("Roads Agency delegates roads to Strelsau under Bridge Contract.", "DL4010:Bridge Contract")]
    [InlineData("Roads Agency entrusts roads to Strelsau under Bridge Contract.", null)]
    [InlineData("Roads Agency delegates roads to Town Clerk.", "w:DL4011:Town Clerk")]
    [InlineData("Roads Agency delegates \"liability for roads\" to Agency Committee.\n\"liability for roads\" is a function of Roads Agency.", "w:DL4012:\"liability for roads\"")]
    [InlineData("Roads Agency delegates roads to Engineer.", "i:DL4013:Engineer")]
    [InlineData("Strelsau delegates levy to Town Clerk.", "DL4014:levy")]
    [InlineData("new charter is a matter of Strelsau within the town charter.", "w:DL4014:new charter")]
    [InlineData("Bad Pact is a sealed pact between Roads Agency, Zenda stating cause.", "w:DL4006:Bad Pact")]
    [InlineData("Mute Pact is a sealed pact between Roads Agency, Zenda stating cause, end.\nRoads Agency delegates roads to Zenda under Mute Pact.", "w:DL4006:Mute Pact")]
    [InlineData("Roads Agency delegates toll to Agency Committee up to the royal sum.", "DL4002:up to the royal sum")]
    [InlineData("Roads Agency delegates toll to Agency Committee up to the royal sum until 31 December 2028.", null)]
    [InlineData("Roads Agency delegates toll to Agency Committee up to the lower of £50, 10% of the royal sum until 1 January 2029.", "DL4002:up to the lower of £50, 10% of the royal sum")]
    public void Each_rule_speaks_from_the_powers(string sentences, string? finding)
    {
        RuleResult result = Run(Bodies + sentences, Library);
        Assert.Equal(finding is null ? [] : [finding], result.Diagnostics.Where(IsLegal).Select(Short));
        Assert.Equal(finding is { } error && error[1] != ':' ? 1 : 0, result.InError.Count);
    }

    [Fact]
    public void Without_a_library_no_rule_of_law_speaks()
    {
        const string Kinds =
            """
            royal agency is a kind of organisation.
            free town is a kind of organisation.
            guild is a kind of organisation.
            moot is a kind of group.
            privy table is a kind of group.
            alderman is a kind of member.
            circle is a kind of group.
            crown function is a kind of function.
            town function is a kind of function.
            moot matter is a kind of matter.
            sealed pact is a kind of agreement.
            other pact is a kind of agreement.
            works contract is a kind of contract.
            mines is a function.
            bridges is a function.
            Edict of 1900 is a power.
            """;
        const string Sentences =
            """
            Forum is a forum of Strelsau.
            Strelsau delegates markets to Forum.
            Strelsau delegates fairs to Alderman.
            Strelsau delegates levy to Town Clerk.
            Strelsau delegates guard to Roads Agency.
            Roads Agency delegates roads to Town Clerk.
            Roads Agency delegates salt mines to Strelsau under Bridge Contract.
            Roads Agency entrusts toll to Weavers.
            """;
        Assert.Empty(Run(Bodies + Sentences, Kinds).Diagnostics.Where(IsLegal));
    }

    private static RuleResult Run(string text, string library)
    {
        // The file is given as a library; what `use` says of it is not read here.
        SchemeModel model = RuleText.Bind(text, library);
        Assert.Empty(model.Trees.SelectMany(tree => tree.Diagnostics).Concat(model.Diagnostics).Where(finding => finding.Severity == DiagnosticSeverity.Error).Select(RuleText.Show));
        return RuleSet.Run(model, new RuleContext(new DateOnly(2026, 5, 1)));
    }

    private static bool IsLegal(Diagnostic finding) => finding.Code.StartsWith("DL4", StringComparison.Ordinal);

    private static string Short(Diagnostic finding) => finding.Severity switch
    {
        DiagnosticSeverity.Error => RuleText.Short(finding),
        DiagnosticSeverity.Warning => "w:" + RuleText.Short(finding),
        _ => "i:" + RuleText.Short(finding),
    };
}
