using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>The kinds of a project by name, and what sort of thing each is: enough to tell what a sentence declares before anything is bound.</summary>
internal sealed class KindNames
{
    private const string KindOf = "kind of ";

    /// <summary>The roots of the sorts of thing that the language tells apart.</summary>
    public static readonly (string Name, NameSort Sort)[] Roots =
    [
        ("organisation", NameSort.Organisation), ("group", NameSort.Group), ("role", NameSort.Role), ("function", NameSort.Function), ("matter", NameSort.Matter),
        ("budget", NameSort.Budget), ("place", NameSort.Place), ("power", NameSort.Power), ("agreement", NameSort.Agreement), ("condition", NameSort.Condition),
        ("measure", NameSort.Measure), ("basis", NameSort.Basis), ("amount", NameSort.Amount), ("class", NameSort.Class),
    ];

    private readonly Dictionary<string, NameSort> sorts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameSort>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly List<KeyValuePair<string, string>> parents = new();
    private readonly Dictionary<string, string> plurals = new(StringComparer.Ordinal);

    public KindNames()
    {
        bySpan = sorts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach ((string name, NameSort sort) in Roots)
        {
            AddBuiltIn(name, sort);
        }

        foreach (LanguageKind kind in LanguageKinds.All)
        {
            AddBuiltIn(kind.Name, sorts[NameKey.Of(kind.Parent)]);
        }
    }

    /// <summary>The plurals of all kinds, which open lists.</summary>
    public WordTrie Plurals { get; } = new();

    /// <summary>Where <c>that</c> stands between a parent and the traits after it; -1 for none.</summary>
    public static int TraitsIn(string parent) => parent.IndexOf(LanguageKinds.That, StringComparison.Ordinal);

    /// <summary>The parent in <c>a kind of PARENT</c>, with the traits after it; none where the words declare something else.</summary>
    public static string? ParentIn(string descriptor)
    {
        int start = AfterArticle(descriptor);
        return descriptor.AsSpan(start).StartsWith(KindOf, StringComparison.OrdinalIgnoreCase) ? descriptor[(start + KindOf.Length)..] : null;
    }

    /// <summary>Takes note of a sentence <c>X is a kind of Y</c>.</summary>
    /// <param name="name">The kind.</param>
    /// <param name="parent">What it is a kind of.</param>
    /// <param name="plural">Its plural where the sentence states one; empty where it does not.</param>
    public void Add(string name, string parent, string plural)
    {
        string key = NameKey.Of(name);
        parents.Add(new KeyValuePair<string, string>(key, NameKey.Of(parent)));
        AddPlural(plural.Length > 0 ? NameKey.Of(plural) : Plural.Of(key), key);
    }

    /// <summary>The same kinds, to which others may be added.</summary>
    public KindNames Copy()
    {
        var copy = new KindNames();
        foreach ((string key, NameSort sort) in sorts)
        {
            copy.sorts[key] = sort;
        }

        foreach ((string plural, string kind) in plurals)
        {
            copy.AddPlural(plural, kind);
        }

        return copy;
    }

    /// <summary>Works out the sort of each kind, whatever the order of their sentences.</summary>
    public void Settle()
    {
        // A chain of kinds in the wrong order takes a round for each link; schemes have a handful.
        List<KeyValuePair<string, string>> open = parents;
        while (open.Count > 0)
        {
            var waiting = new List<KeyValuePair<string, string>>();
            foreach (KeyValuePair<string, string> pair in open)
            {
                // What follows `that` says what such things do, unless a kind has it in its name.
                if (sorts.TryGetValue(pair.Value, out NameSort sort) || (TraitsIn(pair.Value) is var that and > 0 && sorts.TryGetValue(pair.Value[..that], out sort)))
                {
                    sorts[pair.Key] = sorts.GetValueOrDefault(pair.Key) | sort;
                }
                else
                {
                    waiting.Add(pair);
                }
            }

            if (waiting.Count == open.Count)
            {
                return;
            }

            open = waiting;
        }
    }

    /// <summary>The sort that words such as <c>a committee of Board</c> declare.</summary>
    public NameSort SortOf(string descriptor)
    {
        ReadOnlySpan<char> words = descriptor.AsSpan(AfterArticle(descriptor));
        while (true)
        {
            if (bySpan.TryGetValue(words, out NameSort sort))
            {
                return sort;
            }

            int end = Math.Max(words.LastIndexOf(" of "), words.LastIndexOf(" in "));
            if (end < 0)
            {
                break;
            }

            words = words[..end];
        }

        // "an amount of £5": the sum is a token of its own.
        if (words.EndsWith(" of") && bySpan.TryGetValue(words[..^3], out NameSort sum))
        {
            return sum;
        }

        string key = NameKey.Of(words.ToString());
        return sorts.TryGetValue(key, out NameSort folded) ? folded : NameSort.Unknown;
    }

    /// <summary>The sort of which a list is, by its plural; none for a plural of no kind.</summary>
    public NameSort SortOfPlural(string plural) =>
        plurals.TryGetValue(NameKey.Of(plural), out string? kind) && sorts.TryGetValue(kind, out NameSort sort) ? sort : NameSort.None;

    // The language has no plural for names of several posts: their members would be lost in a list.
    private void AddBuiltIn(string name, NameSort sort)
    {
        string key = NameKey.Of(name);
        sorts[key] = sort;
        if (sort != NameSort.Class)
        {
            AddPlural(Plural.Of(key), key);
        }
    }

    private void AddPlural(string plural, string kind)
    {
        plurals[plural] = kind;
        Plurals.Add(plural);
    }

    private static int AfterArticle(string text) =>
        text.StartsWith("a ", StringComparison.OrdinalIgnoreCase) ? 2
        : text.StartsWith("an ", StringComparison.OrdinalIgnoreCase) ? 3
        : text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
}
