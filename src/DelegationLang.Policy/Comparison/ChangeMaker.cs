using System.Collections.Immutable;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Comparison;

/// <summary>Makes of what was found what is told of it.</summary>
internal sealed class ChangeMaker
{
    private readonly SubjectNames names;
    private readonly AuthorityWording wording;
    private readonly ChangeSorter sorter;
    private readonly ChangeSources sources;
    private readonly ChangeWords words;
    private readonly WitnessFinder witnesses;
    private readonly Bystanders bystanders;

    /// <summary>Makes a maker.</summary>
    /// <param name="scheme">Both versions.</param>
    /// <param name="classes">What there is to compare.</param>
    /// <param name="witnesses">Finds the questions that show changes.</param>
    /// <param name="term">The days on which both versions are in force.</param>
    /// <param name="ofBoth">As <see cref="ChangeSorter"/> takes it.</param>
    public ChangeMaker(JointScheme scheme, SubjectClasses classes, WitnessFinder witnesses, DateRange term, AuthorityTable? ofBoth = null)
    {
        names = new SubjectNames(scheme, classes);
        wording = new AuthorityWording(scheme.After);
        sorter = new ChangeSorter(scheme, ofBoth);
        sources = new ChangeSources(scheme);
        words = new ChangeWords(sorter, term, scheme.IsDayByDay);
        this.witnesses = witnesses;
        bystanders = new Bystanders(scheme.Definition);
    }

    /// <summary>A subject as questions take it.</summary>
    public string NameOf(Atom atom) => names.Of(atom);

    /// <summary>The changes of a group: one for each thing that it does to those who decide. None where no question shows it.</summary>
    public IEnumerable<SpaceChange> Make(ChangeGroup group)
    {
        foreach (var alike in group.Subjects.GroupBy(one => sorter.Sort(one.Subject, group.Pair.Before, group.Pair.After)))
        {
            if (Make(group, alike.Key, [.. alike]) is { } change)
            {
                yield return change;
            }
        }
    }

    private SpaceChange? Make(ChangeGroup group, ChangeCategory category, (Atom Subject, SurveyPoint Point)[] subjects)
    {
        Witness? witness = subjects.Select(one => witnesses.Find(one.Subject, one.Point, group.Terms, group.Days)).FirstOrDefault(found => found is not null);
        if (witness is null)
        {
            return null;
        }

        Atom[] atoms = [.. subjects.Select(one => one.Subject)];
        Atom first = atoms[0];
        AuthorityTerms bounds = group.Terms with { Party = -1 };
        AuthorityTerms told = bounds with { Conditions = [.. bounds.Conditions, .. bounds.Unless.Where(value => !bounds.Conditions.Any(told => told.Condition == value.Condition)).Select(value => value with { IsSo = !value.IsSo })] };
        Authority region = wording.Describe(new AuthorityRow(first.Function, first.Matter, group.Days, told));
        HashSet<string> parties = [.. group.Pair.Before.Deciders, .. group.Pair.After.Deciders];
        ImmutableArray<string> touched = [.. parties.Concat(bystanders.Of(group.Pair.Before, group.Pair.After)).Distinct()];
        var change = new SpaceChange
        {
            Category = category,
            Subject = names.Short(atoms),
            Subjects = [.. names.All(atoms)],
            OfFunctions = atoms.All(atom => atom is { Function: >= 0, Matter: >= 0 }) ? [.. names.Functions(atoms)] : [],
            Except = [.. names.Except(atoms, group.Excepted).Distinct()],
            Region = region,
            Parties = touched,
            Before = group.Pair.Before,
            After = group.Pair.After,
            GroupsBefore = group.Pair.GroupsBefore,
            GroupsAfter = group.Pair.GroupsAfter,
            SentencesBefore = sources.Of(group.Pair.Before, group.Pair.After, witness.Then, group.Changed, isAfter: false, parties),
            SentencesAfter = sources.Of(group.Pair.After, group.Pair.Before, witness.Now, group.Changed, isAfter: true, parties),
            AskedBefore = witness.Before,
            AskedAfter = witness.After,
            Bounds = new ChangedRegion(atoms.Concat(group.Implied).Distinct().ToImmutableDictionary(atom => atom, atom => group.Bases[atom]), bounds, group.Days) { Parts = [.. group.Folded] },
        };
        return change with { Words = words.Of(change, first, bounds, subjects[0].Point) };
    }
}
