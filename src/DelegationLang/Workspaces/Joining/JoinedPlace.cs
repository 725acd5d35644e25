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
    public static JoinedPlace? Of(JoinStatement statement)
    {
        if (statement.Target.Trim().Length == 0 || ProjectPath.ResolveAnywhere(statement.Location.File, statement.Target) is not { } path)
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

    /// <summary>The name by which a file of it is shown: from the project folder of the scheme that joins it, with a dot before it.</summary>
    public string Shown(string file)
    {
        var path = Folder.Length == 0 ? file : Folder + "/" + file;
        return path.StartsWith("../", StringComparison.Ordinal) ? path : "./" + path;
    }
}
