using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>Somebody who decides a subject in some case.</summary>
/// <param name="Names">Those who decide, together where there are several; a name that stands twice means two people of it.</param>
/// <param name="Rule">The sentence by which they do; -1 for whoever holds it by law, because it was not given away.</param>
/// <param name="Authority">What they hold by that sentence and those above it; none by law.</param>
/// <param name="About">How the sentence names the subject where it is not by the subject's own name alone, in words: <c>for podiatry</c>, <c>as part of place budget</c>.</param>
/// <param name="Duties">What must come afterwards, in words.</param>
internal sealed record Decider(ImmutableArray<string> Names, int Rule, Authority? Authority, string About, ImmutableArray<string> Duties);

/// <summary>All who decide a subject in some case.</summary>
/// <param name="Deciders">Who they are, in the order of the sentences; whoever keeps what is not given away comes last.</param>
/// <param name="WhyNobody">Why nobody can hold it on that day; none where somebody can.</param>
/// <param name="IsCutShort">Whether there were more cases than are looked at, so that somebody may be missing.</param>
internal sealed record DeciderList(IReadOnlyList<Decider> Deciders, string? WhyNobody, bool IsCutShort);

/// <summary>
/// Finds all who decide a subject on a day, whatever the amount, the place and the facts: the evaluator is taken through every case, and the ends of
/// the chains are kept.
/// </summary>
internal sealed class DeciderSearch
{
    private static readonly Answer Seen = new() { Outcome = Outcome.Decided };

    private readonly SpaceIndex index;
    private readonly DateOnly day;
    private readonly AuthorityComposer composer;
    private readonly Dictionary<int, List<int>> functionsOf = [];
    private readonly List<int> functionsOfAll = [];

    /// <summary>A scheme on a day.</summary>
    public DeciderSearch(SpaceIndex index, DateOnly day)
    {
        this.index = index;
        this.day = day;
        composer = new AuthorityComposer(index);
        foreach (RuleDefinition rule in index.Definition.Rules)
        {
            if (!rule.For.IsEmpty)
            {
                Note(rule);
            }
        }
    }

    /// <summary>Who decides a function or a matter; of a matter also those who do in relation to certain functions alone.</summary>
    public DeciderList Of(int node)
    {
        var found = new SortedDictionary<int, List<Decider>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? whyNobody = null;
        bool isCutShort = false;
        bool isFirst = true;
        foreach (Atom atom in AtomsOf(node))
        {
            var inquiry = new Inquiry(index, new Decision { Function = atom.Function, Matter = atom.Matter, Day = day, IsNothingAssumed = true });
            string? why = new Asker(index).WhyNobody(inquiry);
            whyNobody = isFirst ? why : whyNobody;
            if (why is null)
            {
                isCutShort |= Search(node, inquiry, isFirst, found, seen);
            }

            isFirst = false;
        }

        return new DeciderList([.. found.Values.SelectMany(list => list)], whyNobody, isCutShort);
    }

    private bool Search(int node, Inquiry inquiry, bool wantsByLaw, SortedDictionary<int, List<Decider>> found, HashSet<string> seen)
    {
        IReadOnlyCollection<RuleEntry> rules = RulesInPlay.Of(index, inquiry);
        var chains = new ChainBuilder(index, inquiry);
        var explorer = new CaseExplorer(index, inquiry, new VariableTable(index.Definition, inquiry.Decision, rules), (walk, _) =>
        {
            foreach (Holding end in walk.Ends())
            {
                if ((end.Rule >= 0 || wantsByLaw) && seen.Add(KeyOf(end)) && Describe(node, inquiry, chains, end) is Decider decider)
                {
                    int order = end.Rule < 0 ? int.MaxValue : end.Rule;
                    if (!found.TryGetValue(order, out List<Decider>? list))
                    {
                        found.Add(order, list = []);
                    }

                    list.Add(decider);
                }
            }

            return Seen;
        });
        explorer.Explore();
        return explorer.IsCutShort;
    }

    private Decider Describe(int node, Inquiry inquiry, ChainBuilder chains, Holding end)
    {
        ImmutableArray<string> names = [.. end.Group.Select(party => index.Definition.Parties[inquiry.ActingParty(inquiry.SeatOf(party))].Name)];
        RuleDefinition[] rules = [.. chains.RulesDown(end)];
        if (rules.Length == 0)
        {
            return new Decider(names, -1, null, "", []);
        }

        DateRange days = index.Definition.InForce;
        foreach (RuleDefinition rule in rules)
        {
            days = days.Intersect(rule.Days);
        }

        foreach (int party in end.Group)
        {
            days = days.Intersect(index.Definition.Parties[party].Lifetime);
        }

        // Who is confined to a place confines those who act with them.
        int at = end.Group.FirstOrDefault(party => !index.Definition.Parties[party].At.IsEmpty, end.Group[0]);
        string[] duties = [.. rules.Where(rule => rule.RatifiedBy.Length > 0).Select(rule => "ratified by " + rule.RatifiedBy).Distinct()];
        Authority authority = composer.Of(end.Group, at, rules, days, chains.Of([end]));
        return new Decider(names, end.Rule, authority, About(node, rules, authority), [.. duties]);
    }

    private string About(int node, RuleDefinition[] rules, Authority authority)
    {
        if (Array.FindLast(rules, rule => rule.Scope == RuleScope.Named) is not RuleDefinition named)
        {
            return "among " + authority.Subject;
        }

        if (!named.Subjects.Contains(node))
        {
            return "as part of " + authority.Subject;
        }

        RuleDefinition? narrowed = Array.FindLast(rules, rule => !rule.For.IsEmpty);
        return narrowed is null ? "" : "for " + Wording.List([.. narrowed.For.Select(subject => index.Definition.Subjects[subject].Name)]);
    }

    private List<Atom> AtomsOf(int node)
    {
        var atoms = new List<Atom> { Atom.Of(index, node) };
        if (index.Subjects.IsMatter(node))
        {
            foreach (int upper in index.Subjects.SelfAndAncestors(node))
            {
                foreach (int function in functionsOf.TryGetValue(upper, out List<int>? functions) ? functions : [])
                {
                    Atom.Add(index, atoms, new Atom(function, node));
                }
            }

            foreach (int function in functionsOfAll)
            {
                Atom.Add(index, atoms, new Atom(function, node));
            }
        }

        return atoms;
    }

    private void Note(RuleDefinition rule)
    {
        foreach (int function in rule.For.SelectMany(index.Subjects.Expand))
        {
            if (rule.Scope != RuleScope.Named && !functionsOfAll.Contains(function))
            {
                functionsOfAll.Add(function);
            }

            foreach (int node in rule.Subjects.SelectMany(index.Subjects.Expand))
            {
                if (!functionsOf.TryGetValue(node, out List<int>? functions))
                {
                    functionsOf.Add(node, functions = []);
                }

                if (!functions.Contains(function))
                {
                    functions.Add(function);
                }
            }
        }
    }

    private static string KeyOf(Holding end)
    {
        string key = string.Join(',', end.Group);
        for (Holding? holding = end; holding is not null; holding = holding.From)
        {
            key += holding.Rule.ToString(CultureInfo.InvariantCulture).Insert(0, " ");
        }

        return key;
    }
}
