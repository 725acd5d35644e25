namespace DelegationLang.Syntax;

/// <summary>The clauses of the language. What each is called and where it may stand is in <c>ClauseTable</c>.</summary>
public enum ClauseKind
{
    /// <summary>None: words that could not be used, or that belong to the head of a sentence (already reported).</summary>
    None,

    /// <summary><c>up to</c>, <c>below</c>, <c>above</c>, <c>at least</c>.</summary>
    Limit,

    /// <summary><c>per contract</c>, <c>in total</c>, <c>excluding VAT</c>: what an amount counts.</summary>
    Qualifier,

    /// <summary><c>any amount</c>, <c>no limit</c> or <c>unlimited</c>.</summary>
    Unlimited,

    /// <summary><c>temporarily</c>.</summary>
    Temporarily,

    /// <summary><c>for</c>.</summary>
    For,

    /// <summary><c>for 2026/27</c>.</summary>
    ForYear,

    /// <summary><c>at</c>.</summary>
    At,

    /// <summary><c>from</c>.</summary>
    From,

    /// <summary><c>until</c>.</summary>
    Until,

    /// <summary><c>under</c>.</summary>
    Under,

    /// <summary><c>with reserved matters</c> or <c>subject to reserved matters</c>.</summary>
    ReservedMatters,

    /// <summary><c>except</c>.</summary>
    Except,

    /// <summary><c>when</c>.</summary>
    When,

    /// <summary><c>unless</c>.</summary>
    Unless,

    /// <summary><c>which goes to</c>.</summary>
    GoesTo,

    /// <summary><c>jointly with</c>.</summary>
    Jointly,

    /// <summary><c>after consulting</c>, <c>after recommendation of</c>, <c>after approval of</c>.</summary>
    Step,

    /// <summary><c>even if reserved</c>.</summary>
    EvenIfReserved,

    /// <summary><c>with power to delegate</c> or <c>without power to delegate</c>.</summary>
    Onward,

    /// <summary><c>ratified by</c>.</summary>
    RatifiedBy,

    /// <summary><c>approved by</c>.</summary>
    ApprovedBy,

    /// <summary><c>reporting to</c>.</summary>
    ReportingTo,

    /// <summary><c>recorded in</c>.</summary>
    RecordedIn,

    /// <summary><c>review by</c>.</summary>
    ReviewBy,

    /// <summary><c>reference</c>.</summary>
    Reference,

    /// <summary><c>note</c>.</summary>
    Note,

    /// <summary><c>supersedes</c>.</summary>
    Supersedes,

    /// <summary><c>version</c>.</summary>
    Version,

    /// <summary><c>in force</c> or <c>proposed from</c>.</summary>
    InForce,

    /// <summary><c>interpreted by</c>.</summary>
    InterpretedBy,

    /// <summary><c>also searched as</c>.</summary>
    SearchedAs,

    /// <summary><c>known as</c>.</summary>
    KnownAs,

    /// <summary><c>with code</c>.</summary>
    Code,

    /// <summary><c>within</c>.</summary>
    Within,

    /// <summary><c>responsible for</c>.</summary>
    ResponsibleFor,

    /// <summary><c>held by several people</c>.</summary>
    HeldBySeveral,

    /// <summary><c>covering</c>.</summary>
    Covering,

    /// <summary><c>between</c>.</summary>
    Between,

    /// <summary><c>chaired by</c>.</summary>
    ChairedBy,

    /// <summary><c>with members</c>.</summary>
    Members,

    /// <summary><c>with quorum</c>.</summary>
    Quorum,

    /// <summary><c>attended by</c>.</summary>
    Attendance,

    /// <summary><c>deciding by</c>.</summary>
    Voting,

    /// <summary><c>with casting vote of</c>.</summary>
    CastingVote,

    /// <summary><c>if not agreed</c>.</summary>
    IfNotAgreed,

    /// <summary><c>meeting in</c>.</summary>
    Meeting,

    /// <summary><c>with papers at</c>.</summary>
    PapersAt,

    /// <summary><c>contracts held by</c>.</summary>
    ContractsHeldBy,

    /// <summary><c>accountable to</c>.</summary>
    AccountableTo,

    /// <summary><c>seconded to</c>.</summary>
    SecondedTo,

    /// <summary><c>with population</c>.</summary>
    Population,

    /// <summary><c>with boundary of</c>.</summary>
    Boundary,

    /// <summary><c>because</c>.</summary>
    Because,

    /// <summary><c>hosted by</c>.</summary>
    HostedBy,

    /// <summary><c>judged by</c>.</summary>
    JudgedBy,

    /// <summary><c>normally true</c> or <c>normally false</c>.</summary>
    Normally,

    /// <summary><c>worth</c>.</summary>
    Worth,

    /// <summary><c>stating</c>.</summary>
    Stating,

    /// <summary><c>to delegate to</c>.</summary>
    ToDelegateTo,

    /// <summary><c>on</c>.</summary>
    On,

    /// <summary><c>published at</c>.</summary>
    PublishedAt,
}
