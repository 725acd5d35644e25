using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Workspace;

/// <summary>
/// Finds the project that a document belongs to, as its author would name it on the command line: the nearest folder with a <c>delegation.json</c>,
/// or else the nearest in which exactly one scheme starts, not above the folder that the client has opened. Where several schemes start side by side,
/// each file is a project of its own with what it uses; where none starts anywhere, the folder of the document is the project.
/// </summary>
internal sealed class ProjectLocator(DiskCache disk, IReadOnlyDictionary<string, OpenDocument> open, IReadOnlyList<string> roots)
{
    /// <summary>The project of a document.</summary>
    public ProjectKey Find(string key)
    {
        if (Addresses.FolderOf(key) is not { } home || Addresses.PathOf(Addresses.OfPath(key)) != key)
        {
            return new ProjectKey("", key);
        }

        string name = Addresses.NameOf(key);
        for (string? folder = home; folder is not null && IsInReach(folder, home); folder = Addresses.FolderOf(folder))
        {
            if (Names(folder).Contains(ProjectConfiguration.FileName))
            {
                return new ProjectKey(folder, "");
            }

            switch (CountSchemes(folder))
            {
                case 0:
                    break;
                case 1:
                    return new ProjectKey(folder, "");
                default:
                    return new ProjectKey(home, name);
            }
        }

        return new ProjectKey(home, "");
    }

    // Outside what the client has opened, only the folder of the document itself is looked at.
    private bool IsInReach(string folder, string home) =>
        folder == home || roots.Any(root => (folder == root || Addresses.Below(root, folder) is not null) && Addresses.Below(root, home) is not null);

    private HashSet<string> Names(string folder)
    {
        var names = new HashSet<string>(disk.NamesIn(folder), StringComparer.Ordinal);
        foreach (OpenDocument document in open.Values)
        {
            if (document.Path is { } path && Addresses.FolderOf(path) == folder)
            {
                names.Add(Addresses.NameOf(path));
            }
        }

        return names;
    }

    // The version before, which a scheme supersedes, lies beside it: two files are then one scheme. Reading the project sorts that out.
    private int CountSchemes(string folder)
    {
        int count = 0;
        foreach (string name in Names(folder))
        {
            if (name.EndsWith(Project.Extension, StringComparison.OrdinalIgnoreCase) && HasScheme(folder, name))
            {
                count += Supersedes(folder, name) ? -1_000_000 : 1;
            }
        }

        return count < 0 ? 1 : count;
    }

    private bool HasScheme(string folder, string name) =>
        open.TryGetValue(Join(folder, name), out OpenDocument? document) ? document.HasSchemeSentence : disk.HasSchemeSentence(folder, name);

    private bool Supersedes(string folder, string name)
    {
        string text = open.TryGetValue(Join(folder, name), out OpenDocument? document)
            ? document.Text
            : System.Text.Encoding.UTF8.GetString(disk.FilesOf(folder).Read(name).Bytes.AsSpan());
        int at = text.IndexOf("supersedes", StringComparison.Ordinal);
        return at >= 0 && text.AsSpan(at + "supersedes".Length).TrimStart() is ['"' or '\u201C', ..];
    }

    private static string Join(string folder, string name) => folder.EndsWith('/') ? folder + name : folder + "/" + name;
}
