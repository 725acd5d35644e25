namespace DelegationLang.Workspaces;

/// <summary>Paths inside a project folder. Nothing here looks at a disk.</summary>
public static class ProjectPath
{
    /// <summary>
    /// The path, relative to the project folder, of a file that another file names; none when it lies outside the folder.
    /// </summary>
    /// <param name="from">The file that names it, relative to the project folder.</param>
    /// <param name="target">The name as written, relative to the folder of <paramref name="from"/>; either slash may stand in it.</param>
    public static string? Resolve(string from, string target) => ResolveAnywhere(from, target) is { } path && path != ".." && !path.StartsWith("../", StringComparison.Ordinal) ? path : null;

    /// <summary>
    /// The path, relative to the project folder, of what a file names, inside that folder or beside it: then it starts with <c>../</c>. None for a path that is
    /// not relative.
    /// </summary>
    /// <param name="from">The file that names it, relative to the project folder.</param>
    /// <param name="target">The name as written, relative to the folder of <paramref name="from"/>; either slash may stand in it.</param>
    public static string? ResolveAnywhere(string from, string target)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(target);
        var name = target.Trim().Replace('\\', '/');
        if (name.StartsWith('/') || (name.Length > 1 && name[1] == ':') || name.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var parts = new List<string>(from.Split('/')[..^1]);
        foreach (var part in name.Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count == 0 || parts[^1] == "..")
                {
                    parts.Add(part);
                }
                else
                {
                    parts.RemoveAt(parts.Count - 1);
                }
            }
            else if (part.Length > 0 && part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>The path of a file as another file would name it: the shortest way from the folder of <paramref name="from"/>.</summary>
    public static string Relative(string from, string path)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(path);
        var start = from.Split('/')[..^1];
        var end = path.Split('/');
        var shared = 0;
        while (shared < start.Length && shared < end.Length - 1 && string.Equals(start[shared], end[shared], StringComparison.Ordinal))
        {
            shared++;
        }

        return string.Concat(Enumerable.Repeat("../", start.Length - shared)) + string.Join('/', end[shared..]);
    }

    /// <summary>
    /// Whether a path fits a pattern in which <c>*</c> stands for any characters of one part, <c>**</c> for any parts, <c>?</c> for one character.
    /// </summary>
    public static bool Matches(string pattern, string path)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(path);
        return MatchesParts(pattern.Split('/'), path.Split('/'));
    }

    private static bool MatchesParts(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        if (pattern.IsEmpty)
        {
            return path.IsEmpty;
        }

        if (pattern[0] == "**")
        {
            for (var skipped = 0; skipped <= path.Length; skipped++)
            {
                if (MatchesParts(pattern[1..], path[skipped..]))
                {
                    return true;
                }
            }

            return false;
        }

        return !path.IsEmpty && MatchesPart(pattern[0], path[0]) && MatchesParts(pattern[1..], path[1..]);
    }

    // Going back to the last star only keeps this linear in practice, whatever the pattern.
    private static bool MatchesPart(string pattern, string text)
    {
        int at = 0, place = 0, star = -1, afterStar = 0;
        while (place < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                star = at++;
                afterStar = place;
            }
            else if (at < pattern.Length && (pattern[at] == '?' || pattern[at] == text[place]))
            {
                at++;
                place++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                place = ++afterStar;
            }
            else
            {
                return false;
            }
        }

        while (at < pattern.Length && pattern[at] == '*')
        {
            at++;
        }

        return at == pattern.Length;
    }
}
