using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DelegationLang.Policy.Loading;

/// <summary>The things of one sort by what they are called: as answers name them, by identifier, by name and by every alias; with other capitals where that leaves no doubt.</summary>
internal sealed class NameIndex
{
    private const int Several = -2;
    private const int MostListed = 24;
    private const int MostRemembered = 256;

    // Beyond this many a table that is quicker to ask takes longer to make than it saves.
    private const int MostFrozen = 5_000;

    private readonly string what;
    private readonly Func<IEnumerable<string>> shownNames;
    private readonly NamesInTurn inTurn;
    private readonly Dictionary<string, int>? large;
    private readonly FrozenDictionary<string, int>? frozen;
    private readonly ConcurrentDictionary<string, string> unknown = new(StringComparer.Ordinal);
    private Dictionary<string, int>? inAnyCase;

    /// <summary>Makes a table.</summary>
    /// <param name="what">What these things are, in words.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="nameOf">The name that answers give each.</param>
    /// <param name="names">The names of the scheme.</param>
    /// <param name="families">Which of them are of this sort.</param>
    /// <param name="inTurn">The names that stand for one thing after another: such a name leads to one of them, and the day settles which is meant.</param>
    public NameIndex(string what, int count, Func<int, string> nameOf, ImmutableArray<SchemeName> names, string[] families, NamesInTurn? inTurn = null)
    {
        this.what = what;
        this.inTurn = inTurn ?? NamesInTurn.None;
        shownNames = () => Enumerable.Range(0, count).Select(nameOf);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (SchemeName name in names)
        {
            if (Array.IndexOf(families, name.Family) < 0 || name.Index < 0 || name.Index >= count)
            {
                continue;
            }

            Add(found, name.Name, name.Index);
            Add(found, name.ShownAs, name.Index);
            foreach (string alias in name.Aliases)
            {
                Add(found, alias, name.Index);
            }

            if (name.Id.Length > 0)
            {
                found[name.Id] = name.Index;
            }
        }

        // The name that answers give stands for its own thing, whatever else is called so; unless another has the same.
        var shown = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            if (nameOf(i) is { Length: > 0 } name)
            {
                found[name] = shown.Add(name) ? i : Either(found[name], i);
            }
        }

        if (found.Count > MostFrozen)
        {
            large = found;
        }
        else
        {
            frozen = found.ToFrozenDictionary(StringComparer.Ordinal);
        }
    }

    /// <summary>The index of what is called so.</summary>
    /// <exception cref="ArgumentException">Nothing is, or several things are.</exception>
    public int Find(string name) => TryFind(name, out int index) ? index : throw new ArgumentException(WhyNot(name));

    /// <summary>Finds the index of what is called so.</summary>
    public bool TryFind(string name, out int index)
    {
        ArgumentNullException.ThrowIfNull(name);
        index = -1;
        bool isFound = frozen is not null ? frozen.TryGetValue(name, out index) : large is not null && large.TryGetValue(name, out index);
        if (!isFound)
        {
            isFound = LazyInitializer.EnsureInitialized(ref inAnyCase, InAnyCase).TryGetValue(name, out index);
        }

        return isFound && index >= 0;
    }

    // Made when a name is not found as it was written.
    private Dictionary<string, int> InAnyCase()
    {
        var found = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, int index) in frozen ?? (IEnumerable<KeyValuePair<string, int>>)(large ?? []))
        {
            Add(found, name, index);
        }

        return found;
    }

    private void Add(Dictionary<string, int> found, string name, int index)
    {
        if (name.Length > 0 && !found.TryAdd(name, index) && found[name] != index)
        {
            found[name] = Either(found[name], index);
        }
    }

    // Of two things that bear their name in turn it does not matter which; of any others it cannot be told which is meant.
    private int Either(int one, int other) => inTurn.Share(one, other) ? one : Several;

    /// <summary>Why nothing is found by a name, in a sentence. The sentence is remembered: whoever goes through a ledger finds the same names again and again.</summary>
    public string WhyNot(string name)
    {
        if (!unknown.TryGetValue(name, out string? sentence))
        {
            TryFind(name, out int index);
            sentence = Unknown(name, index == Several);
            if (unknown.Count < MostRemembered)
            {
                unknown.TryAdd(name, sentence);
            }
        }

        return sentence;
    }

    private string Unknown(string name, bool isSeveral) => isSeveral
        ? $"The scheme has more than one {what} called “{name}”: use the name that answers give, or the identifier."
        : $"The scheme has no {what} called “{name}”{Known()}.";

    // What there is, as long as that helps: of hundreds of names the right one would not be seen.
    private string Known()
    {
        string[] names = [.. shownNames().Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return names.Length switch
        {
            0 => ", nor any other",
            <= MostListed => ". It has " + Wording.List(names),
            _ => FormattableString.Invariant($". It has {names.Length}, among them {Wording.List(names[..MostListed])}"),
        };
    }
}
