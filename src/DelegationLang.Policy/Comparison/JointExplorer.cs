using System.Collections.Immutable;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Comparison;

/// <summary>What two versions answer where they differ.</summary>
/// <param name="Number">Its number: equal answers have one.</param>
/// <param name="Before">The answer of the earlier version, with the names of the later one.</param>
/// <param name="After">The answer of the later version.</param>
internal sealed record AnswerPair(int Number, Answer Before, Answer After)
{
    /// <summary>On what terms each of those who decide in the earlier version does.</summary>
    public ImmutableArray<GroupTerms> GroupsBefore { get; init; } = [];

    /// <summary>On what terms each of those who decide in the later version does.</summary>
    public ImmutableArray<GroupTerms> GroupsAfter { get; init; } = [];
}

/// <summary>A region of a subject in which the versions differ alike.</summary>
/// <param name="Terms">Its bounds.</param>
/// <param name="Pair">What they answer.</param>
/// <param name="Point">A point of it.</param>
internal sealed record DifferingRegion(AuthorityTerms Terms, AnswerPair Pair, SurveyPoint Point);

/// <summary>What was found of one subject on one day.</summary>
/// <param name="Regions">The regions in which the versions differ.</param>
/// <param name="Changed">The rules that bear on the subject in one version and say what none in the other does.</param>
/// <param name="Bases">On what limits that bear on the subject count, in either version.</param>
/// <param name="IsCutShort">Whether there were too many cases to look at all of them.</param>
internal sealed record Differences(ImmutableArray<DifferingRegion> Regions, ImmutableArray<int> Changed, ImmutableArray<string> Bases, bool IsCutShort)
{
    /// <summary>No difference.</summary>
    public static Differences None { get; } = new([], [], [], false);
}

/// <summary>Asks both versions of every case of a subject on a day, side by side.</summary>
internal sealed class JointExplorer(JointScheme scheme)
{
    // A subject that falls into more cases than this is told of as far as they were looked at, and said to be.
    private const int MostCases = 20_000;
    private const int MostWork = 32_000_000;
    private const int MostRegions = 1_000;

    private static readonly Answer NobodyThen = new() { Outcome = Outcome.Nobody };

    private readonly DeputyFacts deputies = new(scheme);
    private readonly Dictionary<string, Differences> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AnswerPair> pairs = new(StringComparer.Ordinal);
    private readonly HashSet<int> contentsBefore = [.. scheme.ContentOf[scheme.AfterRules..]];
    private readonly HashSet<int> contentsAfter = [.. scheme.ContentOf[..scheme.AfterRules]];

    /// <summary>The differences of a subject on a day.</summary>
    public Differences Explore(Atom atom, DateOnly day)
    {
        var open = new Decision { Function = atom.Function, Matter = atom.Matter, Day = day, IsNothingAssumed = true };
        Differences found = Find(open);
        found = found.Regions.IsEmpty ? found : WithStatements(open, found, 0);
        return found with { Regions = [.. found.Regions.Select(region => region with { Point = region.Point with { Function = atom.Function, Matter = atom.Matter, Day = day } })] };
    }

    // Deputies are told unless the question itself says that what the deputy needs is not so.
    private Differences WithStatements(Decision decision, Differences open, int next)
    {
        if (next == deputies.Statements.Count)
        {
            return open;
        }

        ConditionValue statement = deputies.Statements[next];
        Differences rest = WithStatements(decision, open, next + 1);
        if (decision.Conditions.ContainsKey(statement.Condition))
        {
            return rest;
        }

        Decision stated = decision with { Conditions = new Dictionary<int, bool>(decision.Conditions) { [statement.Condition] = statement.IsSo } };
        Differences denied = WithStatements(stated, Find(stated), next + 1);
        return rest with { Regions = [.. DeputyFacts.Join(rest.Regions, denied.Regions, statement)] };
    }

    private Differences Find(Decision decision)
    {
        var then = Version.Of(scheme.Before, decision);
        var now = Version.Of(scheme.After, decision);
        if (!then.IsHeld && !now.IsHeld)
        {
            return Differences.None;
        }

        string before = then.Signature(scheme.EffectOf, scheme.DeputyEffectsBefore);
        string after = now.Signature(scheme.EffectOf, scheme.DeputyEffectsAfter);
        if (before == after && scheme.Moved is null)
        {
            return Differences.None;
        }

        string key = before + "\n\n" + after + "\n\n" + string.Join(',', decision.Conditions.Select(fact => fact.Key + (fact.Value ? "+" : "-")));
        if (!known.TryGetValue(key, out Differences? found))
        {
            known.Add(key, found = Explore(decision, then, now));
        }

        return found.Regions.IsEmpty ? found : found with { Changed = [.. Changed(then, now).Distinct().Order()] };
    }

    /// <summary>Whether a rule says what no rule of the other version does.</summary>
    public bool IsChanged(int rule) => !(rule < scheme.AfterRules ? contentsBefore : contentsAfter).Contains(scheme.ContentOf[rule]);

    // From one day to the next the rules are the same, and what matters is which of them hold.
    private IEnumerable<int> Changed(Version then, Version now)
    {
        HashSet<int> earlier = [.. then.Rules.Select(entry => entry.Rule)];
        HashSet<int> later = [.. now.Rules.Select(entry => entry.Rule)];
        return scheme.IsDayByDay
            ? earlier.Where(rule => !later.Contains(rule - scheme.AfterRules)).Concat(later.Where(rule => !earlier.Contains(rule + scheme.AfterRules)))
            : earlier.Concat(later).Where(IsChanged);
    }

    private Differences Explore(Decision decision, Version then, Version now)
    {
        RuleEntry[] rules = [.. then.Rules, .. now.Rules, .. scheme.Moved is { } moved ? [moved] : Array.Empty<RuleEntry>()];
        var variables = new VariableTable(scheme.Definition, decision, rules);
        (List<DifferingRegion> regions, bool isCutShort) = Collect(then, now, variables);
        if (variables.IsVatUsed && variables.Vat is null)
        {
            Vat other = variables.OnlyVat == Vat.Excluding ? Vat.Including : Vat.Excluding;
            Decision given = GivenVat.In(decision, other);
            (List<DifferingRegion> more, bool isMoreCutShort) = Collect(Version.Of(scheme.Before, given), Version.Of(scheme.After, given), new VariableTable(scheme.Definition, given, rules));
            regions = [.. GivenVat.Join(regions, variables.OnlyVat, more, other, region => region.Terms, (region, terms) => region with { Terms = terms })];
            isCutShort |= isMoreCutShort;
        }

        return new Differences([.. regions], [], [.. variables.Bases], isCutShort);
    }

    private (List<DifferingRegion> Regions, bool IsCutShort) Collect(Version then, Version now, VariableTable variables)
    {
        CaseWalk? earlier = then.Walk(variables);
        CaseWalk? later = now.Walk(variables);
        CaseWalk[] walks = [.. ((CaseWalk?[])[earlier, later]).OfType<CaseWalk>()];
        var numbers = new Dictionary<int, int>();
        var leaves = new CaseLeaves();
        leaves.Add([]);
        var terms = new List<AuthorityTerms>();
        var points = new Dictionary<int, SurveyPoint>();
        var graph = new CaseGraph(variables, CaseBudget.Of(variables, MostCases, MostWork), walks, () =>
        {
            Answer before = then.AnswerOf(earlier);
            Answer after = now.AnswerOf(later);
            string keyBefore = AnswerLikeness.KeyOf(before);
            string keyAfter = AnswerLikeness.KeyOf(after);
            if (keyBefore == keyAfter)
            {
                return -1;
            }

            AnswerPair pair = PairOf(before, after, then.Groups(earlier), now.Groups(later));
            if (!numbers.TryGetValue(pair.Number, out int number))
            {
                number = -1 - leaves.Count;
                numbers.Add(pair.Number, number);
                leaves.Add(new Dictionary<Claimant, int> { [new Claimant(pair.Number, false)] = terms.Count });
                terms.Add(new AuthorityTerms { Party = pair.Number, Claim = AuthorityClaim.Nobody, Key = "pair " + pair.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) });
            }

            if (!points.ContainsKey(pair.Number) && PointFinder.Find(then.Context, then.Context.Decision, variables, walks[0].Knowledge) is { } point)
            {
                points.Add(pair.Number, point);
            }

            return number;
        });
        var regions = new List<DifferingRegion>();
        foreach (Region region in RowReader.Regions(scheme.Definition, variables, graph, leaves, terms, MostRegions))
        {
            // Cells that seem possible one by one need not be so together: then there is no point in them.
            SurveyPoint? point = region.Terms.IsInSomeCasesOnly ? points.GetValueOrDefault(region.Terms.Party) : new RegionPoint(then.Context, variables, walks[0].Knowledge).In(region);
            if (point is not null)
            {
                regions.Add(new DifferingRegion(region.Terms, pairsByNumber[region.Terms.Party], point));
            }
        }

        return (regions, graph.IsCutShort);
    }

    private readonly List<AnswerPair> pairsByNumber = [];

    // Regions differ alike whoever stands in for those who come and go, or in both versions: deputies are told only where they are what differs.
    private AnswerPair PairOf(Answer before, Answer after, ImmutableArray<GroupTerms> groupsBefore, ImmutableArray<GroupTerms> groupsAfter)
    {
        bool isOtherwiseDecided = !before.Alternatives.Select(Group).SequenceEqual(after.Alternatives.Select(Group), StringComparer.Ordinal);
        if (KeyOf(groupsBefore) != KeyOf(groupsAfter))
        {
            (groupsBefore, groupsAfter) = (WithoutBeside(groupsBefore, groupsAfter), WithoutBeside(groupsAfter, groupsBefore));
            (before, after) = (OfGroups(before, groupsBefore), OfGroups(after, groupsAfter));
        }

        HashSet<string> both = [.. before.Deputies.Select(AnswerLikeness.KeyOf).Intersect(after.Deputies.Select(AnswerLikeness.KeyOf))];
        before = before with { Deputies = [.. before.Deputies.Where(IsTold)] };
        after = after with { Deputies = [.. after.Deputies.Where(IsTold)] };
        string key = AnswerLikeness.KeyOf(before) + "\n\n" + AnswerLikeness.KeyOf(after) + "\n\n" + KeyOf(groupsBefore) + "\n\n" + KeyOf(groupsAfter);
        if (!pairs.TryGetValue(key, out AnswerPair? pair))
        {
            pairs.Add(key, pair = new AnswerPair(pairs.Count, before, after) { GroupsBefore = groupsBefore, GroupsAfter = groupsAfter });
            pairsByNumber.Add(pair);
        }

        return pair;

        bool IsTold(DeputyAnswer deputy) => !isOtherwiseDecided && !both.Contains(AnswerLikeness.KeyOf(deputy));
    }

    private static string Group(ImmutableArray<string> group) => string.Join('&', group);

    private static string KeyOf(ImmutableArray<GroupTerms> groups) => string.Join("\n\n", groups.Select(group => group.Key).Order(StringComparer.Ordinal));

    // Whoever decides by an exceptional power beside others, on the same terms in both versions, is no part of what differs.
    private static ImmutableArray<GroupTerms> WithoutBeside(ImmutableArray<GroupTerms> own, ImmutableArray<GroupTerms> other)
    {
        bool IsBeside(GroupTerms group) => group.IsExceptional && own.Any(one => one.Key == group.Key) && other.Any(same => same.Key == group.Key);
        return own.All(group => group.IsExceptional) || other.All(group => group.IsExceptional) ? own : [.. own.Where(group => !IsBeside(group))];
    }

    private static Answer OfGroups(Answer answer, ImmutableArray<GroupTerms> groups)
    {
        if (groups.Length == answer.Alternatives.Length)
        {
            return answer;
        }

        HashSet<string> told = [.. groups.Select(group => group.Name)];
        ImmutableArray<ImmutableArray<string>> alternatives = [.. answer.Alternatives.Where(group => told.Contains(string.Join('\n', group)))];
        return answer with
        {
            Alternatives = alternatives,
            Deciders = [.. alternatives.SelectMany(group => group).Distinct().Order(StringComparer.Ordinal)],
            Jointly = alternatives is [{ Length: > 1 }],
            Exceptional = [.. groups.Where(group => group.IsExceptional).SelectMany(group => group.Group).Distinct().Order(StringComparer.Ordinal)],
            UnderContract = groups.Any(group => group.IsUnderContract),
            Steps = [.. groups.SelectMany(group => group.Steps).Distinct()],
            Duties = [.. groups.SelectMany(group => group.Duties).Distinct()],
            Chain = [.. answer.Chain.Where(link => link.Rule < 0 || groups.Any(group => group.Rules.Contains(link.Rule)))],
        };
    }

    /// <summary>A decision as one version has it.</summary>
    private sealed class Version
    {
        private readonly SpaceIndex index;
        private readonly AnswerBuilder builder;

        private Version(SpaceIndex index, DecisionContext context)
        {
            this.index = index;
            Context = context;
            builder = new AnswerBuilder(index, context);
            IsHeld = new Asker(index).WhyNobody(context) is null;
        }

        public DecisionContext Context { get; }

        /// <summary>Whether somebody holds it that day.</summary>
        public bool IsHeld { get; }

        public IReadOnlyCollection<RuleEntry> Rules => IsHeld ? Context.RulesInPlay : [];

        public static Version Of(SpaceIndex index, Decision decision) => new(index, new DecisionContext(index, decision));

        public string Signature(int[] contents, int[] deputies) => IsHeld ? CaseSignature.OfContents(index, Context, Rules, contents, deputies) : "nobody";

        public CaseWalk? Walk(VariableTable variables) => IsHeld ? CaseWalk.Of(index, Context, variables) : null;

        public ImmutableArray<GroupTerms> Groups(CaseWalk? walk) => walk is null ? [] : builder.Groups(walk.Walk);

        public Answer AnswerOf(CaseWalk? walk) => walk is null ? NobodyThen : builder.WhoDecides(walk.Walk, walk.Knowledge);
    }
}
