using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;
using DelegationLang.Semantics.Binding;
using DelegationLang.Syntax;

namespace DelegationLang.LanguageServer.Analysis;

/// <summary>What else than a name may stand in a place.</summary>
internal enum SlotExtra
{
    None,
    Sentences,
    Kinds,
    Days,
    Sums,
    Bases,
    Libraries,
    AllMatters,
    Classes,
    OwnResponsibilities,
    KindsOfParty,
    Nobody,

    /// <summary>How a group may decide.</summary>
    Voting,
    Meeting,
    DelegationScope,
    ScenarioTitle,
}

/// <summary>What may stand in a place of a sentence.</summary>
internal sealed record Slot(FamilySet Families, SlotExtra Extra = SlotExtra.None)
{
    private static readonly FamilySet Parties = FamilySet.Of(SymbolFamily.Organisation, SymbolFamily.Group, SymbolFamily.Role);
    private static readonly FamilySet Subjects = Expectation.Subject.Families;

    /// <summary>Nothing that is known.</summary>
    public static Slot Nothing { get; } = new(default(FamilySet));

    /// <summary>What may follow the word that governs the place.</summary>
    public static Slot After(SentenceContext context, DocumentView view) => context.GovernorKind switch
    {
        TokenKind.EndOfFile => new Slot(Parties, SlotExtra.Sentences),
        TokenKind.Delegates or TokenKind.Reserves or TokenKind.Entrusts => new Slot(Subjects, SlotExtra.AllMatters),
        TokenKind.WhoDecides => new Slot(Subjects),
        TokenKind.NobodyMayDecide => new Slot(Subjects, SlotExtra.AllMatters),
        TokenKind.Oversees => new Slot(Expectation.Overseen.Families),
        TokenKind.TakesOver or TokenKind.Concerns or TokenKind.AttendedBy or TokenKind.Including => new Slot(Parties),
        TokenKind.CastingVote => new Slot(Expectation.Chair.Families),
        TokenKind.DecidingBy => new Slot(default, SlotExtra.Voting),
        TokenKind.For when context.Has(TokenKind.TakesOver) => new Slot(Subjects),
        TokenKind.Recommends or TokenKind.TakesNoPart or TokenKind.Before or TokenKind.Decide or TokenKind.Except => new Slot(Subjects),
        TokenKind.Colon when context.Has(TokenKind.Scenario) => new Slot(new FamilySet(Subjects.Bits | Parties.Bits)),
        TokenKind.Colon when context.Has(TokenKind.WithReservedMatters) => new Slot(Subjects),
        TokenKind.To or TokenKind.WhichGoesTo => new Slot(Parties, SlotExtra.Classes),
        TokenKind.ToDelegateTo => new Slot(default, SlotExtra.KindsOfParty),
        TokenKind.Is => new Slot(default, SlotExtra.Kinds),
        TokenKind.At => new Slot(Expectation.Place.Families),
        TokenKind.For => For(context),
        TokenKind.From or TokenKind.Until or TokenKind.ReviewBy or TokenKind.ProposedFrom => new Slot(default, SlotExtra.Days),
        TokenKind.On when context.Has(TokenKind.Advises) => new Slot(Subjects),
        TokenKind.On => new Slot(default, SlotExtra.Days),
        TokenKind.Under => new Slot(Expectation.Basis.Families),
        TokenKind.Within => Within(context, view),
        TokenKind.When or TokenKind.Unless => new Slot(Expectation.Fact.Families),
        TokenKind.Covering or TokenKind.ResponsibleFor => new Slot(Expectation.Covered.Families),
        TokenKind.UpTo or TokenKind.Above or TokenKind.Below or TokenKind.AtLeast or TokenKind.Worth or TokenKind.PercentOf or TokenKind.LowerOf or TokenKind.AmountComma
            => new Slot(Expectation.Sum.Families, SlotExtra.Sums),
        TokenKind.Per => new Slot(default, SlotExtra.Bases),
        TokenKind.Use => new Slot(default, SlotExtra.Libraries),
        TokenKind.ChairedBy => new Slot(Expectation.Chair.Families),
        TokenKind.HostedBy or TokenKind.ContractsHeldBy or TokenKind.SecondedTo or TokenKind.WithBoundary => new Slot(Expectation.Host.Families),
        TokenKind.MeetingIn => new Slot(default, SlotExtra.Meeting),
        TokenKind.IsDecidedBy => new Slot(Parties, SlotExtra.Nobody),
        TokenKind.LineBullet when context.Has(TokenKind.Limits) => new Slot(Parties, SlotExtra.Classes),
        TokenKind.JointlyWith or TokenKind.AfterConsulting or TokenKind.AfterRecommendation or TokenKind.AfterApproval or TokenKind.RatifiedBy or TokenKind.ApprovedBy
            or TokenKind.ReportingTo or TokenKind.AccountableTo or TokenKind.JudgedBy or TokenKind.InterpretedBy or TokenKind.ByConsentOf or TokenKind.WithMembers or TokenKind.Between
            or TokenKind.Advises or TokenKind.Consults or TokenKind.IsReservedTo or TokenKind.ReservedTo or TokenKind.May or TokenKind.MayNot
            or TokenKind.ListOf => new Slot(Parties),
        TokenKind.EveryDelegation => new Slot(default, SlotExtra.DelegationScope),
        TokenKind.Scenario => new Slot(default, SlotExtra.ScenarioTitle),
        _ => Nothing,
    };

    private static Slot For(SentenceContext context) =>
        context.Has(TokenKind.UseScheme) ? new Slot(Expectation.Body.Families)
        : context.Has(TokenKind.Deputises) ? new Slot(Expectation.Deputy.Families)
        : context.Has(TokenKind.Limits) && !context.Has(TokenKind.Colon) ? new Slot(Subjects, SlotExtra.AllMatters)
        : context.Has(TokenKind.Is) && !context.Has(TokenKind.Delegates) ? new Slot(FamilySet.Of(SymbolFamily.Function), SlotExtra.KindsOfParty)
        : new Slot(Expectation.Function.Families, SlotExtra.OwnResponsibilities);

    private static Slot Within(SentenceContext context, DocumentView view) => (ListHead.FamilyIn(context, view) ?? context.Subject(view)?.Kind.Family) switch
    {
        SymbolFamily.Place => new Slot(Expectation.WithinPlace.Families),
        SymbolFamily.Function => new Slot(Expectation.WithinFunction.Families),
        SymbolFamily.Matter => new Slot(Expectation.WithinMatter.Families),
        SymbolFamily.Budget => new Slot(Expectation.WithinBudget.Families),
        _ => new Slot(new FamilySet(Subjects.Bits | Expectation.Place.Families.Bits)),
    };
}
