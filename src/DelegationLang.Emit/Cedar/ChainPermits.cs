using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Emit.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Emit.Cedar;

/// <summary>Finds of every decision of a scheme the chains by which it may be taken, and what must be said for each to hold.</summary>
internal sealed class ChainPermits
{
    private const int MostCases = 5_000;

    private readonly SpaceDefinition definition;
    private readonly ImmutableArray<DateRange> runs;
    private readonly TermExpressions expressions;
    private readonly Dictionary<string, Permit> permits = new(StringComparer.Ordinal);
    private readonly Dictionary<(DecisionCases Cases, Vat Vat), ImmutableArray<(Permit Permit, string Expression)>> known = [];
    private readonly SortedSet<string> uncounted = new(StringComparer.Ordinal);

    public ChainPermits(SpaceDefinition definition, ImmutableArray<DateRange> runs)
    {
        this.definition = definition;
        this.runs = runs;
        expressions = new TermExpressions(definition);
    }

    /// <summary>The policies, in the order in which they were found.</summary>
    public IEnumerable<Permit> Permits => permits.Values;

    /// <summary>Groups in which somebody stands twice, in words.</summary>
    public IEnumerable<string> Uncounted => uncounted;

    /// <summary>The subjects with more cases, or more conditions, than are told.</summary>
    public SortedSet<Subject> CutShort { get; } = [];

    /// <summary>The subjects of which an amount must be said with what it counts.</summary>
    public SortedSet<Subject> OnSeveralBases { get; } = [];

    /// <summary>Finds the chains of some subjects.</summary>
    public void Find(IEnumerable<Subject> subjects)
    {
        var catalogue = new DecisionCatalogue(definition, MostCases, CaseDetail.Ways);
        foreach (Subject subject in subjects)
        {
            int run = 0;
            foreach (DecisionCases[] said in CasesByDay.Of(catalogue, runs, new Decision { Day = default, Matter = subject.Matter, Function = subject.Function }))
            {
                Find(subject, run++, said);
            }
        }
    }

    private void Find(Subject subject, int run, DecisionCases[] said)
    {
        var found = new Dictionary<(Permit Permit, string Expression), int>();
        for (int vat = 0; vat < said.Length; vat++)
        {
            DecisionCases cases = said[vat];
            if (cases.Nobody is not null || cases.IsCutShort)
            {
                CutShort.UnionWith(cases.IsCutShort ? [subject] : []);
                continue;
            }

            OnSeveralBases.UnionWith(cases.Bases.Length > 1 ? [subject] : []);
            if (!known.TryGetValue((cases, (Vat)vat), out ImmutableArray<(Permit Permit, string Expression)> permitted))
            {
                permitted = [.. Find(cases, (Vat)vat, subject)];
                known.Add((cases, (Vat)vat), permitted);
            }

            foreach ((Permit, string) one in permitted.Distinct())
            {
                found[one] = found.GetValueOrDefault(one) | (said.Length == 1 ? 7 : 1 << vat);
            }
        }

        foreach (((Permit permit, string expression), int vats) in found)
        {
            permit.Add(expression, vats, subject, run);
        }
    }

    private IEnumerable<(Permit Permit, string Expression)> Find(DecisionCases cases, Vat vat, Subject subject)
    {
        var terms = new CaseTerms(cases, vat);
        ImmutableArray<int> places = cases.Variables.FirstOrDefault(variable => variable.Kind == CaseVariableKind.Place)?.Places ?? [];
        CaseWay[] ways = [.. cases.Leaves.SelectMany(leaf => leaf.Ways).DistinctBy(KeyOf)];
        foreach (CaseWay way in ways.Where(IsUncounted))
        {
            uncounted.Add(Wording.Together(way.Members.Select(Name)));
        }

        foreach (IGrouping<string, CaseWay> group in ways.Where(way => !IsUncounted(way)).GroupBy(way => MembersOf(way), StringComparer.Ordinal))
        {
            var told = new List<(ImmutableArray<string> Steps, Term Term)>();
            foreach (CaseWay way in group)
            {
                string key = KeyOf(way);
                foreach (Term term in terms.Of(leaf => leaf.Ways.Any(own => KeyOf(own) == key)))
                {
                    told.Add((way.Steps, term));
                    yield return (PermitOf(key, way.Steps, [way]), expressions.Of(term, places));
                }
            }

            // What no chain gives in every case, but each of several in some, is given by them together.
            CaseWay[] all = [.. group];
            CaseWay[] free = [.. all.Where(way => way.Steps.IsEmpty)];
            foreach (CaseWay[] some in all.Length < 2 ? [] : free.Length > 1 && free.Length < all.Length ? new[] { free, all } : [all])
            {
                string[] keys = [.. some.Select(KeyOf)];
                ImmutableArray<string> steps = [.. some.SelectMany(way => way.Steps).Distinct()];
                foreach (Term term in terms.Of(leaf => leaf.Ways.Any(own => keys.Contains(KeyOf(own)))).Where(term => !told.Any(one => one.Term.Covers(term) && one.Steps.All(steps.Contains))))
                {
                    told.Add((steps, term));
                    yield return (PermitOf("several\n" + string.Join('\f', keys), steps, some), expressions.Of(term, places));
                }
            }
        }

        foreach (IGrouping<string, CaseAnswer> kept in cases.Leaves.Where(leaf => leaf.Answer.Outcome == Outcome.Reserved).GroupBy(KeptKey, StringComparer.Ordinal))
        {
            CaseAnswer first = kept.First();
            foreach (Term term in terms.Of(leaf => leaf.Answer.Outcome == Outcome.Reserved && KeptKey(leaf) == kept.Key))
            {
                yield return (ForbidOf(kept.Key, first), expressions.Of(term, places));
            }
        }

        if (terms.IsCutShort)
        {
            CutShort.Add(subject);
        }
    }

    private Permit PermitOf(string key, ImmutableArray<string> steps, CaseWay[] ways)
    {
        if (!permits.TryGetValue(key, out Permit? permit))
        {
            permits.Add(key, permit = new Permit { Groups = [NamesOf(ways[0])], Steps = steps, Chains = [.. ways.Select(way => way.Chain)] });
        }

        return permit;
    }

    private Permit ForbidOf(string key, CaseAnswer leaf)
    {
        if (!permits.TryGetValue(key, out Permit? permit))
        {
            permits.Add(key, permit = new Permit { IsForbid = true, Groups = [.. leaf.Ways.Select(NamesOf).DistinctBy(group => string.Join('\n', group.Select(names => string.Join('\t', names))))], Chains = [leaf.Answer.Chain] });
        }

        return permit;
    }

    private ImmutableArray<ImmutableArray<string>> NamesOf(CaseWay way) => [.. way.Members.Select(member => member.Select(party => definition.Parties[party].Name).Reverse().ToImmutableArray())];

    private string Name(ImmutableArray<int> member) => definition.Parties[member[^1]].Name;

    private static bool IsUncounted(CaseWay way) => way.Members.Select(member => member[^1]).Distinct().Count() < way.Members.Length;

    private static string MembersOf(CaseWay way) => string.Join('|', way.Members.Select(member => string.Join(',', member)).Order(StringComparer.Ordinal));

    private static string KeyOf(CaseWay way) => string.Join(',', way.Rules) + "\n" + MembersOf(way);

    private static string KeptKey(CaseAnswer leaf) => "kept\n" + string.Join(',', leaf.Answer.Chain.Select(link => link.Rule.ToString(CultureInfo.InvariantCulture))) + "\n" + string.Join(';', leaf.Ways.Select(MembersOf).Order(StringComparer.Ordinal));
}
