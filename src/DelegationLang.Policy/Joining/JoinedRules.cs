using System.Collections.Immutable;
using DelegationLang.Policy.Comparison;

namespace DelegationLang.Policy.Joining;

/// <summary>The sentences of a joined scheme in the joined space.</summary>
/// <param name="other">The joined scheme.</param>
/// <param name="renumbering">Puts its entries on the joined numbering.</param>
/// <param name="subjects">The subjects of the joined space.</param>
/// <param name="places">The places of the joined space.</param>
internal sealed class JoinedRules(JoinedScheme other, Renumbering renumbering, ImmutableArray<SubjectDefinition> subjects, ImmutableArray<PlaceDefinition> places)
{
    private readonly ILookup<(int Giver, int Subject), int> givenOn = GivenOn(other);
    private readonly int[] movedSubjects = Moved(other.Subjects, i => other.Space.Subjects[i].Parent, number => subjects[number].Parent);
    private readonly int[] movedPlaces = Moved(other.Places, i => other.Space.Places[i].Parent, number => places[number].Parent);

    /// <summary>A sentence of the body's as it counts here; none for those of others, of which their own schemes speak.</summary>
    public RuleDefinition? Of(RuleDefinition rule)
    {
        if (rule.Giver < 0 || !other.IsOfBody[rule.Giver] || other.IsOwn[rule.Giver])
        {
            return null;
        }

        // What it gives to parties of the scheme itself only the scheme's own sentences can say. It is named all the same, so it is outside the rest.
        bool isAnybodyElse = rule.Holders.IsEmpty || rule.Holders.Any(group => !group.Any(party => other.IsOwn[party]));
        RuleDefinition said = renumbering.Of(rule with { Holders = [.. rule.Holders.Where(group => !group.Any(party => other.IsOwn[party]))] }) with
        {
            Scheme = other.Body,
            Days = rule.Days.Intersect(other.Space.InForce),
            Subjects = Subjects(rule.Subjects),
            Within = Subjects(rule.Within),
            For = Subjects(rule.For),
            Except = Subjects(rule.Except),
            KeptBack = Subjects(rule.KeptBack),
            At = Places(rule.At),
        };
        return isAnybodyElse ? said
            : rule.Kind == RuleKind.Reservation ? said with { Kind = RuleKind.Delegation, IsEffective = false }
            : said with { IsEffective = false };
    }

    /// <summary>
    /// On what terms the body may give on what a sentence of the scheme gives it, as the law allows: as its own scheme has it of the same gift. None where no law
    /// does, or where the sentence itself says so.
    /// </summary>
    public OnwardDefinition? OnwardOf(RuleDefinition ours)
    {
        if (ours.Onward is { Law.Length: 0 } || ours.Kind == RuleKind.Reservation || ours.Giver < 0)
        {
            return null;
        }

        // The first of theirs in the order of the text.
        int same = ours.Subjects.SelectMany(subject => givenOn[(ours.Giver, subject)]).Where(rule => IsToSame(ours, other.Space.Rules[rule])).DefaultIfEmpty(-1).Min();
        return same < 0 ? null : renumbering.Of(other.Space.Rules[same].Onward);
    }

    // Whether both give it to one party of the body.
    private bool IsToSame(RuleDefinition ours, RuleDefinition theirs) =>
        theirs.Holders.Any(group => group is [var party] && other.IsOfBody[party] && ours.Holders.Any(own => own is [var same] && same == other.Parties[party]));

    // By giver and subject as the joined space numbers them, the rules of theirs that the law lets be given on.
    private static ILookup<(int Giver, int Subject), int> GivenOn(JoinedScheme other) => Enumerable.Range(0, other.Space.Rules.Length)
        .Where(rule => other.Space.Rules[rule] is { Onward.Law.Length: > 0, Giver: >= 0 })
        .SelectMany(rule => other.Space.Rules[rule].Subjects.Select(subject => (Key: (other.Parties[other.Space.Rules[rule].Giver], other.Subjects[subject]), Rule: rule)))
        .ToLookup(pair => pair.Key, pair => pair.Rule);

    // A subject that both have may lie elsewhere in the scheme itself than in the joined one: where it is no part here of what it is a part of there, it is named beside that.
    private ImmutableArray<int> Subjects(ImmutableArray<int> theirs) => Named(
        theirs, other.Subjects, movedSubjects, i => other.Space.Subjects[i].Parent, number => subjects[number].Parent);

    private ImmutableArray<int> Places(ImmutableArray<int> theirs) => Named(
        theirs, other.Places, movedPlaces, i => other.Space.Places[i].Parent, number => places[number].Parent);

    private static int[] Moved(ImmutableArray<int> numbers, Func<int, int> parentThere, Func<int, int> parentHere) =>
        [.. Enumerable.Range(0, numbers.Length).Where(i => parentThere(i) is var parent and >= 0 && parentHere(numbers[i]) != numbers[parent])];

    private static ImmutableArray<int> Named(ImmutableArray<int> theirs, ImmutableArray<int> numbers, int[] moved, Func<int, int> parentThere, Func<int, int> parentHere)
    {
        var named = new List<int>(theirs.Select(index => numbers[index]));
        foreach (int i in theirs.IsEmpty ? [] : moved)
        {
            if (IsWithinAny(i, theirs, parentThere) && !IsWithinAny(numbers[i], named, parentHere))
            {
                named.Add(numbers[i]);
            }
        }

        return [.. named];
    }

    private static bool IsWithinAny(int start, IReadOnlyList<int> wholes, Func<int, int> parentOf)
    {
        int steps = 0;
        for (int at = start; at >= 0 && steps++ < 10_000; at = parentOf(at))
        {
            if (wholes.Contains(at))
            {
                return true;
            }
        }

        return false;
    }
}
