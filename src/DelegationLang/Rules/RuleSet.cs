using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>The rules of governance, and how to run them all.</summary>
public static class RuleSet
{
    /// <summary>
    /// The rules in the order in which they speak: of several errors about one sentence the first stands. A circle says more than what follows
    /// from it, and a matter that is reserved more than a delegator who does not hold it. Those that are errors by default run before all others. The rules of law come after those of the scheme's own
    /// consistency: what a sentence lacks in itself is mended first.
    /// </summary>
    private static readonly ImmutableArray<IRule> Rules =
    [
        new CircularDelegation(),
        new ReservedMatterDelegated(),
        new DelegatedWithoutHolding(),
        new DelegatedWithoutPower(),
        new LimitAboveDelegators(),
        new DatesOutsideGrant(),
        new UnratifiedExceptionalPower(),
        new ActsWithOneself(),
        new ContractForDelegation(),
        new BoardsOwnMatter(),
        new CannotHoldAuthority(),
        new WrongOrgan(),
        new ForbiddenByPower(),
        new GroupGivesTooFar(),
        new OnlyOneLawfulWay(),
        new NoPowerInLaw(),
        new PoolOfOthers(),
        new IncompatiblePosts(),
        new ExcludedFunction(),
        new PowerNotInForce(),
        new AgreementNotNamed(),
        new IncompleteAgreement(),
        new BeyondAgreement(),
        new OutsiderGivenAuthority(),
        new AccountabilityPassed(),
        new GiverKeepsNothing(),
        new UnnamedByOwnPower(),
        new LawReplaced(),
        new AuthorityForAnotherPlace(),
        new BudgetBeyondGiver(),
        new NothingLeft(),
        new NothingReserved(),
        new ReservedMattersUnsaid(),
        new OnwardLimitAlone(),
        new NonDecidingMatter(),
        new DelegatorApprovesEachTime(),
        new DeputyActsTwice(),
        new OnePersonCountedTwice(),
        new BudgetsAboveParent(),
        new PlaceWithoutBudget(),
        new BudgetWithoutShares(),
        new MissingStatutoryCommittee(),
        new AuditChairNotIndependent(),
        new RemunerationChairNotIndependent(),
        new BoardBelowMinimum(),
        new JointCommitteeOfOne(),
        new QuorumAboveMembership(),
        new NoReportingLine(),
        new PlacePartnershipVoices(),
        new PlaceOfTwoSystems(),
        new CouncilOutsidePartnership(),
        new BoardWithoutMentalHealth(),
        new PartnerMemberWithoutVote(),
        new CompanyOnBoard(),
        new BoardWithoutPlaces(),
        new ChairNotIndependent(),
        new ExecutiveScrutinisesItself(),
        new PlaceGroupWithoutOutsiders(),
        new FunctionAtSomePlaces(),
        new TwoForumsOneRemit(),
        new ProviderOnAwardingBody(),
        new LeadForNothing(),
        new ReviewOverdue(),
        new RetrospectiveDelegation(),
        new OutsideSchemeLife(),
        new DatesPastLife(),
        new MissingReference(),
        new SchemeApprover(),
        new AdviceToNonDecider(),
        new SilentSubject(),
        new TableWithoutTop(),
        new IncomparableAmounts(),
        new LimitStatedTwice(),
        new SwallowedLine(),
        new GapBetweenLimits(),
        new OverlappingAuthority(),
    ];

    /// <summary>What the rules can find, sorted by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        [.. Rules.Select(rule => rule.Descriptor).OrderBy(descriptor => descriptor.Code, StringComparer.Ordinal)];

    /// <summary>The code of the finding that no sentence says who decides a subject. It says more than that nothing uses its name.</summary>
    internal const string SilentSubjectCode = "DL5003";

    /// <summary>What an observer is told that the work is called which belongs to no single rule: who holds what, and the order of the findings.</summary>
    public const string SharedWork = "shared";

    /// <summary>Runs all rules over a scheme. The same scheme and day give the same findings in the same order.</summary>
    public static RuleResult Run(SchemeModel model, RuleContext context, IRuleObserver? observer = null)
    {
        return Finish(Decide(model, context, observer), observer);
    }

    /// <summary>
    /// Runs the rules that decide which sentences have effect: those that find errors. Whoever only asks a scheme needs no more;
    /// <see cref="Finish"/> does the rest.
    /// </summary>
    internal static DecidingRun Decide(SchemeModel model, RuleContext context, IRuleObserver? observer)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(context);
        observer?.Started(SharedWork);
        var run = new RuleRun(model, context);
        observer?.Ended(SharedWork);
        Run(run, decide: true, observer);
        return new DecidingRun(run, run.ToResult());
    }

    /// <summary>Runs the rules that only remark on a scheme, after those that decide which of its sentences have effect.</summary>
    internal static RuleResult Finish(DecidingRun decided, IRuleObserver? observer)
    {
        Run(decided.Run, decide: false, observer);
        observer?.Started(SharedWork);
        RuleResult result = decided.Run.ToResult();
        observer?.Ended(SharedWork);
        return result;
    }

    private static void Run(RuleRun run, bool decide, IRuleObserver? observer)
    {
        foreach (IRule rule in Rules)
        {
            if (rule.Descriptor.DefaultSeverity == DiagnosticSeverity.Error == decide)
            {
                observer?.Started(rule.Descriptor.Code);
                rule.Run(run);
                observer?.Ended(rule.Descriptor.Code);
            }
        }
    }
}

/// <summary>A run of the rules in which those have run that decide which sentences have effect.</summary>
/// <param name="Run">The run, to be gone on with once.</param>
/// <param name="Result">What was found until then.</param>
internal sealed record DecidingRun(RuleRun Run, RuleResult Result);
