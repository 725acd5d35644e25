using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DelegationLang.Testing.Architecture;

/// <summary>Rules of style that a reader would otherwise have to watch for.</summary>
internal static class StyleCheck
{
    /// <summary>The most lines that a file may have.</summary>
    public const int MostLines = 300;

    /// <summary>
    /// Files that are too long, but for those excused (path below <c>src</c>, and the reason); and excuses that are no longer needed.
    /// </summary>
    public static IEnumerable<Violation> TooLong(SourceProject project, ImmutableDictionary<string, string> excused)
    {
        foreach (SyntaxTree tree in project.WrittenTrees)
        {
            var path = $"{project.Name}/{tree.FilePath}";
            SourceText text = tree.GetText();
            // A final line break ends the last line; it does not start another.
            var lines = text.Lines.Count - (text.Length > 0 && text.Lines[^1].Span.IsEmpty ? 1 : 0);
            if (lines > MostLines && !excused.ContainsKey(path))
            {
                yield return new Violation(path, lines, $"{lines} lines are too many: at most {MostLines}. Split the file by what it does.");
            }
            else if (lines <= MostLines && excused.ContainsKey(path))
            {
                yield return new Violation(path, lines, "this file is excused from the limit on length, and no longer needs to be.");
            }
        }

        var present = project.WrittenTrees.Select(tree => $"{project.Name}/{tree.FilePath}").ToHashSet(StringComparer.Ordinal);
        foreach (var path in excused.Keys.Where(path => path.StartsWith(project.Name + "/", StringComparison.Ordinal) && !present.Contains(path)))
        {
            yield return new Violation(path, 1, "this file is excused from the limit on length, and does not exist.");
        }
    }

    /// <summary>Uses of <c>!</c> that tell the compiler not to worry about null: what may be missing is said by its type.</summary>
    public static IEnumerable<Violation> SilencedNull(SourceProject project) => project.WrittenTrees
        .SelectMany(tree => tree.GetRoot().DescendantNodes())
        .Where(node => node.IsKind(SyntaxKind.SuppressNullableWarningExpression))
        .Select(node => project.At(node, $"'{node}' silences the check for null."));
}
