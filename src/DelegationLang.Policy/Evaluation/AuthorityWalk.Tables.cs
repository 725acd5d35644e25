namespace DelegationLang.Policy.Evaluation;

/// <content>What is given by the lines of tables.</content>
internal sealed partial class AuthorityWalk
{
    private void GiveByTables(SeatHolding from, List<TableGrant> lines)
    {
        int TableOf(TableGrant grant) => index.Definition.Rules[grant.Entry.Rule].Table;
        lines.Sort((a, b) => TableOf(a) != TableOf(b) ? TableOf(a).CompareTo(TableOf(b)) : a.Entry.Rule.CompareTo(b.Entry.Rule));
        int start = 0;
        for (int i = 1; i <= lines.Count; i++)
        {
            if (i == lines.Count || TableOf(lines[i]) != TableOf(lines[start]))
            {
                GiveByTable(from, lines.GetRange(start, i - start));
                start = i;
            }
        }
    }

    // Of the lines that apply the first decides; those after it keep authority above it, as in a chain. They are therefore taken last to first.
    private void GiveByTable(SeatHolding from, List<TableGrant> lines)
    {
        int first = lines.FindIndex(line => line.Status == Truth.True && Applies(from, index.Definition.Rules[line.Entry.Rule]));
        var above = new List<SeatHolding>();
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            TableGrant line = lines[i];
            int before = holdings.Count;
            bool gives = Spread(from, line.Entry.Rule, line.Status, superseded: first >= 0 && i > first, above: new HoldingsAbove(above, above.Count));
            if (gives && i == first)
            {
                GiversOf(from).Add(from.Seat);
            }

            if (line.Status == Truth.True)
            {
                above.AddRange(holdings.Skip(before).Reverse());
            }
        }
    }

    private bool Applies(SeatHolding from, RuleDefinition rule)
    {
        for (int g = 0; g < rule.Holders.Length; g++)
        {
            if (context.AreAlive(rule.Holders[g]) && test.IsOpenTo(from, rule, rule.Holders[g]) && test.IsInPlaceOf(rule.Holders[g]) == Truth.True)
            {
                return true;
            }
        }

        return false;
    }
}
