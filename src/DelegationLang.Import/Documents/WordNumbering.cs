using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelegationLang.Import.Documents;

/// <summary>The number of a paragraph in a list.</summary>
/// <param name="Depth">How deep it stands, from 1; 0 outside of lists.</param>
/// <param name="Label">What stands before it, such as <c>(a)</c>.</param>
/// <param name="Full">The same with what is above it, such as <c>2.1(a)</c>; that of the paragraph above where it has a bullet.</param>
/// <param name="IsBullet">Whether it has a bullet.</param>
internal readonly record struct ListNumber(int Depth, string Label, string Full, bool IsBullet);

/// <summary>Counts as Word counts: the numbers of its lists do not stand in the text.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, Level?[]> levelsOf = [];
    private readonly Dictionary<int, int> abstractOf = [];
    private readonly Dictionary<int, int[]> counters = [];
    private string lastNumbered = "";
    private int lastDepth;

    /// <summary>Looks through the lists that a document declares.</summary>
    public WordNumbering(Numbering? numbering)
    {
        foreach (AbstractNum list in numbering?.Elements<AbstractNum>() ?? [])
        {
            var levels = new Level?[Levels];
            foreach (Level level in list.Elements<Level>().Where(level => level.LevelIndex?.Value is >= 0 and < Levels))
            {
                levels[level.LevelIndex?.Value ?? 0] = level;
            }

            levelsOf[list.AbstractNumberId?.Value ?? 0] = levels;
        }

        foreach (NumberingInstance instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            abstractOf[instance.NumberID?.Value ?? 0] = instance.AbstractNumId?.Val?.Value ?? 0;
        }
    }

    /// <summary>The number of the next paragraph of a list.</summary>
    public ListNumber Next(NumberingProperties? properties)
    {
        int id = properties?.NumberingId?.Val?.Value ?? 0;
        int depth = Math.Clamp(properties?.NumberingLevelReference?.Val?.Value ?? 0, 0, Levels - 1);
        if (id == 0 || !abstractOf.TryGetValue(id, out int list) || !levelsOf.TryGetValue(list, out Level?[]? levels) || levels[depth] is not { } level)
        {
            return default;
        }

        string format = level.NumberingFormat?.Val?.InnerText ?? "decimal";
        if (format is "bullet" or "none")
        {
            // A list of bullets has levels of its own; it stands below the paragraph with a number before it.
            return new ListNumber(lastDepth + depth + 1, "", lastNumbered, IsBullet: format == "bullet");
        }

        int[] counts = counters.TryGetValue(list, out int[]? found) ? found : counters[list] = new int[Levels];
        counts[depth] = counts[depth] == 0 ? level.StartNumberingValue?.Val?.Value ?? 1 : counts[depth] + 1;
        Array.Clear(counts, depth + 1, Levels - depth - 1);
        string pattern = level.LevelText?.Val?.Value ?? "%" + (depth + 1).ToString(CultureInfo.InvariantCulture) + ".";
        string label = Label(pattern, levels, counts);
        bool isWhole = depth == 0 || pattern.Count(c => c == '%') > 1;
        string above = isWhole ? "" : Above(levels, counts, depth - 1);
        string full = above + label.TrimEnd('.', ' ');
        lastNumbered = full;
        lastDepth = depth + 1;
        return new ListNumber(depth + 1, label, full, IsBullet: false);
    }

    private static string Above(Level?[] levels, int[] counts, int depth)
    {
        string pattern = levels[depth]?.LevelText?.Val?.Value ?? "";
        string label = Label(pattern, levels, counts).TrimEnd('.', ' ');
        return depth == 0 || pattern.Count(c => c == '%') > 1 ? label : Above(levels, counts, depth - 1) + label;
    }

    private static string Label(string pattern, Level?[] levels, int[] counts)
    {
        var label = new StringBuilder();
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '%' && i + 1 < pattern.Length && pattern[i + 1] is >= '1' and <= '9')
            {
                int level = pattern[++i] - '1';
                label.Append(Figure(Math.Max(1, counts[level]), levels[level]?.NumberingFormat?.Val?.InnerText ?? "decimal"));
            }
            else
            {
                label.Append(pattern[i]);
            }
        }

        return label.ToString();
    }

    private static string Figure(int number, string format) => format switch
    {
        "lowerLetter" => Letters(number),
        "upperLetter" => Letters(number).ToUpperInvariant(),
        "lowerRoman" => Roman(number),
        "upperRoman" => Roman(number).ToUpperInvariant(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Letters(int number) => new((char)('a' + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Roman(int number)
    {
        (int, string)[] signs = [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
        var roman = new StringBuilder();
        number = Math.Min(number, 399);
        foreach ((int value, string sign) in signs)
        {
            for (; number >= value; number -= value)
            {
                roman.Append(sign);
            }
        }

        return roman.ToString();
    }
}
