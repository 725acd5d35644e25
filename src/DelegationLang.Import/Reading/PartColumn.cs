using System.Collections.Immutable;
using DelegationLang.Import.Documents;
using DelegationLang.Syntax;

namespace DelegationLang.Import.Reading;

/// <summary>A column that says what part whoever stands beside it has: <c>Approves</c>, <c>Recommends</c>, <c>Consulted</c>. Only one of these decides.</summary>
internal sealed class PartColumn
{
    private readonly int column;
    private readonly int decider;
    private readonly Dictionary<string, List<DraftStep>> steps = new(StringComparer.Ordinal);
    private readonly HashSet<string> decided = new(StringComparer.Ordinal);

    private PartColumn(int column, int decider) => (this.column, this.decider) = (column, decider);

    /// <summary>The column, if a table has one.</summary>
    public static PartColumn? Of(TableShape shape, ColumnRole[] roles, int matter, int decider, HolderReader parties)
    {
        int column = Enumerable.Range(0, roles.Length).FirstOrDefault(column => column != matter && column != decider && roles[column] is ColumnRole.Extra or ColumnRole.Rival or ColumnRole.None && IsOfParts(shape, column), -1);
        if (column < 0 || decider < 0)
        {
            return null;
        }

        var found = new PartColumn(column, decider);
        string key = "";
        foreach (BodyRow row in shape.Rows)
        {
            key = row.Cells[matter].IsEmpty ? key : KeyOf(row.Cells[matter].Text);
            found.Look(row, key, parties);
        }

        return found;
    }

    /// <summary>What came of a row whose part decides nothing; none for one that decides.</summary>
    public RowResult? Read(BodyRow row, RawRow raw)
    {
        if (PartOf(row) is null or PartKind.Decides)
        {
            return null;
        }

        return decided.Contains(KeyOf(raw.Matter))
            ? new RowResult(raw.Place, raw.Words, RowState.Skipped) { Reason = "Its part belongs to the row that decides." }
            : new RowResult(raw.Place, raw.Words, RowState.Asked) { Question = new Question($"Who decides? “{row.Cells[column].Line}” decides nothing.", Choices(raw)) };
    }

    /// <summary>The steps that other rows give to the one that decides.</summary>
    public ImmutableArray<DraftStep> StepsOf(string matter) => steps.TryGetValue(KeyOf(matter), out List<DraftStep>? own) ? [.. own] : [];

    private ImmutableArray<Choice> Choices(RawRow raw)
    {
        MatterText matter = MatterReader.Read(raw.Matter);
        Power power = new() { Kind = PowerKind.Reserved, Matter = matter.Name, Alias = matter.Alias, Reference = raw.Reference, Notes = raw.Notes };
        return [new Choice("The governing body alone.", [power]), new Choice("Nothing; leave it as a comment.", [])];
    }

    private void Look(BodyRow row, string key, HolderReader parties)
    {
        DraftStepKind? kind = PartOf(row) switch
        {
            PartKind.Recommends => DraftStepKind.Recommend,
            PartKind.Consulted => DraftStepKind.Consult,
            PartKind.Approves => DraftStepKind.Approve,
            PartKind.Informed => DraftStepKind.Report,
            _ => null,
        };
        if (PartOf(row) == PartKind.Decides)
        {
            decided.Add(key);
        }
        else if (kind is { } step && parties.All(row.Cells[decider].Line) is { Length: > 0 } who)
        {
            if (!steps.TryGetValue(key, out List<DraftStep>? own))
            {
                steps[key] = own = [];
            }

            own.Add(new DraftStep(step, [.. who]));
        }
    }

    private PartKind? PartOf(BodyRow row) => row.Cells[column].IsEmpty ? null : CellMarks.ByWords(row.Cells[column].Line) ?? PartKind.Unknown;

    private static bool IsOfParts(TableShape shape, int column)
    {
        Cell[] cells = [.. shape.Column(column)];
        return cells.Length > 0 && cells.Count(cell => CellMarks.IsPart(cell.Line)) * 2 > cells.Length;
    }

    private static string KeyOf(string matter) => NameKey.Of(MatterReader.Read(matter).Name);
}
