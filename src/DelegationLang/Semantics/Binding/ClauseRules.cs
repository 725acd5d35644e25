using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>The clauses, one bit each.</summary>
[Flags]
internal enum ClauseSet : ulong
{
    None = 0,
    Limit = 1UL << 0,
    Qualifier = 1UL << 1,
    For = 1UL << 2,
    ForYear = 1UL << 3,
    At = 1UL << 4,
    From = 1UL << 5,
    Until = 1UL << 6,
    On = 1UL << 7,
    Under = 1UL << 8,
    ReservedMatters = 1UL << 9,
    Except = 1UL << 10,
    When = 1UL << 11,
    Unless = 1UL << 12,
    Jointly = 1UL << 13,
    Step = 1UL << 14,
    EvenIfReserved = 1UL << 15,
    Onward = 1UL << 16,
    RatifiedBy = 1UL << 17,
    ApprovedBy = 1UL << 18,
    ReportingTo = 1UL << 19,
    Reference = 1UL << 20,
    Note = 1UL << 21,
    RecordedIn = 1UL << 22,
    Supersedes = 1UL << 23,
    Code = 1UL << 24,
    Version = 1UL << 25,
    ReviewBy = 1UL << 26,
    InForce = 1UL << 27,
    KnownAs = 1UL << 28,
    Within = 1UL << 29,
    Covering = 1UL << 30,
    Between = 1UL << 31,
    ChairedBy = 1UL << 32,
    HostedBy = 1UL << 33,
    JudgedBy = 1UL << 34,
    InterpretedBy = 1UL << 35,
    Stating = 1UL << 36,
    ToDelegateTo = 1UL << 37,
    Members = 1UL << 38,
    Quorum = 1UL << 39,
    Worth = 1UL << 40,
    Normally = 1UL << 41,
    ResponsibleFor = 1UL << 42,
    HeldBySeveral = 1UL << 43,
    Unlimited = 1UL << 44,
    Temporarily = 1UL << 45,
    GoesTo = 1UL << 46,
    SearchedAs = 1UL << 47,
    Attendance = 1UL << 48,
    Voting = 1UL << 49,
    CastingVote = 1UL << 50,
    IfNotAgreed = 1UL << 51,
    Because = 1UL << 52,
    Meeting = 1UL << 53,
    PapersAt = 1UL << 54,
    ContractsHeldBy = 1UL << 55,
    AccountableTo = 1UL << 56,
    Population = 1UL << 57,
    Boundary = 1UL << 58,
    SecondedTo = 1UL << 59,

    Text = Reference | Note,
    Days = From | Until | ForYear,
    Facts = When | Unless,
    Amounts = Limit | Qualifier | Unlimited,
    Everywhere = KnownAs | SearchedAs | From | Until | At | ReportingTo | Text | RecordedIn,
}

/// <summary>Which sentence may have which clauses. The grammar lets every sentence have all of them, so that a report can say what is wrong and not merely that something is.</summary>
internal static class ClauseRules
{
    public const ClauseSet Delegation =
        ClauseSet.Amounts | ClauseSet.For | ClauseSet.At | ClauseSet.Days | ClauseSet.Under | ClauseSet.ReservedMatters | ClauseSet.Except
        | ClauseSet.Facts | ClauseSet.Jointly | ClauseSet.Step | ClauseSet.EvenIfReserved | ClauseSet.Onward | ClauseSet.RatifiedBy
        | ClauseSet.ApprovedBy | ClauseSet.ReportingTo | ClauseSet.Text | ClauseSet.RecordedIn | ClauseSet.ReviewBy | ClauseSet.Temporarily
        | ClauseSet.Because;

    /// <summary>What nobody may decide: where, when, above what and in which cases.</summary>
    public const ClauseSet Prohibition =
        ClauseSet.Limit | ClauseSet.Qualifier | ClauseSet.For | ClauseSet.At | ClauseSet.Days | ClauseSet.Under | ClauseSet.Except | ClauseSet.Facts | ClauseSet.ApprovedBy
        | ClauseSet.Because | ClauseSet.Text | ClauseSet.RecordedIn | ClauseSet.ReviewBy;

    /// <summary>A reservation needs no exception from itself. Of onward delegation it may only say that there is none.</summary>
    public const ClauseSet Reservation = Delegation & ~(ClauseSet.EvenIfReserved | ClauseSet.Temporarily);

    /// <summary>In a list whose lines are reserved, the clauses of a line may say something about the matter or about keeping it.</summary>
    public const ClauseSet ReservedLine = Reservation | ClauseSet.KnownAs | ClauseSet.SearchedAs | ClauseSet.Within | ClauseSet.Code;

    public const ClauseSet Table = ClauseSet.For;

    public const ClauseSet Deputy =
        ClauseSet.Days | ClauseSet.For | ClauseSet.Facts | ClauseSet.Except | ClauseSet.Text | ClauseSet.RecordedIn | ClauseSet.ReviewBy | ClauseSet.ApprovedBy;

    public const ClauseSet Involvement =
        ClauseSet.Amounts | ClauseSet.For | ClauseSet.At | ClauseSet.Days | ClauseSet.Under | ClauseSet.Except | ClauseSet.Facts | ClauseSet.ReportingTo
        | ClauseSet.Text | ClauseSet.RecordedIn | ClauseSet.ReviewBy;

    /// <summary>Who takes no part, when, and who then decides.</summary>
    public const ClauseSet Recusal =
        ClauseSet.From | ClauseSet.Until | ClauseSet.Facts | ClauseSet.GoesTo | ClauseSet.ApprovedBy | ClauseSet.Text | ClauseSet.RecordedIn | ClauseSet.ReviewBy
        | ClauseSet.Because;

    /// <summary>Who takes over: on which day, and in which subjects alone.</summary>
    public const ClauseSet Succession =
        ClauseSet.On | ClauseSet.For | ClauseSet.Under | ClauseSet.ApprovedBy | ClauseSet.Text | ClauseSet.RecordedIn | ClauseSet.Because;

    /// <summary>Whom something concerns, and that nobody takes part in what concerns them.</summary>
    public const ClauseSet Conflicts =
        ClauseSet.From | ClauseSet.Until | ClauseSet.ApprovedBy | ClauseSet.Text | ClauseSet.RecordedIn | ClauseSet.Because;

    public const ClauseSet Scheme =
        ClauseSet.Version | ClauseSet.ApprovedBy | ClauseSet.InForce | ClauseSet.ReviewBy | ClauseSet.InterpretedBy | ClauseSet.Supersedes | ClauseSet.Text;

    public const ClauseSet Designation = ClauseSet.Under | ClauseSet.At | ClauseSet.From | ClauseSet.Until | ClauseSet.Text;

    public const ClauseSet Decision =
        ClauseSet.For | ClauseSet.At | ClauseSet.Worth | ClauseSet.Qualifier | ClauseSet.On | ClauseSet.Facts;

    public const ClauseSet Kind = ClauseSet.Text | ClauseSet.RecordedIn | ClauseSet.KnownAs | ClauseSet.HeldBySeveral | ClauseSet.Under;

    /// <summary>The clauses of a declaration.</summary>
    /// <param name="family">What is declared.</param>
    /// <param name="isLibrary">Whether a library declares it: it says for which kinds of body a function is.</param>
    public static ClauseSet Declaration(SymbolFamily family, bool isLibrary = false) => family == SymbolFamily.Class ? ClauseSet.KnownAs | ClauseSet.Text : ClauseSet.Everywhere | family switch
    {
        SymbolFamily.Organisation => ClauseSet.Code | ClauseSet.Members | ClauseSet.Attendance | ClauseSet.ChairedBy | ClauseSet.Under
            | ClauseSet.AccountableTo,
        SymbolFamily.Group => ClauseSet.Code | ClauseSet.Between | ClauseSet.ChairedBy | ClauseSet.Members | ClauseSet.Quorum | ClauseSet.HostedBy
            | ClauseSet.Attendance | ClauseSet.Voting | ClauseSet.CastingVote | ClauseSet.IfNotAgreed
            | ClauseSet.Meeting | ClauseSet.PapersAt | ClauseSet.ContractsHeldBy | ClauseSet.AccountableTo
            | ClauseSet.Under | ClauseSet.ReviewBy | ClauseSet.ResponsibleFor,
        SymbolFamily.Role => ClauseSet.Code | ClauseSet.Between | ClauseSet.HostedBy | ClauseSet.ResponsibleFor | ClauseSet.HeldBySeveral
            | ClauseSet.AccountableTo | ClauseSet.SecondedTo,
        SymbolFamily.Function or SymbolFamily.Matter => ClauseSet.Code | ClauseSet.Within | ClauseSet.Under | (isLibrary ? ClauseSet.For : ClauseSet.None),
        SymbolFamily.Budget => ClauseSet.Code | ClauseSet.Within | ClauseSet.Covering | ClauseSet.Worth | ClauseSet.ForYear | ClauseSet.HostedBy
            | ClauseSet.Between | ClauseSet.Under | ClauseSet.Because,
        SymbolFamily.Place => ClauseSet.Code | ClauseSet.Within | ClauseSet.Population | ClauseSet.Boundary,
        SymbolFamily.Power => ClauseSet.For | ClauseSet.ToDelegateTo | ClauseSet.Covering | ClauseSet.Except | ClauseSet.Under | ClauseSet.Stating
            | ClauseSet.Quorum | ClauseSet.EvenIfReserved,
        SymbolFamily.Agreement => ClauseSet.Code | ClauseSet.Between | ClauseSet.Covering | ClauseSet.Under | ClauseSet.Worth | ClauseSet.ForYear
            | ClauseSet.Stating | ClauseSet.HostedBy | ClauseSet.ReviewBy,
        SymbolFamily.Condition => ClauseSet.Normally | ClauseSet.JudgedBy,
        SymbolFamily.Measure => ClauseSet.JudgedBy,
        _ => ClauseSet.None,
    };

    /// <summary>Whether the clause may stand in a sentence that allows these; reports it when it may not.</summary>
    /// <param name="reporter">Takes the finding.</param>
    /// <param name="scope">The sentence.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="allowed">What the sentence allows.</param>
    /// <param name="where">The sentence in words: <c>the declaration of an officer</c>.</param>
    public static bool Check(Reporter reporter, Scope scope, ClauseSyntax clause, ClauseSet allowed, Func<string> where)
    {
        ClauseSet bit = BitOf(clause);
        if (bit == ClauseSet.None)
        {
            scope.HasErrors = true;
            return false;
        }

        // What is reserved stays where it is; to say that it may not be delegated does no harm.
        bool isPowerOverReserved = allowed == Reservation && clause is OnwardClauseSyntax { IsGiven: true };
        if ((allowed & bit) != 0 && !isPowerOverReserved)
        {
            return true;
        }

        reporter.Report(scope, new Diagnostic(
            ParsingDiagnostics.MisplacedClause, scope.At(clause), $"{MessageWords.Quote(clause.Keyword)} cannot stand in {where()}")
        {
            Label = "not here",
            Help = Home(bit) is { Length: > 0 } home ? $"it belongs in {home}" : "leave it out",
        });
        return false;
    }

    public static ClauseSet BitOf(ClauseSyntax clause) => clause switch
    {
        LimitClauseSyntax => ClauseSet.Limit,
        QualifierClauseSyntax => ClauseSet.Qualifier,
        ForClauseSyntax => ClauseSet.For,
        ForYearClauseSyntax => ClauseSet.ForYear,
        AtClauseSyntax => ClauseSet.At,
        FromClauseSyntax => ClauseSet.From,
        UntilClauseSyntax => ClauseSet.Until,
        OnClauseSyntax => ClauseSet.On,
        UnderClauseSyntax => ClauseSet.Under,
        ReservedMattersClauseSyntax => ClauseSet.ReservedMatters,
        ExceptClauseSyntax => ClauseSet.Except,
        WhenClauseSyntax => ClauseSet.When,
        UnlessClauseSyntax => ClauseSet.Unless,
        JointlyClauseSyntax => ClauseSet.Jointly,
        StepClauseSyntax => ClauseSet.Step,
        EvenIfReservedClauseSyntax => ClauseSet.EvenIfReserved,
        OnwardClauseSyntax => ClauseSet.Onward,
        RatifiedByClauseSyntax => ClauseSet.RatifiedBy,
        ApprovedByClauseSyntax => ClauseSet.ApprovedBy,
        ReportingToClauseSyntax => ClauseSet.ReportingTo,
        ReviewByClauseSyntax => ClauseSet.ReviewBy,
        InForceClauseSyntax => ClauseSet.InForce,
        MembersClauseSyntax => ClauseSet.Members,
        QuorumClauseSyntax => ClauseSet.Quorum,
        AttendanceClauseSyntax => ClauseSet.Attendance,
        VotingClauseSyntax => ClauseSet.Voting,
        IfNotAgreedClauseSyntax => ClauseSet.IfNotAgreed,
        MeetingClauseSyntax => ClauseSet.Meeting,
        PopulationClauseSyntax => ClauseSet.Population,
        WorthClauseSyntax => ClauseSet.Worth,
        NormallyClauseSyntax => ClauseSet.Normally,
        HeldBySeveralClauseSyntax => ClauseSet.HeldBySeveral,
        UnlimitedClauseSyntax => ClauseSet.Unlimited,
        TemporarilyClauseSyntax => ClauseSet.Temporarily,
        GoesToClauseSyntax => ClauseSet.GoesTo,
        TextClauseSyntax text => BitOf(text.Kind),
        NamesClauseSyntax names => BitOf(names.Kind),
        _ => ClauseSet.None,
    };

    private static ClauseSet BitOf(TextClauseKind kind) => kind switch
    {
        TextClauseKind.Reference => ClauseSet.Reference,
        TextClauseKind.Note => ClauseSet.Note,
        TextClauseKind.RecordedIn => ClauseSet.RecordedIn,
        TextClauseKind.Supersedes => ClauseSet.Supersedes,
        TextClauseKind.Code => ClauseSet.Code,
        TextClauseKind.PublishedAt => ClauseSet.None,
        TextClauseKind.Because => ClauseSet.Because,
        TextClauseKind.PapersAt => ClauseSet.PapersAt,
        _ => ClauseSet.Version,
    };

    private static ClauseSet BitOf(NamesClauseKind kind) => kind switch
    {
        NamesClauseKind.KnownAs => ClauseSet.KnownAs,
        NamesClauseKind.SearchedAs => ClauseSet.SearchedAs,
        NamesClauseKind.Within => ClauseSet.Within,
        NamesClauseKind.Covering => ClauseSet.Covering,
        NamesClauseKind.Between => ClauseSet.Between,
        NamesClauseKind.ChairedBy => ClauseSet.ChairedBy,
        NamesClauseKind.HostedBy => ClauseSet.HostedBy,
        NamesClauseKind.JudgedBy => ClauseSet.JudgedBy,
        NamesClauseKind.InterpretedBy => ClauseSet.InterpretedBy,
        NamesClauseKind.Stating => ClauseSet.Stating,
        NamesClauseKind.ResponsibleFor => ClauseSet.ResponsibleFor,
        NamesClauseKind.CastingVote => ClauseSet.CastingVote,
        NamesClauseKind.ContractsHeldBy => ClauseSet.ContractsHeldBy,
        NamesClauseKind.AccountableTo => ClauseSet.AccountableTo,
        NamesClauseKind.SecondedTo => ClauseSet.SecondedTo,
        NamesClauseKind.Boundary => ClauseSet.Boundary,
        _ => ClauseSet.ToDelegateTo,
    };

    // Where a clause does belong, for the help line.
    private static string Home(ClauseSet clause) => clause switch
    {
        ClauseSet.Members or ClauseSet.Quorum or ClauseSet.ChairedBy or ClauseSet.Attendance or ClauseSet.Voting or ClauseSet.CastingVote or ClauseSet.IfNotAgreed
            or ClauseSet.Meeting or ClauseSet.PapersAt or ClauseSet.ContractsHeldBy => "the declaration of a group",
        ClauseSet.AccountableTo => "the declaration of an organisation, a group or a post",
        ClauseSet.Population or ClauseSet.Boundary => "the declaration of a place",
        ClauseSet.Worth => "the declaration of a budget or an agreement, or in a question",
        ClauseSet.Normally => "the declaration of a condition",
        ClauseSet.JudgedBy => "the declaration of a condition or a measure",
        ClauseSet.Stating => "the declaration of an agreement or a power",
        ClauseSet.Between => "the declaration of an agreement, a joint committee or a joint appointment",
        ClauseSet.ToDelegateTo => "the declaration of a power",
        ClauseSet.HeldBySeveral or ClauseSet.SecondedTo => "the declaration of a post",
        ClauseSet.ResponsibleFor => "the declaration of a post or a group",
        ClauseSet.Covering => "the declaration of a budget, an agreement or a power",
        ClauseSet.Within => "the declaration of a function, a matter, a budget or a place",
        ClauseSet.KnownAs or ClauseSet.SearchedAs => "the declaration of what it names",
        ClauseSet.Code => "the declaration of a body, a place or a subject",
        ClauseSet.HostedBy => "the declaration of a group, a post, a budget or an agreement",
        ClauseSet.Version or ClauseSet.InForce or ClauseSet.InterpretedBy or ClauseSet.Supersedes => "the scheme sentence",
        ClauseSet.ReservedMatters or ClauseSet.EvenIfReserved or ClauseSet.Onward => "a sentence that delegates",
        ClauseSet.GoesTo => "a sentence that says in what somebody takes no part",
        ClauseSet.On => "a question or a scenario; a sentence says `from` and `until`",
        ClauseSet.Limit or ClauseSet.Qualifier or ClauseSet.Unlimited or ClauseSet.Temporarily or ClauseSet.Jointly or ClauseSet.Step or ClauseSet.RatifiedBy or ClauseSet.Because => "a sentence that reserves or delegates",
        ClauseSet.When or ClauseSet.Unless or ClauseSet.Except => "a sentence that reserves or delegates",
        _ => "",
    };
}
