namespace DelegationLang.Emit.Map;

/// <summary>A party's box: its text, and where it stands. Distances are in units of the picture.</summary>
internal sealed class MapBox
{
    /// <summary>How wide every box is.</summary>
    public const int Width = 216;

    private const int Padding = 10;
    private const int NameLine = 16;
    private const int CaptionLine = 13;
    private const int FactLine = 14;

    /// <summary>How many lines of facts a box has; what is beyond stands on the party's page and in the lists beside the picture.</summary>
    private const int MostFactLines = 9;

    public MapBox(MapNode node)
    {
        Node = node;
        Name = TextWrap.Wrap(node.Party.DisplayName, Width - (2 * Padding), 7.4, 3);
        Caption = TextWrap.Wrap(node.Caption, Width - (2 * Padding), 5.9, 3);
        Facts = FactLines([.. node.Authority, .. node.Duties]);
        Height = (2 * Padding) + (Name.Count * NameLine) + (Caption.Count * CaptionLine) + (Facts.Count == 0 ? 0 : 6 + (Facts.Count * FactLine));
    }

    public MapNode Node { get; }

    /// <summary>The name, broken into lines.</summary>
    public IReadOnlyList<string> Name { get; }

    /// <summary>What it is, broken into lines.</summary>
    public IReadOnlyList<string> Caption { get; }

    /// <summary>What it holds and does, broken into lines.</summary>
    public IReadOnlyList<string> Facts { get; }

    public int Height { get; }

    /// <summary>Which line of boxes it stands in, from the top.</summary>
    public int Line { get; set; }

    /// <summary>Which column it stands in, from the left.</summary>
    public int Column { get; set; }

    public int Left { get; set; }

    public int Top { get; set; }

    public int Bottom => Top + Height;

    /// <summary>Where the first line of each part of the text stands.</summary>
    public int NameTop => Top + Padding + 12;

    public int CaptionTop => NameTop + (Name.Count * NameLine) - 2;

    public int FactsTop => CaptionTop + (Caption.Count * CaptionLine) + 6;

    public int TextLeft => Left + Padding;

    public static int NameStep => NameLine;

    public static int CaptionStep => CaptionLine;

    public static int FactStep => FactLine;

    // Each fact starts a line of its own; those that find no room are counted.
    private static List<string> FactLines(List<string> facts)
    {
        var lines = new List<string>();
        for (int i = 0; i < facts.Count; i++)
        {
            IReadOnlyList<string> own = TextWrap.Wrap(facts[i], Width - (2 * Padding), 5.9, 4);
            int room = MostFactLines - (i < facts.Count - 1 ? 1 : 0);
            if (lines.Count + own.Count > room)
            {
                lines.Add(lines.Count == 0 ? own[0] : $"and {facts.Count - i} more");
                break;
            }

            lines.AddRange(own);
        }

        return lines;
    }
}
