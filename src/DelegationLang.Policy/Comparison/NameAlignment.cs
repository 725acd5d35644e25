using System.Collections.Immutable;

namespace DelegationLang.Policy.Comparison;

/// <summary>
/// The names of two versions of a scheme on one numbering: those of the later version have their own numbers, and behind them come those that only the
/// earlier one has. What was renamed is one and the same.
/// </summary>
internal sealed class NameAlignment
{
    private readonly SpaceDefinition before;
    private readonly SpaceDefinition after;
    private readonly Dictionary<NameFamily, int[]> numbers = [];
    private readonly Dictionary<NameFamily, int[]> indexes = [];
    private readonly List<RenamedName> renamed = [];
    private readonly NameExchange[] otherwise = [];

    /// <summary>Matches the names of two versions.</summary>
    public NameAlignment(SpaceDefinition before, SpaceDefinition after)
    {
        this.before = before;
        this.after = after;
        foreach (NameFamily family in NamesOf.Families)
        {
            MatchByName(family);
        }

        new RenameFinder(before, after, this).Find();
        foreach (NameFamily family in NamesOf.Families)
        {
            otherwise = [.. otherwise, .. Otherwise(family)];
            NumberOthers(family);
        }

        otherwise = NamesOf.WithLonger(otherwise, before);
    }

    /// <summary>What has another name now.</summary>
    public ImmutableArray<RenamedName> Renamed => [.. renamed];

    /// <summary>How many there are of a family in either version.</summary>
    public int Count(NameFamily family) => indexes[family].Length;

    /// <summary>The number of an entry of the earlier version; -1 while it is not matched, and for -1.</summary>
    public int NumberOf(NameFamily family, int index) => index < 0 ? -1 : numbers[family][index];

    /// <summary>The index in the earlier version of what has a number; -1 where it is not there.</summary>
    public int BeforeIndexOf(NameFamily family, int number) => number < 0 ? -1 : indexes[family][number];

    /// <summary>The index in the later version of what has a number; -1 where it is not there.</summary>
    public int AfterIndexOf(NameFamily family, int number) => number < AfterCount(family) ? number : -1;

    /// <summary>How many there are of a family in the later version.</summary>
    public int AfterCount(NameFamily family) => NamesOf.Count(after, family);

    /// <summary>A decision as the earlier version numbers things; none where that lacks something that it is about.</summary>
    public Decision? InBefore(Decision decision) => Renumbered(decision, BeforeIndexOf);

    /// <summary>A decision as the later version numbers things; none where that lacks something that it is about.</summary>
    public Decision? InAfter(Decision decision) => Renumbered(decision, AfterIndexOf);

    /// <summary>A decision of the earlier version on the numbering of both.</summary>
    public Decision? FromBefore(Decision decision) => Renumbered(decision, NumberOf);

    /// <summary>Whether nothing goes by another name in the later version.</summary>
    public bool IsSame => otherwise.Length == 0;

    /// <summary>A text of the earlier version with the names of the later one.</summary>
    public string Modernise(string text) => IsSame ? text : NamesOf.Replace(text, otherwise);

    /// <summary>Notes that an entry of the later version is one of the earlier by another name.</summary>
    internal void Rename(NameFamily family, int beforeIndex, int afterIndex)
    {
        numbers[family][beforeIndex] = afterIndex;
        renamed.Add(new RenamedName(family, NamesOf.All(before, family)[beforeIndex], NamesOf.All(after, family)[afterIndex]));
    }

    private static Decision? Renumbered(Decision decision, Func<NameFamily, int, int> indexOf)
    {
        int function = decision.Function < 0 ? -1 : indexOf(NameFamily.Subject, decision.Function);
        int matter = decision.Matter < 0 ? -1 : indexOf(NameFamily.Subject, decision.Matter);
        int place = decision.Place < 0 ? -1 : indexOf(NameFamily.Place, decision.Place);
        bool isMissing = (decision.Function >= 0 && function < 0) || (decision.Matter >= 0 && matter < 0) || (decision.Place >= 0 && place < 0)
            || decision.Conditions.Keys.Any(condition => indexOf(NameFamily.Condition, condition) < 0) || decision.Measures.Keys.Any(measure => indexOf(NameFamily.Measure, measure) < 0);
        return isMissing ? null : decision with
        {
            Function = function,
            Matter = matter,
            Place = place,
            Conditions = decision.Conditions.ToDictionary(fact => indexOf(NameFamily.Condition, fact.Key), fact => fact.Value),
            Measures = decision.Measures.ToDictionary(fact => indexOf(NameFamily.Measure, fact.Key), fact => fact.Value),
        };
    }

    private void MatchByName(NameFamily family)
    {
        int[] own = numbers[family] = new int[NamesOf.Count(before, family)];
        Array.Fill(own, -1);
        var taken = new HashSet<int>();
        Match(family, Keys(before, family), Keys(after, family), taken);

        // What only a joined scheme declared until now this one may declare too, or the other way round.
        Match(family, NamesOf.All(before, family), NamesOf.All(after, family), taken);
    }

    private void Match(NameFamily family, string[] earlier, string[] later, HashSet<int> taken)
    {
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < later.Length; i++)
        {
            byName.TryAdd(later[i], i);
        }

        int[] own = numbers[family];
        for (int i = 0; i < earlier.Length; i++)
        {
            own[i] = own[i] < 0 && byName.TryGetValue(earlier[i], out int number) && taken.Add(number) ? number : own[i];
        }
    }

    // A matter and a function of one name are two things; so is what bears one name after another, the first of which goes by the name alone.
    private static string[] Keys(SpaceDefinition definition, NameFamily family) => family switch
    {
        NameFamily.Subject => InTurn([.. definition.Subjects.Select(subject => ((subject.Kind == SubjectKind.Matter ? "m " : "f ") + NameIn(subject.Scheme, subject.Name), subject.Lifetime))]),
        NameFamily.Party => InTurn([.. definition.Parties.Select(party => (NameIn(party.Scheme, party.Name), party.Lifetime))]),
        _ => InTurn([.. NamesOf.All(definition, family).Select(name => (name, DateRange.Always))]),
    };

    // What a joined scheme has is its own, whether or not this one has something of the same name.
    private static string NameIn(string scheme, string name) => scheme.Length == 0 ? name
        : (name.EndsWith(" of " + scheme, StringComparison.Ordinal) ? name[..^(scheme.Length + 4)] : name) + "\n" + scheme;

    private static string[] InTurn((string Name, DateRange Life)[] named)
    {
        string[] keys = [.. named.Select(one => one.Name)];
        foreach (IGrouping<string, int> sameName in Enumerable.Range(0, named.Length).GroupBy(i => named[i].Name, StringComparer.Ordinal))
        {
            int turn = 0;
            foreach (int i in sameName.Count() > 1 ? sameName.OrderBy(i => named[i].Life.First) : Enumerable.Empty<int>())
            {
                keys[i] += turn++ == 0 ? "" : FormattableString.Invariant($"\n{turn}");
            }
        }

        return keys;
    }

    // What was renamed; and what a joined scheme calls by a name that this one has in one version alone, so that it is told with its body there.
    private List<NameExchange> Otherwise(NameFamily family)
    {
        string[] earlier = NamesOf.All(before, family);
        string[] later = NamesOf.All(after, family);
        var found = new List<NameExchange>();
        for (int i = 0; i < earlier.Length; i++)
        {
            if (numbers[family][i] is >= 0 and int number && earlier[i] != later[number])
            {
                found.Add(new NameExchange(earlier[i], later[number]));
            }
        }

        return found;
    }

    private void NumberOthers(NameFamily family)
    {
        int[] own = numbers[family];
        int next = AfterCount(family);
        for (int i = 0; i < own.Length; i++)
        {
            own[i] = own[i] >= 0 ? own[i] : next++;
        }

        int[] back = new int[next];
        Array.Fill(back, -1);
        for (int i = 0; i < own.Length; i++)
        {
            back[own[i]] = i;
        }

        indexes[family] = back;
    }
}
