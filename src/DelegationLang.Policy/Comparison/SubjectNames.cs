using System.Globalization;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Comparison;

/// <summary>The subjects of a change by name: each of them, in short, and what is left out.</summary>
internal sealed class SubjectNames(JointScheme scheme, SubjectClasses classes)
{
    // Nobody reads more of them in a sentence.
    private const int MostTold = 6;

    private readonly AuthorityWording wording = new(scheme.After);

    // What lies within a subject, at any depth, in the order of declaration.
    private readonly Lazy<ILookup<Atom, int>> within = new(() => classes.Alone()
        .Select(atom => atom.Function >= 0 ? atom.Function : atom.Matter)
        .SelectMany(subject => scheme.After.Subjects.SelfAndAncestors(subject).Skip(1).Select(outer => (Outer: Atom.Of(scheme.After, outer), Inner: subject)))
        .ToLookup(pair => pair.Outer, pair => pair.Inner));

    private SpaceDefinition Definition => scheme.After.Definition;

    /// <summary>A subject as questions take it.</summary>
    public string Of(Atom atom) => wording.Subject(atom.Function, atom.Matter);

    /// <summary>Each subject, those included that are treated as another.</summary>
    public IEnumerable<string> All(IEnumerable<Atom> atoms) => atoms.SelectMany(Members).Select(Of).Distinct();

    /// <summary>The functions of the subjects, those included that are treated as another.</summary>
    public IEnumerable<string> Functions(IEnumerable<Atom> atoms) => atoms.SelectMany(Members).Select(atom => Of(atom with { Matter = -1 })).Distinct();

    /// <summary>The subjects in short: what lies within another of them is left out.</summary>
    public string Short(IReadOnlyList<Atom> atoms)
    {
        HashSet<Atom> all = [.. atoms];
        string[] names = [.. atoms.Where(atom => !LiesWithinOther(atom, all)).SelectMany(Members).Select(Of).Distinct()];
        return names.Length <= MostTold
            ? Wording.List(names)
            : Wording.List([.. names.Take(MostTold - 1), string.Create(CultureInfo.InvariantCulture, $"{names.Length - MostTold + 1} others")]);
    }

    /// <summary>What lies within one of the subjects and is not one, and the matters and functions in relation to which it is not so.</summary>
    /// <param name="atoms">The subjects.</param>
    /// <param name="excepted">Matters in relation to functions of which it is not so.</param>
    public IEnumerable<string> Except(IReadOnlyList<Atom> atoms, IReadOnlyCollection<Atom> excepted)
    {
        HashSet<Atom> all = [.. atoms];
        foreach (int inner in all.SelectMany(outer => within.Value[outer]).Distinct().Order())
        {
            var atom = Atom.Of(scheme.After, inner);
            if (!all.Contains(atom) && !LiesWithinLeftOut(atom, all))
            {
                yield return Of(atom);
            }
        }

        int[] functions = [.. atoms.Where(atom => atom.Matter < 0).Select(atom => classes.Representative(new Atom(atom.Function, 0)).Function).Distinct()];
        foreach (IGrouping<int, Atom> matter in excepted.GroupBy(pair => pair.Matter))
        {
            bool isOfEach = functions.Length > 0 && functions.All(function => matter.Any(pair => pair.Function == function));
            IEnumerable<string> names = isOfEach
                ? classes.Members(matter.Key).Select(member => Definition.Subjects[member].Name)
                : matter.SelectMany(Members).Select(Of);
            foreach (string name in names)
            {
                yield return name;
            }
        }
    }

    private IEnumerable<Atom> Members(Atom atom) => atom.Function < 0 || atom.Matter < 0
        ? [atom]
        : classes.Members(atom.Function).SelectMany(function => classes.Members(atom.Matter).Select(matter => new Atom(function, matter)));

    private bool LiesWithinOther(Atom atom, HashSet<Atom> all) => Around(atom).Any(all.Contains);

    private bool LiesWithinLeftOut(Atom atom, HashSet<Atom> all) => Around(atom).FirstOrDefault() is { } outer && !all.Contains(outer) && LiesWithinOther(outer, all);

    // The wider subjects, nearest first.
    private IEnumerable<Atom> Around(Atom atom)
    {
        if (atom.Function >= 0 && atom.Matter >= 0)
        {
            return Around(atom with { Matter = -1 }).Select(outer => atom with { Function = outer.Function })
                .Concat(Around(atom with { Function = -1 }).Select(outer => atom with { Matter = outer.Matter }));
        }

        return scheme.After.Subjects.SelfAndAncestors(atom.Function >= 0 ? atom.Function : atom.Matter).Skip(1).Select(node => Atom.Of(scheme.After, node));
    }
}
