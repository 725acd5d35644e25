namespace DelegationLang.Syntax;

/// <summary>The kinds of token. Their values are those of the grammar's tokens, in the grammar's order.</summary>
public enum TokenKind
{
    /// <summary>The end of the file.</summary>
    EndOfFile,
    /// <summary>A run of words that are not reserved.</summary>
    Name,
    /// <summary>The rest of the line after <c>scheme</c> or <c>section</c>.</summary>
    Title,
    /// <summary>A quotation that is not a name: after <c>note</c>, <c>reference</c> and their like.</summary>
    Quotation,
    /// <summary>Money as a figure: <c>£400,000</c>.</summary>
    Money,
    /// <summary>A plain number where an amount or a count may stand.</summary>
    Number,
    /// <summary><c>10% of</c>.</summary>
    PercentOf,
    /// <summary>A date.</summary>
    Date,
    /// <summary>A financial year: <c>2026/27</c>.</summary>
    FinancialYear,
    /// <summary>The full stop that ends a sentence.</summary>
    FullStop,
    /// <summary>A comma: between the items of a list, or setting a clause off from the next.</summary>
    Comma,
    /// <summary>A comma between the amounts of <c>the lower of</c>.</summary>
    AmountComma,
    /// <summary>A colon.</summary>
    Colon,
    /// <summary>The question mark that ends a question.</summary>
    QuestionMark,
    /// <summary>The dash before a line of a table or of a list that declares.</summary>
    LineBullet,
    /// <summary>The dash before an item of a list of names.</summary>
    ItemBullet,
    /// <summary>Characters that no name and no phrase may hold.</summary>
    Unknown,
    /// <summary><c>scheme</c> where a sentence starts.</summary>
    Scheme,
    /// <summary><c>section</c> where a sentence starts.</summary>
    Section,
    /// <summary><c>use</c> where a sentence starts.</summary>
    Use,
    /// <summary><c>limits</c> where a sentence starts.</summary>
    Limits,
    /// <summary><c>scenario</c> where a sentence starts.</summary>
    Scenario,
    /// <summary>The plural of a kind and <c>of</c> where a sentence starts: <c>functions of</c>, <c>officers of</c>.</summary>
    ListOf,
    /// <summary><c>every delegation</c> where a sentence starts.</summary>
    EveryDelegation,
    /// <summary><c>who decides</c> where a question starts.</summary>
    WhoDecides,
    /// <summary><c>what</c> where a question starts.</summary>
    What,
    /// <summary><c>is</c>.</summary>
    Is,
    /// <summary><c>delegates</c>.</summary>
    Delegates,
    /// <summary><c>reserves</c>.</summary>
    Reserves,
    /// <summary><c>entrusts</c>.</summary>
    Entrusts,
    /// <summary><c>recommends</c>.</summary>
    Recommends,
    /// <summary><c>advises</c>.</summary>
    Advises,
    /// <summary><c>oversees</c>.</summary>
    Oversees,
    /// <summary><c>consults</c>.</summary>
    Consults,
    /// <summary><c>takes no part in</c>.</summary>
    TakesNoPart,
    /// <summary><c>takes over from</c>.</summary>
    TakesOver,
    /// <summary><c>concerns</c> after a subject.</summary>
    Concerns,
    /// <summary><c>deputises</c>.</summary>
    Deputises,
    /// <summary><c>may</c>.</summary>
    May,
    /// <summary><c>may not</c>.</summary>
    MayNot,
    /// <summary><c>decide</c>.</summary>
    Decide,
    /// <summary><c>is decided by</c>.</summary>
    IsDecidedBy,
    /// <summary><c>is reserved to</c>.</summary>
    IsReservedTo,
    /// <summary><c>to</c>.</summary>
    To,
    /// <summary><c>from</c>.</summary>
    From,
    /// <summary><c>until</c>.</summary>
    Until,
    /// <summary><c>at</c>.</summary>
    At,
    /// <summary><c>for</c>.</summary>
    For,
    /// <summary><c>on</c>.</summary>
    On,
    /// <summary><c>under</c>.</summary>
    Under,
    /// <summary><c>between</c>.</summary>
    Between,
    /// <summary><c>within</c>.</summary>
    Within,
    /// <summary><c>when</c>.</summary>
    When,
    /// <summary><c>unless</c>.</summary>
    Unless,
    /// <summary><c>except</c>.</summary>
    Except,
    /// <summary><c>before</c>.</summary>
    Before,
    /// <summary><c>or</c>.</summary>
    Or,
    /// <summary><c>by</c> outside any phrase.</summary>
    By,
    /// <summary><c>with</c> outside any phrase.</summary>
    With,
    /// <summary><c>without</c> outside any phrase.</summary>
    Without,
    /// <summary><c>up to</c>.</summary>
    UpTo,
    /// <summary><c>below</c> before an amount.</summary>
    Below,
    /// <summary><c>above</c> before an amount.</summary>
    Above,
    /// <summary><c>at least</c> before an amount.</summary>
    AtLeast,
    /// <summary><c>the lower of</c>.</summary>
    LowerOf,
    /// <summary><c>worth</c> before an amount.</summary>
    Worth,
    /// <summary><c>per</c> with the basis after it: <c>per contract</c>.</summary>
    Per,
    /// <summary><c>in total</c>.</summary>
    InTotal,
    /// <summary><c>excluding VAT</c>.</summary>
    ExcludingVat,
    /// <summary><c>including VAT</c>.</summary>
    IncludingVat,
    /// <summary><c>jointly with</c>.</summary>
    JointlyWith,
    /// <summary><c>after consulting</c>.</summary>
    AfterConsulting,
    /// <summary><c>after recommendation of</c>.</summary>
    AfterRecommendation,
    /// <summary><c>after approval of</c>.</summary>
    AfterApproval,
    /// <summary><c>even if reserved</c>.</summary>
    EvenIfReserved,
    /// <summary><c>with reserved matters</c> or <c>subject to reserved matters</c>.</summary>
    WithReservedMatters,
    /// <summary><c>with power to delegate</c>.</summary>
    WithPower,
    /// <summary><c>without power to delegate</c>.</summary>
    WithoutPower,
    /// <summary><c>by consent of</c>.</summary>
    ByConsentOf,
    /// <summary><c>with members</c>.</summary>
    WithMembers,
    /// <summary><c>with quorum</c>.</summary>
    WithQuorum,
    /// <summary><c>with code</c>.</summary>
    WithCode,
    /// <summary><c>ratified by</c>.</summary>
    RatifiedBy,
    /// <summary><c>approved by</c>.</summary>
    ApprovedBy,
    /// <summary><c>reporting to</c>.</summary>
    ReportingTo,
    /// <summary><c>review by</c>.</summary>
    ReviewBy,
    /// <summary><c>recorded in</c> before a quotation.</summary>
    RecordedIn,
    /// <summary><c>reference</c> before a quotation.</summary>
    Reference,
    /// <summary><c>note</c> before a quotation.</summary>
    Note,
    /// <summary><c>supersedes</c> before a quotation.</summary>
    Supersedes,
    /// <summary><c>version</c> before a number.</summary>
    Version,
    /// <summary><c>in force</c>.</summary>
    InForce,
    /// <summary><c>known as</c>.</summary>
    KnownAs,
    /// <summary><c>also searched as</c>.</summary>
    SearchedAs,
    /// <summary><c>covering</c>.</summary>
    Covering,
    /// <summary><c>chaired by</c>.</summary>
    ChairedBy,
    /// <summary><c>judged by</c>.</summary>
    JudgedBy,
    /// <summary><c>hosted by</c>.</summary>
    HostedBy,
    /// <summary><c>interpreted by</c>.</summary>
    InterpretedBy,
    /// <summary><c>stating</c>.</summary>
    Stating,
    /// <summary><c>to delegate to</c> of a power.</summary>
    ToDelegateTo,
    /// <summary><c>normally true</c>.</summary>
    NormallyTrue,
    /// <summary><c>normally false</c>.</summary>
    NormallyFalse,
    /// <summary><c>reserved to</c> in the head of a list.</summary>
    ReservedTo,
    /// <summary><c>subject to</c> before anything but <c>reserved matters</c>.</summary>
    SubjectTo,
    /// <summary><c>responsible for</c>.</summary>
    ResponsibleFor,
    /// <summary><c>held by several people</c>.</summary>
    HeldBySeveral,
    /// <summary><c>any amount</c>, <c>no limit</c> or <c>unlimited</c>.</summary>
    Unlimited,
    /// <summary><c>temporarily</c>.</summary>
    Temporarily,
    /// <summary><c>nobody may decide</c> at the start of a sentence.</summary>
    NobodyMayDecide,
    /// <summary><c>which goes to</c>.</summary>
    WhichGoesTo,
    /// <summary><c>nobody takes part in what concerns them</c>, a whole sentence.</summary>
    NobodyTakesPart,
    /// <summary><c>attended by</c>.</summary>
    AttendedBy,
    /// <summary><c>including</c> after a quorum.</summary>
    Including,
    /// <summary><c>deciding by</c>.</summary>
    DecidingBy,
    /// <summary><c>with casting vote of</c>.</summary>
    CastingVote,
    /// <summary><c>if not agreed</c>.</summary>
    IfNotAgreed,
    /// <summary><c>because</c> before a quotation.</summary>
    Because,
    /// <summary><c>proposed from</c> in the sentence of the scheme.</summary>
    ProposedFrom,
    /// <summary><c>within</c> before a number of days.</summary>
    WithinDays,
    /// <summary><c>use scheme</c> before a quotation, where a sentence starts.</summary>
    UseScheme,
    /// <summary><c>published at</c> before a quotation.</summary>
    PublishedAt,
    /// <summary><c>meeting in</c>.</summary>
    MeetingIn,
    /// <summary><c>with papers at</c> before a quotation.</summary>
    PapersAt,
    /// <summary><c>contracts held by</c>.</summary>
    ContractsHeldBy,
    /// <summary><c>accountable to</c>.</summary>
    AccountableTo,
    /// <summary><c>with population</c> before a number.</summary>
    WithPopulation,
    /// <summary><c>with boundary of</c>.</summary>
    WithBoundary,
    /// <summary><c>seconded to</c>.</summary>
    SecondedTo,
}
