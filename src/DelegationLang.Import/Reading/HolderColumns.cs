using DelegationLang.Import.Documents;

namespace DelegationLang.Import.Reading;

/// <summary>A table with a body or post at the head of each column, and below it what it may decide.</summary>
internal sealed class HolderColumns
{
    private readonly string[] holders;

    private HolderColumns(string[] holders) => this.holders = holders;

    /// <summary>The layout, if a table has it.</summary>
    public static HolderColumns? Of(TableShape shape, HolderReader parties)
    {
        if (!shape.HasHead || shape.Width < 2 || shape.Rows.Length == 0)
        {
            return null;
        }

        string[] holders = [.. shape.Heads.Select(head => HolderReader.Name(head.Last))];
        bool areParties = holders.All(holder => parties.IsOne(holder) && ColumnHeads.RoleOf(holder) is ColumnRole.None or ColumnRole.Decider && !ColumnHeads.IsOfPosts(holder));
        bool areMatters = Enumerable.Range(0, shape.Width).All(column => shape.Column(column).All(cell => !parties.IsOne(cell.Line)));
        return areParties && areMatters ? new HolderColumns(holders) : null;
    }

    /// <summary>Reads it.</summary>
    public void Read(TableShape shape, TableContext context, DocumentRowReader rows)
    {
        foreach (BodyRow row in shape.Rows)
        {
            for (int column = 0; column < holders.Length; column++)
            {
                foreach (string line in row.Cells[column].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                {
                    RawRow raw = TableReader.Raw(row, context);
                    rows.Read(raw with { Place = $"{raw.Place}, column {holders[column]}", Words = $"{holders[column]}: {line}", Matter = line, Decider = holders[column] });
                }
            }
        }
    }
}
