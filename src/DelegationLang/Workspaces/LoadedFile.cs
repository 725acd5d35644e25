using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>One file as it was read and decoded.</summary>
internal sealed record LoadedFile
{
    /// <summary>The text; none when there is nothing to read.</summary>
    public SourceText? Text { get; private init; }

    /// <summary>Whether the bytes are a text.</summary>
    public bool IsText { get; private init; } = true;

    /// <summary>Whether the file is too large to be read at all; its text is then empty.</summary>
    public bool IsTooLarge { get; private init; }

    /// <summary>Whether the file lies outside the project folder.</summary>
    public bool IsOutside { get; private init; }

    /// <summary>Why there is no text, in words that follow the name of the file; empty when there is one.</summary>
    public string Fault { get; private init; } = "";

    /// <summary>What became of a file.</summary>
    public static LoadedFile Of(string path, ProjectFile file)
    {
        switch (file.Status)
        {
            case ProjectFileStatus.Read:
                var text = SourceText.FromBytes(path, file.Bytes.AsSpan());
                return new LoadedFile { Text = text, IsText = !text.IsBinary };
            case ProjectFileStatus.Missing:
                return new LoadedFile { Fault = "is not there" };
            case ProjectFileStatus.Outside:
                return new LoadedFile { Fault = "lies outside the project folder", IsOutside = true };
            case ProjectFileStatus.TooLarge:
                return new LoadedFile { Text = new SourceText(path, ""), IsTooLarge = true };
            default:
                return new LoadedFile { Fault = file.Detail.Length > 0 ? "cannot be read: " + file.Detail : "cannot be read" };
        }
    }
}
