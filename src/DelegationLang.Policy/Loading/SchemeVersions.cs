using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace DelegationLang.Policy;

/// <summary>
/// The versions of one body's scheme. The one that counts is chosen by the day of the decision: of those in force on it, that which came into force last.
/// Immutable; may be asked from many threads at once.
/// </summary>
public sealed class SchemeVersions
{
    /// <summary>Puts versions together.</summary>
    /// <param name="versions">The versions, in any order; at least one.</param>
    /// <exception cref="ArgumentException">There is none, or two come into force on the same day, so that nobody can tell which of them counts.</exception>
    public SchemeVersions(IEnumerable<LoadedScheme> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        All = [.. versions.OrderBy(version => version.InForce.First)];
        if (All.IsEmpty)
        {
            throw new ArgumentException("There is no version of the scheme.", nameof(versions));
        }

        for (int i = 1; i < All.Length; i++)
        {
            if (All[i].InForce.First == All[i - 1].InForce.First)
            {
                throw new ArgumentException($"{Name(All[i - 1])} and {Name(All[i])} come into force on the same day, {Wording.Day(All[i].InForce.First)}: nobody can tell which of them counts.", nameof(versions));
            }
        }
    }

    /// <summary>The versions, the earliest first.</summary>
    public ImmutableArray<LoadedScheme> All { get; }

    /// <summary>The version that counts on a day, where any is in force on it.</summary>
    public bool TryOn(DateOnly day, [NotNullWhen(true)] out LoadedScheme? version)
    {
        version = null;
        foreach (LoadedScheme one in All)
        {
            if (one.InForce.Contains(day))
            {
                version = one;
            }
        }

        return version is not null;
    }

    /// <summary>The version that counts on a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None is in force on that day; the message has the days on which they are.</exception>
    public LoadedScheme On(DateOnly day) => TryOn(day, out LoadedScheme? version)
        ? version
        : throw new ArgumentOutOfRangeException(nameof(day), $"No version of the scheme is in force on {Wording.Day(day)}: {Wording.List([.. All.Select(one => $"{Name(one)} is in force {Wording.Days(one.InForce)}")])}.");

    /// <summary>Where each of many parties stands, each by the version of its own day. See <see cref="LoadedScheme.DecideEach"/>.</summary>
    /// <param name="requests">The decisions, in any order.</param>
    public IEnumerable<DecisionResult> DecideEach(IEnumerable<DecisionRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return requests.Select(request => TryOn(request.Day, out LoadedScheme? version)
            ? DecisionResult.Of(version, request)
            : new DecisionResult(request, null, $"No version of the scheme is in force on {Wording.Day(request.Day)}."));
    }

    private static string Name(LoadedScheme version) =>
        (version.Title.Length > 0 ? version.Title : "a scheme") + (version.Version.Length > 0 ? $" (version {version.Version})" : "");
}
