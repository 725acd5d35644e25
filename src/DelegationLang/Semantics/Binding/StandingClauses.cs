using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>What <c>every delegation</c> adds to each sentence that delegates or entrusts, and to each line of a table.</summary>
internal sealed class StandingClauses(Bases bases, Reporter reporter)
{
    private readonly List<Standing> ofScheme = [];
    private readonly Dictionary<Section, List<Standing>> ofSection = new(ReferenceEqualityComparer.Instance);

    /// <summary>Takes note of one sentence <c>every delegation</c>. One that speaks of its section and stands in none speaks of the scheme.</summary>
    public void Add(Scope scope, bool inSection, BoundClauses clauses)
    {
        if (!inSection || scope.Section is not { } section)
        {
            Add(ofScheme, new Standing(scope, clauses));
            return;
        }

        if (!ofSection.TryGetValue(section, out List<Standing>? list))
        {
            ofSection.Add(section, list = []);
        }

        Add(list, new Standing(scope, clauses));
    }

    // Conditions add up: of sentences one after another that add nothing else the conditions are put together once, and not in each delegation.
    private static void Add(List<Standing> list, Standing standing)
    {
        if (list.Count > 0 && IsFactsAlone(list[^1].Clauses) && IsFactsAlone(standing.Clauses))
        {
            Terms terms = list[^1].Clauses.Terms;
            list[^1] = list[^1] with { Clauses = list[^1].Clauses with { Terms = terms with { Facts = terms.Facts.AddRange(standing.Clauses.Terms.Facts) } } };
        }
        else
        {
            list.Add(standing);
        }
    }

    private static bool IsFactsAlone(BoundClauses clauses) =>
        clauses.Jointly.IsEmpty && clauses.LooseQualifiers.IsEmpty && clauses.Terms with { Facts = [] } == NoTerms;

    /// <summary>The clauses of a sentence with those added that it does not give itself; the section's come before the scheme's.</summary>
    public BoundClauses AddTo(Scope scope, BoundClauses own)
    {
        BoundClauses merged = own;
        if (scope.Section is { } section && ofSection.TryGetValue(section, out List<Standing>? list))
        {
            merged = list.Aggregate(merged, (clauses, standing) => Merge(scope, clauses, standing.Scope, standing.Clauses));
        }

        merged = ofScheme.Aggregate(merged, (clauses, standing) => Merge(scope, clauses, standing.Scope, standing.Clauses));
        if (own.LooseQualifiers.IsEmpty)
        {
            return merged;
        }

        // The sentence says what the amounts count whose bounds come from elsewhere.
        AmountLimit? limit = merged.Terms.Limit;
        if (limit is null)
        {
            ClauseBinder.ReportLoose(scope, own.LooseQualifiers, reporter);
            return merged;
        }

        limit = own.LooseQualifiers.Aggregate(limit with { IsBasisStated = false, Vat = Vat.Unstated }, (one, qualifier) => bases.Apply(scope, one, qualifier));
        return merged with { Terms = merged.Terms with { Limit = limit } };
    }

    private BoundClauses Merge(Scope scope, BoundClauses clauses, Scope standingScope, BoundClauses standing)
    {
        Terms own = clauses.Terms;
        Terms added = standing.Terms;
        bool addFrom = own.From is null && added.From is not null;
        bool addUntil = own.Until is null && added.Until is not null;
        Terms terms = own with
        {
            Limit = own.Limit ?? (own.Unlimited is null ? added.Limit : null),
            Unlimited = own.Unlimited ?? (own.Limit is null ? added.Unlimited : null),
            IsLimitAdded = own.IsLimitAdded || (own.Limit is null && own.Unlimited is null && (added.Limit is not null || added.Unlimited is not null)),
            For = own.OwnResponsibilities is null ? Either(own.For, added.For) : own.For,
            OwnResponsibilities = own.For.IsEmpty ? own.OwnResponsibilities ?? added.OwnResponsibilities : own.OwnResponsibilities,
            At = Either(own.At, added.At),
            From = own.From ?? added.From,
            Until = own.Until ?? added.Until,
            IsFromAdded = own.IsFromAdded || addFrom,
            IsUntilAdded = own.IsUntilAdded || addUntil,
            DatesLocation = own.DatesLocation ?? added.DatesLocation,
            Under = own.Under ?? added.Under,
            IsSubjectToReservedMatters = own.IsSubjectToReservedMatters || added.IsSubjectToReservedMatters,
            ReservedMattersLocation = own.ReservedMattersLocation ?? added.ReservedMattersLocation,
            KeptBack = Either(own.KeptBack, added.KeptBack),
            Except = Either(own.Except, added.Except),
            Facts = own.Facts.AddRange(added.Facts),
            Steps = own.Steps.AddRange(added.Steps.Where(step => !own.Steps.Any(given => given.Kind == step.Kind))),
            IsEvenIfReserved = own.IsEvenIfReserved || added.IsEvenIfReserved,
            Onward = own.Onward ?? added.Onward,
            RatifiedBy = own.RatifiedBy ?? added.RatifiedBy,
            RatifiedWithin = own.RatifiedBy is null ? added.RatifiedWithin : own.RatifiedWithin,
            Because = Either(own.Because, added.Because),
            ApprovedBy = own.ApprovedBy ?? added.ApprovedBy,
            ReportingTo = Either(own.ReportingTo, added.ReportingTo),
            RecordedIn = Either(own.RecordedIn, added.RecordedIn),
            ReviewBy = own.ReviewBy ?? added.ReviewBy,
            References = Either(own.References, added.References),
            Notes = Either(own.Notes, added.Notes),
        };
        if ((addFrom || addUntil) && terms is { From: { } from, Until: { } until } && until < from && own.DatesLocation is { } ownDays && added.DatesLocation is { } addedDays)
        {
            Days.Report(scope, reporter, from, until, addUntil ? ownDays : addedDays, addUntil ? addedDays : ownDays);
        }

        if (terms.Limit is { } limit && !standing.LooseQualifiers.IsEmpty)
        {
            terms = terms with { Limit = standing.LooseQualifiers.Aggregate(limit, (one, qualifier) => bases.Apply(standingScope, one, qualifier)) };
        }

        return new BoundClauses(terms, clauses.Jointly.IsEmpty ? standing.Jointly : clauses.Jointly, clauses.LooseQualifiers);
    }

    private static readonly Terms NoTerms = new() { Facts = [] };

    private sealed record Standing(Scope Scope, BoundClauses Clauses);

    private static ImmutableArray<T> Either<T>(ImmutableArray<T> own, ImmutableArray<T> added) => own.IsEmpty ? added : own;
}
