using System.Globalization;
using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>DL6006: a quorum larger than the membership.</summary>
internal sealed class QuorumAboveMembership : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6006", "quorum-above-membership", "A quorum larger than the membership", DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        HashSet<PartySymbol>? several = null;
        foreach (Symbol symbol in run.Model.Symbols)
        {
            if (symbol is not PartySymbol { Quorum: int quorum, Members.IsEmpty: false, IsDuplicate: false } group
                || run.Judge.Authority.Faults.IsIn(group.Declaration))
            {
                continue;
            }

            var members = Membership.Of(group);
            if (group.Chair is PartySymbol chair)
            {
                members.Include(chair);
            }

            if (members.IsKnown && quorum > members.Count && !IsUncountable(members, several ??= HeldBySeveral(run.Model)))
            {
                run.Report(Describe(run, group, quorum, members.Count));
            }
        }
    }

    // Where a number of them is said to belong, that is the number.
    private static bool IsUncountable(Membership members, HashSet<PartySymbol> several) =>
        members.People.Any(person => members.CountOf(person) == 1 && (person.IsSaidToBeHeldBySeveral || several.Contains(person)));

    private Diagnostic Describe(RuleRun run, PartySymbol group, int quorum, int count)
    {
        string needed = quorum.ToString(CultureInfo.InvariantCulture);
        string there = count.ToString(CultureInfo.InvariantCulture);
        return new Diagnostic(
            Descriptor,
            SentenceClauses.OfDeclaration<QuorumClauseSyntax>(run.Model, group) ?? group.Location,
            $"{Phrases.Name(group)} needs {needed} people present and has {there} member{(count == 1 ? "" : "s")}")
        {
            Label = "more than there are",
            Related = SentenceClauses.OfDeclaration<MembersClauseSyntax>(run.Model, group) is { } clause ? [new RelatedLocation("its members", clause)] : [],
            Help = $"name all members, or lower the quorum to {there}; several people of one post are written `three of Non-Executive Director`",
        };
    }

    // "Two of Non-Executive Director" anywhere shows that the post has several holders.
    private static HashSet<PartySymbol> HeldBySeveral(SchemeModel model)
    {
        var several = new HashSet<PartySymbol>(ReferenceEqualityComparer.Instance);
        foreach (DelegationStatement statement in model.Delegations)
        {
            foreach (Holder holder in statement.Holders)
            {
                Add(holder.Group);
            }

            foreach (Step step in statement.Terms.Steps)
            {
                foreach (ActingGroup group in step.AnyOf)
                {
                    Add(group);
                }
            }
        }

        return several;

        void Add(ActingGroup group)
        {
            for (int i = 1; i < group.Parties.Length; i++)
            {
                if (ReferenceEquals(group.Parties[i], group.Parties[i - 1]))
                {
                    several.Add(Seats.Person(group.Parties[i]));
                }
            }
        }
    }
}
