using System.Text;

namespace DelegationLang.Policy.Comparison;

/// <summary>The named entries of a decision space, family by family.</summary>
internal static class NamesOf
{
    /// <summary>The families, in the order in which they are matched: what others are told apart by comes first.</summary>
    public static readonly NameFamily[] Families = [NameFamily.Place, NameFamily.Condition, NameFamily.Measure, NameFamily.Party, NameFamily.Subject];

    /// <summary>The names of a family, by index.</summary>
    public static string[] All(SpaceDefinition definition, NameFamily family) => family switch
    {
        NameFamily.Party => [.. definition.Parties.Select(party => party.Name)],
        NameFamily.Subject => [.. definition.Subjects.Select(subject => subject.Name)],
        NameFamily.Place => [.. definition.Places.Select(place => place.Name)],
        NameFamily.Condition => [.. definition.Conditions.Select(condition => condition.Name)],
        _ => [.. definition.Measures.Select(measure => measure.Name)],
    };

    /// <summary>How many names a family has.</summary>
    public static int Count(SpaceDefinition definition, NameFamily family) => family switch
    {
        NameFamily.Party => definition.Parties.Length,
        NameFamily.Subject => definition.Subjects.Length,
        NameFamily.Place => definition.Places.Length,
        NameFamily.Condition => definition.Conditions.Length,
        _ => definition.Measures.Length,
    };

    /// <summary>A text with another name in the place of one, wherever that stands as a whole.</summary>
    public static string Replace(string text, string name, string by) => Replace(text, [new NameExchange(name, by)]);

    /// <summary>Names with what is put in their place, longer ones first, and with every longer name that one of them is a part of: such a name stays as it is.</summary>
    public static NameExchange[] WithLonger(NameExchange[] names, SpaceDefinition definition)
    {
        if (names.Length == 0)
        {
            return names;
        }

        HashSet<string> known = [.. names.Select(one => one.Name)];
        IEnumerable<string> longer = Families.SelectMany(family => All(definition, family))
            .Where(name => !known.Contains(name) && names.Any(one => name.Length > one.Name.Length && name.Contains(one.Name, StringComparison.Ordinal)))
            .Distinct();
        NameExchange[] all = [.. names, .. longer.Select(name => new NameExchange(name, name))];
        Array.Sort(all, (one, other) => other.Name.Length.CompareTo(one.Name.Length));
        return all;
    }

    /// <summary>A text with other names in the place of some, wherever these stand as a whole: of two that begin alike the longer, and none in what has been put.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">The names, longer ones first, each with what is put in its place.</param>
    public static string Replace(string text, NameExchange[] names)
    {
        StringBuilder? result = null;
        int from = 0;
        for (int at = 0; at < text.Length; at++)
        {
            if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            {
                continue;
            }

            foreach (NameExchange exchange in names)
            {
                string name = exchange.Name;
                int end = at + name.Length;
                if (name.Length > 0 && string.CompareOrdinal(text, at, name, 0, name.Length) == 0 && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                {
                    (result ??= new StringBuilder()).Append(text, from, at - from).Append(exchange.By);
                    from = end;
                    at = end - 1;
                    break;
                }
            }
        }

        return result is null ? text : result.Append(text, from, text.Length - from).ToString();
    }
}
