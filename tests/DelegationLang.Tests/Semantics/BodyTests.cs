using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Workspaces;

namespace DelegationLang.Tests.Semantics;

/// <summary>How bodies decide, what follows one another under one name, and who takes over from whom.</summary>
public sealed class BodyTests
{
    private const string Start = """
        scheme Bodies
          version 1
          approved by Board on 10 March 2026
          in force from 1 April 2026.
        use england.
        NHS Vale Integrated Care Board is an integrated care board known as ICB.
        Board is the board of ICB.
        Audit Committee is a committee of Board reporting to Board.
        Remuneration Committee is a committee of Board reporting to Board.
        Chair is the chair of Board.
        Lay One is a non-executive of Board.
        Quality Committee is a committee of Board reporting to Board.
        United Committee is a committee of Board reporting to Board.
        Lead is an officer of ICB reporting to Board.
        safety is a function of ICB.
        audits is a function of ICB.

        """;

    [Fact]
    public void A_group_says_how_it_decides()
    {
        SchemeModel model = Sound("""
            Place Committee is a committee of Board with members Chair, two of Lay One attended by Lead, Quality Committee
              with quorum 2 including Chair or Lay One deciding by two thirds with casting vote of Chair if not agreed, to Board reporting to Board.
            """);

        PartySymbol group = SchemeText.Get<PartySymbol>(model, "Place Committee");
        Assert.Equal("Lead, Quality Committee", string.Join(", ", group.Attendees.Select(one => one.Party)));
        Assert.Equal("Chair; Lay One", string.Join("; ", group.QuorumIncluding.Select(SchemeText.Group)));
        Assert.Equal((2, "two thirds", "Chair", "Board"), (group.Quorum ?? 0, group.DecidesBy, group.CastingVote?.Name ?? "", string.Join(", ", group.IfNotAgreed)));
    }

    [Fact]
    public void A_group_says_how_it_meets_and_to_whom_it_answers_and_a_place_how_large_it_is()
    {
        SchemeModel model = Sound("""
            Vale Council is a local authority accountable to Place Committee.
            Place Committee is a committee of Board meeting in public half-yearly with papers at "https://vale.example/papers" contracts held by ICB accountable to Vale Council, Chair reporting to Board.
            places of ICB with boundary of Vale Council:
              - Vale with population 212,000 with code E06000999
              - Dale accountable to nobody.
            place budget is a budget of ICB covering safety worth £5 million for 2026/27 because "less than before".
            meeting in private is a matter of ICB.
            Care Lead is an officer of Vale Council seconded to ICB reporting to Board.
            staff seconded to partners is a matter of ICB.
            """);

        PartySymbol group = SchemeText.Get<PartySymbol>(model, "Place Committee");
        Assert.Equal((("public", "half-yearly"), "https://vale.example/papers", "ICB", "Vale Council, Chair"), (group.Meeting, Assert.Single(group.Published).Address, string.Join(", ", group.ContractsHeldBy.SelectMany(one => one.Aliases)), string.Join(", ", group.AccountableTo)));
        Assert.Equal("Place Committee", string.Join(", ", SchemeText.Get<PartySymbol>(model, "Vale Council").AccountableTo));
        Assert.Equal("Vale Council | NHS Vale Integrated Care Board", string.Join(", ", SchemeText.Get<PartySymbol>(model, "Care Lead").Owners) + " | " + string.Join(", ", SchemeText.Get<PartySymbol>(model, "Care Lead").SecondedTo));
        PlaceSymbol place = SchemeText.Get<PlaceSymbol>(model, "Vale");
        Assert.Equal((212_000m, "E06000999", "Vale Council"), (place.Population ?? 0, place.Code, string.Join(", ", place.Boundary)));
        Assert.Equal("Vale Council", string.Join(", ", SchemeText.Get<PlaceSymbol>(model, "Dale accountable to nobody").Boundary));
        Assert.Equal("less than before", Assert.Single(SchemeText.Get<SubjectSymbol>(model, "place budget").Worth).Because);
    }

    [Theory]
    [InlineData("Place Committee is a committee of Board meeting in publik.", "DL2003", "publik")]
    [InlineData("Place Committee is a committee of Board meeting in public now and then.", "DL2003", "public now and then")]
    [InlineData("Place Committee is a committee of Board with papers at \"javascript:alert(1)\".", "DL2003", "\"javascript:alert(1)\"")]
    [InlineData("Place Committee is a committee of Board contracts held by Chair.", "DL2003", "Chair")]
    [InlineData("Deputy is an officer of ICB seconded to Board.", "DL2003", "Board")]
    [InlineData("Place Committee is a committee of Board seconded to ICB.", "DL1005", "seconded to ICB")]
    [InlineData("Vale is a place of ICB with population 1.5.", "DL2003", "1.5")]
    [InlineData("Vale is a place of ICB with boundary of Board.", "DL2003", "Board")]
    [InlineData("Vale is a place of ICB meeting in public.", "DL1005", "meeting in public")]
    [InlineData("Deputy is an officer of ICB with population 5.", "DL1005", "with population 5")]
    [InlineData("ICB delegates safety to Lead accountable to Board.", "DL1005", "accountable to Board")]
    [InlineData("Place Committee is a committee of Board meeting in public meeting in private.", "DL1005", "meeting in private")]
    [InlineData("Place Committee is a committee of Board because \"it is\".", "DL1005", "because \"it is\"")]
    [InlineData("Place Committee is a committee of Board meeting in.", "DL1001", ".")]
    [InlineData("Place Committee is a committee of Board deciding by majorty.", "DL2003", "majorty")]
    [InlineData("Place Committee is a committee of Board deciding by lot.", "DL2003", "lot")]
    [InlineData("Board is also Chair within 28 days.", "DL1005", "within 28 days")]
    [InlineData("ICB delegates safety to Lead if not agreed, to Board.", "DL1005", "if not agreed, to Board")]
    [InlineData("United Committee takes over from United Committee on 1 October 2026.", "DL2005", "United Committee")]
    [InlineData("New Committee is a committee of Board from 1 January 2027.\nNew Committee takes over from Quality Committee on 1 October 2026.", "DL2007", "New Committee")]
    [InlineData("United Committee takes over from Quality Committee.", "DL1001", "United Committee takes over from Quality Committee.")]
    [InlineData("United Committee takes over from Quality Committee on 1 October 2026.\nICB delegates audits to Quality Committee from 1 November 2026.", "DL2007", "Quality Committee")]
    [InlineData("West Board is a forum of ICB until 31 March 2027.\nWest Board is a forum of ICB from 31 March 2027.", "DL2002", "West Board")]
    public void What_is_wrong_is_said_once(string sentences, string code, string words)
    {
        Diagnostic[] found = [.. Compile(sentences).Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Info)];

        Assert.Equal($"{code}: {words}", string.Join("; ", found.Select(one => one.Code + ": " + SchemeText.Words(one))));
    }

    [Theory]
    [InlineData("who decides safety worth £6,000 on 30 September 2026?", "Quality Committee")]
    [InlineData("who decides safety worth £6,000 on 1 October 2026?", "United Committee")]
    [InlineData("who decides safety worth £5,000 on 1 October 2026?", "Lead")]
    [InlineData("who decides audits on 1 October 2026?", "Quality Committee")]
    public void In_some_subjects_alone_one_takes_over_from_another(string question, string deciders) => Asks(
        """
        ICB delegates safety, audits to Quality Committee with power to delegate.
        Quality Committee delegates safety to Lead up to £5,000.
        United Committee takes over from Quality Committee on 1 October 2026 for safety.
        """,
        question,
        deciders);

    [Theory]
    [InlineData("who decides podiatry on 31 March 2027?", "Old Board")]
    [InlineData("who decides podiatry on 1 April 2027?", "Nurse")]
    [InlineData("who decides toes on 1 April 2027?", "Nurse")]
    [InlineData("who decides closing on 31 March 2027?", "Old Board")]
    [InlineData("who decides closing on 1 April 2027?", "Board")]
    public void An_organisation_takes_over_with_all_that_another_has(string question, string deciders) => Asks(
        """
        NHS Dale Integrated Care Board is an integrated care board known as Dale.
        Old Board is the board of Dale.
        Nurse is an officer of Dale reporting to Old Board.
        podiatry is a function of Dale.
        toes is a function of Dale within podiatry.
        closing is a matter of Dale.
        Dale delegates podiatry to Nurse from 1 April 2027.
        Dale reserves closing to Old Board.
        NHS Vale Integrated Care Board takes over from NHS Dale Integrated Care Board on 1 May 2028.
        Board takes over from Old Board on 1 May 2028.
        """.Replace("1 May 2028", "1 April 2027", StringComparison.Ordinal).Replace("Dale delegates podiatry to Nurse from 1 April 2027", "NHS Vale Integrated Care Board delegates podiatry to Nurse from 1 April 2027", StringComparison.Ordinal),
        question,
        deciders);

    [Fact]
    public void The_sentence_stands_in_the_chain()
    {
        Answer answer = Ask("ICB delegates audits to Quality Committee.\nUnited Committee takes over from Quality Committee on 1 October 2026.", "who decides audits on 2 October 2026?");

        Assert.Contains(answer.Chain, link => link.Party == "United Committee" && link.Via == "takes over from Quality Committee on 1 October 2026");
    }

    [Fact]
    public void A_sentence_that_goes_on_goes_on_with_whatever_bears_the_name()
    {
        const string Sentences = """
            Group is a committee of Board until 31 March 2027 reporting to Board.
            Group is a sub-committee of Quality Committee from 1 April 2027 reporting to Quality Committee.
            ICB delegates audits to Quality Committee with power to delegate.
            Quality Committee delegates audits to Group.
            """;
        Assert.Equal("Group", string.Join(", ", Ask(Sentences, "who decides audits on 31 March 2027?").Deciders));
        Assert.Equal("Group", string.Join(", ", Ask(Sentences, "who decides audits on 1 April 2027?").Deciders));
        SchemeModel model = Sound(Sentences);
        Assert.Equal("committee, sub-committee", string.Join(", ", model.Delegations.SelectMany(one => one.Holders).SelectMany(one => one.Group.Parties).Where(one => one.Name == "Group").Select(one => one.Kind.Name)));
    }

    [Fact]
    public void An_answer_tells_who_has_part_and_what_may_follow()
    {
        Answer answer = Ask(
            """
            Place Committee is a committee of Board with members Chair, Lay One deciding by consensus if not agreed, to Board reporting to Board.
            ICB delegates audits to Place Committee ratified by Board within 10 working days.
            Quality Committee oversees Place Committee.
            United Committee recommends audits to Place Committee.
            Board consults Lead before safety.
            """,
            "who decides audits on 1 May 2026?");

        Assert.Equal("ratified by Board within 10 working days", string.Join("; ", answer.Duties));
        Assert.Equal("if Place Committee does not agree, Board decides", string.Join("; ", answer.Following));
        Assert.Equal("Quality Committee oversees Place Committee; United Committee recommends to Place Committee", string.Join("; ", answer.Involved.Select(one => one.Words)));
    }

    [Fact]
    public void Several_bodies_may_approve_a_scheme_which_stands_from_the_last()
    {
        SchemeModel model = SchemeText.Bind(Start.Replace("on 10 March 2026", "on 10 March 2026\n  approved by Quality Committee on 20 April 2026", StringComparison.Ordinal).Replace("in force", "proposed", StringComparison.Ordinal));

        Assert.Equal("Board; Quality Committee", string.Join("; ", model.Info.Approvals.Select(one => one.By.Symbol)));
        Assert.Equal((true, new DateOnly(2026, 4, 20), "ICB"), (model.Info.IsProposed, model.Info.LastApproval?.On, model.OwnOrganisation?.Aliases[0]));
    }

    private static void Asks(string sentences, string question, string deciders) => Assert.Equal(deciders, string.Join(", ", Ask(sentences, question).Deciders));

    private static Answer Ask(string sentences, string question)
    {
        Compilation compilation = Compile(sentences);
        Assert.DoesNotContain(compilation.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return compilation.Engine.Ask(question, new DateOnly(2026, 5, 1));
    }

    private static Compilation Compile(string sentences) =>
        Project.OfFile(MemoryFiles.Empty.With("bodies.delegation", Start + sentences), "bodies.delegation").Compile(new DateOnly(2026, 5, 1));

    private static SchemeModel Sound(string sentences) => SchemeText.BindSound(Start + sentences);
}
