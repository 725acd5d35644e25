using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL3017: several people of a post that one person holds.</summary>
internal sealed class OnePersonCountedTwice : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3017", "one-person-counted-twice", "Several people of a post that one person holds", DiagnosticSeverity.Warning);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        HashSet<PartySymbol>? counted = null;
        foreach (DelegationStatement statement in run.Delegations)
        {
            PartySymbol? post = statement.Holders.Select(holder => holder.Group)
                .Concat(statement.Terms.Steps.SelectMany(step => step.AnyOf))
                .Select(CountedTwice)
                .FirstOrDefault(party => party is not null && !(counted ??= CountedAmongMembers(run.Model)).Contains(party));
            if (post is not null)
            {
                run.Report(statement, Describe(statement, post));
            }
        }
    }

    private Diagnostic Describe(DelegationStatement statement, PartySymbol post) => new(
        Descriptor, statement.Holders[0].Location, $"nothing says that several people hold the post of {Phrases.Name(post)}")
    {
        Label = "one person?",
        Related = [new RelatedLocation("declared here", post.Location)],
        Help = $"if several do, say so in its declaration: `{post.Name} is … held by several people`; otherwise name somebody else besides it",
    };

    private static PartySymbol? CountedTwice(ActingGroup group)
    {
        for (int i = 1; i < group.Parties.Length; i++)
        {
            if (!group.Parties[i].IsHeldBySeveral && group.Parties.IndexOf(group.Parties[i]) < i)
            {
                return group.Parties[i];
            }
        }

        return null;
    }

    // "With members three of Trustee" says that there are three.
    private static HashSet<PartySymbol> CountedAmongMembers(SchemeModel model) =>
        [.. model.Symbols.OfType<PartySymbol>().SelectMany(party => party.Members).Where(member => member.Count > 1).Select(member => Seats.Person(member.Party))];
}
