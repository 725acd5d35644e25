using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>
/// DL3009: <c>with reserved matters</c> where the delegator has reserved none.
/// <para><b>What.</b> The sentence says that it is subject to reserved matters, and neither the delegator, nor its organisation, nor anybody from
/// whom it holds has reserved any.</para>
/// <para><b>Why it matters.</b> Either the words were copied and mean nothing, or the list of reserved matters is missing, which would be grave.</para>
/// <para><b>Example.</b> <c>Trust delegates buying to Chief Executive with reserved matters.</c>, in a scheme without a reservation.</para>
/// <para><b>Instead.</b> Leave the words out, or reserve: <c>Trust reserves use of the seal to Board.</c></para>
/// <para><b>Source.</b> None outside the scheme: its own sentences lead nowhere.</para>
/// </summary>
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
        var known = new Dictionary<PartySymbol, bool>(ReferenceEqualityComparer.Instance);
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
            bool hasReserved = isOwn ? HasReserved(delegator, index, known) : index.HasReservations;
            if (!hasReserved && said.Add(location))
            {
                Report(run, statement, delegator, location, isOwn);
            }
        }
    }

    private void Report(RuleRun run, DelegationStatement statement, PartySymbol delegator, SourceLocation location, bool isOwn)
    {
        string who = isOwn ? delegator.DisplayName + " has" : "this scheme has";
        var finding = new Diagnostic(Descriptor, location, $"This is subject to reserved matters, and {who} reserved none")
        {
            Label = "nothing is reserved",
            Help = "Leave these words out, or say what is reserved: `ORGANISATION reserves MATTER to Board.`",
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

    // Its own reservations count, its organisation's, and those of whoever its authority comes from, all the way up.
    private static bool HasReserved(PartySymbol delegator, AuthorityIndex index, Dictionary<PartySymbol, bool> known)
    {
        PartySymbol start = index.Seats.Of(delegator);
        if (known.TryGetValue(start, out bool found))
        {
            return found;
        }

        var visited = new HashSet<PartySymbol>(ReferenceEqualityComparer.Instance) { start };
        var waiting = new Queue<PartySymbol>([start]);
        while (!found && waiting.TryDequeue(out PartySymbol? seat))
        {
            found = index.Reserves(seat);
            IEnumerable<PartySymbol> above = index.GrantsTo(seat).Select(grant => grant.Giver).OfType<PartySymbol>()
                .Concat(Seats.OrganisationsOf(seat));
            foreach (PartySymbol party in above.Where(visited.Add))
            {
                waiting.Enqueue(party);
            }
        }

        known.Add(start, found);
        return found;
    }
}
