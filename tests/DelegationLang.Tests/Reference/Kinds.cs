namespace DelegationLang.Tests.Reference;

/// <summary>The kinds of thing: those of the language's table, and those that libraries and schemes declare.</summary>
internal sealed class Kinds
{
    // What does the same as one of the language's own kinds is taken for one of that kind.
    private static readonly Dictionary<string, string> Alike = new()
    {
        ["acts as its organisation"] = "board",
        ["acts as a chair"] = "chair",
        ["acts as a member"] = "member",
    };

    private readonly Dictionary<string, (Sort Sort, string? Parent)> known = [];
    private readonly HashSet<(string Kind, string Like)> alike = [];

    public Kinds()
    {
        Know(Sort.Organisation, "organisation", "company", "charity");
        Know(Sort.Group, "group", "board", "committee", "sub-committee", "joint committee", "forum", "partnership");
        Know(Sort.Role, "role", "post", "officer", "chair", "member");
        Know(Sort.Function, "function");
        Know(Sort.Matter, "matter");
        Know(Sort.Budget, "budget");
        Know(Sort.Place, "place", "neighbourhood", "system");
        Know(Sort.Power, "power", "unverified power", "onward power", "pooling power", "liability power", "exclusive power", "divesting power");
        Know(Sort.Agreement, "agreement", "contract");
        Know(Sort.Condition, "condition");
        Know(Sort.Basis, "basis");
        Know(Sort.Class, "class");
    }

    /// <summary>Adds <c>NEW is a kind of OLD that DOES THIS and DOES THAT</c>. False while OLD is not known.</summary>
    public bool Declare(string name, string words)
    {
        string[] parts = words.Split(" that ");
        string parent = parts[0];
        if (!known.TryGetValue(NameBook.KeyOf(parent), out (Sort Sort, string? Parent) old))
        {
            return false;
        }

        known[NameBook.KeyOf(name)] = (old.Sort, NameBook.KeyOf(parent));
        foreach (string trait in parts.Length > 1 ? parts[1].Split(" and ") : [])
        {
            if (Alike.TryGetValue(trait, out string? kind))
            {
                alike.Add((NameBook.KeyOf(name), kind));
            }
        }

        return true;
    }

    public Sort? SortOf(string kind) => known.TryGetValue(NameBook.KeyOf(kind), out (Sort Sort, string? Parent) found) ? found.Sort : null;

    /// <summary>Whether the thing is of the kind or of a kind of it.</summary>
    public bool Is(Thing thing, string kind)
    {
        string wanted = NameBook.KeyOf(kind);
        string? current = thing.Kind;
        while (current is not null && current != wanted && !alike.Contains((current, wanted)))
        {
            current = known.TryGetValue(current, out (Sort Sort, string? Parent) found) ? found.Parent : null;
        }

        return current is not null;
    }

    private void Know(Sort sort, params string[] names)
    {
        foreach (string name in names)
        {
            known[NameBook.KeyOf(name)] = (sort, null);
        }
    }
}
