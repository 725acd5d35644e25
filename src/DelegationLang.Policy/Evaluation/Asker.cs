using System.Collections.Immutable;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Evaluation;

/// <summary>Asks one question of a space: what is settled first, then the cases, then one answer of them.</summary>
internal sealed class Asker(SpaceIndex index)
{
    // Nobody reads more of them than this.
    private const int MostFunctions = 20;

    public Answer WhoDecides(Decision decision) => Companions.AddTo(index, decision, WithFunctions(decision, Who));

    public Answer May(int party, Decision decision) => Companions.AddTo(index, decision, WithFunctions(decision, point => MayAt(party, point)));

    private Answer Who(Decision decision) => Ask(decision, builder => builder.WhoDecides, AnswerBuilder.KeyOf, Outcome.Nobody, _ => true);

    // A matter alone is about no particular function: what other sentences say of it for some functions is told beside the answer.
    private Answer WithFunctions(Decision decision, Func<Decision, Answer> ask)
    {
        Answer answer = ask(decision);
        var others = new List<AnswerCase>();
        foreach (int function in FunctionsOf(decision))
        {
            Answer there = ask(decision with { Function = function });
            if (there.Outcome != answer.Outcome || !there.Deciders.SequenceEqual(answer.Deciders) || there.Jointly != answer.Jointly)
            {
                others.Add(new AnswerCase(["for " + index.Definition.Subjects[function].Name], there));
            }
        }

        return others.Count == 0 ? answer : answer with { ForFunctions = [.. others] };
    }

    /// <summary>The functions for which a sentence in force names the matter of a decision that is about no function, in the order of the text.</summary>
    public IEnumerable<int> FunctionsOf(Decision decision)
    {
        if (decision.Matter < 0 || decision.Function >= 0 || index.Subjects.FunctionOf(decision.Matter) >= 0)
        {
            return [];
        }

        int[] line = index.Subjects.SelfAndAncestors(decision.Matter);
        return index.RulesForFunctions
            .Where(rule => rule.Days.Contains(decision.Day) && (rule.IsEffective || rule.Kind == RuleKind.Reservation)
                && rule.Subjects.Any(subject => Array.IndexOf(line, subject) >= 0))
            .SelectMany(rule => rule.For)
            .SelectMany(index.Subjects.Expand)
            .Where(subject => !index.Subjects.IsMatter(subject))
            .Distinct()
            .Take(MostFunctions);
    }

    /// <summary>Whether a party may decide this very point, without a word of others.</summary>
    public Answer MayAt(int party, Decision decision)
    {
        string name = index.Definition.Parties[party].Name;
        return Ask(decision, builder => (walk, knowledge) => builder.May(party, walk, knowledge), AnswerBuilder.KeyOf, Outcome.No, _ => false) is var answer
            && answer.Outcome == Outcome.Depends
            ? answer with { Deciders = [] }
            : answer with { Deciders = answer.Outcome == Outcome.Yes ? [name] : [] };
    }

    /// <summary>Whether several parties may decide together.</summary>
    public Answer MayTogether(IReadOnlyList<int> parties, Decision decision) =>
        Ask(decision, builder => (walk, knowledge) => builder.MayTogether(parties, walk, knowledge), AnswerBuilder.KeyOf, Outcome.No, _ => false);

    /// <summary>Where a party stands: whether it may decide alone as <see cref="May"/> has it, and whether that is all that is wanted.</summary>
    public Judgement Judge(int party, Decision decision)
    {
        Answer answer = Ask(decision, builder => (walk, _) => builder.StandingOf(party, walk), AnswerBuilder.StandingKeyOf, Outcome.No, _ => false);
        if (answer.Outcome != Outcome.Depends)
        {
            return new Judgement(answer.Outcome, KindOf(answer) is var kind && kind == StandingKind.AllowedOnce
                ? new Standing(kind) { Steps = answer.Steps, ActWith = answer.Alternatives }
                : kind == StandingKind.Allowed ? Standing.Allowed : Standing.No);
        }

        // Where there are too many cases to look at all of them, what was not looked at may be otherwise.
        bool isSure = answer.Message.Length == 0 && answer.Cases.Length > 0;
        Outcome outcome = isSure && answer.Cases.All(one => one.Answer.Outcome == Outcome.Yes) ? Outcome.Yes
            : isSure && answer.Cases.All(one => one.Answer.Outcome == Outcome.No) ? Outcome.No
            : Outcome.Depends;
        return new Judgement(outcome, new Standing(StandingKind.Depends) { DependsOn = answer.DependsOn });
    }

    /// <summary>Whether those who signed may decide together.</summary>
    public Signing Sign(Signatures signatures, Decision decision) => SigningBuilder.Read(
        Ask(decision, builder => builder.Signing(signatures).Of, SigningBuilder.KeyOf, Outcome.No, _ => false),
        signatures.Parties.Length > 0);

    private static StandingKind KindOf(Answer answer) => answer.Outcome == Outcome.Yes
        ? answer.Steps.IsEmpty ? StandingKind.Allowed : StandingKind.AllowedOnce
        : answer.Alternatives.IsEmpty ? StandingKind.No : StandingKind.AllowedOnce;

    /// <summary>
    /// All cases of a decision. <paramref name="known"/> holds those of decisions asked before, by what they depend on; <paramref name="seats"/>, where more is
    /// told than answers, who acts for whom on the days that were asked about.
    /// </summary>
    public DecisionCases Cases(Decision decision, Dictionary<string, DecisionCases> known, int mostCases, CaseDetail detail, Dictionary<(DateOnly Day, bool IsExecutive), string> seats)
    {
        var context = new DecisionContext(index, decision);
        if (WhyNobody(context) is string reason)
        {
            return new DecisionCases { Nobody = new Answer { Outcome = Outcome.Nobody, Reasons = [reason], Day = decision.Day } };
        }

        IReadOnlyCollection<RuleEntry> rules = context.RulesInPlay;
        string signature = (decision.Amount?.Vat.ToString() ?? "") + decision.Place.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + CaseSignature.Of(index, context, rules);
        if (detail != CaseDetail.None)
        {
            // A standing is that of an organisation, too, where the party acts for it.
            if (!seats.TryGetValue((context.Day, context.IsExecutive), out string? acting))
            {
                IEnumerable<int> apart = Enumerable.Range(0, index.Definition.Parties.Length).Where(party => context.SeatOf(party) != party);
                seats.Add((context.Day, context.IsExecutive), acting = string.Join(',', apart.Select(party => FormattableString.Invariant($"{party}:{context.SeatOf(party)}"))));
            }

            signature += "\n" + acting;
        }

        if (!known.TryGetValue(signature, out DecisionCases? cases))
        {
            cases = new CaseCollector(index, context, new VariableTable(index.Definition, decision, rules), detail).Collect(mostCases);
            known.Add(signature, cases);
        }

        return cases;
    }

    private Answer Ask(
        Decision decision,
        Func<AnswerBuilder, Func<AuthorityWalk, Knowledge, Answer>> mode,
        Func<Answer, string> keyOf,
        Outcome none,
        Func<Answer, bool> unite)
    {
        DecisionContext context = index.Open(decision);
        try
        {
            if (WhyNobody(context) is string reason)
            {
                return new Answer { Outcome = none, Reasons = [reason], Day = decision.Day, Assumed = Assumed(decision, []) };
            }

            var variables = new VariableTable(index.Definition, decision, context.RulesInPlay);
            var builder = new AnswerBuilder(index, context);
            var explorer = new CaseExplorer(index, context, variables, mode(builder), keyOf);
            CaseTree? tree = explorer.Explore();
            ImmutableArray<string> assumed = Assumed(decision, variables.AssumedConditions);
            if (tree is CaseLeaf leaf && !explorer.IsCutShort)
            {
                return leaf.Answer with { Assumed = assumed };
            }

            Answer united = Unite(tree, variables, decision, unite);
            return united with
            {
                Assumed = assumed,
                Message = explorer.IsCutShort ? "There are too many cases to tell all of them apart: say more of what it depends on." : "",
            };
        }
        finally
        {
            index.Close(context);
        }
    }

    private Answer Unite(CaseTree? tree, VariableTable variables, Decision decision, Func<Answer, bool> unite)
    {
        var wording = new CaseWording(index.Definition);
        var cases = new List<AnswerCase>();
        var dependsOn = new List<int>();
        if (tree is not null)
        {
            Collect(tree, wording, [], cases, dependsOn);
        }

        return new Answer
        {
            Outcome = Outcome.Depends,
            Deciders = [.. cases.Where(c => unite(c.Answer)).SelectMany(c => c.Answer.Deciders).Distinct().Order(StringComparer.Ordinal)],
            Chain = [.. cases.SelectMany(c => c.Answer.Chain).Distinct()],
            Exceptional = [.. cases.SelectMany(c => c.Answer.Exceptional).Distinct().Order(StringComparer.Ordinal)],
            Deputies = [.. cases.SelectMany(c => c.Answer.Deputies).Distinct()],
            UnderContract = cases.Exists(c => c.Answer.UnderContract),
            DependsOn = [.. dependsOn.Select(order => wording.NamesOf(variables[order])).SelectMany(names => names).Distinct()],
            Cases = [.. cases],
            Day = decision.Day,
        };
    }

    private static void Collect(CaseTree tree, CaseWording wording, ImmutableArray<string> when, List<AnswerCase> cases, List<int> dependsOn)
    {
        if (tree is CaseLeaf leaf)
        {
            cases.Add(new AnswerCase(when, leaf.Answer));
        }
        else if (tree is CaseSplit split)
        {
            Ascending.Add(dependsOn, split.Variable.Order);
            foreach ((ImmutableArray<int> cells, CaseTree branch) in split.Branches)
            {
                Collect(branch, wording, when.Add(wording.Case(split.Variable, cells)), cases, dependsOn);
            }
        }
    }

    private ImmutableArray<string> Assumed(Decision decision, IEnumerable<int> conditions)
    {
        IEnumerable<string> facts = conditions.Select(condition => index.Definition.Conditions[condition])
            .Select(condition => (condition.Normally == true ? "when " : "unless ") + condition.Name);
        return [.. facts, .. decision.IsDayAssumed ? ["on " + Wording.Day(decision.Day)] : Array.Empty<string>()];
    }

    /// <summary>Why nobody can hold what is asked about; none where somebody can.</summary>
    internal string? WhyNobody(DecisionContext context)
    {
        SpaceDefinition definition = index.Definition;
        string day = Wording.Day(context.Day);
        if (!definition.InForce.Contains(context.Day))
        {
            return $"the scheme does not cover {day}: it is in force {Wording.Days(definition.InForce)}";
        }

        foreach (int subject in (int[])[context.Function, context.Matter])
        {
            if (subject >= 0 && !definition.Subjects[subject].Lifetime.Contains(context.Day))
            {
                return $"{definition.Subjects[subject].Name} does not exist on {day}: it exists {Wording.Days(definition.Subjects[subject].Lifetime)}";
            }
        }

        if (context.Holder < 0)
        {
            return "no organisation in this scheme holds it";
        }

        PartyDefinition holder = definition.Parties[context.Holder];
        return context.IsAlive(context.Holder)
            ? null
            : $"{holder.Name}, which holds it by law, does not exist on {day}: it exists {Wording.Days(holder.Lifetime)}";
    }
}
