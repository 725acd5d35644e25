using System.Collections.Immutable;
using DelegationLang.Policy;

namespace DelegationLang.Semantics.Binding;

/// <summary>The terms of what a party takes no part in.</summary>
internal static class RecusedTerms
{
    /// <summary>The terms on which the party still decides it: when the facts are not so, before the first day, and after the last.</summary>
    public static IEnumerable<Terms> Without(Recusal recusal, Terms terms)
    {
        Terms said = recusal.Statement.Terms;
        var own = DateRange.From(terms.From, terms.Until);
        if (!said.Facts.IsEmpty)
        {
            yield return terms with { Facts = [.. terms.Facts, .. Opposite(said.Facts)] };
        }

        if (said.From is { } first && !(own.HasFirst && own.First >= first))
        {
            yield return terms with { Until = own.HasLast && own.Last < first ? own.Last : first.AddDays(-1), IsUntilAdded = false };
        }

        if (said.Until is { } last && !(own.HasLast && own.Last <= last))
        {
            yield return terms with { From = own.HasFirst && own.First > last ? own.First : last.AddDays(1), IsFromAdded = false };
        }
    }

    /// <summary>The terms on the days on which the party takes no part; none where the two have no day in common.</summary>
    public static Terms? During(Recusal recusal, Terms terms)
    {
        DateRange days = DateRange.From(terms.From, terms.Until).Intersect(DateRange.From(recusal.Statement.Terms.From, recusal.Statement.Terms.Until));
        return days.IsEmpty ? null : terms.During(days);
    }

    /// <summary>The terms on which it goes to somebody else; none where the two have no day in common.</summary>
    public static Terms? Instead(Recusal recusal, Terms terms)
    {
        Terms said = recusal.Statement.Terms;
        return During(recusal, terms) is not { } during ? null : during with
        {
            Facts = [.. terms.Facts, .. said.Facts],
            ApprovedBy = said.ApprovedBy ?? terms.ApprovedBy,
            References = said.References,
            Notes = said.Notes,
            ReviewBy = said.ReviewBy ?? terms.ReviewBy,
            Because = said.Because,
            Successions = terms.Successions.AddRange(said.Successions),
        };
    }

    // Not (a or b) and (c): not a and not b, or not c. As groups of which each must have one: (not a or not c), (not b or not c).
    private static IEnumerable<FactGroup> Opposite(ImmutableArray<FactGroup> facts)
    {
        IEnumerable<ImmutableArray<Fact>> chosen = [[]];
        foreach (FactGroup group in facts)
        {
            chosen = chosen.SelectMany(some => group.AnyOf.Select(fact => some.Add(fact with { IsNegated = !fact.IsNegated })));
        }

        return chosen.Select(some => new FactGroup(some));
    }
}
