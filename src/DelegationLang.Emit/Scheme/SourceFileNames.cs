using System.Collections.Immutable;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Emit.Scheme;

/// <summary>
/// Names of files as outputs give them: without the folder that all files of the project have in common. So the bytes do not depend on
/// where the project lies, or on the folder from which the command was given. Files of a library keep their names.
/// </summary>
internal sealed class SourceFileNames
{
    private readonly HashSet<string> libraries;
    private readonly int prefix;

    public SourceFileNames(SchemeModel model)
    {
        ImmutableArray<SourceText> sources = [.. model.Trees.Select(tree => tree.Source)];
        libraries = [.. sources
            .Where(source => model.Symbols.Any(symbol => symbol.IsFromLibrary && ReferenceEquals(symbol.Location.Source, source)))
            .Select(source => source.FileName)];
        prefix = CommonFolder([.. sources.Select(source => source.FileName).Where(name => !libraries.Contains(name))]);
    }

    /// <summary>Whether a file is a library and not a part of the project.</summary>
    public bool IsLibrary(string file) => libraries.Contains(file);

    /// <summary>The name to publish; empty for the file of nowhere.</summary>
    public string Of(string? file) =>
        string.IsNullOrEmpty(file) ? "" : libraries.Contains(file) || file.Length <= prefix ? file : file[prefix..];

    private static int CommonFolder(ImmutableArray<string> names)
    {
        if (names.IsEmpty)
        {
            return 0;
        }

        int length = names[0].LastIndexOf('/') + 1;
        foreach (string name in names)
        {
            while (length > 0 && (name.Length < length || !name.AsSpan(0, length).SequenceEqual(names[0].AsSpan(0, length))))
            {
                length = names[0].LastIndexOf('/', length - 2 < 0 ? 0 : length - 2) + 1;
            }
        }

        return length;
    }
}
