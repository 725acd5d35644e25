using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Policy.Loading;
using DelegationLang.Service.Serving;

namespace DelegationLang.Service.Understanding;

/// <summary>What a name in a question stands for.</summary>
internal enum NameKind
{
    /// <summary>A party.</summary>
    Party,

    /// <summary>A function, matter or budget.</summary>
    Subject,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A condition.</summary>
    Condition,

    /// <summary>A measure.</summary>
    Measure,

    /// <summary>What an amount counts.</summary>
    Basis,
}

/// <summary>Something that a scheme has a name for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Its index in the decision space; for a basis none.</param>
/// <param name="Name">The name that answers give it.</param>
internal sealed record VocabularyEntry(NameKind Kind, int Index, string Name);

/// <summary>The names of a scheme, for reading questions in free English: its own names and aliases, in any capitals, in singular or plural, with or without articles.</summary>
internal sealed class SchemeVocabulary
{
    private const int MostSuggested = 5;

    private static readonly Lazy<string[][]> Synonyms = new(ReadSynonyms);

    private readonly Dictionary<string, HashSet<VocabularyEntry>> byKey = new(StringComparer.Ordinal);

    /// <summary>The names of a scheme.</summary>
    public SchemeVocabulary(ServedScheme scheme)
    {
        SpaceDefinition definition = scheme.Loaded.Space.Definition;
        foreach (SchemeName name in scheme.Loaded.Names)
        {
            if (Thing(name, definition) is { } thing)
            {
                foreach (var called in (string[])[name.Name, name.ShownAs, .. name.Aliases])
                {
                    Add(called, thing);
                }
            }
        }

        foreach (var basis in (string[])["contract", "year", "decision"])
        {
            Add(basis, new VocabularyEntry(NameKind.Basis, -1, basis));
        }
    }

    /// <summary>How many words the longest name has.</summary>
    public int LongestName { get; private set; }

    /// <summary>What is called so, of a kind.</summary>
    /// <param name="key">The key of the name (see <see cref="QuestionToken.KeyOfName"/>).</param>
    /// <param name="kind">The kind.</param>
    public IEnumerable<VocabularyEntry> Find(string key, NameKind kind) => byKey.TryGetValue(key, out HashSet<VocabularyEntry>? things) ? things.Where(thing => thing.Kind == kind) : [];

    /// <summary>Names that somebody may have meant by words that are none: those that schemes use for what people call so, and those that have a word of it.</summary>
    public IReadOnlyList<string> Suggest(IReadOnlyList<QuestionToken> words)
    {
        var told = words.Where(word => word.Kind == QuestionTokenKind.Word && word.Key.Length > 3).Select(word => word.Key).ToHashSet(StringComparer.Ordinal);
        var all = QuestionToken.KeyOfName(string.Join(' ', words.Select(word => word.Text)));
        IEnumerable<VocabularyEntry> bySense = Synonyms.Value
            .Where(group => group.Skip(1).Any(phrase => phrase == all || told.Contains(phrase)))
            .SelectMany(group => byKey.GetValueOrDefault(group[0]) ?? []);
        IEnumerable<VocabularyEntry> byWord = byKey.Where(name => name.Key.Split(' ').Any(told.Contains)).SelectMany(name => name.Value);
        return [.. bySense.Concat(byWord).Where(thing => thing.Kind != NameKind.Basis).Select(thing => thing.Name).Distinct(StringComparer.Ordinal).Take(MostSuggested)];
    }

    private static VocabularyEntry? Thing(SchemeName name, SpaceDefinition definition) => name.Family switch
    {
        "basis" => new VocabularyEntry(NameKind.Basis, -1, name.Name),
        _ when name.Index < 0 => null,
        "organisation" or "group" or "role" => new VocabularyEntry(NameKind.Party, name.Index, definition.Parties[name.Index].Name),
        "function" or "matter" or "budget" => new VocabularyEntry(NameKind.Subject, name.Index, definition.Subjects[name.Index].Name),
        "place" => new VocabularyEntry(NameKind.Place, name.Index, definition.Places[name.Index].Name),
        "condition" => new VocabularyEntry(NameKind.Condition, name.Index, definition.Conditions[name.Index].Name),
        "measure" => new VocabularyEntry(NameKind.Measure, name.Index, definition.Measures[name.Index].Name),
        _ => null,
    };

    private static string[][] ReadSynonyms()
    {
        using Stream stream = typeof(SchemeVocabulary).Assembly.GetManifestResourceStream("synonyms.txt") ?? throw new InvalidOperationException("synonyms.txt is no part of the tool.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(',').Select(QuestionToken.KeyOfName).ToArray())];
    }

    private void Add(string called, VocabularyEntry thing)
    {
        if (called.Length == 0 || QuestionToken.KeyOfName(called) is not { Length: > 0 } key)
        {
            return;
        }

        if (!byKey.TryGetValue(key, out HashSet<VocabularyEntry>? things))
        {
            byKey.Add(key, things = []);
        }

        things.Add(thing);
        LongestName = Math.Max(LongestName, QuestionToken.Of(called).Count);
    }
}
