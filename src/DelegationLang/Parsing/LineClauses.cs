using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>Which words end a name where it is declared, by what is declared: a clause of this kind of declaration ends it, everything else is part of it.</summary>
internal static class LineClauses
{
    private const NameSort HasMembers = NameSort.Organisation | NameSort.Group;
    private const NameSort Placed = NameSort.Function | NameSort.Matter | NameSort.Budget | NameSort.Place;

    private static readonly (NameSort Name, SentenceSort Sentence)[] Declarations =
    [
        (NameSort.Organisation, SentenceSort.Organisation), (NameSort.Group, SentenceSort.Group), (NameSort.Role, SentenceSort.Role),
        (NameSort.Function | NameSort.Matter, SentenceSort.Subject), (NameSort.Budget, SentenceSort.Budget), (NameSort.Place, SentenceSort.Place),
        (NameSort.Power, SentenceSort.Power), (NameSort.Agreement, SentenceSort.Agreement), (NameSort.Condition, SentenceSort.Condition),
        (NameSort.Measure, SentenceSort.Measure),
    ];

    private static readonly TokenKindSet OfReservation = new(
        TokenKind.When, TokenKind.Unless, TokenKind.Except, TokenKind.JointlyWith, TokenKind.AfterConsulting, TokenKind.AfterRecommendation, TokenKind.AfterApproval,
        TokenKind.WithReservedMatters, TokenKind.WithPower, TokenKind.WithoutPower, TokenKind.RatifiedBy, TokenKind.ApprovedBy, TokenKind.ReviewBy, TokenKind.Because);

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
        TokenKind.To => Has(sort, NameSort.Power),
        TokenKind.WithQuorum => Has(sort, NameSort.Group),
        TokenKind.WithinDays => true,
        TokenKind.UpTo or TokenKind.Below or TokenKind.Above or TokenKind.AtLeast => isReserved || next == TokenKind.Money,
        _ => (isReserved && OfReservation.Contains(kind)) || MayDeclare(kind, sort),
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

    // What a name may hold, and what cuts it only before a thing of the right sort, is left to `ObjectOf`.
    private static bool MayDeclare(TokenKind kind, NameSort sort)
    {
        if (IsJoining(kind) || kind == TokenKind.ResponsibleFor || ClauseTable.Of(kind) is not { } row)
        {
            return false;
        }

        foreach ((NameSort name, SentenceSort sentence) in Declarations)
        {
            if ((row.Sentences & sentence) != 0 && Has(sort, name))
            {
                return true;
            }
        }

        return false;
    }

    // Of a kind that nobody knows everything may be said.
    private static bool Has(NameSort sort, NameSort wanted) => (sort & (wanted | NameSort.Unknown)) != 0;
}
