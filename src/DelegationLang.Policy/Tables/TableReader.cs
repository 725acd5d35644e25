using System.Collections.Immutable;
using System.ComponentModel;

namespace DelegationLang.Policy.Tables;

/// <summary>
/// Reads the tables of emitted code: rows of text, each a word and fields (<c>key=value</c>) joined by spaces; a field that is not there has its default.
/// Users' texts stand in a table of their own, and rows hold their numbers.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TableReader
{
    /// <summary>The form of the tables that this version reads.</summary>
    public const int Format = 1;

    /// <summary>Puts the tables together.</summary>
    /// <param name="format">The form that they were written in.</param>
    /// <param name="inForce">The days on which the scheme is in force, both ends included.</param>
    /// <param name="texts">Users' texts, by number.</param>
    /// <param name="parts">The rows.</param>
    /// <exception cref="InvalidOperationException">The code was emitted for another version of this package.</exception>
    public static SpaceDefinition Read(int format, DateRange inForce, IReadOnlyList<string[]> texts, IReadOnlyList<string[]> parts)
    {
        if (format != Format)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The policy objects were emitted in form {format}, and this version of DelegationLang.Policy reads form {Format}: emit them again with the tool of this version."));
        }

        string[] allTexts = [.. texts.SelectMany(part => part)];
        var parties = ImmutableArray.CreateBuilder<PartyDefinition>();
        var subjects = ImmutableArray.CreateBuilder<SubjectDefinition>();
        var places = ImmutableArray.CreateBuilder<PlaceDefinition>();
        var conditions = ImmutableArray.CreateBuilder<ConditionDefinition>();
        var measures = ImmutableArray.CreateBuilder<MeasureDefinition>();
        var amounts = ImmutableArray.CreateBuilder<NamedAmountDefinition>();
        var rules = ImmutableArray.CreateBuilder<RuleDefinition>();
        var kept = ImmutableArray.CreateBuilder<KeptByLaw>();
        var deputies = ImmutableArray.CreateBuilder<DeputyDefinition>();
        var involvements = ImmutableArray.CreateBuilder<InvolvementDefinition>();
        foreach (string[] part in parts)
        {
            foreach (string line in part)
            {
                var row = new TableRow(line, allTexts);
                switch (row.Word)
                {
                    case nameof(PartyKind.Organisation) or nameof(PartyKind.Group) or nameof(PartyKind.Role):
                        parties.Add(Party(row));
                        break;
                    case nameof(SubjectKind.Function) or nameof(SubjectKind.Matter) or nameof(SubjectKind.Budget):
                        subjects.Add(Subject(row));
                        break;
                    case nameof(RuleKind.Delegation) or nameof(RuleKind.Entrustment) or nameof(RuleKind.Reservation):
                        rules.Add(Rule(row));
                        break;
                    case "place":
                        places.Add(new PlaceDefinition(row.Text("name"), row.Index("within")) { Lifetime = row.Days("life") });
                        break;
                    case "condition":
                        conditions.Add(new ConditionDefinition(row.Text("name"), row.Field("normally") switch { "true" => true, "false" => false, _ => null }));
                        break;
                    case "measure":
                        measures.Add(new MeasureDefinition(row.Text("name"), row.Text("unit"), row.Field("currency")));
                        break;
                    case "amount":
                        amounts.Add(new NamedAmountDefinition(row.Text("name"), row.Figures("figures")));
                        break;
                    case "kept":
                        kept.Add(new KeptByLaw(row.Index("subject"), row.Index("by"), row.Text("law")));
                        break;
                    case "involved":
                        involvements.Add(Involvement(row));
                        break;
                    case "deputy":
                        deputies.Add(Deputy(row));
                        break;
                    default:
                        throw new InvalidOperationException("A row of the scheme cannot be read: " + line);
                }
            }
        }

        return new SpaceDefinition
        {
            InForce = inForce,
            Parties = parties.ToImmutable(),
            Subjects = subjects.ToImmutable(),
            Places = places.ToImmutable(),
            Conditions = conditions.ToImmutable(),
            Measures = measures.ToImmutable(),
            Amounts = amounts.ToImmutable(),
            Kept = kept.ToImmutable(),
            Rules = rules.ToImmutable(),
            Deputies = deputies.ToImmutable(),
            Involvements = involvements.ToImmutable(),
        };
    }

    private static PartyDefinition Party(TableRow row) => new()
    {
        Name = row.Text("name"),
        Kind = PartyKindOf(row.Word),
        Lifetime = row.Days("life"),
        At = row.List("at"),
        Boards = row.List("boards"),
        Cabinets = row.List("cabinets"),
        Leaders = row.List("leaders"),
        IfNotAgreed = row.List("ifNotAgreed"),
        Source = row.Source("source"),
    };

    private static SubjectDefinition Subject(TableRow row) => new()
    {
        Name = row.Text("name"),
        Kind = SubjectKindOf(row.Word),
        Parent = row.Index("within"),
        Owner = row.Index("of"),
        IsExecutive = row.Flag("executive"),
        Lifetime = row.Days("life"),
        Covers = row.List("covers"),
        At = row.List("at"),
        Source = row.Source("source"),
    };

    private static RuleDefinition Rule(TableRow row) => new()
    {
        Kind = RuleKindOf(row.Word),
        IsEffective = !row.Flag("void"),
        Giver = row.Index("giver"),
        Holders = row.Groups("to"),
        Scope = ScopeOf(row.Field("scope")),
        Subjects = row.List("about"),
        For = row.List("for"),
        Except = row.List("except"),
        KeptBack = row.List("kept"),
        Barred = row.Bars("barred"),
        At = row.List("at"),
        Days = row.Days("days"),
        Limit = row.Limit("limit"),
        Facts = row.Facts("when"),
        IsExceptional = row.Flag("exceptional"),
        Onward = row.Flag("onward")
            ? new OnwardDefinition { To = row.List("onwardTo"), Limit = row.Limit("onwardLimit"), ConsentOf = row.Index("onwardConsent"), Law = row.Text("onwardLaw") }
            : null,
        ApprovedBy = row.Index("approved"),
        Steps = row.Texts("steps"),
        Needed = row.List("needed"),
        RatifiedBy = row.Text("ratified"),
        RatifiedWithin = row.Text("ratifiedWithin"),
        Successions = row.Successions("took"),
        Under = row.Text("under"),
        Class = row.Text("class"),
        Within = row.List("within"),
        IsForbidden = row.Flag("forbidden"),
        Table = row.Index("table"),
        Source = row.Source("source"),
        Reference = row.Text("reference"),
    };

    private static DeputyDefinition Deputy(TableRow row) => new()
    {
        Deputy = row.Index("deputy"),
        Principal = row.Index("principal"),
        For = row.List("for"),
        Except = row.List("except"),
        Days = row.Days("days"),
        Facts = row.Facts("when"),
        Source = row.Source("source"),
    };

    private static InvolvementDefinition Involvement(TableRow row) => new()
    {
        Kind = row.Field("kind") switch
        {
            nameof(InvolvementKind.Recommends) => InvolvementKind.Recommends,
            nameof(InvolvementKind.Advises) => InvolvementKind.Advises,
            nameof(InvolvementKind.Oversees) => InvolvementKind.Oversees,
            _ => InvolvementKind.Consulted,
        },
        Party = row.Index("party"),
        Others = row.List("others"),
        IsOfAll = row.Flag("all"),
        Subjects = row.List("about"),
        For = row.List("for"),
        Except = row.List("except"),
        At = row.List("at"),
        Days = row.Days("days"),
        Limit = row.Limit("limit"),
        Facts = row.Facts("when"),
        Source = row.Source("source"),
    };

    private static PartyKind PartyKindOf(string word) => word switch
    {
        nameof(PartyKind.Organisation) => PartyKind.Organisation,
        nameof(PartyKind.Group) => PartyKind.Group,
        _ => PartyKind.Role,
    };

    private static SubjectKind SubjectKindOf(string word) => word switch
    {
        nameof(SubjectKind.Function) => SubjectKind.Function,
        nameof(SubjectKind.Matter) => SubjectKind.Matter,
        _ => SubjectKind.Budget,
    };

    private static RuleKind RuleKindOf(string word) => word switch
    {
        nameof(RuleKind.Delegation) => RuleKind.Delegation,
        nameof(RuleKind.Entrustment) => RuleKind.Entrustment,
        _ => RuleKind.Reservation,
    };

    private static RuleScope ScopeOf(string word) => word switch
    {
        "" => RuleScope.Named,
        nameof(RuleScope.AllMatters) => RuleScope.AllMatters,
        nameof(RuleScope.AllOtherMatters) => RuleScope.AllOtherMatters,
        _ => throw new InvalidOperationException("A row of the scheme cannot be read: " + word),
    };
}
