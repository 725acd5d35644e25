using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>Who signed a decision, and what was done before.</summary>
/// <param name="Parties">The parties in whose names people signed, one entry for each person.</param>
/// <param name="Away">The parties that are away or conflicted, so that they sign nothing.</param>
/// <param name="StepsTaken">The steps that were taken, in words.</param>
internal sealed record Signatures(ImmutableArray<int> Parties, ImmutableArray<int> Away, ImmutableHashSet<string> StepsTaken);

/// <summary>Finds in a finished case whether those who signed may decide together. Its answers are for <see cref="Asker"/> alone, which makes a <see cref="Signing"/> of them.</summary>
internal sealed class SigningBuilder(SpaceIndex index, DecisionContext context, Signatures signatures)
{
    private const char Apart = '\n';

    private readonly ChainBuilder chains = new(index, context);
    private readonly DeputyFinder deputies = new(index, context, new ChainBuilder(index, context));
    private readonly int[] signers = [.. signatures.Parties.Select(context.SeatOf)];
    private readonly HashSet<int> away = [.. signatures.Away.Select(context.SeatOf)];

    /// <summary>The answer in one case: yes, or no with the ways in which it would be yes.</summary>
    public Answer Of(AuthorityWalk walk, Knowledge knowledge)
    {
        List<Way> ways = [.. walk.Holdings
            .Where(holding => holding.IsTogether ? !holding.IsDisplaced : holding.IsReserved || !walk.HasReservedAway(holding.Seat))
            .Where(holding => !(holding.IsTogether ? holding.Group : [holding.Seat]).Any(party => away.Contains(context.SeatOf(party))))
            .Select(WayOf)];
        Way[] signed = [.. ways.Where(way => way.Missing.Count == 0).OrderBy(way => way.Steps.Length)];
        if (signed.Length > 0)
        {
            Way best = signed[0];
            bool isComplete = best.Steps.IsEmpty;
            Way[] told = isComplete ? [] : [.. signed];
            return new Answer
            {
                Outcome = isComplete ? Outcome.Yes : Outcome.No,
                Alternatives = Missing(told),
                Reasons = Steps(told),
                Deciders = NotCounted(isComplete ? [best] : signed),
                Jointly = !isComplete,
                Chain = isComplete ? chains.Of([best.SeatHolding]) : [],
                Duties = isComplete ? [.. chains.RulesDown(best.SeatHolding).Where(rule => rule.RatifiedBy.Length > 0).Select(rule => rule.Ratification).Distinct()] : [],
                Day = context.Day,
            };
        }

        // A way in which one of the signatures counts is the one that was begun. Otherwise it is told who decides.
        Way[] begun = [.. ways.Where(way => way.Counted.Count > 0)];
        SeatHolding[] ends = [.. walk.Ends()];
        Way[] open = begun.Length > 0 ? begun : [.. ways.Where(way => Array.IndexOf(ends, way.SeatHolding) >= 0)];
        return new Answer
        {
            Outcome = Outcome.No,
            Alternatives = Missing(open),
            Reasons = Steps(open),
            Deciders = NotCounted(begun),
            Jointly = begun.Length > 0,
            Deputies = deputies.Find([.. open.Select(way => way.SeatHolding)], knowledge),
            Day = context.Day,
        };
    }

    /// <summary>What two cases must have in common to count as one.</summary>
    public static string KeyOf(Answer answer) => answer.Outcome == Outcome.Yes
        ? "yes"
        : string.Join('|', answer.Alternatives.Select(group => string.Join('&', group))) + "\n\n" + string.Join('|', answer.Reasons) + answer.Jointly;

    /// <summary>What was found, for whoever asked.</summary>
    public static Signing Read(Answer answer, bool isAnySigned) => new(answer switch
    {
        { Outcome: Outcome.Yes } => SigningKind.Complete,
        { Outcome: Outcome.Depends } => SigningKind.Depends,
        { Jointly: true } => SigningKind.Incomplete,
        _ => isAnySigned || answer.Alternatives.IsEmpty ? SigningKind.No : SigningKind.Incomplete,
    })
    {
        Ways = answer.Outcome == Outcome.No && answer.Alternatives.Length == answer.Reasons.Length
            ? [.. answer.Alternatives.Select((group, i) => new SigningWay(group, answer.Reasons[i].Length == 0 ? [] : [.. answer.Reasons[i].Split(Apart)])).Distinct()]
            : [],
        DependsOn = answer.DependsOn,
        NotCounted = answer.Outcome == Outcome.Depends ? [] : answer.Deciders,
        Deputies = answer.Deputies,
        Chain = answer.Chain,
        Duties = answer.Duties,
        Reasons = answer.Alternatives.IsEmpty && answer.Outcome == Outcome.No ? answer.Reasons : [],
    };

    private Way WayOf(SeatHolding holding)
    {
        List<int> missing = [.. (holding.IsTogether ? holding.Group : [holding.Seat]).Select(context.SeatOf)];
        var counted = new List<int>();
        for (int i = 0; i < signers.Length; i++)
        {
            if (missing.Remove(signers[i]))
            {
                counted.Add(i);
            }
        }

        ImmutableArray<string> steps = holding.HasSteps
            ? [.. chains.RulesDown(holding).SelectMany(rule => rule.Steps).Distinct().Where(step => !signatures.StepsTaken.Contains(step))]
            : [];
        return new Way(holding, missing, counted, steps);
    }

    private ImmutableArray<ImmutableArray<string>> Missing(Way[] ways) =>
        [.. ways.Select(way => way.Missing.Select(NameOf).Order(StringComparer.Ordinal).ToImmutableArray())];

    private static ImmutableArray<string> Steps(Way[] ways) => [.. ways.Select(way => string.Join(Apart, way.Steps))];

    private ImmutableArray<string> NotCounted(Way[] ways)
    {
        HashSet<int> counted = [.. ways.SelectMany(way => way.Counted)];
        return [.. signatures.Parties.Where((_, i) => !counted.Contains(i)).Select(party => index.Definition.Parties[party].Name).Order(StringComparer.Ordinal)];
    }

    private string NameOf(int seat) => index.Definition.Parties[context.ActingParty(seat)].Name;

    /// <summary>A way to decide: by which holding, who must still sign, which of the signatures count, and what must still come first.</summary>
    private sealed record Way(SeatHolding SeatHolding, List<int> Missing, List<int> Counted, ImmutableArray<string> Steps);
}
