namespace DelegationLang.Policy.Comparison;

/// <summary>Those who do not decide, and whose part in a decision is otherwise in one answer than in another.</summary>
/// <param name="definition">The scheme, with the names of both versions.</param>
internal sealed class Bystanders(SpaceDefinition definition)
{
    // Longer names first: what is within one of them is none of its own.
    private readonly Lazy<string[]> names = new(() => [.. definition.Parties.Select(party => party.Name).Where(name => name.Length > 0).Distinct().OrderByDescending(name => name.Length)]);

    /// <summary>Those who stand in, are asked first, ratify or keep authority above in one answer and not in the same way in the other, by name.</summary>
    public IEnumerable<string> Of(Answer before, Answer after)
    {
        var parties = new List<string>();
        parties.AddRange(Either(before.KeepAuthority, after.KeepAuthority));
        foreach (DeputyAnswer deputy in Either(before.Deputies, after.Deputies, AnswerLikeness.KeyOf))
        {
            parties.Add(deputy.Party);
            parties.Add(deputy.For);
        }

        parties.AddRange(Either(before.Steps, after.Steps).Concat(Either(before.Duties, after.Duties)).SelectMany(NamedIn));
        return parties;
    }

    private static IEnumerable<string> Either(IEnumerable<string> one, IEnumerable<string> other) => Either(one, other, text => text);

    private static IEnumerable<T> Either<T>(IEnumerable<T> one, IEnumerable<T> other, Func<T, string> key) =>
        one.ExceptBy(other.Select(key), key).Concat(other.ExceptBy(one.Select(key), key));

    // Steps and duties are words with names in them.
    private IEnumerable<string> NamedIn(string words)
    {
        foreach (string name in names.Value)
        {
            string rest = NamesOf.Replace(words, name, "*");
            if (rest != words)
            {
                yield return name;
                words = rest;
            }
        }
    }
}
