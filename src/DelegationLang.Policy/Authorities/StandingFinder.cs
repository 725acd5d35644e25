using System.Collections.Immutable;
using System.Text;
using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Authorities;

/// <summary>How a party stands to a decision in one case. Whether it may alone, and whether it may with others, are told apart: it may be both.</summary>
internal sealed record Claimant(int Party, bool IsTogether);

/// <summary>Finds in a finished case who decides, who keeps authority above, and for whom it is reserved, each with the chain.</summary>
/// <param name="index">The scheme.</param>
/// <param name="context">The decision.</param>
/// <param name="known">Where the terms go, each once.</param>
/// <param name="numbers">Their places there.</param>
/// <param name="only">The one party of interest; -1 for all.</param>
internal sealed class StandingFinder(SpaceIndex index, DecisionContext context, List<AuthorityTerms> known, Dictionary<string, int> numbers, int only)
{
    private readonly ChainBuilder chains = new(index, context);
    private readonly Dictionary<long, int> chainNumbers = [];
    private readonly Stack<SeatHolding> unnumbered = new();

    /// <summary>The standing of everybody who may decide alone or with others in this case: numbers of the terms known.</summary>
    public Dictionary<Claimant, int> Of(AuthorityWalk walk)
    {
        var found = new Dictionary<Claimant, int>();
        SeatHolding[] ends = [.. walk.Ends()];
        if (ends.Length == 0)
        {
            if (!IsOfInterest(-1))
            {
                return found;
            }

            string reason = AnswerBuilder.WhyNobody(walk, "it", "then");
            string key = "nobody " + reason;
            found.Add(new Claimant(-1, false), numbers.TryGetValue(key, out int number) ? number : Number(key, new AuthorityTerms { Party = -1, Claim = AuthorityClaim.Nobody, Reason = reason, Key = key }));
            return found;
        }

        AddAlone(walk, ends, found);
        AddTogether(ends, found);
        return found;
    }

    private void AddAlone(AuthorityWalk walk, SeatHolding[] ends, Dictionary<Claimant, int> found)
    {
        // As answers have it: where anybody decides beside whoever it is kept for, it is decided, not reserved.
        bool isReserved = Array.TrueForAll(ends, end => end.IsReserved);
        var best = new Dictionary<int, SeatHolding>();
        var seats = new List<int>();
        foreach (SeatHolding holding in walk.Holdings)
        {
            if (holding.IsTogether || (!holding.IsReserved && walk.HasReservedAway(holding.Seat)))
            {
                continue;
            }

            if (!best.TryGetValue(holding.Seat, out SeatHolding? other))
            {
                seats.Add(holding.Seat);
                best.Add(holding.Seat, holding);
            }
            else if (!walk.IsEnd(other) && walk.IsEnd(holding))
            {
                best[holding.Seat] = holding;
            }
        }

        foreach (int seat in seats)
        {
            SeatHolding holding = best[seat];
            AuthorityClaim claim = !walk.IsEnd(holding) ? AuthorityClaim.May : isReserved && holding.IsReserved ? AuthorityClaim.Reserved : AuthorityClaim.Decides;
            int actor = context.ActingParty(seat);
            if (IsOfInterest(actor))
            {
                found.TryAdd(new Claimant(actor, false), Number(holding, actor, claim, -1, []));
            }

            if (actor != seat && IsOfInterest(seat))
            {
                found.TryAdd(new Claimant(seat, false), Number(holding, seat, AuthorityClaim.May, actor, []));
            }
        }
    }

    private void AddTogether(SeatHolding[] ends, Dictionary<Claimant, int> found)
    {
        var first = new SortedDictionary<int, SeatHolding>();
        var groups = new Dictionary<int, SortedDictionary<string, ImmutableArray<int>>>();
        foreach (SeatHolding holding in ends)
        {
            if (!holding.IsTogether)
            {
                continue;
            }

            int[] members = [.. holding.Group.Select(party => context.ActingParty(context.SeatOf(party))).Order()];
            string key = string.Join(',', members);
            foreach (int member in members)
            {
                first.TryAdd(member, holding);
                if (!groups.TryGetValue(member, out SortedDictionary<string, ImmutableArray<int>>? own))
                {
                    groups.Add(member, own = new(StringComparer.Ordinal));
                }

                own[key] = [.. members];
            }
        }

        foreach (int member in first.Keys.Where(IsOfInterest))
        {
            found.Add(new Claimant(member, true), Number(first[member], member, AuthorityClaim.Jointly, -1, [.. groups[member].Values]));
        }
    }

    private bool IsOfInterest(int party) => only < 0 || only == party;

    private int Number(SeatHolding holding, int party, AuthorityClaim claim, int actsThrough, ImmutableArray<ImmutableArray<int>> groups)
    {
        string standing = FormattableString.Invariant($"{party} {(int)claim} {actsThrough}") + (groups.IsEmpty ? "" : " g" + string.Join(" g", groups.Select(group => string.Join(',', group))));
        string key = FormattableString.Invariant($"{standing} c{ChainOf(holding)}");
        return numbers.TryGetValue(key, out int number) ? number : Number(key, Describe(holding, party, claim, actsThrough, groups) with { Key = KeyOf(standing, holding) });
    }

    // Chains may be very long, and come in case after case: each is known by a number.
    private int ChainOf(SeatHolding holding)
    {
        for (SeatHolding? link = holding; link is { ChainNumber: < 0 }; link = link.From)
        {
            unnumbered.Push(link);
        }

        while (unnumbered.TryPop(out SeatHolding? link))
        {
            long key = ((link.From?.ChainNumber + 1L ?? 0) << 32) + ((link.Rule + 1L) << 1) + (link.IsReserved ? 1 : 0);
            if (!chainNumbers.TryGetValue(key, out int number))
            {
                chainNumbers.Add(key, number = chainNumbers.Count);
            }

            link.ChainNumber = number;
        }

        return holding.ChainNumber;
    }

    // The same for the same chain on other days and of other subjects.
    private static string KeyOf(string standing, SeatHolding holding)
    {
        var key = new StringBuilder(standing);
        for (SeatHolding? link = holding; link is not null; link = link.From)
        {
            key.Append('<').Append(link.Rule).Append(link.IsReserved ? "r" : "");
        }

        return key.ToString();
    }

    private AuthorityTerms Describe(SeatHolding holding, int party, AuthorityClaim claim, int actsThrough, ImmutableArray<ImmutableArray<int>> groups)
    {
        var rules = new List<int>();
        for (SeatHolding? link = holding; link is not null; link = link.From)
        {
            if (link.Rule >= 0)
            {
                rules.Add(link.Rule);
            }
        }

        rules.Reverse();

        return new AuthorityTerms
        {
            Party = party,
            Claim = claim,
            Groups = groups,
            ActsThrough = actsThrough,
            Rules = [.. rules],
            Chain = chains.Of([holding], withAbove: false),
            IsExceptional = holding.IsExceptional,
            IsUnderContract = holding.IsUnderContract,
            MayDelegate = !holding.IsTogether && !holding.IsReserved && (holding.Rule < 0 || index.Definition.Rules[holding.Rule].Onward is not null),
        };
    }

    private int Number(string key, AuthorityTerms terms)
    {
        int number = known.Count;
        numbers.Add(key, number);
        known.Add(terms with { Key = terms.Key + ">" + string.Join('>', terms.Chain.Select(link => link.Party)) });
        return number;
    }
}
