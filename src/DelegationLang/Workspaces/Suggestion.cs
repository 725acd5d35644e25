using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>"Did you mean" for what is not a name of a scheme: files, settings, codes.</summary>
public static class Suggestion
{
    /// <summary>The candidate that takes the fewest slips of the pen to reach, upper and lower case alike; none when nothing is close.</summary>
    public static string? Closest(string written, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(written);
        ArgumentNullException.ThrowIfNull(candidates);
        string? best = null;
        string? beginning = null;
        var least = Math.Max(1, written.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            // "warn" for "warning".
            if (written.Length >= 3 && candidate.StartsWith(written, StringComparison.OrdinalIgnoreCase))
            {
                beginning ??= candidate;
            }

            var distance = EditDistance.Of(written.ToUpperInvariant(), candidate.ToUpperInvariant(), least - 1);
            if (distance < least)
            {
                (best, least) = (candidate, distance);
            }
        }

        return best ?? beginning;
    }
}
