using System.Collections.Immutable;
using System.Text;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Formatting;

/// <summary>
/// Lays a text out anew: a sentence on one line where it fits, otherwise a clause a line; the lines of a table under each other. Only white
/// space changes (and the bullets that word processors make). Comments and blank lines between groups stay. A sentence with an error stays as
/// it is written, and so does one that would be read differently afterwards.
/// <para>The layout depends on the words alone, not on how they were laid out before: formatting twice gives the same as formatting once.</para>
/// </summary>
public static class Formatter
{
    /// <summary>How many columns a line has before it is broken. A single clause or comment that is longer stays whole.</summary>
    public const int Width = 120;

    /// <summary>The text laid out anew.</summary>
    /// <param name="source">The text. One that is no text at all, or in which changes have not been merged, comes back as it is.</param>
    /// <param name="names">The names that the project declares (see <see cref="NameTable.Collect"/>): without them a quoted name written plainly may be read otherwise.</param>
    /// <param name="lines">The lines to lay out, counted from 1, both ends included; none for all of them. A sentence that touches them is laid out whole.</param>
    public static string Format(SourceText source, NameTable names, LineRange? lines = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(names);
        if (source.IsBinary || MergeConflicts.AreIn(source.Content))
        {
            return source.Content;
        }

        SyntaxTree tree = Parser.Parse(source, names);
        ImmutableArray<SourceBlock> blocks = SourceBlock.Of(tree, lines);
        while (true)
        {
            string text = new LayoutWriter(source, blocks).Write();
            if (string.Equals(text, source.Content, StringComparison.Ordinal))
            {
                return text;
            }

            int changed = MeaningCheck.FirstDifference(blocks, Parser.Parse(new SourceText(source.FileName, text), names));
            if (changed < 0)
            {
                return text;
            }

            if (!Freeze(ref blocks, changed))
            {
                return source.Content;
            }
        }
    }

    // What is read differently afterwards, and what stands before it (whose end may have swallowed it), stay as they are.
    private static bool Freeze(ref ImmutableArray<SourceBlock> blocks, int index)
    {
        bool isFrozen = false;
        for (int i = Math.Max(0, index - 1); i <= Math.Min(index, blocks.Length - 1); i++)
        {
            if (!blocks[i].IsFixed)
            {
                blocks = blocks.SetItem(i, blocks[i] with { IsFixed = true });
                isFrozen = true;
            }
        }

        return isFrozen;
    }
}

/// <summary>Lines of a text, counted from 1.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last, included.</param>
public sealed record LineRange(int First, int Last);
