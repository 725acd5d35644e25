using System.Collections.Immutable;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Terms while the clauses of a sentence are gone through.</summary>
internal sealed class TermsDraft
{
    /// <summary>All clauses of the sentence.</summary>
    public ImmutableArray<ClauseSyntax> Clauses { get; init; } = [];

    /// <summary>Whether a limit of the sentence may have been read as one of a measure (reported).</summary>
    public bool HasSwallowedLimit { get; set; }

    public List<BoundSyntax> Bounds { get; } = [];

    public List<AmountQualifierSyntax> Qualifiers { get; } = [];

    /// <summary>What may stand after <c>for</c>: a function; where somebody deputises, any subject.</summary>
    public Expectation AfterFor { get; init; } = Expectation.FunctionAfterFor;

    /// <summary>Limits that follow the first, on other bases.</summary>
    public List<AmountRangeSyntax> FurtherLimits { get; } = [];

    public SourceLocation? Unlimited { get; set; }

    public SourceLocation? Temporarily { get; set; }

    public SyntaxNode? LimitNode { get; set; }

    public StatedDays Days { get; set; }

    public ImmutableArray<Reference<SubjectSymbol>> For { get; set; } = [];

    public SourceLocation? OwnResponsibilities { get; set; }

    public ImmutableArray<Reference<PlaceSymbol>> At { get; set; } = [];

    public Reference<Symbol>? Under { get; set; }

    public SourceLocation? ReservedMatters { get; set; }

    public ImmutableArray<Reference<SubjectSymbol>> KeptBack { get; set; } = [];

    public ImmutableArray<Reference<SubjectSymbol>> Except { get; set; } = [];

    public ImmutableArray<FactGroup> Facts { get; set; } = [];

    public ImmutableArray<ActingGroup> Jointly { get; set; } = [];

    public ImmutableArray<Step> Steps { get; set; } = [];

    public bool IsEvenIfReserved { get; set; }

    public OnwardPower? Onward { get; set; }

    public Reference<PartySymbol>? RatifiedBy { get; set; }

    public string RatifiedWithin { get; set; } = "";

    public Approval? ApprovedBy { get; set; }

    public ImmutableArray<string> Because { get; set; } = [];

    public ImmutableArray<Reporting> ReportingTo { get; set; } = [];

    public ImmutableArray<string> RecordedIn { get; set; } = [];

    public DateOnly? ReviewBy { get; set; }

    public ImmutableArray<string> References { get; set; } = [];

    public ImmutableArray<string> Notes { get; set; } = [];

    public void Add(TextClauseSyntax text)
    {
        switch (text.Kind)
        {
            case ClauseKind.Reference:
                References = References.Add(text.Text.Text);
                break;
            case ClauseKind.Note:
                Notes = Notes.Add(text.Text.Text);
                break;
            case ClauseKind.Because:
                Because = Because.Add(text.Text.Text);
                break;
            case ClauseKind.RecordedIn:
                RecordedIn = RecordedIn.Add(text.Text.Text);
                break;
        }
    }

    public Terms ToTerms(AmountLimit? limit) => new()
    {
        Limit = limit,
        Unlimited = Unlimited,
        Temporarily = Temporarily,
        For = For,
        OwnResponsibilities = OwnResponsibilities,
        At = At,
        From = Days.From,
        Until = Days.Until,
        DatesLocation = Days.Location,
        Under = Under,
        IsSubjectToReservedMatters = ReservedMatters is not null,
        ReservedMattersLocation = ReservedMatters,
        KeptBack = KeptBack,
        Except = Except,
        Facts = Facts,
        Steps = Steps,
        IsEvenIfReserved = IsEvenIfReserved,
        Onward = Onward,
        RatifiedBy = RatifiedBy,
        RatifiedWithin = RatifiedWithin,
        ApprovedBy = ApprovedBy,
        Because = Because,
        ReportingTo = ReportingTo,
        RecordedIn = RecordedIn,
        ReviewBy = ReviewBy,
        References = References,
        Notes = Notes,
    };
}
