using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL7002: a delegation that starts before it was approved.</summary>
internal sealed class RetrospectiveDelegation : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL7002", "retrospective-delegation", "A delegation that starts before it was approved", DiagnosticSeverity.Warning);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        CarriedOver? carried = null;
        bool isSaidOfScheme = false;
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (DelegationStatement statement in run.Delegations)
        {
            Approval? approval = statement.Terms.ApprovedBy ?? run.Model.Info.LastApproval;
            if (approval?.On is not DateOnly approved
                || StartOf(run.Model, statement) is not { } start
                || start >= approved
                || run.IsInError(statement)
                || OutsideSchemeLife.IsOutside(run.Model, statement.Terms)
                || IsReceived(run.Model, statement)
                || (carried ??= CarriedOver.From(run)).Has(statement))
            {
                continue;
            }

            if (statement.Terms.From is null && statement.Terms.ApprovedBy is null)
            {
                // Nothing in the sentence is wrong: it begins with the scheme, which begins too early for all of them.
                if (!isSaidOfScheme && run.Model.Info.Location is SourceLocation scheme)
                {
                    isSaidOfScheme = true;
                    run.Report(OfScheme(run.Model, statement, start, approved, approval, scheme));
                }

                continue;
            }

            SourceLocation location = statement.Terms.From is null
                ? approval.Location
                : ClauseLocations.Of<FromClauseSyntax>(statement)
                    ?? ClauseLocations.Of<ForYearClauseSyntax>(statement)
                    ?? statement.Terms.DatesLocation
                    ?? statement.Location;
            Diagnostic finding = Describe(start, approved, approval, location);
            if (ClauseLocations.IsOwn(statement, location))
            {
                run.Report(statement, finding);
            }
            else if (said.Add(FormattableString.Invariant($"{location.File}:{location.Span.Start}")))
            {
                run.Report(finding);
            }
        }
    }

    // The day stated; without one, the first on which the scheme, the agreement relied on and all who are named are there.
    private static DateOnly? StartOf(SchemeModel model, DelegationStatement statement)
    {
        DateOnly first = model.Info.InForce.First;
        if (statement.Terms.From is DateOnly stated)
        {
            // A year is named as a whole, whichever of its days the scheme begins on.
            bool isYear = ClauseLocations.Of<ForYearClauseSyntax>(statement) is not null && ClauseLocations.Of<FromClauseSyntax>(statement) is null;
            return isYear && first > stated ? first : stated;
        }

        if (statement.Terms.Under?.Symbol is Symbol basis && basis.Lifetime.First > first)
        {
            first = basis.Lifetime.First;
        }

        foreach (Holder holder in statement.Holders)
        {
            foreach (PartySymbol party in holder.Group.Parties)
            {
                first = party.Lifetime.First > first ? party.Lifetime.First : first;
            }
        }

        return first == DateOnly.MinValue ? null : first;
    }

    private static bool IsReceived(SchemeModel model, DelegationStatement statement) =>
        model.OwnOrganisation is PartySymbol own
        && statement.Delegator is PartySymbol delegator
        && !Seats.OrganisationsOf(delegator).Contains(own);

    private Diagnostic OfScheme(SchemeModel model, DelegationStatement first, DateOnly start, DateOnly approved, Approval approval, SourceLocation scheme)
    {
        SourceLocation location = SentenceClauses.OfScheme<InForceClauseSyntax>(model) ?? scheme;
        Diagnostic finding = Describe(start, approved, approval, location);
        return finding with
        {
            Message = $"this scheme is in force from {Wording.Day(start)}, before {Phrases.Name(approval.By.Symbol)} approved it on {Wording.Day(approved)}",
            Related = [.. finding.Related, new RelatedLocation("what begins with the scheme, this delegation first", first.DelegatorLocation)],
        };
    }

    private Diagnostic Describe(DateOnly start, DateOnly approved, Approval approval, SourceLocation location) =>
        new(
            Descriptor,
            location,
            $"this delegation starts on {Wording.Day(start)}, before {Phrases.Name(approval.By.Symbol)} approved it on {Wording.Day(approved)}")
        {
            Label = "before its approval",
            Related = approval.Location == location ? [] : [new RelatedLocation("approved here", approval.Location)],
            Help = $"start on {Wording.Day(approved)} or later (`from {Wording.Day(approved)}`); what was decided earlier has to be ratified decision by decision",
        };
}
