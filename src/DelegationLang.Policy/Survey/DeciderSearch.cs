using System.Collections.Immutable;
using DelegationLang.Policy.Authorities;

namespace DelegationLang.Policy.Survey;

/// <summary>Somebody who decides a subject in some case.</summary>
/// <param name="Names">Those who decide, together where there are several; a name that stands twice means two people of it.</param>
/// <param name="Rule">The sentence by which they do; -1 for whoever holds it by law, because it was not given away.</param>
/// <param name="Authority">The line of the table of authority that says so; none by law.</param>
/// <param name="About">How the sentence names the subject where it is not by the subject's own name alone, in words: <c>for podiatry</c>, <c>as part of place budget</c>.</param>
/// <param name="Sentence">What the sentence is about, in words: <c>podiatry</c>, <c>all other matters of ICB</c>; empty by law.</param>
internal sealed record Decider(ImmutableArray<string> Names, int Rule, Authority? Authority, string About, string Sentence);

/// <summary>All who decide a subject in some case.</summary>
/// <param name="Deciders">Who they are, in the order of the sentences; whoever keeps what is not given away comes last.</param>
/// <param name="WhyNobody">Why nobody can hold it on that day; none where somebody can.</param>
/// <param name="IsCutShort">Whether there were more cases than are looked at, so that somebody may be missing.</param>
internal sealed record DeciderList(IReadOnlyList<Decider> Deciders, string? WhyNobody, bool IsCutShort);

/// <summary>Finds in the table of authority all who decide a subject on a day, whatever the amount, the place and the facts.</summary>
internal sealed class DeciderSearch(DecisionSpace space, DateOnly day)
{
    // The same sentence decides very many subjects, and may name as many.
    private readonly Dictionary<RuleDefinition, string> subjectsOf = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<RuleDefinition, string> functionsOf = new(ReferenceEqualityComparer.Instance);


    // Who decides very many subjects by one sentence decides them alike.
    private readonly Dictionary<Authority, Decider> alone = new(ReferenceEqualityComparer.Instance);
    private readonly Allowance allowance = new(space.Definition.Rules.Length);

    private SpaceDefinition Definition => space.Definition;

    /// <summary>Who decides a function or a matter; of a matter also those who do in relation to certain functions alone.</summary>
    public DeciderList Of(int node)
    {
        var found = new SortedDictionary<int, List<Decider>>();
        string? whyNobody = null;
        bool isCutShort = false;
        bool isFirst = true;
        foreach (AuthorityOfSubject subject in space.Authority.OfSubject(node, day, allowance, terms => IsTold(terms) && !terms.Rules.IsEmpty))
        {
            if (isFirst)
            {
                whyNobody = subject.Gaps.FirstOrDefault(gap => gap.Days.Contains(day))?.Reason;
            }

            isCutShort |= subject.IsCutShort;
            foreach (AuthorityRow row in subject.Rows)
            {
                if (row.Days.Contains(day) && IsTold(row.Terms))
                {
                    Add(node, row, isFirst, found);
                }
            }

            isFirst = false;
        }

        return new DeciderList([.. found.Values.SelectMany(list => list)], whyNobody, isCutShort);
    }

    private static bool IsTold(AuthorityTerms terms) => terms.Claim is AuthorityClaim.Decides or AuthorityClaim.Reserved or AuthorityClaim.Jointly;

    private void Add(int node, AuthorityRow row, bool wantsByLaw, SortedDictionary<int, List<Decider>> found)
    {
        int rule = row.Terms.Rules.IsEmpty ? -1 : row.Terms.Rules[^1];
        int order = rule < 0 ? int.MaxValue : rule;
        if (rule < 0 && (!wantsByLaw || found.ContainsKey(order)))
        {
            return;
        }

        if (!found.TryGetValue(order, out List<Decider>? list))
        {
            found.Add(order, list = []);
        }

        if (rule < 0)
        {
            list.Add(new Decider([Definition.Parties[row.Terms.Party].Name], -1, null, "", ""));
            return;
        }

        RuleDefinition[] rules = [.. row.Terms.Rules.Select(number => Definition.Rules[number])];
        Authority authority = space.Authority.DescribeAlike(row);
        string about = About(node, rules);
        if (row.Terms.Claim != AuthorityClaim.Jointly)
        {
            list.Add(Alone(authority, rule, about, Sentence(rules)));
            return;
        }

        // Each of a group has a line of its own: it is told once, with all of them.
        foreach (ImmutableArray<int> group in row.Terms.Groups.Where(group => group[0] == row.Terms.Party))
        {
            list.Add(new Decider([.. group.Select(party => Definition.Parties[party].Name)], rule, authority, about, Sentence(rules)));
        }
    }

    private Decider Alone(Authority authority, int rule, string about, string sentence)
    {
        if (!alone.TryGetValue(authority, out Decider? known) || known.About != about || known.Sentence != sentence)
        {
            alone[authority] = known = new Decider([authority.Party], rule, authority, about, sentence);
        }

        return known;
    }

    // The narrowest sentence of a chain that names its subjects says what it is about.
    private string Sentence(RuleDefinition[] rules)
    {
        if (Array.FindLast(rules, rule => rule.Scope == RuleScope.Named) is not RuleDefinition named)
        {
            return (rules[^1].Scope == RuleScope.AllMatters ? "all matters of " : "all other matters of ") + Definition.Parties[rules[^1].Giver].Name;
        }

        string words = Names(named, named.Subjects, subjectsOf);
        return Array.FindLast(rules, rule => !rule.For.IsEmpty) is { } narrowed ? words + " for " + Names(narrowed, narrowed.For, functionsOf) : words;
    }

    private string About(int node, RuleDefinition[] rules)
    {
        if (Array.FindLast(rules, rule => rule.Scope == RuleScope.Named) is not RuleDefinition named)
        {
            return "among " + Sentence(rules);
        }

        if (!named.Subjects.Contains(node))
        {
            return "as part of " + Sentence(rules);
        }

        return Array.FindLast(rules, rule => !rule.For.IsEmpty) is { } narrowed ? "for " + Names(narrowed, narrowed.For, functionsOf) : "";
    }

    private string Names(RuleDefinition rule, ImmutableArray<int> subjects, Dictionary<RuleDefinition, string> known)
    {
        if (!known.TryGetValue(rule, out string? words))
        {
            known.Add(rule, words = Wording.List([.. subjects.Select(subject => Definition.Subjects[subject].Name)]));
        }

        return words;
    }
}
