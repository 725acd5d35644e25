using System.Text;

namespace DelegationLang.Tests.Reference;

/// <summary>All names of a scheme and its library, and how a name in a sentence finds its thing.</summary>
internal sealed class NameBook
{
    private readonly Dictionary<string, List<Thing>> byKey = [];

    public List<Thing> Things { get; } = [];

    /// <summary>Names compare without regard to case, white space, hyphens, the shape of apostrophes, or a leading article.</summary>
    public static string KeyOf(string name)
    {
        var text = new StringBuilder();
        foreach (char c in name)
        {
            char plain = c switch
            {
                '’' or '‘' => '\'',
                '-' or '\u00A0' or '\n' or '\r' or '\t' => ' ',
                _ => char.ToLowerInvariant(c),
            };
            if (plain != ' ' || (text.Length > 0 && text[^1] != ' '))
            {
                text.Append(plain);
            }
        }

        string key = text.ToString().Trim(' ');
        string[] words = key.Split(' ');
        bool articleCounts = words.Length > 2 || (words.Length == 2 && words[1].Length > 1);
        return words[0] is "the" or "a" or "an" && articleCounts ? string.Join(' ', words[1..]) : key;
    }

    public void Add(Thing thing)
    {
        Things.Add(thing);
        AddAlias(thing, thing.Name);
    }

    public void AddAlias(Thing thing, string alias)
    {
        string key = KeyOf(alias);
        if (!byKey.TryGetValue(key, out List<Thing>? named))
        {
            byKey[key] = named = [];
        }

        if (!named.Contains(thing))
        {
            named.Add(thing);
        }
    }

    /// <summary>The one thing that the name stands for; null where there is none, or more than one.</summary>
    public Thing? Find(string name, Func<Thing, bool> wanted)
    {
        List<Thing> whole = WithKey(name, wanted);
        if (whole.Count > 0)
        {
            // One thing after another: the first stands for all, and whoever asks of a day finds the one of that day.
            return whole.Count == 1 || Follow(whole) ? whole.MinBy(thing => thing.From ?? DateOnly.MinValue) : null;
        }

        // "Board of Leeds City Council": the Board whose owner, or owner's owner, is Leeds City Council.
        for (int at = name.IndexOf(" of ", StringComparison.Ordinal); at >= 0; at = name.IndexOf(" of ", at + 1, StringComparison.Ordinal))
        {
            Thing? owner = Find(name[(at + 4)..], thing => thing.IsParty);
            List<Thing> owned = WithKey(name[..at], wanted);
            owned.RemoveAll(thing => owner is null || !IsOwnedBy(thing, owner));
            if (owned.Count == 1)
            {
                return owned[0];
            }
        }

        return null;
    }

    /// <summary>The things of a list whose items were kept as one run of words: at commas, and at <c>and</c> where both halves are names.</summary>
    public List<Thing>? FindList(string text, Func<Thing, bool> wanted)
    {
        if (Find(text, wanted) is { } single)
        {
            return [single];
        }

        string[] separators = [",", " and "];
        foreach (string separator in separators)
        {
            for (int at = text.IndexOf(separator, StringComparison.Ordinal); at >= 0; at = text.IndexOf(separator, at + 1, StringComparison.Ordinal))
            {
                List<Thing>? left = FindList(text[..at].Trim(), wanted);
                List<Thing>? right = FindList(text[(at + separator.Length)..].Trim(), wanted);
                if (left is not null && right is not null)
                {
                    return [.. left, .. right];
                }
            }
        }

        return null;
    }

    /// <summary>The name as answers give it: with <c>of OWNER</c> where the bare name would fit two things.</summary>
    public string Show(Thing thing) =>
        WithKey(thing.Name, _ => true) is { Count: > 1 } named && !Follow(named) && thing.Owners.Count > 0 ? $"{thing.Name} of {thing.Owners[0].Name}" : thing.Name;

    /// <summary>What bears one name on days that do not meet, each with what bears it next.</summary>
    public IEnumerable<(Thing Earlier, Thing Later)> Followers()
    {
        foreach (List<Thing> named in byKey.Values.Where(named => named.Count > 1 && Follow(named)))
        {
            List<Thing> inOrder = [.. named.OrderBy(thing => thing.From ?? DateOnly.MinValue)];
            for (int i = 1; i < inOrder.Count; i++)
            {
                yield return (inOrder[i - 1], inOrder[i]);
            }
        }
    }

    private static bool Follow(List<Thing> named)
    {
        List<Thing> inOrder = [.. named.OrderBy(thing => thing.From ?? DateOnly.MinValue)];
        return inOrder.Skip(1).Zip(inOrder).All(pair => pair.First.From > (pair.Second.Until ?? DateOnly.MaxValue));
    }

    private static bool IsOwnedBy(Thing thing, Thing owner) =>
        thing.Owners.Any(first => first == owner || first.Owners.Contains(owner));

    private List<Thing> WithKey(string name, Func<Thing, bool> wanted) =>
        byKey.TryGetValue(KeyOf(name), out List<Thing>? named) ? [.. named.Where(wanted)] : [];
}
