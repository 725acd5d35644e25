using System.Globalization;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Comparison;

/// <summary>
/// The subjects to compare: each function and each matter by itself, and matters in relation to functions. Of two subjects that no sentence tells apart
/// but by their names the second is treated as the first, so that only one of many such pairs is looked at.
/// </summary>
internal sealed class SubjectClasses
{
    private readonly JointScheme scheme;
    private readonly int[] representatives;
    private readonly ILookup<int, int> members;

    /// <summary>Sorts the subjects of two versions.</summary>
    public SubjectClasses(JointScheme scheme)
    {
        this.scheme = scheme;
        HashSet<int> mentioned = [.. Mentioned(scheme.Before), .. Mentioned(scheme.After)];
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        representatives = new int[scheme.Definition.Subjects.Length];
        for (int subject = 0; subject < representatives.Length; subject++)
        {
            string profile = Profile(scheme.Before, subject, mentioned) + "\n" + Profile(scheme.After, subject, mentioned);
            representatives[subject] = first.TryAdd(profile, subject) ? subject : first[profile];
        }

        members = Enumerable.Range(0, representatives.Length).ToLookup(subject => representatives[subject]);
    }

    /// <summary>The subjects by themselves, in the order of declaration.</summary>
    public IEnumerable<Atom> Alone() => Enumerable.Range(0, representatives.Length)
        .Where(subject => !StandsForOthers(subject))
        .Select(subject => Atom.Of(scheme.After, subject));

    /// <summary>Matters in relation to functions, one for all that are alike.</summary>
    public IEnumerable<Atom> Pairs(Func<int, bool> isTouched)
    {
        int[] all = [.. Enumerable.Range(0, representatives.Length).Where(subject => representatives[subject] == subject && !StandsForOthers(subject))];
        int[] functions = [.. all.Where(subject => !scheme.After.Subjects.IsMatter(subject))];
        foreach (int matter in all.Where(scheme.After.Subjects.IsMatter))
        {
            bool isMatterTouched = isTouched(matter);
            foreach (int function in functions)
            {
                if ((isMatterTouched || isTouched(function)) && IsApart(function, matter))
                {
                    yield return new Atom(function, matter);
                }
            }
        }
    }

    /// <summary>Those of the matters in relation to functions that a sentence speaks of together: it gives the matter for the function, or one without the other.</summary>
    public IEnumerable<Atom> PairsSpokenOf(Func<int, bool> isTouched) => ((SpaceIndex[])[scheme.Before, scheme.After])
        .SelectMany(index => index.Definition.Rules.SelectMany(rule => PairsOf(index, rule)))
        .Distinct()
        .Where(pair => (isTouched(pair.Function) || isTouched(pair.Matter)) && !StandsForOthers(pair.Function) && !StandsForOthers(pair.Matter) && IsApart(pair.Function, pair.Matter))
        .OrderBy(pair => pair.Matter)
        .ThenBy(pair => pair.Function);

    private IEnumerable<Atom> PairsOf(SpaceIndex index, RuleDefinition rule)
    {
        int[] others = [.. rule.For.Concat(rule.Except).Concat(rule.KeptBack).SelectMany(index.Subjects.Expand)];
        return others.Length == 0 ? [] : rule.Subjects.Concat(rule.Within).SelectMany(index.Subjects.Expand)
            .SelectMany(subject => others.Where(other => index.Subjects.IsMatter(other) != index.Subjects.IsMatter(subject)).Select(other =>
                index.Subjects.IsMatter(subject) ? new Atom(representatives[other], representatives[subject]) : new Atom(representatives[subject], representatives[other])));
    }

    /// <summary>The subject that stands for another in relation to others.</summary>
    public Atom Representative(Atom atom) => atom.Function >= 0 && atom.Matter >= 0 ? new Atom(representatives[atom.Function], representatives[atom.Matter]) : atom;

    /// <summary>The subjects that one stands for, itself first.</summary>
    public IEnumerable<int> Members(int representative) => members[representative];

    // A matter that is declared within a function is about that one or a part of it, and about no other.
    private bool IsApart(int function, int matter)
    {
        var atoms = new List<Atom>();
        Atom.Add(scheme.Before, atoms, [], new Atom(function, matter));
        Atom.Add(scheme.After, atoms, [], new Atom(function, matter));
        return atoms.Count > 0;
    }

    // A budget that covers functions is asked about as those.
    private bool StandsForOthers(int subject) =>
        scheme.Before.Definition.Subjects[subject] is { Kind: SubjectKind.Budget, Covers.IsEmpty: false } || scheme.After.Definition.Subjects[subject] is { Kind: SubjectKind.Budget, Covers.IsEmpty: false };

    private static IEnumerable<int> Mentioned(SpaceIndex index) => index.Definition.Rules
        .SelectMany(rule => rule.Subjects.Concat(rule.Within).Concat(rule.For).Concat(rule.Except).Concat(rule.KeptBack))
        .Concat(index.Definition.Deputies.SelectMany(deputy => deputy.For.Concat(deputy.Except)))
        .SelectMany(index.Subjects.Expand)
        .Concat(index.Definition.Kept.Select(kept => kept.Subject));

    private static string Profile(SpaceIndex index, int subject, HashSet<int> mentioned)
    {
        SubjectDefinition definition = index.Subjects[subject];
        bool isMatter = index.Subjects.IsMatter(subject);
        int function = isMatter ? index.Subjects.FunctionOf(subject) : -1;
        return string.Create(CultureInfo.InvariantCulture, $"{isMatter} {definition.Owner} {definition.IsExecutive} {definition.Lifetime} {function} {string.Join(',', index.Subjects.SelfAndAncestors(subject).Where(mentioned.Contains))}");
    }
}
