using DelegationLang.Cli.Hosting;
using DelegationLang.Office;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Files;

/// <summary>The Word file of which documents take their look, and what it is called in messages.</summary>
internal sealed class WordLook
{
    private readonly ReadOnlyMemory<byte>? content;
    private readonly string shown;

    private WordLook(ReadOnlyMemory<byte>? content, string shown)
    {
        this.content = content;
        this.shown = shown;
    }

    /// <summary>That which the settings of a project name; none where they name none.</summary>
    /// <exception cref="CommandFailure">It cannot be read.</exception>
    public static WordLook OfProject(OpenProject project)
    {
        string path = project.Compilation.Configuration.Site.Word;
        return path.Length == 0 ? new WordLook(null, "") : new WordLook(SiteLook.Content(path, project.Disk).AsMemory(), path);
    }

    /// <summary>A file of the machine.</summary>
    /// <exception cref="CommandFailure">It cannot be read.</exception>
    public static WordLook Read(string path, string shown)
    {
        if (FileKind.IsStream(path))
        {
            throw new CommandFailure($"{shown} is a pipe or a device: a template is a Word file");
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > FolderFiles.MaximumLength)
            {
                throw new CommandFailure($"{shown} is too large for a template");
            }

            var bytes = new byte[file.Length];
            return new WordLook(bytes.AsMemory(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)), shown);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailure($"the template {shown} cannot be read: {FolderFiles.Reason(trouble)}");
        }
    }

    /// <summary>Makes something with the template.</summary>
    /// <exception cref="CommandFailure">It cannot serve as one; the message has its name.</exception>
    public T Use<T>(Func<ReadOnlyMemory<byte>?, T> make)
    {
        try
        {
            return make(content);
        }
        catch (OfficeTemplateException fault)
        {
            throw new CommandFailure($"{shown} cannot be the template of documents: {fault.Message}");
        }
    }
}
