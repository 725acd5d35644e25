using DelegationLang.Semantics;

namespace DelegationLang.Workspaces.Joining;

/// <summary>Where a joined scheme lies, from the project folder of the scheme that joins it.</summary>
/// <param name="Folder">The folder; empty for the project folder itself.</param>
/// <param name="File">The file that is the scheme by itself; empty for the whole folder.</param>
internal sealed record JoinedPlace(string Folder, string File)
{
    /// <summary>Whether it is a built scheme.</summary>
    public bool IsBuilt => File.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>The place that a sentence names; none where the path is not relative to its file.</summary>
    /// <param name="statement">The sentence.</param>
    /// <param name="folder">The project folder of the scheme that it stands in, from that of the scheme itself; empty for its own.</param>
    public static JoinedPlace? Of(JoinStatement statement, string folder = "")
    {
        if (statement.Target.Trim().Length == 0 || ProjectPath.ResolveAnywhere(Below(folder, statement.Location.File), statement.Target) is not { } path)
        {
            return null;
        }

        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(Project.Extension, StringComparison.OrdinalIgnoreCase))
        {
            return new JoinedPlace(path, "");
        }

        var end = path.LastIndexOf('/');
        return new JoinedPlace(path[..Math.Max(0, end)], path[(end + 1)..]);
    }

    /// <summary>Whether two lead to one scheme: a file is of the scheme of its folder where the other names that.</summary>
    public bool IsSame(JoinedPlace other) => Folder == other.Folder && (File == other.File || File.Length == 0 || other.File.Length == 0);

    /// <summary>The name by which a file of it is shown: from the project folder of the scheme that joins it, with a dot before it.</summary>
    public string Shown(string file)
    {
        var path = Below(Folder, file);
        return path.StartsWith("../", StringComparison.Ordinal) ? path : "./" + path;
    }

    private static string Below(string folder, string file) => folder.Length == 0 ? file : folder + "/" + file;
}
