using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL3015: a budget is delegated that covers what its giver does not hold.</summary>
internal sealed class BudgetBeyondGiver : IRule
{
    private const int MaximumRelated = 4;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3015", "budget-beyond-giver", "A budget that covers what its giver does not hold", DiagnosticSeverity.Warning, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        AuthorityGraph authority = run.Judge.Authority;
        foreach (DelegationStatement statement in run.Delegations)
        {
            if (statement.Delegator is not PartySymbol delegator || run.IsInError(statement) || statement.Holders.All(holder => authority.Index.IsToOneself(statement, holder)))
            {
                continue;
            }

            foreach (SubjectReference subject in statement.Subjects)
            {
                if (subject.Symbol is { IsBudget: true } budget && Missing(authority, statement, delegator, budget) is { Length: > 0 } missing)
                {
                    run.Report(statement, Describe(authority, statement, subject, budget, missing));
                    break;
                }
            }
        }
    }

    private static SubjectSymbol[] Missing(AuthorityGraph authority, DelegationStatement statement, PartySymbol delegator, SubjectSymbol budget)
    {
        var missing = new List<SubjectSymbol>();
        foreach (Atom atom in authority.Boxes.Atoms(budget, statement.Terms))
        {
            if (atom.Node.IsFunction
                && authority.Index.GiverOf(statement, atom.Node) is PartySymbol giver
                && !authority.Ownership.Holds(giver, atom)
                && authority.HoldingsOf(giver, atom).IsEmpty
                && !statement.Terms.Except.Concat(statement.Terms.KeptBack).Any(carved => authority.Index.Lines.IsAbout(atom, carved.Symbol))
                && !authority.Faults.MayExplain(delegator, giver, atom)
                && !IsGivenByOthers(authority, statement, atom)
                && !missing.Contains(atom.Node))
            {
                missing.Add(atom.Node);
            }
        }

        return [.. missing];
    }

    // Partners who put money into one fund each give what is theirs of it.
    private static bool IsGivenByOthers(AuthorityGraph authority, DelegationStatement statement, Atom atom) =>
        statement.Holders.All(holder => holder.Group.Parties.All(party => !authority.HoldingsOf(authority.Index.Seats.Of(party, atom.Node), atom).IsEmpty));

    private Diagnostic Describe(AuthorityGraph authority, DelegationStatement statement, SubjectReference subject, SubjectSymbol budget, SubjectSymbol[] missing)
    {
        string delegator = Phrases.Delegator(statement);
        string functions = Phrases.Names(missing);
        PartySymbol[] owners = [.. missing.SelectMany(function => authority.Ownership.OwnersOf(function)).Distinct()];
        string owner = owners.Length == 0 ? "whoever holds it" : Phrases.Names(owners);
        return new Diagnostic(
            Descriptor,
            subject.Location,
            $"{Phrases.Name(budget)} covers {functions}, which {delegator} does not hold: {Phrases.Holder(statement.Holders[0])} is not given {(missing.Length == 1 ? "it" : "them")} here")
        {
            Label = $"{(owners.Length == 0 ? "not its own" : owner + (owners.Length == 1 ? " holds" : " hold"))} {(missing.Length == 1 ? "it" : "them")}",
            Related = [.. missing.Take(MaximumRelated).Where(function => !function.IsFromLibrary).Select(function => new RelatedLocation($"{Phrases.Name(function)} is declared here", function.Location))],
            Help = $"let {owner} delegate {functions} to {Phrases.Holder(statement.Holders[0])} too, or take {(missing.Length == 1 ? "it" : "them")} out of {Phrases.Name(budget)}",
        };
    }
}
