using System.Collections.Immutable;

namespace DelegationLang.Emit.SideBySide;

/// <summary>How it was found that bodies speak of the same subject.</summary>
public enum SubjectMatch
{
    /// <summary>It is one entry of the law libraries, whatever each body calls it.</summary>
    Catalogue,

    /// <summary>They call it alike.</summary>
    Name,
}

/// <summary>A side of a comparison.</summary>
/// <param name="Body">The index of the body.</param>
/// <param name="Subject">What it gives.</param>
public sealed record ComparedSide(int Body, SubjectOfBody Subject);

/// <summary>A subject of which several bodies speak.</summary>
/// <param name="Name">The name of the entry of the law libraries, or that which the first of them gives it.</param>
/// <param name="Entry">The entry of the law libraries; empty where it is none.</param>
/// <param name="Match">How it was matched.</param>
/// <param name="Sides">What each body gives, in the order of the bodies.</param>
public sealed record ComparedSubject(string Name, string Entry, SubjectMatch Match, ImmutableArray<ComparedSide> Sides);

/// <summary>How several bodies give the same subjects, side by side.</summary>
/// <param name="Bodies">The bodies.</param>
/// <param name="Shared">The subjects of which at least two of them speak, by name.</param>
/// <param name="Alone">Those of which one alone speaks, in the order of its scheme.</param>
public sealed record SchemeComparison(ImmutableArray<ComparedBody> Bodies, ImmutableArray<ComparedSubject> Shared, ImmutableArray<ComparedSide> Alone)
{
    /// <summary>Compares bodies.</summary>
    /// <param name="bodies">At least two.</param>
    public static SchemeComparison Of(IReadOnlyList<ComparedBody> bodies)
    {
        ArgumentNullException.ThrowIfNull(bodies);
        var all = new List<FoundSubject>();
        for (int body = 0; body < bodies.Count; body++)
        {
            all.AddRange(bodies[body].Subjects(body));
        }

        var shared = new List<ComparedSubject>();
        var matched = new HashSet<SubjectOfBody>(ReferenceEqualityComparer.Instance);
        foreach (var same in all.Where(one => one.Entry.Length > 0).GroupBy(one => one.Entry, StringComparer.Ordinal))
        {
            Match(same.Key, same.Key, SubjectMatch.Catalogue, [.. same]);
        }

        foreach (var same in all.Where(one => !matched.Contains(one.Subject)).GroupBy(one => one.Key, StringComparer.Ordinal).ToList())
        {
            Match(same.First().Subject.Name, "", SubjectMatch.Name, [.. same]);
        }

        return new SchemeComparison(
            [.. bodies],
            [.. shared.OrderBy(subject => subject.Name, StringComparer.OrdinalIgnoreCase).ThenBy(subject => subject.Name, StringComparer.Ordinal)],
            [.. all.Where(one => !matched.Contains(one.Subject)).Select(one => new ComparedSide(one.Body, one.Subject))]);

        void Match(string name, string entry, SubjectMatch how, FoundSubject[] sides)
        {
            if (Array.Exists(sides, side => side.Body != sides[0].Body))
            {
                matched.UnionWith(sides.Select(side => side.Subject));
                shared.Add(new ComparedSubject(name, entry, how, [.. sides.Select(side => new ComparedSide(side.Body, side.Subject))]));
            }
        }
    }
}
