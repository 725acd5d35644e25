namespace DelegationLang.LanguageServer.Workspace;

/// <summary>Which project: a whole folder, or one file of it with what it uses.</summary>
/// <param name="Folder">The full path of the folder; empty for a document that is no file.</param>
/// <param name="File">The file, relative to the folder (for a document that is no file, what it is known by); empty for the whole folder.</param>
internal sealed record ProjectKey(string Folder, string File)
{
    /// <summary>Whether a change of a document may change the project.</summary>
    public bool MayHold(OpenDocument document) =>
        Folder.Length == 0 ? File == document.Key : document.Path is { } path && Addresses.Below(Folder, path) is not null;
}
