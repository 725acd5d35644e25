using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <summary>Says why a party may not decide (alone), nearest reason first, and who may instead.</summary>
internal sealed class RefusalReasons(SpaceIndex index, DecisionContext context, Knowledge knowledge)
{
    private SpaceDefinition Definition => index.Definition;

    /// <summary>The reasons for one party.</summary>
    /// <param name="party">Who may not decide.</param>
    /// <param name="together">What it holds with others.</param>
    /// <param name="twice">For whom it would stand in, were it not to act beside them itself.</param>
    /// <param name="who">Who decides.</param>
    public ImmutableArray<string> For(int party, IReadOnlyList<SeatHolding> together, IReadOnlyList<string> twice, Answer who)
    {
        PartyDefinition definition = Definition.Parties[party];
        var reasons = new List<string>();
        if (!definition.Lifetime.Contains(context.Day))
        {
            reasons.Add($"{definition.Name} does not exist on {Wording.Day(context.Day)}: it exists {Wording.Days(definition.Lifetime)}");
        }

        foreach (SeatHolding holding in together)
        {
            IEnumerable<string> others = Others(holding.Group, party).Select(p => Definition.Parties[p].Name);
            reasons.Add($"{definition.Name} must act {Wording.Beside(others)}");
        }

        reasons.AddRange(twice.Select(principal => $"{definition.Name} deputises for {principal}, but would act twice: two signatures are those of two people"));
        if (together.Count == 0)
        {
            reasons.AddRange(FailingRules(party));
            reasons.AddRange(context.Kept is null ? [] : new LegalReasons(index, context).All());
        }

        if (reasons.Count == 0)
        {
            reasons.Add($"no sentence gives {definition.Name} this");
        }

        reasons.Add(Instead(who));
        return [.. reasons.Distinct()];
    }

    /// <summary>Who decides, where it is somebody else.</summary>
    public static string Instead(Answer who) => who.Outcome switch
    {
        Outcome.Decided => "it is decided by " + Groups(who),
        Outcome.Reserved => "it is reserved to " + Groups(who),
        _ => "nobody may decide it",
    };

    private static string Groups(Answer who) =>
        Wording.List([.. who.Alternatives.Select(group => Wording.Together(group))], "or");

    private static List<int> Others(ImmutableArray<int> group, int party)
    {
        var others = group.ToList();
        others.Remove(party);
        return others;
    }

    private IEnumerable<string> FailingRules(int party)
    {
        int seat = context.SeatOf(party);
        IEnumerable<int> parties = seat == party ? [party] : [party, seat];
        foreach (int ruleIndex in Ascending.Union(parties, index.RulesOfHolder))
        {
            RuleDefinition rule = Definition.Rules[ruleIndex];
            if (WhyNot(party, ruleIndex, rule) is string reason)
            {
                yield return $"{reason} ({rule.Source.File}:{rule.Source.Line})";
            }
        }
    }

    private string? WhyNot(int party, int ruleIndex, RuleDefinition rule)
    {
        string name = Definition.Parties[party].Name;
        if (rule.Scope == RuleScope.Named && !rule.Subjects.Any(context.IsAbout))
        {
            return null;
        }

        string subject = rule.Scope switch
        {
            RuleScope.AllMatters => "all matters",
            RuleScope.AllOtherMatters => "all other matters" + (rule.Within.IsEmpty ? "" : " within " + Wording.List([.. rule.Within.Select(s => index.Subjects[s].Name)])),
            _ => Wording.List([.. rule.Subjects.Where(context.IsAbout).Select(s => index.Subjects[s].Name)]),
        };
        string holds = $"{name} holds {subject} only ";
        if (!rule.IsEffective && rule.Kind != RuleKind.Reservation)
        {
            return $"the sentence that would give {name} {subject} is in error";
        }

        if (!rule.Days.Contains(context.Day))
        {
            return holds + Wording.Days(rule.Days);
        }

        if (context.Kept is not null)
        {
            return null;
        }

        if (rule.Barred.FirstOrDefault(bar => context.IsAbout(bar.Subject)) is LegalBar bar)
        {
            return $"{name} holds {subject} except {index.Subjects[bar.Subject].Name}, which the law keeps out{(bar.Law.Length == 0 ? "" : ": " + bar.Law)}";
        }

        if (rule.Except.Concat(rule.KeptBack).Any(context.IsAbout))
        {
            return $"{name} holds {subject} except {Wording.List([.. rule.Except.Concat(rule.KeptBack).Where(context.IsAbout).Select(s => index.Subjects[s].Name)])}";
        }

        if (!rule.For.IsEmpty && !rule.For.Any(context.IsAbout))
        {
            return holds + "for " + Wording.List([.. rule.For.Select(s => index.Subjects[s].Name)]);
        }

        // A rule of somebody whom the subject never reaches: whether it would hold was not looked into, and is not why.
        bool isInPlay = knowledge.Knows(ruleIndex);
        if (isInPlay && rule.Limit is not null && knowledge.Holds(rule.Limit) == Truth.False)
        {
            return holds + Wording.Limit(Definition, rule.Limit);
        }

        ImmutableArray<int> places = rule.At.IsEmpty ? Definition.Parties[party].At : rule.At;
        if (isInPlay && knowledge.IsAtAny(places) == Truth.False)
        {
            return holds + "at " + Wording.List([.. places.Select(p => Definition.Places[p].Name)]);
        }

        if (isInPlay && knowledge.Holds(rule.Facts) == Truth.False)
        {
            return holds + string.Join(", ", Wording.Facts(Definition, rule.Facts));
        }

        if (rule.Scope == RuleScope.AllOtherMatters)
        {
            return null;
        }

        return $"{Definition.Parties[rule.Giver].Name}, who would give {name} {subject}, cannot give it here: it is reserved, or not theirs to give on";
    }
}
