using DelegationLang.Law;
using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>Why a <c>use</c> leads to nothing.</summary>
internal enum UseFault
{
    /// <summary>It leads to a text.</summary>
    None,

    /// <summary>There is no such library.</summary>
    NoSuchLibrary,

    /// <summary>The file cannot be used; the store says why.</summary>
    NoSuchFile,

    /// <summary>The file lies outside the project folder.</summary>
    Outside,
}

/// <summary>What a <c>use</c> leads to: a text, or a fault.</summary>
internal sealed record UseResolution(SourceKey? Key, UseFault Fault);

/// <summary>The texts of one compilation, each read once.</summary>
/// <param name="files">The files of the project.</param>
/// <param name="isWholeFolder">Whether they have all been looked at anyway; otherwise nothing is looked for but what a text names.</param>
internal sealed class SourceStore(IProjectFiles files, bool isWholeFolder)
{
    private readonly Dictionary<string, LoadedFile> loaded = new(StringComparer.Ordinal);
    private List<string>? listed;

    /// <summary>The names of the <c>.delegation</c> files that may have been meant by a path that leads to none, sorted.</summary>
    public IReadOnlyList<string> NamesBeside(string path) => isWholeFolder
        ? listed ??= Project.SchemeFilesOf(files.List())
        : Project.SchemeFilesOf(files.ListIn(path[..Math.Max(0, path.LastIndexOf('/'))]));

    /// <summary>The text; none when it cannot be read.</summary>
    public SourceText? Text(SourceKey key) => key.IsLibrary ? LawLibrary.TryGet(key.Name) : File(key.Name).Text;

    /// <summary>Why a text cannot be read, in words that follow its name; empty when it can.</summary>
    public string Fault(SourceKey key) => key.IsLibrary ? "" : File(key.Name).Fault;

    /// <summary>Whether the bytes of a file are a text.</summary>
    public bool IsText(SourceKey key) => key.IsLibrary || File(key.Name).IsText;

    /// <summary>Whether a file is too large to be read at all.</summary>
    public bool IsTooLarge(SourceKey key) => !key.IsLibrary && File(key.Name).IsTooLarge;

    /// <summary>What a <c>use</c> in a text leads to; no key when it leads to nothing.</summary>
    public UseResolution Resolve(SourceKey from, UseTarget target)
    {
        if (!target.IsFile)
        {
            return LawLibrary.TryGet(target.Name) is null
                ? new UseResolution(null, UseFault.NoSuchLibrary)
                : new UseResolution(new SourceKey(target.Name.ToLowerInvariant(), IsLibrary: true), UseFault.None);
        }

        // A library has no folder: it can use nothing but libraries.
        if (from.IsLibrary || ProjectPath.Resolve(from.Name, target.Name) is not { } path)
        {
            return new UseResolution(null, UseFault.Outside);
        }

        LoadedFile file = File(path);
        return file switch
        {
            { IsOutside: true } => new UseResolution(null, UseFault.Outside),
            { Text: not null, IsText: true } => new UseResolution(new SourceKey(path, IsLibrary: false), UseFault.None),
            _ => new UseResolution(null, UseFault.NoSuchFile),
        };
    }

    private LoadedFile File(string path)
    {
        if (!loaded.TryGetValue(path, out LoadedFile? file))
        {
            file = LoadedFile.Of(path, files.Read(path));
            loaded.Add(path, file);
        }

        return file;
    }
}
