using System.Collections.Concurrent;
using System.Collections.Immutable;
using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Authorities;

/// <summary>
/// Who stands how to a subject on a day, from the cases of the evaluator. Subjects and days that are treated alike share what is found. May be used from
/// many threads at once.
/// </summary>
internal sealed class SubjectCases(SpaceIndex index)
{
    // Beyond this many cases of one subject the rest is left out, and the subject says so.
    private const int MostCases = 5_000;

    // What is found of a subject is found once for all parties and days that are alike, so it may take longer than one answer.
    private const int MostWork = 8_000_000;

    // Where so many sentences bear on a subject and one party alone is asked about, only what concerns that party is worked out.
    private const int RulesOfMany = 256;

    // Links of chains that are kept for subjects and days to come.
    private const int MostLinksKept = 500_000;

    private readonly ConcurrentDictionary<string, Standings> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Atom, DateOnly[]> starts = new();
    private int linksKept;

    /// <summary>The first day of each run of days on which nothing that bears on the subject begins or ends, ascending.</summary>
    public DateOnly[] StartsOf(Atom atom) =>
        starts.GetOrAdd(atom, _ => index.Definition.InForce.IsEmpty ? [] : new LifeCuts(index, atom.Function, atom.Matter).Starts());

    /// <summary>A subject on a day, to be asked about.</summary>
    public DecisionContext Open(Atom atom, DateOnly day) => new(index, new Decision { Function = atom.Function, Matter = atom.Matter, Day = day, IsNothingAssumed = true });

    /// <summary>Who stands how on a day.</summary>
    /// <param name="context">The subject and the day.</param>
    /// <param name="party">The party of interest, of which nothing is left out; -1 for all.</param>
    /// <param name="allowance">What may be looked at for all subjects of an answer; none where each is asked about for itself.</param>
    /// <param name="why">Why nobody holds the subject on that day; none where somebody does.</param>
    public Standings Of(DecisionContext context, int party, Allowance? allowance, out string? why)
    {
        why = new Asker(index).WhyNobody(context);
        if (why is not null)
        {
            return Standings.None;
        }

        IReadOnlyCollection<RuleEntry> rules = context.RulesInPlay;
        int only = rules.Count > RulesOfMany ? party : -1;
        string signature = CaseSignature.OfStandings(index, context, rules);
        bool isSpent = allowance is { IsSpent: true };
        string key = only < 0 && !isSpent ? signature : FormattableString.Invariant($"{signature}\np{only} {isSpent}");
        if (!known.TryGetValue(key, out Standings? found))
        {
            found = Make(context, only, isSpent);
            if (Interlocked.Add(ref linksKept, 1 + rules.Count + found.Terms.Sum(terms => terms.Rules.Length)) <= MostLinksKept)
            {
                found = known.GetOrAdd(key, found);
            }
        }

        allowance?.Spend(found.Work + rules.Count);
        return found;
    }

    private Standings Make(DecisionContext context, int only, bool isSpent)
    {
        var variables = new VariableTable(index.Definition, context.Decision, context.RulesInPlay);
        Standings found = Collect(context, variables, only, isSpent);

        // What says nothing of value added tax holds for the figure as given, so also for one that counts it the other way.
        if (variables.IsVatUsed && variables.Vat is null)
        {
            Vat other = variables.OnlyVat == Vat.Excluding ? Vat.Including : Vat.Excluding;
            Decision given = GivenVat.In(context.Decision, other);
            Standings more = Collect(context.With(given), new VariableTable(index.Definition, given, context.RulesInPlay), only, isSpent);
            found = new Standings([.. GivenVat.Join(found.Terms, variables.OnlyVat, more.Terms, other, terms => terms, (_, terms) => terms)], found.IsCutShort || more.IsCutShort, found.Work + more.Work);
        }

        return found;
    }

    private Standings Collect(DecisionContext context, VariableTable variables, int only, bool isSpent)
    {
        var terms = new List<AuthorityTerms>();
        var leaves = new CaseLeaves();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var finder = new StandingFinder(index, context, terms, [], only);
        var graph = new CaseGraph(index, context, variables, CaseBudget.Of(variables, isSpent ? Allowance.CasesWhenSpent : MostCases, MostWork), (walk, _) =>
        {
            Dictionary<Claimant, int> leaf = finder.Of(walk);
            string key = string.Join(' ', leaf.Values.Order());
            if (!numbers.TryGetValue(key, out int number))
            {
                number = -1 - leaves.Count;
                numbers.Add(key, number);
                leaves.Add(leaf);
            }

            return number;
        }, isSpent ? Allowance.LookedAtWhenSpent : CaseGraph.MostLooked);
        return new Standings([.. RowReader.Read(index.Definition, variables, graph, leaves, terms)], graph.IsCutShort, graph.Work);
    }
}

/// <summary>Who stands how to a subject on a day.</summary>
/// <param name="Terms">Who, how, how much, where and when.</param>
/// <param name="IsCutShort">Whether there were more cases than are looked at, so that something may be missing.</param>
/// <param name="Work">How many sentences were looked at to find it, and cases gone through.</param>
internal sealed record Standings(ImmutableArray<AuthorityTerms> Terms, bool IsCutShort, long Work)
{
    /// <summary>Nobody in any way.</summary>
    public static Standings None { get; } = new([], false, 0);
}
