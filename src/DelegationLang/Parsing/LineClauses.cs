using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>Which words end a name where it is declared, by what is declared: a clause of this kind of declaration ends it, everything else is part of it.</summary>
internal static class LineClauses
{
    private const NameSort HasMembers = NameSort.Organisation | NameSort.Group;
    private const NameSort Placed = NameSort.Function | NameSort.Matter | NameSort.Budget | NameSort.Place;
    private const NameSort Hosted = NameSort.Group | NameSort.Role | NameSort.Budget | NameSort.Agreement;
    private const NameSort HasCode = NameSort.Organisation | NameSort.Group | NameSort.Role | NameSort.Subject | NameSort.Place | NameSort.Agreement;

    private static readonly TokenKindSet OfReservation = new(
        TokenKind.When, TokenKind.Unless, TokenKind.Except, TokenKind.JointlyWith, TokenKind.AfterConsulting, TokenKind.AfterRecommendation, TokenKind.AfterApproval,
        TokenKind.WithReservedMatters, TokenKind.WithPower, TokenKind.WithoutPower, TokenKind.RatifiedBy, TokenKind.ApprovedBy, TokenKind.ReviewBy);

    /// <summary>The joining words: those that a name may hold without quotation marks.</summary>
    public static bool IsJoining(TokenKind kind) => kind is TokenKind.To or TokenKind.From or TokenKind.At or TokenKind.For or TokenKind.On or TokenKind.Under
        or TokenKind.Between or TokenKind.Within or TokenKind.Before or TokenKind.By or TokenKind.With or TokenKind.Without;

    /// <summary>Words that belong to the sentence wherever they stand: a name that holds one needs quotation marks.</summary>
    public static bool IsHard(TokenKind kind) => kind is TokenKind.Or or TokenKind.When or TokenKind.Unless or TokenKind.Except or TokenKind.Is or TokenKind.May
        or TokenKind.MayNot or TokenKind.Decide or TokenKind.IsDecidedBy or TokenKind.IsReservedTo;

    /// <summary>Whether the word cuts the name by itself, whatever the words after it mean.</summary>
    public static bool CutsByForm(TokenKind kind, TokenKind next, NameSort sort, bool isReserved) => kind switch
    {
        TokenKind.From or TokenKind.Until => next == TokenKind.Date,
        TokenKind.KnownAs or TokenKind.SearchedAs or TokenKind.Reference or TokenKind.Note or TokenKind.RecordedIn => true,
        TokenKind.ReportingTo => sort != NameSort.Designation,
        TokenKind.For => next == TokenKind.FinancialYear && Has(sort, NameSort.Budget | NameSort.Agreement),
        TokenKind.To or TokenKind.ToDelegateTo => Has(sort, NameSort.Power),
        TokenKind.Except => isReserved || Has(sort, NameSort.Power),
        TokenKind.Covering => Has(sort, NameSort.Budget | NameSort.Power | NameSort.Agreement),
        TokenKind.Worth => Has(sort, NameSort.Budget | NameSort.Agreement),
        TokenKind.Stating => Has(sort, NameSort.Power | NameSort.Agreement),
        TokenKind.WithMembers or TokenKind.ChairedBy or TokenKind.AttendedBy => Has(sort, HasMembers),
        TokenKind.WithQuorum or TokenKind.DecidingBy or TokenKind.CastingVote or TokenKind.IfNotAgreed or TokenKind.MeetingIn or TokenKind.PapersAt or TokenKind.ContractsHeldBy => Has(sort, NameSort.Group),
        TokenKind.AccountableTo => Has(sort, HasMembers | NameSort.Role),
        TokenKind.SecondedTo => Has(sort, NameSort.Role),
        TokenKind.WithPopulation or TokenKind.WithBoundary => Has(sort, NameSort.Place),
        TokenKind.WithinDays => true,
        TokenKind.Because => isReserved || Has(sort, NameSort.Budget),
        TokenKind.WithCode => Has(sort, HasCode),
        TokenKind.HeldBySeveral => Has(sort, NameSort.Role),
        TokenKind.HostedBy => Has(sort, Hosted),
        TokenKind.JudgedBy => Has(sort, NameSort.Condition | NameSort.Measure),
        TokenKind.NormallyTrue or TokenKind.NormallyFalse => Has(sort, NameSort.Condition),
        TokenKind.ReviewBy => isReserved || Has(sort, NameSort.Group | NameSort.Agreement),
        TokenKind.UpTo or TokenKind.Below or TokenKind.Above or TokenKind.AtLeast => isReserved || next == TokenKind.Money,
        _ => isReserved && OfReservation.Contains(kind),
    };

    /// <summary>What must follow a joining word for it to start a clause here; none where it starts no clause of this kind of declaration.</summary>
    public static NameSort ObjectOf(TokenKind kind, NameSort sort, bool isReserved) => kind switch
    {
        TokenKind.At => NameSort.Place,
        TokenKind.Within when sort == NameSort.Place => NameSort.Place,
        TokenKind.Within when Has(sort, Placed) => NameSort.Subject,
        TokenKind.Under when Has(sort, HasMembers | NameSort.Subject | NameSort.Power | NameSort.Agreement | NameSort.Designation) => NameSort.Power | NameSort.Agreement,
        TokenKind.Between when Has(sort, NameSort.Group | NameSort.Role | NameSort.Budget | NameSort.Agreement) => NameSort.Organisation | NameSort.Group,
        TokenKind.For when isReserved => NameSort.Subject,
        TokenKind.For when Has(sort, NameSort.Power) => NameSort.Kind | NameSort.Subject | NameSort.Organisation | NameSort.Group,
        TokenKind.ResponsibleFor when Has(sort, NameSort.Role | NameSort.Group) => NameSort.Subject,
        _ => NameSort.None,
    };

    // Of a kind that nobody knows everything may be said.
    private static bool Has(NameSort sort, NameSort wanted) => (sort & (wanted | NameSort.Unknown)) != 0;
}
