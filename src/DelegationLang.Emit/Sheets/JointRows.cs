namespace DelegationLang.Emit.Sheets;

/// <summary>
/// Rows of those who decide together. The table of authority has lines for each of them, and tells the cases apart that matter to that one: here each group
/// stands once, in the row that says most.
/// </summary>
internal static class JointRows
{
    // All that must be alike for one row to say what another does; a bound, a condition and a step are compared, and the rest tells where it comes from.
    private static readonly int[] Alike = [.. ((string[])["deciders", "subject", "how", "basis", "VAT", "place", "except", "afterwards", "acts through"]).Select(DecisionSheet.IndexOf)];

    private static readonly int From = DecisionSheet.IndexOf("from £");
    private static readonly int FromItself = DecisionSheet.IndexOf("from £ itself");
    private static readonly int To = DecisionSheet.IndexOf("to £");
    private static readonly int ToItself = DecisionSheet.IndexOf("to £ itself");
    private static readonly int First = DecisionSheet.IndexOf("from");
    private static readonly int Last = DecisionSheet.IndexOf("until");
    private static readonly int Conditions = DecisionSheet.IndexOf("conditions");
    private static readonly int Steps = DecisionSheet.IndexOf("steps");

    /// <summary>The rows without those that another covers: as much, as long, under no more conditions and after no more steps.</summary>
    public static IEnumerable<IReadOnlyList<SheetCell>> Widest(IReadOnlyList<IReadOnlyList<SheetCell>> rows)
    {
        foreach (IGrouping<string, IReadOnlyList<SheetCell>> group in rows.GroupBy(row => string.Join('\0', Alike.Select(column => row[column].Text)), StringComparer.Ordinal))
        {
            IReadOnlyList<SheetCell>[] members = [.. group];
            for (int i = 0; i < members.Length; i++)
            {
                if (!Enumerable.Range(0, members.Length).Any(other => other != i && Covers(members[other], members[i]) && (other < i || !Covers(members[i], members[other]))))
                {
                    yield return members[i];
                }
            }
        }
    }

    private static bool Covers(IReadOnlyList<SheetCell> wide, IReadOnlyList<SheetCell> narrow) =>
        IsWithin(wide[From].Number, wide[FromItself], narrow[From].Number, narrow[FromItself], sign: 1)
        && IsWithin(wide[To].Number, wide[ToItself], narrow[To].Number, narrow[ToItself], sign: -1)
        && (wide[First].Day is not { } first || first <= narrow[First].Day)
        && (wide[Last].Day is not { } last || last >= narrow[Last].Day)
        && Parts(wide[Conditions]).All(Parts(narrow[Conditions]).Contains)
        && Parts(wide[Steps]).All(Parts(narrow[Steps]).Contains);

    private static bool IsWithin(decimal? wide, SheetCell wideItself, decimal? narrow, SheetCell narrowItself, int sign) =>
        wide is not { } bound || (narrow is { } own && (bound * sign < own * sign || (bound == own && (wideItself == narrowItself || wideItself.Text == DecisionRow.Included))));

    private static string[] Parts(SheetCell cell) => cell.Text.Length == 0 ? [] : cell.Text.Split(DecisionRow.Between);
}
