using System.Globalization;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Policy;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Features;

/// <summary>Where the sentences stand that an answer in words names by file and line.</summary>
internal static class AnswerPlaces
{
    /// <summary>The places that a text names, each once, in its order.</summary>
    public static AnswerPlace[] In(ProjectSnapshot project, string text)
    {
        var found = new SortedDictionary<int, AnswerPlace>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var sources = project.Compilation.Sources.Concat(project.Compilation.LibraryTrees.Select(tree => tree.Source))
            .GroupBy(source => source.FileName, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        foreach (string file in sources.Keys.Concat(project.Compilation.JoinedFiles))
        {
            string head = "(" + file + ":";
            for (int at = text.IndexOf(head, StringComparison.Ordinal); at >= 0; at = text.IndexOf(head, at + 1, StringComparison.Ordinal))
            {
                int end = at + head.Length;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                {
                    end++;
                }

                string words = text[(at + 1)..end];
                if (int.TryParse(text.AsSpan(at + head.Length, end - at - head.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int line)
                    && LocationOf(project, sources, file, line) is { } location && known.Add(words))
                {
                    found.Add(at, new AnswerPlace(words, location));
                }
            }
        }

        return [.. found.Values];
    }

    private static Location? LocationOf(ProjectSnapshot project, Dictionary<string, SourceText> sources, string file, int line)
    {
        if (!sources.TryGetValue(file, out SourceText? source))
        {
            return project.Compilation.JoinedSentenceAt(new SourceReference(file, line)) is { } sentence ? project.Locate(sentence) : null;
        }

        return line >= 1 && line <= source.LineCount ? project.Locate(new SourceLocation(source, source.GetLineSpan(line))) : null;
    }
}
