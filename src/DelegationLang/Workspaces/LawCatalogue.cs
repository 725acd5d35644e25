using System.Collections.Concurrent;
using DelegationLang.Law;
using DelegationLang.Parsing;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>
/// The catalogue of a library: several hundred entries, of which a compilation reads those alone that its texts name, and what these name in turn. So a
/// scheme that names none pays for a look at the first line of each and nothing else.
/// </summary>
public sealed class LawCatalogue
{
    private static readonly ConcurrentDictionary<string, LawCatalogue> Known = new(StringComparer.OrdinalIgnoreCase);

    private readonly IReadOnlyList<SourceText> parts;
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly Lazy<SchemeModel> whole;

    private LawCatalogue(string library)
    {
        parts = LawLibrary.CatalogueOf(library);
        for (int part = 0; part < parts.Count; part++)
        {
            Index(part);
        }

        whole = new(() => BindWhole(library));
    }

    /// <summary>The catalogue of a library; one without entries where it has none.</summary>
    /// <param name="library">The name of the library.</param>
    public static LawCatalogue Of(string library) => Known.GetOrAdd(library, name => new LawCatalogue(name));

    /// <summary>How many entries there are.</summary>
    public int Count => entries.Count;

    /// <summary>The library with every entry of its catalogue, every name resolved: for lists of what the law says, not for judging a scheme.</summary>
    public SchemeModel Whole => whole.Value;

    /// <summary>The heading under which an entry stands: its family. Empty for what stands in no catalogue.</summary>
    public static string FamilyOf(SchemeModel model, Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(symbol);
        foreach (SyntaxTree tree in model.Trees)
        {
            if (ReferenceEquals(tree.Source, symbol.Location.Source))
            {
                SectionSyntax? section = null;
                foreach (SentenceSyntax sentence in tree.Sentences)
                {
                    if (sentence.Span.Start > symbol.Location.Span.Start)
                    {
                        break;
                    }

                    section = sentence as SectionSyntax ?? section;
                }

                return section?.Title.Text ?? "";
            }
        }

        return "";
    }

    /// <summary>The entries that texts name, with those that these name, each file with all else left blank so that every entry stands where it stands.</summary>
    /// <param name="trees">The texts.</param>
    /// <param name="names">The names with which they were read.</param>
    internal IReadOnlyList<SyntaxTree> NamedIn(IEnumerable<SyntaxTree> trees, NameTable names)
    {
        if (entries.Count == 0)
        {
            return [];
        }

        var wanted = new HashSet<Entry>();
        var looked = new HashSet<string>(StringComparer.Ordinal);
        var noted = new HashSet<string>(StringComparer.Ordinal);
        List<SyntaxTree> found = [];
        List<SyntaxTree> next = [.. trees];
        while (next.Count > 0)
        {
            int before = wanted.Count;
            foreach (SyntaxTree tree in next)
            {
                Collect(tree, names.Declared, looked, noted, wanted);
            }

            if (wanted.Count == before)
            {
                break;
            }

            found = [.. Enumerable.Range(0, parts.Count).Where(part => wanted.Any(entry => entry.Part == part)).Select(part => Parser.Parse(Only(part, wanted), names))];
            next = found;
        }

        return found;
    }

    // A scheme says the same few names again and again, and all of it is read anew at each key of whoever writes it: each is looked up once.
    private void Collect(SyntaxTree tree, DeclaredNames declared, HashSet<string> looked, HashSet<string> noted, HashSet<Entry> wanted)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> known = looked.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (SyntaxToken token in tree.Tokens)
        {
            if (token.Kind == TokenKind.Name && tree.Source.Content.AsSpan(token.Span.Start, token.Span.Length).Trim('"') is var name && known.Add(name))
            {
                Note(NameKey.Of(name.ToString()), declared, noted, wanted);
            }
        }
    }

    // What the project declares itself stands in the place of an entry of that name. "A and B" may be two names, and "A of B" one with its owner.
    private void Note(string key, DeclaredNames declared, HashSet<string> noted, HashSet<Entry> wanted)
    {
        // Each part once: a run of very many of these words has more ways into parts than anybody could wait for.
        if (!noted.Add(key) || declared.Find(key) != NameSort.None)
        {
            return;
        }

        if (entries.TryGetValue(key, out Entry? entry))
        {
            wanted.Add(entry);
            return;
        }

        int at = key.IndexOf(" and ", StringComparison.Ordinal);
        if (at > 0)
        {
            Note(key[..at], declared, noted, wanted);
            Note(key[(at + 5)..], declared, noted, wanted);
        }

        at = key.LastIndexOf(" of ", StringComparison.Ordinal);
        if (at > 0)
        {
            Note(key[..at], declared, noted, wanted);
        }
    }

    private SourceText Only(int part, HashSet<Entry> wanted)
    {
        string text = parts[part].Content;
        return new SourceText(parts[part].FileName, string.Create(text.Length, (text, part, wanted), static (blank, state) =>
        {
            blank.Fill(' ');
            ReadOnlySpan<char> content = state.text;
            for (int at = content.IndexOf('\n'); at >= 0;)
            {
                blank[at] = '\n';
                int next = content[(at + 1)..].IndexOf('\n');
                at = next < 0 ? -1 : at + 1 + next;
            }

            foreach (Entry entry in state.wanted)
            {
                if (entry.Part == state.part)
                {
                    content[entry.Start..entry.End].CopyTo(blank[entry.Start..]);
                }
            }
        }));
    }

    // A sentence of a catalogue starts at the margin and goes on in lines that are set in.
    private void Index(int part)
    {
        string text = parts[part].Content;
        Entry? last = null;
        string lastKey = "";
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start && text[start] is not (' ' or '\r'))
            {
                int name = text.AsSpan(start, end - start).IndexOf(" is a", StringComparison.Ordinal);
                string key = name > 0 && text[start] != '/' ? NameKey.Of(text.Substring(start, name)) : "";
                if (last is not null && key == lastKey)
                {
                    // A sum that changes is declared again for other days.
                    start = end + 1;
                    continue;
                }

                if (last is not null)
                {
                    last.End = start;
                    last = null;
                }

                lastKey = key;
                if (key.Length > 0)
                {
                    last = new Entry(part, start) { End = text.Length };
                    entries.TryAdd(key, last);
                }
            }

            start = end + 1;
        }
    }

    private SchemeModel BindWhole(string library)
    {
        SourceText[] texts = [.. LawLibrary.TryGet(library) is SourceText own ? [own] : Array.Empty<SourceText>(), .. parts];
        var names = NameTable.Collect(texts);
        return Binder.Bind([], [.. texts.Select(text => Parser.Parse(text, names))], names);
    }

    private sealed class Entry(int part, int start)
    {
        public int Part => part;

        public int Start => start;

        public int End { get; set; }
    }
}
