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
    public static string Replace(string text, string name, string by)
    {
        if (name.Length == 0 || !text.Contains(name, StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder();
        int from = 0;
        for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            int end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                result.Append(text, from, at - from).Append(by);
                from = end;
            }
        }

        return result.Append(text, from, text.Length - from).ToString();
    }
}
