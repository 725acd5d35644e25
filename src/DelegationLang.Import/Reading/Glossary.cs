using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DelegationLang.Import.Documents;
using DelegationLang.Syntax;

namespace DelegationLang.Import.Reading;

/// <summary>What a document says its words mean: abbreviations, short names, names for several posts, and the letters of a table.</summary>
internal sealed class Glossary
{
    private readonly Dictionary<string, string> nameOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> classOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<string>> aliases = new(StringComparer.Ordinal);

    /// <summary>The other names of each party, by the key of the name it goes by.</summary>
    public IReadOnlyDictionary<string, List<string>> Aliases => aliases;

    /// <summary>What a letter or a sign in a table stands for; empty where the document does not say.</summary>
    public string MeaningOf(string code) => codes.GetValueOrDefault(code.Trim(), "");

    /// <summary>Whether the document explains any letter or sign.</summary>
    public bool HasCodes => codes.Count > 0;

    /// <summary>The name that a party goes by.</summary>
    public string Canonical(string name) => nameOf.GetValueOrDefault(NameKey.Of(name), name);

    /// <summary>Whether the document says who a name stands for.</summary>
    public bool Explains(string name) => nameOf.ContainsKey(NameKey.Of(name)) || classOf.ContainsKey(NameKey.Of(name));

    /// <summary>The posts that a name stands for together; none where it is a name of its own.</summary>
    public ImmutableArray<string> MembersOf(string name) => classOf.GetValueOrDefault(NameKey.Of(name), []);

    /// <summary>Reads the definitions of a paragraph.</summary>
    public void Read(string text, HolderReader parties)
    {
        foreach (Match match in Plain.Matches(text))
        {
            Define(match.Groups["short"].Value, match.Groups["long"].Value, parties);
        }

        foreach (Match match in Means.Matches(text))
        {
            Define(match.Groups["short"].Value.Trim(), match.Groups["long"].Value, parties);
        }

        // "Director of Resources (Section 73 Officer)"
        if (Also.Match(text) is { Success: true } also && parties.IsOne(also.Groups["name"].Value) && parties.IsOne(also.Groups["other"].Value))
        {
            Alias(HolderReader.Name(also.Groups["other"].Value), HolderReader.Name(also.Groups["name"].Value));
        }

        foreach (Match match in Code.Matches(text))
        {
            codes.TryAdd(match.Groups["code"].Value.Trim(), match.Groups["meaning"].Value.Trim(' ', '.', ';', ','));
        }

        // "E = Executive", where the letters of a table are those who decide and not what they do.
        foreach ((string code, string meaning) in codes.Where(entry => entry.Key.Any(char.IsAsciiLetterUpper) && parties.IsOne(entry.Value) && !Titles.IsAct(entry.Value)).ToArray())
        {
            Alias(code, HolderReader.Name(meaning));
        }

        if (Tick.Match(text) is { Success: true } tick)
        {
            codes.TryAdd("✓", tick.Groups[1].Value.Trim());
        }

        ReadInline(text);
    }

    /// <summary>Reads <c>Chief Finance Officer (CFO)</c>.</summary>
    public void ReadInline(string text)
    {
        foreach (Match match in Inline.Matches(text))
        {
            string full = match.Groups["long"].Value;
            string letters = match.Groups["short"].Value;
            string[] words = full.Split(' ');
            string name = "";
            for (int from = words.Length - 1; from >= 0 && name.Length == 0; from--)
            {
                string[] tail = words[from..];
                string initials = string.Concat(tail.Where(word => char.IsUpper(word[0])).Select(word => word[0]));
                name = initials == letters.ToUpperInvariant() && tail.Length > 1 ? string.Join(' ', tail) : "";
            }

            if (name.Length > 0)
            {
                Alias(letters, HolderReader.Name(name));
            }
        }
    }

    /// <summary>Reads a table of terms and meanings.</summary>
    public void ReadTable(SourceTable table, HolderReader parties)
    {
        foreach (ImmutableArray<Cell> row in table.Rows.Where(row => row.Length >= 2 && !row[0].IsEmpty && !row[1].IsEmpty && !ReferenceEquals(row[0], row[1])))
        {
            string term = row[0].Line;
            if (term.Length <= 3)
            {
                codes.TryAdd(term, row[1].Line);
            }

            if (Titles.IsAcronym(term) || Titles.IsParty(term))
            {
                Define(term, row[1].Line, parties);
            }
        }
    }

    /// <summary>Reads a table of levels and of the posts that have them, if it is one: <c>Level 2 | Heads of Department | £10,000</c>.</summary>
    /// <returns>Whether it is.</returns>
    public bool ReadLevels(TableShape shape, HolderReader parties)
    {
        if (shape.Width is < 2 or > 4 || !shape.HasHead || !LevelHead.IsMatch(shape.Heads[0].Last) || shape.Rows.IsEmpty
            || !shape.Rows.All(row => Level.IsMatch(row.Cells[0].Line)) || !shape.Rows.All(row => parties.All(row.Cells[1].Line).Length > 0 || Titles.CanBeName(row.Cells[1].Line)) || !shape.Rows.Any(row => parties.All(row.Cells[1].Line).Length > 0))
        {
            return false;
        }

        string word = shape.Heads[0].Last.Split(' ')[^1].TrimEnd('s');
        foreach (BodyRow row in shape.Rows)
        {
            string level = row.Cells[0].Line;
            string[] posts = parties.All(row.Cells[1].Line);
            foreach (string name in level.Contains(' ', StringComparison.Ordinal) ? [level] : (string[])[level, $"{word} {level}"])
            {
                if (posts.Length > 1)
                {
                    classOf.TryAdd(NameKey.Of(name), [.. posts]);
                }
                else
                {
                    Alias(name, posts is [var post] ? post : row.Cells[1].Line);
                }
            }
        }

        return true;
    }

    /// <summary>Says that two names are one.</summary>
    public void Alias(string other, string name)
    {
        string key = NameKey.Of(other);
        if (key == NameKey.Of(name) || nameOf.ContainsKey(key) || nameOf.ContainsKey(NameKey.Of(name)))
        {
            return;
        }

        nameOf[key] = name;
        if (!aliases.TryGetValue(NameKey.Of(name), out List<string>? others))
        {
            aliases[NameKey.Of(name)] = others = [];
        }

        others.Add(other);
    }

    private void Define(string term, string meaning, HolderReader parties)
    {
        term = HolderReader.Name(term);
        string[] members = parties.All(meaning);
        if (members.Length > 1)
        {
            classOf.TryAdd(NameKey.Of(term), [.. members]);
            classOf.TryAdd(NameKey.Of(Titles.SingularOf(term)), [.. members]);
            return;
        }

        string name = HolderReader.Name(OfOwner.Replace(meaning, ""));
        if (name.Length == 0 || name.Length > 80 || (!Titles.IsParty(name) && !Titles.CanBeName(name)))
        {
            return;
        }

        // An abbreviation gives way to the words; a plain short name is what the document goes on to use.
        name = char.IsLower(name[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : name;
        if (Titles.IsAcronym(term))
        {
            Alias(term, name);
        }
        else if (Titles.IsParty(term))
        {
            Alias(name, term);
        }
    }

    private static readonly Regex Means = new(@"[“""‘'](?:the\s+)?(?<short>[^”""’']{2,40})[”""’']\s+(?:means|is|are|refers\s+to|stands\s+for|shall\s+mean)\s+(?<long>.+?)(?=\.|;|$|\s+and\s+[“""‘'])|(?<=^|[.;,(:]\s*)(?<short>[A-Z]{2,6}|[A-Z]{1,3}\d{2,3}|[A-Z]{1,2}[a-z][A-Z]{1,3})\s*(?:means|stands\s+for|refers\s+to|=|:|–)\s*(?<long>(?:the\s+)?[A-Za-z][^.;,=)]{3,60})", RegexOptions.CultureInvariant);

    private static readonly Regex Plain = new(@"(?<=^|[.;]\s*)(?:The\s+)?(?<short>[A-Z][A-Za-z]{2,5})\s+(?:means|stands\s+for|refers\s+to)\s+(?<long>(?:the\s+)?[A-Za-z][^.;,=)]{3,60})", RegexOptions.CultureInvariant);

    private static readonly Regex Code = new(@"(?<=^|[\s;,.(:])(?<code>[A-Z✓✔✗•●■XxYN]{1,2}(?:/[A-Z])?|\d)\s*(?:=|–|—|-|:|\smeans\s|\sdenotes\s|\sindicates\s)\s*(?<meaning>[A-Za-z][^;=,.]{2,60}?)(?=$|[;,.)]|\s+[A-Z]\s*[=–:-])", RegexOptions.CultureInvariant);

    private static readonly Regex Tick = new(@"(?:\bticks?\b|\bcross(?:es)?\b|✓|✔)[^.]{0,30}?\b(?:shows?|means?|marks?|indicates?|denotes?)\s+([^.]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Inline = new(@"(?<long>[A-Z][A-Za-z’'-]*(?:\s(?:of|and|the|for|&|[A-Z][A-Za-z’'-]*)){1,7})\s\([“""‘']?(?:the\s)?[“""]?(?<short>[A-Z][A-Za-z]{1,5})[”""’']?\)", RegexOptions.CultureInvariant);

    private static readonly Regex Also = new(@"^(?<name>[A-Z][^()]{3,60}?)\s*\((?<other>[A-Z][^()]{3,60})\)$", RegexOptions.CultureInvariant);

    private static readonly Regex LevelHead = new(@"^(?:(?:authority|authorisation|approval|signatory|delegation)\s+)?(?:level|grade|tier|band)s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Level = new(@"^(?:(?:level|grade|tier|band)\s*)?(?:\d{1,2}|[A-Z]|[IVX]{1,4})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex OfOwner = new(@"\s+of\s+the\s+(?:Trust|Council|ICB|Board|University|School|College|Academy|Company|Charity)$", RegexOptions.CultureInvariant);
}
