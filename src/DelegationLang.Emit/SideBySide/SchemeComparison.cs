namespace DelegationLang.Emit.SideBySide;

/// <summary>A subject of which several bodies speak.</summary>
/// <param name="name">Its name.</param>
/// <param name="isOfCatalogue">Whether it is an entry of the law libraries.</param>
/// <param name="sides">What each body gives.</param>
public sealed class ComparedSubject(string name, bool isOfCatalogue, IReadOnlyList<ComparedSide> sides)
{
    /// <summary>The name of the entry of the law libraries, or that which the first of the bodies gives it.</summary>
    public string Name => name;

    /// <summary>Whether it is one entry of the law libraries, whatever each body calls it; otherwise they call it alike.</summary>
    public bool IsOfCatalogue => isOfCatalogue;

    /// <summary>What each body gives, in the order of the bodies.</summary>
    public IReadOnlyList<ComparedSide> Sides => sides;
}

/// <summary>How several bodies give the same subjects, side by side.</summary>
public sealed class SchemeComparison
{
    private readonly List<ComparedSubject> shared = [];
    private readonly List<ComparedSide> alone = [];

    private SchemeComparison(IReadOnlyList<ComparedBody> bodies)
    {
        Bodies = bodies;
        var all = new List<ComparedSide>();
        for (int body = 0; body < bodies.Count; body++)
        {
            all.AddRange(bodies[body].Subjects(body));
        }

        List<ComparedSide> rest = Match(all, side => side.Entry, isOfCatalogue: true);
        alone = Match(rest, side => side.Key, isOfCatalogue: false);
        shared.Sort((one, other) => string.Compare(one.Name, other.Name, StringComparison.OrdinalIgnoreCase) is not 0 and var order ? order : string.CompareOrdinal(one.Name, other.Name));
    }

    /// <summary>The bodies.</summary>
    public IReadOnlyList<ComparedBody> Bodies { get; }

    /// <summary>The subjects of which at least two of them speak, by name.</summary>
    public IReadOnlyList<ComparedSubject> Shared => shared;

    /// <summary>Those of which one alone speaks, in the order of its scheme.</summary>
    public IReadOnlyList<ComparedSide> Alone => alone;

    /// <summary>Compares bodies.</summary>
    /// <param name="bodies">At least two.</param>
    public static SchemeComparison Of(IReadOnlyList<ComparedBody> bodies)
    {
        ArgumentNullException.ThrowIfNull(bodies);
        return new SchemeComparison(bodies);
    }

    // Puts those of several bodies together that have a key alike; one without a key is like none.
    private List<ComparedSide> Match(List<ComparedSide> sides, Func<ComparedSide, string> keyOf, bool isOfCatalogue)
    {
        var byKey = new Dictionary<string, List<ComparedSide>>(StringComparer.Ordinal);
        foreach (ComparedSide side in sides.Where(side => keyOf(side).Length > 0))
        {
            if (!byKey.TryGetValue(keyOf(side), out List<ComparedSide>? same))
            {
                byKey.Add(keyOf(side), same = []);
            }

            same.Add(side);
        }

        var rest = new List<ComparedSide>();
        foreach (ComparedSide side in sides)
        {
            List<ComparedSide>? same = byKey.GetValueOrDefault(keyOf(side));
            if (same is null || same.TrueForAll(other => other.Body == side.Body))
            {
                rest.Add(side);
            }
            else if (ReferenceEquals(same[0], side))
            {
                shared.Add(new ComparedSubject(isOfCatalogue ? side.Entry : side.Name, isOfCatalogue, same));
            }
        }

        return rest;
    }
}
