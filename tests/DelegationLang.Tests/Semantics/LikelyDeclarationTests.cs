using DelegationLang.Diagnostics;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Semantics;

/// <summary>What a name is guessed to be that nobody declared: from its own words, and from where it stands.</summary>
public sealed class LikelyDeclarationTests
{
    private const string Scheme = """
        scheme Guesses
          approved by Board on 1 March 2026
          in force from 1 April 2026.

        use england.
        Trust is an NHS trust.
        Board is the board of Trust.
        Director is an officer of Trust reporting to Board.
        buying is a matter of Trust.

        """;

    [Theory]
    [InlineData("Chief Nurse", "an officer of Trust")]
    [InlineData("Head of Legal Services", "an officer of Trust")]
    [InlineData("Deputy Director of Finance", "an officer of Trust")]
    [InlineData("Company Secretary", "an officer of Trust")]
    [InlineData("Audit Committee", "an audit committee of Trust")]
    [InlineData("Charitable Funds Committee", "a committee of Trust")]
    [InlineData("Finance Sub-Committee", "a sub-committee of Trust")]
    [InlineData("Scrutiny Panel", "a committee of Trust")]
    [InlineData("Executive Management Team", "a committee of Trust")]
    [InlineData("Panel of Governors", "a committee of Trust")]
    [InlineData("Programme Board", "a committee of Trust")]
    [InlineData("Patient Forum", "a forum of Trust")]
    [InlineData("Chair", "a chair of Trust")]
    [InlineData("Lay Member", "a lay member of Trust")]
    [InlineData("Leeds City Council", "a local authority")]
    [InlineData("Leeds NHS Foundation Trust", "an NHS foundation trust")]
    [InlineData("Care Homes Ltd", "a company")]
    [InlineData("Someone Else Entirely", "a committee of Trust")]
    public void A_party_is_what_its_name_says(string name, string declared) => Check($"Trust delegates buying to {name}.", name, declared);

    [Theory]
    [InlineData("podiatry", "a function of Trust")]
    [InlineData("community nursing services", "a function of Trust")]
    [InlineData("annual plan", "a matter of Trust")]
    [InlineData("approval of leases", "a matter of Trust")]
    [InlineData("hiring of agency staff", "a matter of Trust")]
    [InlineData("appointment of auditors", "a matter of Trust")]
    [InlineData("capital budget", "a budget of Trust")]
    public void A_subject_is_what_its_name_says(string name, string declared) => Check($"Trust delegates {name} to Director.", name, declared);

    [Theory]
    [InlineData("when in budget", "in budget", "a condition")]
    [InlineData("when contract length up to 3 years", "contract length", "a measure in years")]
    [InlineData("when notice above 30 days", "notice", "a measure in days")]
    [InlineData("when turnover below £5,000", "turnover", "a measure in pounds")]
    [InlineData("when urgent", "urgent", "a condition")]
    [InlineData("at North Ward", "North Ward", "a ward of Trust")]
    [InlineData("at Leeds", "Leeds", "a place of Trust")]
    [InlineData("reporting to Quality Committee", "Quality Committee", "a committee of Trust")]
    [InlineData("after consulting Medical Director", "Medical Director", "an officer of Trust")]
    public void Where_it_stands_is_heeded(string clause, string name, string declared) => Check($"Trust delegates buying to Director {clause}.", name, declared);

    [Fact]
    public void Whoever_has_no_board_is_given_one()
    {
        string text = "Example Trust is an organisation.\nbuying is a matter of Example Trust.\nExample Trust delegates buying to Trust Board.\n";

        Assert.Contains(Fixes(text), fix => fix.Edits[0].NewText == "Trust Board is the board of Example Trust.\n");
    }

    private static void Check(string sentence, string name, string declared) =>
        Assert.Contains($"{name} is {declared}.\n", Fixes(Scheme + sentence + "\n").Select(fix => fix.Edits[0].NewText));

    private static IEnumerable<CodeFix> Fixes(string text) =>
        Project.OfFolder(MemoryFiles.Empty.With("main.delegation", text)).Compile(new DateOnly(2026, 5, 1)).Diagnostics.SelectMany(found => found.Fixes);
}
