using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>What the law has against a sentence. Of several that would be errors, the first in this order stands alone.</summary>
internal enum LegalRank
{
    /// <summary>A contract is taken for a delegation, or the other way about.</summary>
    Contract,

    /// <summary>Nobody but the board may decide it.</summary>
    ForBoardAlone,

    /// <summary>Who gets it can hold nothing by law.</summary>
    CannotHold,

    /// <summary>It is for another organ of the same body.</summary>
    WrongOrgan,

    /// <summary>The group that gives it may not give it to such a post.</summary>
    BeyondGroupsPower,

    /// <summary>The law knows one way alone, and this is another.</summary>
    OnlyWay,

    /// <summary>No power allows it.</summary>
    NoPower,

    /// <summary>The power excludes it.</summary>
    Excluded,

    /// <summary>The power or the agreement is not in force on every day.</summary>
    NotInForce,

    /// <summary>The agreement that the law asks for is not named.</summary>
    NoAgreement,

    /// <summary>Not an error: said beside others.</summary>
    Remark,
}

/// <summary>Something that the law has against a sentence.</summary>
/// <param name="Statement">The delegation or the reservation.</param>
/// <param name="Rank">Its place among errors.</param>
/// <param name="Location">What is wrong.</param>
internal abstract record LegalVerdict(Statement Statement, LegalRank Rank, SourceLocation Location)
{
    /// <summary>The power that it rests on; none where it rests on there being none.</summary>
    public PowerSymbol? Power { get; init; }

    /// <summary>Where it is against something that the sentence does not name: what that is. Then the sentence holds for the rest. None otherwise.</summary>
    public Reached? Reached { get; init; }

    /// <summary>The one subject of several that it is against; none where it is against the sentence, whatever that gives.</summary>
    public virtual SubjectSymbol? OneSubject => null;

    /// <inheritdoc/>
    public sealed override string ToString() => Location.ToString();

    /// <summary>Whether it follows from a power that nobody has checked: then it is only remarked on.</summary>
    public bool IsUnchecked => Power is { IsVerified: false };

    /// <summary>Whether lawyers may differ about it: then it is only remarked on.</summary>
    public bool IsArguable { get; init; }

    /// <summary>Whether it follows from a power whose text was read only in part: then it is at most a warning.</summary>
    public bool IsPartly => Power is { Grade: LegalGrade.Partly };

    /// <summary>Whether it is only remarked on.</summary>
    public bool IsRemark => IsUnchecked || IsArguable;

    /// <summary>Whether the sentence, or the part of it that is against the law, is without effect by it.</summary>
    public bool IsError => Rank != LegalRank.Remark && !IsRemark && !IsPartly;

    /// <summary>How grave it is, given how grave its rule would have it: what is uncertain in law weighs less.</summary>
    public DiagnosticSeverity Weigh(DiagnosticSeverity severity) =>
        IsRemark ? DiagnosticSeverity.Info : IsPartly && severity == DiagnosticSeverity.Error ? DiagnosticSeverity.Warning : severity;
}

/// <summary>A lead provider's contract under which something is delegated, or <c>entrusts</c> without one.</summary>
internal sealed record ContractMistaken(Statement Statement, SourceLocation Location, AgreementSymbol? Agreement)
    : LegalVerdict(Statement, LegalRank.Contract, Location);

/// <summary>What only the board may decide is delegated.</summary>
internal sealed record BoardsAlone(Statement Statement, SubjectReference Subject, SubjectSymbol Node, PartySymbol Body, SubjectSymbol? Named)
    : LegalVerdict(Statement, LegalRank.ForBoardAlone, Subject.Location)
{
    /// <inheritdoc/>
    public override SubjectSymbol? OneSubject => Node;
}

/// <summary>Given to a party that can hold nothing by law.</summary>
internal sealed record CannotHold(Statement Statement, SourceLocation Location, PartySymbol Party)
    : LegalVerdict(Statement, LegalRank.CannotHold, Location);

/// <summary>How a subject is in the wrong hands within its own body.</summary>
internal enum OrganFault
{
    /// <summary>Held by the board or its committee while an organ acts in such subjects.</summary>
    HeldByBoard,

    /// <summary>Given by the board while an organ acts in such subjects.</summary>
    GivenByBoard,

    /// <summary>Given by an organ that acts in other subjects.</summary>
    GivenByOrgan,

    /// <summary>Held by a group or a single post that no power for such subjects names.</summary>
    HeldByOther,

    /// <summary>Held by a committee that has one member.</summary>
    CommitteeOfOne,

    /// <summary>Held by a committee of which one member is enough.</summary>
    QuorumOfOne,

    /// <summary>Given to another body under a power that excludes subjects of this kind, while another power is for them.</summary>
    WrongPower,
}

/// <summary>A subject in the hands of the wrong organ of a body.</summary>
/// <param name="Statement">The sentence.</param>
/// <param name="Location">Where.</param>
/// <param name="Fault">How.</param>
/// <param name="Subject">What.</param>
/// <param name="Kind">Of which kind the law knows it to be.</param>
/// <param name="Party">Who holds or gives it.</param>
/// <param name="Organ">Whose it is; none where no single organ's.</param>
/// <param name="Right">The power that is for it; none where several are.</param>
internal sealed record InWrongHands(
    Statement Statement,
    SourceLocation Location,
    OrganFault Fault,
    SubjectSymbol Subject,
    KindSymbol Kind,
    PartySymbol Party,
    PartySymbol? Organ,
    PowerSymbol? Right) : LegalVerdict(Statement, LegalRank.WrongOrgan, Location)
{
    /// <summary>Whether the party holds it only together with others.</summary>
    public bool IsTogether { get; init; }

    /// <summary>Whose deputy the party is, where it comes to the subject as one; none otherwise.</summary>
    public PartySymbol? Principal { get; init; }

    /// <inheritdoc/>
    public override SubjectSymbol? OneSubject => Subject;
}

/// <summary>A group to which the law gives powers of its own passes something to a post that these do not name.</summary>
internal sealed record BeyondGroupsPower(Statement Statement, SourceLocation Location, PartySymbol Group, PartySymbol Post, SubjectSymbol Subject)
    : LegalVerdict(Statement, LegalRank.BeyondGroupsPower, Location)
{
    /// <summary>The group whose powers it is about: the one that gives, or one that this is of.</summary>
    public required PartySymbol Of { get; init; }

    /// <inheritdoc/>
    public override SubjectSymbol? OneSubject => Subject;
}

/// <summary>The law knows one way alone for what this body holds to reach that one.</summary>
internal sealed record NotTheOnlyWay(Statement Statement, SourceLocation Location, PartySymbol From, PartySymbol To, PartySymbol Party, Footing Footing)
    : LegalVerdict(Statement, LegalRank.OnlyWay, Location)
{
    /// <summary>What belongs to that body, where it gives what it was given together with its own.</summary>
    public SubjectSymbol? Owned { get; init; }

    /// <inheritdoc/>
    public override SubjectSymbol? OneSubject => Owned;
}

/// <summary>No power lets this body give it to that one. <paramref name="Subject"/> is given where it is the subject that no power covers.</summary>
internal sealed record NoPowerFor(
    Statement Statement,
    SourceLocation Location,
    PartySymbol From,
    PartySymbol To,
    PartySymbol Party,
    SubjectSymbol? Subject,
    Footing Footing,
    List<PowerSymbol> Ways) : LegalVerdict(Statement, LegalRank.NoPower, Location)
{
    /// <inheritdoc/>
    public override SubjectSymbol? OneSubject => Subject;
}

/// <summary>The power relied on excludes the subject.</summary>
internal sealed record ExcludedByPower(Statement Statement, SourceLocation Location, SubjectSymbol Subject, SubjectSymbol? Named, KindSymbol? Kind, List<PowerSymbol> Ways)
    : LegalVerdict(Statement, LegalRank.Excluded, Location)
{
    /// <inheritdoc/>
    public override SubjectSymbol? OneSubject => Subject;
}

/// <summary>The power, the agreement or a sum of the law is not in force on every day of the sentence.</summary>
/// <param name="Statement">The sentence.</param>
/// <param name="Location">Where.</param>
/// <param name="Relied">What it relies on.</param>
/// <param name="Day">The first day on which that is not in force; none where the sentence begins before it.</param>
/// <param name="InForce">When it is in force.</param>
/// <param name="Days">The days of the sentence.</param>
internal sealed record NotInForce(Statement Statement, SourceLocation Location, Symbol Relied, DateOnly Day, DateRange InForce, DateRange Days)
    : LegalVerdict(Statement, LegalRank.NotInForce, Location);

/// <summary>The agreement that the power is used by is not named. As a rank, an error only where the law asks for it.</summary>
internal sealed record AgreementMissing(Statement Statement, SourceLocation Location, PartySymbol From, PartySymbol To, AgreementSymbol? Other, bool IsAskedFor)
    : LegalVerdict(Statement, IsAskedFor ? LegalRank.NoAgreement : LegalRank.Remark, Location)
{
    /// <summary>The one of the two that the agreement is not between; none where there is no agreement, or one of the wrong kind.</summary>
    public PartySymbol? Stranger { get; init; }

    /// <summary>Whether what is missing is the power: there may be an agreement, and it does not say that it is made under this one.</summary>
    public bool IsPowerUnnamed { get; init; }
}

/// <summary>A single person who is not of the body is given what is the body's.</summary>
internal sealed record Outsider(Statement Statement, SourceLocation Location, PartySymbol Body, PartySymbol Person, SubjectReference? Subject)
    : LegalVerdict(Statement, LegalRank.Remark, Location);

/// <summary>A party within the body that the only powers for giving within it do not name; nobody has checked these powers.</summary>
internal sealed record UnnamedWithin(Statement Statement, SourceLocation Location, PartySymbol Body, PartySymbol Party)
    : LegalVerdict(Statement, LegalRank.Remark, Location);
