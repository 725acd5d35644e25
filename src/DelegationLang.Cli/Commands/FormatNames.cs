using DelegationLang.Cli.Files;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Commands;

/// <summary>The names with which a text is laid out: what is quoted where it is declared may be written plainly elsewhere.</summary>
internal static class FormatNames
{
    /// <summary>Those of a text that belongs to no project: its own, and those of the libraries that it uses.</summary>
    public static NameTable OfLone(SourceText source)
    {
        const string Name = "input" + Project.Extension;
        return Project.OfFile(MemoryFiles.Empty.With(Name, [.. source.ToBytes()]), Name).Compile(DateOnly.MinValue).Names;
    }

    /// <summary>
    /// Those of a text in a project. A single file is one by itself, with what it uses; only where names are missing there are those of the files directly
    /// beside it taken too, since it may be a part of the whole that they make.
    /// </summary>
    /// <param name="project">The project: the folder, or the file.</param>
    /// <param name="source">The text, which may stand in the place of a file of the project.</param>
    public static NameTable Of(OpenProject project, SourceText source)
    {
        bool isLone = project.File.Length > 0;
        Compilation compilation = isLone && !project.Compilation.Sources.Contains(source)
            ? project.Compile(new OverlayFiles(project.Disk).With(project.File, [.. source.ToBytes()]))
            : project.Compilation;
        List<SourceText> texts = [.. compilation.Sources.Where(other => !IsSameFile(other, project)), .. compilation.LibraryTrees.Select(tree => tree.Source), source];
        if (isLone && (compilation.Trees.Any(tree => HasErrors(tree.Diagnostics)) || HasErrors(compilation.Model.Diagnostics)))
        {
            texts.AddRange(Beside(project.Disk, project.File));
        }

        return NameTable.Collect(texts);
    }

    /// <summary>Whether a text is that of the single file that a project is.</summary>
    public static bool IsSameFile(SourceText text, OpenProject project) => string.Equals(text.FileName, project.File, StringComparison.Ordinal);

    private static bool HasErrors(IEnumerable<Diagnostic> diagnostics) => diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static IEnumerable<SourceText> Beside(FolderFiles files, string name)
    {
        foreach (string other in files.ListIn("").Where(other => other.EndsWith(Project.Extension, StringComparison.OrdinalIgnoreCase) && other != name).Order(StringComparer.Ordinal))
        {
            if (files.Read(other) is { Status: ProjectFileStatus.Read } file)
            {
                yield return SourceText.FromBytes(other, file.Bytes.AsSpan());
            }
        }
    }
}
