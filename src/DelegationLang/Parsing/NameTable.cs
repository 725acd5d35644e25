using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>
/// The declared names that change how a text is cut into tokens: those with joining words or other reserved words (they may be written without
/// quotation marks everywhere), bases (<c>per X</c>), and amounts and measures (after <c>above</c>, <c>worth</c> and their
/// like). Collected from every file of a project, libraries included, before any is parsed. Immutable once made, and thread-safe.
/// </summary>
public sealed class NameTable
{
    private readonly HashSet<string> measures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);
    private readonly Dictionary<SourceText, NamePlaces> places = new(ReferenceEqualityComparer.Instance);

    private NameTable(KindNames kinds) => Kinds = kinds;

    /// <summary>A table without any name.</summary>
    public static NameTable Empty { get; } = new(new KindNames());

    /// <summary>Declared names that plain scanning would cut.</summary>
    internal WordTrie Cut { get; } = new();

    /// <summary>Declared bases.</summary>
    internal WordTrie Bases { get; } = new();

    /// <summary>Declared amounts and measures.</summary>
    internal WordTrie Amounts { get; } = new();

    /// <summary>Every declared name and what it is.</summary>
    internal DeclaredNames Declared { get; } = new();

    /// <summary>The kinds that the project knows.</summary>
    internal KindNames Kinds { get; }

    /// <summary>Reads the names of all these files quickly, without parsing them.</summary>
    public static NameTable Collect(IEnumerable<SourceText> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var table = new NameTable(new KindNames());
        table.Draw(sources);
        return table;
    }

    /// <summary>The table of names that are known without their texts: what <see cref="Collect"/> would give for the sentences that declare them.</summary>
    /// <param name="names">Every declared name and alias with what it is.</param>
    internal static NameTable Of(IEnumerable<KeyValuePair<string, NameSort>> names)
    {
        var table = new NameTable(new KindNames());
        foreach ((string name, NameSort sort) in names)
        {
            table.Add(name, sort);
        }

        return table;
    }

    /// <summary>Whose a party is, in the words of the sentence that declares it; empty where that is not known.</summary>
    internal string OwnerOf(string party) => owners.GetValueOrDefault(NameKey.Of(party), "");

    internal void AddOwner(string party, string owner) => owners.TryAdd(NameKey.Of(party), owner);

    /// <summary>Whether a name is a declared measure; <c>of OWNER</c> may follow it.</summary>
    internal bool IsMeasure(string name) => DeclaredNames.Forms(NameKey.Of(name)).Any(measures.Contains);

    /// <summary>Whether a name is declared at all, by itself or with <c>of OWNER</c> after it. Used only to word messages.</summary>
    internal bool IsDeclared(string name) => Declared.Find(NameKey.Of(name)) != NameSort.None;

    /// <summary>Where names are declared in a text. Of one that the names were not collected from, such as the same text laid out anew, it is found out with the names known here.</summary>
    internal NamePlaces PlacesIn(SourceText source)
    {
        if (places.TryGetValue(source, out NamePlaces? known))
        {
            return known;
        }

        if (ReferenceEquals(this, Empty))
        {
            return NamePlaces.None;
        }

        var other = new NameTable(Kinds.Copy());
        other.Declared.AddAll(Declared);
        other.Draw([source]);
        return other.places[source];
    }

    /// <summary>Adds a declared name.</summary>
    internal void Add(string name, NameSort sort)
    {
        string key = NameKey.Of(name);
        Declared.Add(key, sort);
        if (NeedsTable(name))
        {
            Cut.Add(key);
        }

        if ((sort & NameSort.Measure) != 0)
        {
            measures.Add(key);
        }

        if ((sort & (NameSort.Measure | NameSort.Amount)) != 0)
        {
            Amounts.Add(key);
        }

        if ((sort & NameSort.Basis) != 0)
        {
            Bases.Add(key);
        }
    }

    private void Draw(IEnumerable<SourceText> sources)
    {
        var draft = new NameDraft(this);
        foreach (SourceText source in sources)
        {
            places[source] = NamePlaces.None;
            new NameCollector(source, draft).Collect();
        }

        draft.Settle();
        foreach ((SourceText source, List<NamePlace> found) in draft.Places)
        {
            places[source] = NamePlaces.Of(found);
        }
    }

    /// <summary>Whether the name, written plainly, would not come out of the scanner as one name anyway, and may be written plainly at all.</summary>
    private static bool NeedsTable(string name)
    {
        bool hasOnlyReserved = true;
        foreach (string word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            hasOnlyReserved &= PhraseTable.IsAlwaysReserved(word);
        }

        bool isBarred = hasOnlyReserved || name.AsSpan().IndexOfAny(",:?\"") >= 0 || name.Contains(". ", StringComparison.Ordinal) || name.EndsWith('.');
        return !isBarred && !Scanner.IsPlainName(name);
    }
}
