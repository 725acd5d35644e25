namespace DelegationLang.LanguageServer.Workspace;

/// <summary>Between the addresses of documents (<c>file:///home/a/b.delegation</c>) and paths with <c>/</c> between their parts.</summary>
internal static class Addresses
{
    private const string File = "file://";

    /// <summary>The path of a file; none for a document that is no file, such as one that was never saved.</summary>
    public static string? PathOf(string address)
    {
        if (!address.StartsWith(File, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        int slash = address.IndexOf('/', File.Length);
        if (slash < 0)
        {
            return null;
        }

        string machine = address[File.Length..slash];
        string path = Uri.UnescapeDataString(address[slash..]).Replace('\\', '/');
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        if (machine.Length > 0 && !machine.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return "//" + machine + path;
        }

        // file:///c:/a is c:/a. Clients write the letter of the drive in either case.
        return HasDrive(path.AsSpan(1)) ? char.ToLowerInvariant(path[1]) + path[2..] : path;
    }

    /// <summary>The address of a file.</summary>
    public static string OfPath(string path)
    {
        string[] parts = path.Split('/');
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = i == 0 && HasDrive(parts[i]) ? char.ToLowerInvariant(parts[i][0]) + "%3A" : Uri.EscapeDataString(parts[i]);
        }

        string joined = string.Join('/', parts);
        return path.StartsWith("//", StringComparison.Ordinal) ? "file:" + joined
            : path.StartsWith('/') ? File + joined
            : File + "/" + joined;
    }

    /// <summary>The folder of a file; none for the root.</summary>
    public static string? FolderOf(string path)
    {
        int slash = path.LastIndexOf('/');
        return slash < 0 || path.Length == 1 ? null : slash == 0 ? "/" : path[..slash];
    }

    /// <summary>The last part of a path.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The path below a folder; none for one that lies elsewhere.</summary>
    public static string? Below(string folder, string path)
    {
        string start = folder.EndsWith('/') ? folder : folder + "/";
        return path.Length > start.Length && path.StartsWith(start, StringComparison.Ordinal) ? path[start.Length..] : null;
    }

    private static bool HasDrive(ReadOnlySpan<char> path) => path.Length >= 2 && char.IsAsciiLetter(path[0]) && path[1] == ':';
}
