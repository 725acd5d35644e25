using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>What makes two overlaps one and the same fault. Tables count as one sentence; all that <c>all matters</c> runs into is one fault.</summary>
internal sealed record OverlapKey(int First, int Second, bool IsAcross);

/// <summary>The two rules at which two chains part.</summary>
/// <param name="First">The rule that stands first in the text.</param>
/// <param name="Second">The other.</param>
/// <param name="IsSwapped">Whether the first of the chains compared is that of the second rule.</param>
/// <param name="Key">What makes it one fault.</param>
internal sealed record Divergence(int First, int Second, bool IsSwapped, OverlapKey Key);

/// <summary>Finds where two chains of authority part.</summary>
internal static class DivergenceFinder
{
    private const int AnyRule = int.MaxValue;

    /// <summary>
    /// The rules at which the chains part; none where one chain is a part of the other, or where they part at alternatives of one sentence: then a
    /// sentence says that each of them may decide.
    /// </summary>
    public static Divergence? Find(SpaceIndex index, DecisionContext context, SeatHolding one, SeatHolding other)
    {
        SeatHolding[] chain = ChainOf(one);
        SeatHolding[] otherChain = ChainOf(other);
        int depth = 1;
        while (depth < chain.Length && depth < otherChain.Length && ReferenceEquals(chain[depth], otherChain[depth]))
        {
            depth++;
        }

        if (depth >= chain.Length || depth >= otherChain.Length || chain[depth].Rule == otherChain[depth].Rule)
        {
            return null;
        }

        int rule = chain[depth].Rule;
        int otherRule = otherChain[depth].Rule;
        if (index.Definition.Rules[rule].Table >= 0 && index.Definition.Rules[rule].Table == index.Definition.Rules[otherRule].Table)
        {
            // A later line keeps authority above the first; whatever it gives on by another sentence competes with the first.
            rule = Below(chain, depth);
            otherRule = Below(otherChain, depth);
            if (SentenceOf(index, rule) == SentenceOf(index, otherRule))
            {
                return null;
            }
        }

        bool isSwapped = rule > otherRule;
        return new Divergence(Math.Min(rule, otherRule), Math.Max(rule, otherRule), isSwapped, KeyOf(index, context, rule, otherRule));
    }

    /// <summary>Which sides of the decision a rule names.</summary>
    public static NamedSides SidesOf(SpaceIndex index, DecisionContext context, int rule)
    {
        NamedSides sides = NamedSides.None;
        NamedSides all = (context.FunctionLine.Length > 0 ? NamedSides.Function : NamedSides.None) | (context.MatterLine.Length > 0 ? NamedSides.Matter : NamedSides.None);
        foreach (int subject in index.Definition.Rules[rule].Subjects)
        {
            foreach (int node in index.Subjects.Expand(subject))
            {
                sides |= Array.IndexOf(context.FunctionLine, node) >= 0 ? NamedSides.Function : NamedSides.None;
                sides |= Array.IndexOf(context.MatterLine, node) >= 0 ? NamedSides.Matter : NamedSides.None;
                if (sides == all)
                {
                    return sides;
                }
            }
        }

        return sides;
    }

    // A line that is above an earlier one decides by what it gives on.
    private static int Below(SeatHolding[] chain, int depth) =>
        chain[depth].IsSuperseded && depth + 1 < chain.Length ? chain[depth + 1].Rule : chain[depth].Rule;

    /// <summary>What makes it one fault that two rules meet which name the same side of a decision.</summary>
    public static OverlapKey KeyOnOneSide(SpaceIndex index, int rule, int otherRule)
    {
        int one = SentenceOf(index, rule);
        int other = SentenceOf(index, otherRule);
        bool isWide = index.Definition.Rules[rule].Scope == RuleScope.AllMatters;
        bool isOtherWide = index.Definition.Rules[otherRule].Scope == RuleScope.AllMatters;
        if (isWide != isOtherWide)
        {
            return new OverlapKey(isWide ? one : other, AnyRule, false);
        }

        return new OverlapKey(Math.Min(one, other), Math.Max(one, other), false);
    }

    /// <summary>
    /// What makes it one fault that a rule which names a matter meets others which name functions: for a matter of certain functions each sentence by
    /// itself; of matters in general, which meet every function that the giver gives away, one example says it all.
    /// </summary>
    public static OverlapKey KeyAcross(SpaceIndex index, int rule, int matter)
    {
        RuleDefinition definition = index.Definition.Rules[rule];
        if (!definition.For.IsEmpty || index.Subjects.FunctionOf(matter) >= 0)
        {
            return new OverlapKey(SentenceOf(index, rule), AnyRule, true);
        }

        int organisation = index.OrganisationOf(definition.Giver);
        return new OverlapKey(AnyRule, organisation >= 0 ? organisation : definition.Giver, true);
    }

    private static OverlapKey KeyOf(SpaceIndex index, DecisionContext context, int rule, int otherRule)
    {
        NamedSides sides = SidesOf(index, context, rule);
        NamedSides others = SidesOf(index, context, otherRule);
        return sides == NamedSides.None || others == NamedSides.None || (sides & others) != NamedSides.None
            ? KeyOnOneSide(index, rule, otherRule)
            : KeyAcross(index, sides == NamedSides.Matter ? rule : otherRule, context.Matter);
    }

    // The lines of a table are one sentence; numbers below nought stand for tables.
    private static int SentenceOf(SpaceIndex index, int rule)
    {
        int table = index.Definition.Rules[rule].Table;
        return table < 0 ? rule : -1 - table;
    }

    private static SeatHolding[] ChainOf(SeatHolding holding)
    {
        var chain = new List<SeatHolding>();
        for (SeatHolding? link = holding; link is not null; link = link.From)
        {
            chain.Add(link);
        }

        chain.Reverse();
        return [.. chain];
    }
}
