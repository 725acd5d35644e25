using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Html;

/// <summary>That a party is asked before a decision: consulted, or for its recommendation or approval. It decides nothing by that.</summary>
/// <param name="Party">Who is asked.</param>
/// <param name="Kind">For what.</param>
/// <param name="Row">Whose decision, of what.</param>
internal sealed record AskedFirst(PartySymbol Party, StepKind Kind, AuthorityRow Row) : OutputPart
{
    /// <summary>All steps of a scheme, by who is asked; each once for a subject and whoever decides it.</summary>
    public static ILookup<PartySymbol, AskedFirst> Of(PageContext context)
    {
        Statement[] statements = [.. context.Publication.Index.Rules];
        bool[] hasSteps = [.. statements.Select(statement => !statement.Terms.Steps.IsEmpty)];
        var all = new List<AskedFirst>();
        var seen = new HashSet<(PartySymbol, StepKind, int, int, int)>();
        for (int party = 0; party < context.Definition.Parties.Length && Array.IndexOf(hasSteps, true) >= 0; party++)
        {
            foreach (AuthorityRow row in context.Authorities.OfParty(party).Where(row => row.Terms.Claim != AuthorityClaim.May && row.Terms.Rules.Any(rule => hasSteps[rule])))
            {
                foreach (Step step in row.Terms.Rules.SelectMany(rule => statements[rule].Terms.Steps))
                {
                    foreach (PartySymbol asked in step.AnyOf.SelectMany(group => group.Parties))
                    {
                        if (seen.Add((asked, step.Kind, party, row.Function, row.Matter)))
                        {
                            all.Add(new AskedFirst(asked, step.Kind, row));
                        }
                    }
                }
            }
        }

        return all.ToLookup(asked => asked.Party);
    }
}
