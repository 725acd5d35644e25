using DelegationLang.Cli.Hosting;
using DelegationLang.Office;

namespace DelegationLang.Cli.Files;

/// <summary>A Word file of which documents take their look.</summary>
internal static class WordLook
{
    /// <summary>Reads one.</summary>
    /// <exception cref="CommandFailure">It cannot be read.</exception>
    public static ReadOnlyMemory<byte> Read(string path, string shownPath)
    {
        if (Directory.Exists(path))
        {
            throw new CommandFailure($"{shownPath} is a folder: a template is a Word file");
        }

        if (FileKind.IsStream(path))
        {
            throw new CommandFailure($"{shownPath} is a pipe or a device: a template is a Word file");
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > FolderFiles.MaximumLength)
            {
                throw new CommandFailure($"{shownPath} is too large for a template");
            }

            byte[] bytes = new byte[file.Length];
            return bytes.AsMemory(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailure($"{shownPath} cannot be read: {FolderFiles.Reason(trouble)}");
        }
    }

    /// <summary>Makes sure that a document does not take the place of its template: the body's own file is not what is to be lost.</summary>
    /// <exception cref="CommandFailure">It would.</exception>
    public static void Keep(string file, string template, string shownFile)
    {
        if (string.Equals(SafeWrite.Real(file), SafeWrite.Real(template), OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandFailure($"{shownFile} is the template itself: nothing is written over it");
        }
    }

    /// <summary>Makes something with a template.</summary>
    /// <exception cref="CommandFailure">It cannot serve as one; the message has its name.</exception>
    public static T Use<T>(string shownPath, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (OfficeTemplateException fault)
        {
            throw new CommandFailure($"{shownPath} cannot be the template of documents: {fault.Message}");
        }
    }
}
