using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>The clauses of a sentence with their names resolved.</summary>
/// <param name="Terms">The terms.</param>
/// <param name="Jointly">The people who must act with each holder, in alternatives; empty when nobody must.</param>
/// <param name="LooseQualifiers">What amounts count, where the sentence gives no amount itself.</param>
internal sealed record BoundClauses(Terms Terms, ImmutableArray<ActingGroup> Jointly, ImmutableArray<AmountQualifierSyntax> LooseQualifiers)
{
    public static BoundClauses None { get; } = new(Terms.None, [], []);
}

/// <summary>From the clauses of deciding sentences, deputies and involvement to terms.</summary>
internal sealed partial class ClauseBinder(NameResolver resolver, AmountBinder amounts, PartyLists parties, Bases bases, Reporter reporter)
{
    /// <summary>Where findings go.</summary>
    public Reporter Reporter { get; } = reporter;

    /// <summary>Binds clauses.</summary>
    /// <param name="scope">The sentence.</param>
    /// <param name="clauses">Its clauses.</param>
    /// <param name="sort">What sort of sentence it is.</param>
    /// <param name="where">The sentence in words, for a clause that it may not have.</param>
    public BoundClauses Bind(Scope scope, ImmutableArray<ClauseSyntax> clauses, SentenceSort sort, Func<string> where)
    {
        if (clauses.IsEmpty)
        {
            return BoundClauses.None;
        }

        var draft = new TermsDraft { Clauses = clauses, AfterFor = sort is SentenceSort.Deputy or SentenceSort.Succession ? Expectation.Subject : Expectation.FunctionAfterFor };
        foreach (ClauseSyntax clause in clauses)
        {
            if (ClauseRules.Check(Reporter, scope, clause, sort, where))
            {
                Bind(scope, clause, draft);
            }
        }

        if (ClauseTable.MayStand(ClauseKind.From, sort))
        {
            draft.Days = Days.Read(scope, clauses, Reporter, withYears: ClauseTable.MayStand(ClauseKind.ForYear, sort));
        }

        ImmutableArray<AmountQualifierSyntax> loose = draft.Bounds.Count == 0 && !draft.HasSwallowedLimit ? [.. draft.Qualifiers] : [];
        return new BoundClauses(draft.ToTerms(BindLimit(scope, draft)), draft.Jointly, loose);
    }

    /// <summary>The amounts of an onward power, or none.</summary>
    private AmountLimit? BindRange(Scope scope, AmountRangeSyntax range)
    {
        (AmountBound? lower, AmountBound? upper) = amounts.BindBounds(scope, range.Bounds, null);
        return lower is null && upper is null ? null : bases.Apply(scope, Limit(lower, upper, scope.At(range)), range.Qualifier);
    }

    private static AmountLimit Limit(AmountBound? lower, AmountBound? upper, SourceLocation location) =>
        new() { Lower = lower, Upper = upper, Location = location };

    /// <summary>Reports what is said about an amount where none is given.</summary>
    public static void ReportLoose(Scope scope, ImmutableArray<AmountQualifierSyntax> qualifiers, Reporter reporter)
    {
        foreach (AmountQualifierSyntax qualifier in qualifiers)
        {
            reporter.Report(scope, new Diagnostic(
                ParsingDiagnostics.MisplacedClause, scope.At(qualifier), "this says what an amount counts, but the sentence gives no amount")
            {
                Label = "of what amount?",
                Help = "give the amount before it, such as `up to £5,000`, or leave it out",
            });
        }
    }

    private AmountLimit? BindLimit(Scope scope, TermsDraft draft)
    {
        if (draft.Bounds.Count == 0)
        {
            return null;
        }

        (AmountBound? lower, AmountBound? upper) = amounts.BindBounds(scope, draft.Bounds, null);
        AmountLimit? limit = lower is null && upper is null
            ? null
            : draft.Qualifiers.Aggregate(
                Limit(lower, upper, scope.At(draft.LimitNode ?? draft.Bounds[0])), (one, qualifier) => bases.Apply(scope, one, qualifier));
        return FurtherLimits.Join(scope, limit, [.. draft.FurtherLimits.Select(range => BindRange(scope, range)).OfType<AmountLimit>()], draft.Unlimited, Reporter);
    }

    private void Bind(Scope scope, ClauseSyntax clause, TermsDraft draft)
    {
        switch (clause)
        {
            case LimitClauseSyntax further when draft.LimitNode is not null && draft.Clauses.OfType<LimitClauseSyntax>().First() != further:
                draft.FurtherLimits.Add(further.Range);
                break;
            case GoesToClauseSyntax or OnClauseSyntax:
                break;
            case UnlimitedClauseSyntax unlimited:
                draft.Unlimited = scope.At(unlimited);
                break;
            case TemporarilyClauseSyntax temporarily:
                draft.Temporarily = scope.At(temporarily);
                break;
            case LimitClauseSyntax limit:
                draft.LimitNode ??= limit.Range;
                draft.Bounds.AddRange(limit.Range.Bounds);
                AddQualifier(draft, limit.Range.Qualifier);
                break;
            case QualifierClauseSyntax qualifier:
                AddQualifier(draft, qualifier.Qualifier);
                break;
            case ForClauseSyntax { Names: [var only] } own when OwnResponsibilities.IsMeant(only):
                draft.OwnResponsibilities = scope.At(own);
                break;
            case ForClauseSyntax @for:
                draft.For = draft.For.AddRange(resolver.ResolveList<SubjectSymbol>(scope, @for.Names, draft.AfterFor));
                break;
            case AtClauseSyntax at:
                ImmutableArray<Reference<PlaceSymbol>> places = resolver.ResolveList<PlaceSymbol>(scope, at.Places, Expectation.Place);
                foreach (Reference<PlaceSymbol> place in places)
                {
                    scope.Rely(place.Symbol, place.Location);
                }

                draft.At = draft.At.AddRange(places);
                break;
            case UnderClauseSyntax under:
                draft.Under = resolver.ResolveReference<Symbol>(scope, under.Name, Expectation.Basis);
                break;
            case ReservedMattersClauseSyntax reserved:
                draft.ReservedMatters ??= scope.At(reserved);
                draft.KeptBack = draft.KeptBack.AddRange(resolver.ResolveList<SubjectSymbol>(scope, reserved.Further, Expectation.Subject));
                break;
            case ExceptClauseSyntax except:
                draft.Except = draft.Except.AddRange(resolver.ResolveList<SubjectSymbol>(scope, except.Subjects, Expectation.Subject));
                break;
            case WhenClauseSyntax @when:
                BindFacts(scope, @when, @when.Facts, @when.IsAny, draft);
                break;
            case UnlessClauseSyntax unless:
                BindFacts(scope, unless, unless.Facts, isAny: false, draft);
                break;
            case JointlyClauseSyntax jointly:
                ImmutableArray<ActingGroup> others = parties.BindTogether(scope, jointly.Parties, Expectation.Colleague);
                draft.Jointly = draft.Jointly.IsEmpty ? others : parties.Combine(scope, scope.At(jointly), draft.Jointly, others);
                break;
            case StepClauseSyntax step:
                ImmutableArray<ActingGroup> anyOf = parties.BindTogether(scope, step.Parties, Expectation.Adviser);
                draft.Steps = anyOf.IsEmpty ? draft.Steps : draft.Steps.Add(new Step(step.Step, anyOf, scope.At(step)) { Within = MessageWords.Within(step.WithinDays) });
                break;
            case OnwardClauseSyntax onward:
                draft.Onward = BindOnward(scope, onward);
                break;
            default:
                BindDuty(scope, clause, draft);
                break;
        }
    }

    // What has to be done about a decision, or is said about it: it never changes who decides.
    private void BindDuty(Scope scope, ClauseSyntax clause, TermsDraft draft)
    {
        switch (clause)
        {
            case EvenIfReservedClauseSyntax:
                draft.IsEvenIfReserved = true;
                break;
            case RatifiedByClauseSyntax ratified:
                draft.RatifiedWithin = MessageWords.Within(ratified.WithinDays);
                draft.RatifiedBy = Rely(scope, resolver.ResolveReference<PartySymbol>(scope, ratified.Party, Expectation.Ratifier));
                break;
            case ApprovedByClauseSyntax approved:
                // Not relied on: whoever approved it may have gone since.
                if (resolver.ResolveReference<PartySymbol>(scope, approved.Party, Expectation.Approver) is { } approver)
                {
                    draft.ApprovedBy = new Approval(approver, DayOf(approved.Date), scope.At(approved));
                }

                break;
            case ReportingToClauseSyntax reporting:
                ImmutableArray<Reference<PartySymbol>> overseers = resolver.ResolveList<PartySymbol>(scope, reporting.Parties, Expectation.Overseer);
                foreach (Reference<PartySymbol> party in overseers)
                {
                    scope.Rely(party.Symbol, party.Location);
                }

                draft.ReportingTo = draft.ReportingTo.AddRange(overseers.Select(party => new Reporting(party.Symbol, reporting.Frequency) { Within = MessageWords.Within(reporting.WithinDays) }));
                break;
            case ReviewByClauseSyntax review:
                draft.ReviewBy = DayOf([review.Date]);
                break;
            case TextClauseSyntax text:
                draft.Add(text);
                break;
        }
    }

    private OnwardPower BindOnward(Scope scope, OnwardClauseSyntax onward)
    {
        ImmutableArray<Reference<PartySymbol>> to = resolver.ResolveList<PartySymbol>(scope, onward.To, Expectation.Holder);
        foreach (Reference<PartySymbol> party in to)
        {
            scope.Rely(party.Symbol, party.Location);
        }

        return new OnwardPower
        {
            IsGiven = onward.IsGiven,
            To = to,
            Limit = onward.Limit.IsEmpty ? null : BindRange(scope, onward.Limit[0]),
            ConsentOf = onward.ConsentOf.IsEmpty ? null : Rely(scope, resolver.ResolveReference<PartySymbol>(scope, onward.ConsentOf[0], Expectation.Approver)),
            Location = scope.At(onward),
        };
    }

    private static Reference<PartySymbol>? Rely(Scope scope, Reference<PartySymbol>? party)
    {
        if (party is { } reference)
        {
            scope.Rely(reference.Symbol, reference.Location);
        }

        return party;
    }

    private static DateOnly? DayOf(ImmutableArray<DateSyntax> dates) =>
        dates is [{ IsInvalid: false, IsMissing: false } date] ? date.Value : null;

    private static void AddQualifier(TermsDraft draft, AmountQualifierSyntax qualifier)
    {
        if (qualifier.Basis.Length > 0 || qualifier.Vat != VatSyntaxKind.Unstated)
        {
            draft.Qualifiers.Add(qualifier);
        }
    }
}
