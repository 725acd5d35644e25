using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules;

/// <summary>DL3020: a deputy who would act twice.</summary>
internal sealed class DeputyActsTwice : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3020", "deputy-acts-twice", "A deputy who would act twice", DiagnosticSeverity.Warning);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        var decisions = new Dictionary<PartySymbol, List<Decided>>(ReferenceEqualityComparer.Instance);
        var several = new HashSet<PartySymbol>(ReferenceEqualityComparer.Instance);
        foreach (Decided decided in DecisionsOf(run))
        {
            foreach (ActingGroup group in decided.Groups.Concat(decided.Statement.Terms.Steps.SelectMany(step => step.AnyOf)))
            {
                foreach (PartySymbol person in group.Parties.Select(Seats.Person).Distinct())
                {
                    if (group.Parties.Count(party => ReferenceEquals(Seats.Person(party), person)) > 1)
                    {
                        several.Add(person);
                    }

                    Add(decisions, person, decided);
                }
            }
        }

        StandIn[] deputies = [.. StandInsOf(run)];
        foreach (StandIn standIn in deputies)
        {
            if (!several.Contains(Seats.Person(standIn.Deputy)) && Find(standIn, decisions, deputies) is { } finding)
            {
                run.Report(standIn.Statement, finding);
            }
        }
    }

    private static IEnumerable<StandIn> StandInsOf(RuleRun run)
    {
        foreach (DeputyStatement statement in run.Model.Deputies)
        {
            if (!statement.HasErrors && statement.Deputy is { } deputy)
            {
                yield return new StandIn(statement, deputy);
            }
        }
    }

    private static IEnumerable<Decided> DecisionsOf(RuleRun run) =>
    [
        .. run.Delegations.Where(statement => !run.IsInError(statement))
            .Select(statement => new Decided(statement, [.. statement.Holders.Select(holder => holder.Group)], statement.Subjects)),
        .. run.Model.Reservations.Where(statement => !statement.HasErrors)
            .Select(statement => new Decided(statement, [.. statement.Holders.Select(holder => holder.Group)], statement.Subjects)),
    ];

    private static void Add(Dictionary<PartySymbol, List<Decided>> decisions, PartySymbol person, Decided decided)
    {
        if (!decisions.TryGetValue(person, out List<Decided>? list))
        {
            decisions.Add(person, list = []);
        }

        if (list.Count == 0 || list[^1] != decided)
        {
            list.Add(decided);
        }
    }

    private Diagnostic? Find(StandIn standIn, Dictionary<PartySymbol, List<Decided>> decisions, StandIn[] deputies)
    {
        DeputyStatement statement = standIn.Statement;
        foreach (PartySymbol principal in statement.Principals)
        {
            foreach (Decided decided in decisions.GetValueOrDefault(Seats.Person(principal)) ?? [])
            {
                if (Meet(statement, decided) && (Beside(standIn, principal, decided, deputies) ?? InSteps(standIn.Deputy, principal, decided) ?? AsApprover(standIn.Deputy, principal, decided)) is { } message)
                {
                    return new Diagnostic(Descriptor, statement.Location, message)
                    {
                        Label = "one person in two places",
                        Help = "let a third person deputise here, or leave the subject out with `except`",
                        Related = [new RelatedLocation("two people are wanted here", decided.Statement.Location)],
                    };
                }
            }
        }

        return null;
    }

    // Whether the deputy may act in this decision at all: on a day that both cover, in a subject that is not taken out.
    private static bool Meet(DeputyStatement statement, Decided decided) =>
        TermBuilder.Days(statement.Terms).Overlaps(TermBuilder.Days(decided.Statement.Terms))
        && (statement.Terms.For.IsEmpty || decided.Subjects.Any(subject => subject.Symbol is not { } about || statement.Terms.For.Any(only => about.IsWithin(only.Symbol) || only.Symbol.IsWithin(about) || about.IsMatter != only.Symbol.IsMatter)))
        && !decided.Subjects.All(subject => subject.Symbol is { } symbol && statement.Terms.Except.Any(except => symbol.IsWithin(except.Symbol)));

    private static string? Beside(StandIn standIn, PartySymbol principal, Decided decided, StandIn[] deputies)
    {
        (DeputyStatement statement, PartySymbol deputy) = standIn;
        foreach (ActingGroup group in decided.Groups)
        {
            List<PartySymbol> others = Without(group, principal);
            if (others.Count == group.Parties.Length)
            {
                continue;
            }

            if (others.Exists(other => AreOne(other, deputy)))
            {
                return $"{Phrases.Name(deputy)}, as deputy of {Phrases.Name(principal)}, would act twice: the two must act together";
            }

            // Of two sentences the later one is reported.
            foreach (PartySymbol other in others)
            {
                if (Array.Exists(deputies, one => one.Statement.Order <= statement.Order && AreOne(one.Deputy, deputy) && Meet(one.Statement, decided)
                    && one.Statement.Principals.Any(party => AreOne(party, other)) && (one.Statement != statement || IsBefore(statement, other, principal))))
                {
                    return $"{Phrases.Name(deputy)} would act twice, as deputy of {Phrases.Name(other)} and of {Phrases.Name(principal)}, who must act together";
                }
            }
        }

        return null;
    }

    private static bool IsBefore(DeputyStatement statement, PartySymbol first, PartySymbol second) =>
        statement.Principals.ToList().FindIndex(party => AreOne(party, first)) < statement.Principals.IndexOf(second);

    private static string? InSteps(PartySymbol deputy, PartySymbol principal, Decided decided)
    {
        foreach (Step step in decided.Statement.Terms.Steps)
        {
            string what = step.Kind switch
            {
                StepKind.Approval => "approve",
                StepKind.Recommendation => "recommend",
                _ => "be consulted on",
            };
            bool isPrincipalAsked = Asks(step, principal);
            bool isDeputyAsked = Asks(step, deputy);
            if ((isPrincipalAsked && decided.Groups.Any(group => Holds(group, deputy))) || (isDeputyAsked && decided.Groups.Any(group => Holds(group, principal))))
            {
                return $"{Phrases.Name(deputy)}, as deputy of {Phrases.Name(principal)}, would {what} its own decision";
            }
        }

        return null;
    }

    // What a delegation gives to somebody, their deputy has too while they are away.
    private static string? AsApprover(PartySymbol deputy, PartySymbol principal, Decided decided) =>
        decided.Statement is DelegationStatement { Terms.ApprovedBy.By: var approver, Delegator: { } delegator }
            && AreOne(approver.Symbol, deputy) && !AreOne(delegator, deputy) && decided.Groups.Any(group => Holds(group, principal))
            ? $"{Phrases.Name(deputy)}, as deputy of {Phrases.Name(principal)}, would gain by a delegation that it approved itself"
            : null;

    private static bool Asks(Step step, PartySymbol party) => NeededParties.Of(step).Any(needed => AreOne(needed, party));

    private static bool Holds(ActingGroup group, PartySymbol party) => group.Parties.Any(one => AreOne(one, party));

    private static List<PartySymbol> Without(ActingGroup group, PartySymbol principal)
    {
        var others = group.Parties.ToList();
        int index = others.FindIndex(party => AreOne(party, principal));
        if (index >= 0)
        {
            others.RemoveAt(index);
        }

        return others;
    }

    private static bool AreOne(PartySymbol one, PartySymbol other) => ReferenceEquals(Seats.Person(one), Seats.Person(other));

    /// <summary>A sentence that says who decides: who may act, each group without the others, in what.</summary>
    private sealed record Decided(Statement Statement, IReadOnlyList<ActingGroup> Groups, IReadOnlyList<SubjectReference> Subjects);

    /// <summary>A sentence about a deputy, and the deputy.</summary>
    private sealed record StandIn(DeputyStatement Statement, PartySymbol Deputy);
}
