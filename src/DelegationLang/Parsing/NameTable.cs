using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>
/// The declared names that change how a text is cut into tokens: those quoted where they are declared (they may be written without quotation
/// marks everywhere else, reserved words and all), bases (<c>per X</c>), and amounts and measures (after <c>above</c>, <c>worth</c> and their
/// like). Collected from every file of a project, libraries included, before any is parsed. Immutable once made, and thread-safe.
/// </summary>
public sealed class NameTable
{
    private readonly HashSet<string> declared = new(StringComparer.Ordinal);
    private readonly HashSet<string> measures = new(StringComparer.Ordinal);

    private NameTable()
    {
    }

    /// <summary>A table without any name.</summary>
    public static NameTable Empty { get; } = new();

    /// <summary>Names that were quoted where they are declared and that plain scanning would cut.</summary>
    internal WordTrie Quoted { get; } = new();

    /// <summary>Declared bases.</summary>
    internal WordTrie Bases { get; } = new();

    /// <summary>Declared amounts and measures.</summary>
    internal WordTrie Amounts { get; } = new();

    /// <summary>Reads the names of all these files quickly, without parsing them.</summary>
    public static NameTable Collect(IEnumerable<SourceText> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var table = new NameTable();
        foreach (SourceText source in sources)
        {
            new NameCollector(source, table).Collect();
        }

        return table;
    }

    /// <summary>The table of names that are known without their texts: what <see cref="Collect"/> would give for the sentences that declare them.</summary>
    /// <param name="names">Every declared name and alias. One that plain scanning would cut must have been quoted, or it would not have been declared.</param>
    /// <param name="measures">The names of measures.</param>
    /// <param name="amounts">The names of named sums.</param>
    /// <param name="bases">The names of bases.</param>
    public static NameTable Of(IEnumerable<string> names, IEnumerable<string> measures, IEnumerable<string> amounts, IEnumerable<string> bases)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(amounts);
        ArgumentNullException.ThrowIfNull(bases);
        var table = new NameTable();
        foreach (string name in names)
        {
            table.AddDeclared(name, isQuoted: true);
        }

        foreach (string name in measures)
        {
            table.AddMeasure(name);
        }

        foreach (string name in amounts)
        {
            table.AddAmount(name);
        }

        foreach (string name in bases)
        {
            table.AddBasis(name);
        }

        return table;
    }

    /// <summary>Whether a name is a declared measure; <c>of OWNER</c> may follow it.</summary>
    internal bool IsMeasure(string name) => Holds(measures, name);

    /// <summary>Whether a name is declared at all, by itself or with <c>of OWNER</c> after it. Used only to word messages.</summary>
    internal bool IsDeclared(string name) => Holds(declared, name);

    internal void AddDeclared(string name, bool isQuoted)
    {
        string key = NameKey.Of(name);
        declared.Add(key);
        if (isQuoted && NeedsTable(name))
        {
            Quoted.Add(key);
        }
    }

    internal void AddMeasure(string name)
    {
        string key = NameKey.Of(name);
        measures.Add(key);
        Amounts.Add(key);
    }

    internal void AddAmount(string name) => Amounts.Add(NameKey.Of(name));

    internal void AddBasis(string name) => Bases.Add(NameKey.Of(name));

    private static bool Holds(HashSet<string> keys, string name)
    {
        string key = NameKey.Of(name);
        while (!keys.Contains(key))
        {
            int of = key.LastIndexOf(" of ", StringComparison.Ordinal);
            if (of < 0)
            {
                return false;
            }

            key = key[..of];
        }

        return true;
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
