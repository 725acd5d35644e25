using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Policy.Evaluation;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>
/// Whether a party decides any part of a subject in any case, as the evaluator has it: the subject and what lies within it, in relation to what the
/// party's own sentences name, on the days on which something about them begins or ends.
/// </summary>
internal sealed class DecidedParts
{
    /// <summary>More questions than this about one party and subject are not put: then the party counts as deciding.</summary>
    private const int MaximumQuestions = 400;

    private readonly SchemeModel model;
    private readonly DecisionEngine engine;
    private readonly SubjectLines lines;
    private readonly DateOnly asOf;
    private readonly ILookup<SubjectSymbol, SubjectSymbol> within;

    // What bears on a party is the same of each subject that it is asked about.
    private readonly Dictionary<PartySymbol, Standing> standings = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(PartySymbol Party, SubjectSymbol Subject), bool> known = [];

    public DecidedParts(SchemeModel model, DecisionEngine engine, SubjectLines lines, DateOnly asOf)
    {
        this.model = model;
        this.engine = engine;
        this.lines = lines;
        this.asOf = asOf;
        within = model.Symbols.OfType<SubjectSymbol>().Where(subject => subject.Parent is not null).ToLookup(subject => subject.Parent ?? subject);
    }

    private SpaceDefinition Definition => engine.Space.Definition;

    private SpaceIndex Index => engine.Space.Index;

    /// <summary>Whether it decides some of it, alone or with others, or as a deputy; and so where nobody at all decides, which is not for this to say.</summary>
    public bool DecidesSome(PartySymbol party, SubjectSymbol subject)
    {
        if (!known.TryGetValue((party, subject), out bool decides))
        {
            known.Add((party, subject), decides = Ask(party, subject));
        }

        return decides;
    }

    private bool Ask(PartySymbol party, SubjectSymbol subject)
    {
        (HashSet<string> names, List<RuleDefinition> rules, List<DateOnly> days) = StandingOf(party);
        if (Decisions(subject, rules, MaximumQuestions / Math.Max(1, days.Count)) is not { } decisions)
        {
            return true;
        }

        bool isDecided = false;
        foreach (Decision decision in decisions)
        {
            foreach (DateOnly day in days)
            {
                Answer answer = engine.Space.WhoDecides(decision with { Day = day });
                isDecided |= !answer.Deciders.IsEmpty;
                if (answer.Deciders.Any(names.Contains) || answer.Deputies.Any(deputy => names.Contains(deputy.Party)))
                {
                    return true;
                }
            }
        }

        return !isDecided;
    }

    private Standing StandingOf(PartySymbol party)
    {
        if (!standings.TryGetValue(party, out Standing? standing))
        {
            HashSet<int> seat = SeatOf(engine.Symbols[party]);
            List<RuleDefinition> rules = [.. seat.SelectMany(Index.RulesOfHolder).Distinct().Select(index => Definition.Rules[index])];
            standing = new Standing(seat.Select(index => Definition.Parties[index].Name).ToHashSet(StringComparer.Ordinal), rules, Days(seat, rules));
            standings.Add(party, standing);
        }

        return standing;
    }

    // A party and whoever acts for it, or for whom it acts, answer under each other's names.
    private HashSet<int> SeatOf(int party)
    {
        var seat = new HashSet<int> { party };
        int organisation = Index.OrganisationOf(party);
        if (organisation >= 0)
        {
            seat.Add(organisation);
        }

        if (Definition.Parties[party].Kind == PartyKind.Organisation)
        {
            seat.UnionWith(Definition.Parties[party].Boards);
            seat.UnionWith(Definition.Parties[party].Cabinets);
            seat.UnionWith(Definition.Parties[party].Leaders);
        }

        return seat;
    }

    // None where there are more than these.
    private List<Decision>? Decisions(SubjectSymbol subject, List<RuleDefinition> rules, int most)
    {
        var asked = new HashSet<(int Function, int Matter)>();
        foreach (SubjectSymbol node in lines.Nodes(subject))
        {
            foreach (SubjectSymbol part in WithParts(node))
            {
                Add(asked, engine.Symbols[part], -1, -1);
            }

            int index = engine.Symbols[node];
            foreach (RuleDefinition rule in rules)
            {
                foreach (int named in rule.Subjects.SelectMany(Index.Subjects.Expand))
                {
                    Add(asked, index, named, -1);
                    foreach (int function in rule.For.SelectMany(Index.Subjects.Expand))
                    {
                        Add(asked, index, named, function);
                    }
                }

                if (asked.Count > most)
                {
                    return null;
                }
            }
        }

        return asked.Count > most ? null : [.. asked.Select(pair => new Decision { Function = pair.Function, Matter = pair.Matter, Day = asOf })];
    }

    private IEnumerable<SubjectSymbol> WithParts(SubjectSymbol node)
    {
        var waiting = new Stack<SubjectSymbol>([node]);
        for (int count = 0; count < MaximumQuestions && waiting.TryPop(out SubjectSymbol? part); count++)
        {
            yield return part;
            foreach (SubjectSymbol inner in within[part].Where(inner => !inner.IsBudget))
            {
                waiting.Push(inner);
            }
        }
    }

    // The decision that lies within each of the subjects; none where two of one side do not meet.
    private void Add(HashSet<(int Function, int Matter)> asked, int first, int second, int third)
    {
        int function = -1;
        int matter = -1;
        foreach (int subject in (int[])[first, second, third])
        {
            if (subject < 0)
            {
                continue;
            }

            ref int side = ref function;
            if (Index.Subjects.IsMatter(subject))
            {
                side = ref matter;
            }

            if (side < 0 || Index.Subjects.SelfAndAncestors(subject).Contains(side))
            {
                side = subject;
            }
            else if (!Index.Subjects.SelfAndAncestors(side).Contains(subject))
            {
                return;
            }
        }

        asked.Add((function, matter));
    }

    private List<DateOnly> Days(HashSet<int> seat, List<RuleDefinition> ofHolder)
    {
        DateRange life = Definition.InForce;
        var days = new SortedSet<DateOnly> { life.HasFirst ? life.First : asOf, asOf };
        IEnumerable<DateRange> ranges = ofHolder.Concat(Definition.Rules.Where(rule => seat.Contains(rule.Giver))).Select(rule => rule.Days)
            .Concat(seat.Select(party => Definition.Parties[party].Lifetime));
        foreach (DateRange range in ranges)
        {
            if (range.HasFirst)
            {
                days.Add(range.First);
            }

            if (range.HasLast && range.Last < DateOnly.MaxValue)
            {
                days.Add(range.Last.AddDays(1));
            }
        }

        return [.. days.Where(life.Contains)];
    }

    /// <summary>What bears on a party: the names under which answers give it, the sentences that give it something, and the days on which that may change.</summary>
    private sealed record Standing(HashSet<string> Names, List<RuleDefinition> Rules, List<DateOnly> Days);
}
