using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>The kinds of a project by name, and what sort of thing each is: enough to tell what a sentence declares before anything is bound.</summary>
internal sealed class KindNames
{
    /// <summary>The kind of a name for several posts together. A list of such is none: their members would be lost.</summary>
    public const string ClassOfPosts = "class";

    private const string KindOf = "kind of ";

    /// <summary>The kinds that the language knows of itself: name and parent (none for the root of a sort).</summary>
    public static readonly (string Name, string Parent)[] BuiltIn =
    [
        ("organisation", ""), ("company", "organisation"), ("charity", "organisation"),
        ("group", ""), ("board", "group"), ("committee", "group"), ("sub-committee", "committee"), ("joint committee", "committee"), ("forum", "group"),
        ("partnership", "group"),
        ("role", ""), ("officer", "role"), ("chair", "role"), ("member", "role"),
        ("function", ""), ("matter", ""), ("budget", ""),
        ("place", ""), ("neighbourhood", "place"), ("system", "place"),
        ("power", ""), ("unverified power", "power"), ("onward power", "power"), ("pooling power", "power"), ("liability power", "power"), ("exclusive power", "power"), ("divesting power", "power"),
        ("agreement", ""), ("contract", "agreement"),
        ("condition", ""), ("measure", ""), ("basis", ""), ("amount", ""), (ClassOfPosts, ""),
    ];

    private static readonly NameSort[] RootSorts =
    [
        NameSort.Organisation, NameSort.Group, NameSort.Role, NameSort.Function, NameSort.Matter, NameSort.Budget, NameSort.Place, NameSort.Power,
        NameSort.Agreement, NameSort.Condition, NameSort.Measure, NameSort.Basis, NameSort.Amount, NameSort.Class,
    ];

    private readonly Dictionary<string, NameSort> sorts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NameSort>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly List<KeyValuePair<string, string>> parents = new();
    private readonly Dictionary<string, string> plurals = new(StringComparer.Ordinal);

    public KindNames()
    {
        bySpan = sorts.GetAlternateLookup<ReadOnlySpan<char>>();
        int root = 0;
        foreach ((string name, string parent) in BuiltIn)
        {
            string key = NameKey.Of(name);
            sorts[key] = parent.Length == 0 ? RootSorts[root++] : sorts[NameKey.Of(parent)];
            if (name != ClassOfPosts)
            {
                AddPlural(Plural.Of(key), key);
            }
        }
    }

    /// <summary>The plurals of all kinds, which open lists.</summary>
    public WordTrie Plurals { get; } = new();

    /// <summary>The parent in <c>a kind of PARENT</c>; none where the words declare something else.</summary>
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
        var open = parents;
        while (open.Count > 0)
        {
            var waiting = new List<KeyValuePair<string, string>>();
            foreach (KeyValuePair<string, string> pair in open)
            {
                if (sorts.TryGetValue(pair.Value, out NameSort sort))
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
