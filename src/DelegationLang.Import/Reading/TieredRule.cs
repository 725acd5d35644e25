namespace DelegationLang.Import.Reading;

/// <summary>A rule that gives a matter in tiers, the sum before each post: <c>Contracts up to £20k – Chief Executive; over £20k – Board</c>.</summary>
/// <param name="Matter">The matter.</param>
/// <param name="Tiers">The tiers as a cell has them: the post and its sum, a line each.</param>
internal sealed record TieredRule(string Matter, string Tiers) : DocumentPart
{
    /// <summary>The rule, if a text is one.</summary>
    public static TieredRule? Of(string text)
    {
        string[] parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length < 2)
        {
            return null;
        }

        string matter = "";
        var tiers = new List<string>();
        foreach (string part in parts)
        {
            if (BandReader.All(part) is not [var band, ..] || part[band.End..].TrimStart() is not ['–' or '—' or '-' or ':', .. var who] || who.Trim().Length == 0)
            {
                return null;
            }

            string before = MatterReader.BeforeSum(part[..band.Start]).Trim();
            if (tiers.Count == 0 ? before.Length == 0 : before.Length > 0)
            {
                return null;
            }

            matter = tiers.Count == 0 ? before : matter;
            tiers.Add($"{who.Trim()}, {part[band.Start..band.End]}");
        }

        return new TieredRule(matter, string.Join('\n', tiers));
    }
}
