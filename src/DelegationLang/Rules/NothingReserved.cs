using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL3009: <c>with reserved matters</c> where the delegator has reserved none.</summary>
internal sealed class NothingReserved : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3009", "nothing-reserved", "“With reserved matters” where none are reserved", DiagnosticSeverity.Warning);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        AuthorityIndex index = run.Judge.Authority.Index;
        var said = new HashSet<SourceLocation>();
        foreach (DelegationStatement statement in run.Delegations)
        {
            if (statement.Delegator is not PartySymbol delegator
                || !statement.Terms.IsSubjectToReservedMatters
                || !statement.Terms.KeptBack.IsEmpty
                || statement.Terms.ReservedMattersLocation is not SourceLocation location)
            {
                continue;
            }

            // Words that `every delegation` adds are said for the whole scheme: they want only that something is reserved by somebody.
            bool isOwn = ClauseLocations.IsOwn(statement, location);
            bool hasReserved = isOwn ? HasReserved(statement, delegator, index) : index.HasReservations;
            if (!hasReserved && !run.Judge.Authority.Faults.MayHideReservation(delegator) && said.Add(location))
            {
                Report(run, statement, delegator, location, isOwn);
            }
        }
    }

    private void Report(RuleRun run, DelegationStatement statement, PartySymbol delegator, SourceLocation location, bool isOwn)
    {
        string who = isOwn ? Phrases.Name(delegator) + " has" : "this scheme has";
        var finding = new Diagnostic(Descriptor, location, $"this is subject to reserved matters, and {who} reserved none")
        {
            Label = "nothing is reserved",
            Fixes = isOwn ? [new CodeFix("leave these words out", [Removal.Of(location)])] : [],
            Help = $"leave these words out, or say what is reserved: `{(isOwn ? delegator.Name : "ORGANISATION")} reserves MATTER to PARTY.`",
        };
        if (isOwn)
        {
            run.Report(statement, finding);
        }
        else
        {
            run.Report(finding);
        }
    }

    // What the words speak of are the delegator's own reservations; what others above it reserved stays reserved whatever it says.
    private static bool HasReserved(DelegationStatement statement, PartySymbol delegator, AuthorityIndex index) =>
        index.Reserves(index.Seats.Of(delegator))
        || statement.Subjects.Any(subject => index.GiverOf(statement, subject.Symbol) is PartySymbol giver && index.Reserves(giver));
}
