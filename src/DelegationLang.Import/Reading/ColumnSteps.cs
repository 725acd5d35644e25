using System.Text.RegularExpressions;
using DelegationLang.Import.Documents;

namespace DelegationLang.Import.Reading;

/// <summary>Columns of steps and of days: what their cells say, and what is made of words in them that are neither.</summary>
internal static class ColumnSteps
{
    /// <summary>The steps of a row.</summary>
    public static IEnumerable<DraftStep> Of(BodyRow row, ColumnRole[] roles, HolderReader parties)
    {
        for (int column = 0; column < roles.Length; column++)
        {
            if (KindOf(roles[column]) is { } kind && Read(row.Cells[column].Line, kind, parties) is { } step)
            {
                yield return step;
            }
        }
    }

    /// <summary>What nobody can read there: the power waits until somebody says that it is so.</summary>
    public static IEnumerable<DraftCondition> Unread(TableShape shape, BodyRow row, ColumnRole[] roles, HolderReader parties) =>
        Columns(row, roles).Where(column => !IsNothing(row.Cells[column].Line) && roles[column] != ColumnRole.Report && IsUnread(row.Cells[column], roles[column], parties))
            .Select(column => new DraftCondition($"{shape.Heads[column].Last.TrimEnd(':')}: {row.Cells[column].Line}", IsNormally: false));

    /// <summary>What its cells say beside the names of parties.</summary>
    public static IEnumerable<string> Notes(TableShape shape, BodyRow row, ColumnRole[] roles, HolderReader parties) =>
        Columns(row, roles).Where(column => KindOf(roles[column]) is { } kind ? parties.All(row.Cells[column].Line).Length == 0 && (kind == DraftStepKind.Report || IsNothing(row.Cells[column].Line) || Read(row.Cells[column].Line, kind, parties) is not null) : IsNothing(row.Cells[column].Line))
            .Where(column => !HolderReader.IsBlank(row.Cells[column].Line))
            .Select(column => $"{shape.Heads[column].Last.TrimEnd(':')}: {row.Cells[column].Line}");

    private static IEnumerable<int> Columns(BodyRow row, ColumnRole[] roles) =>
        Enumerable.Range(0, roles.Length).Where(column => !row.Cells[column].IsEmpty && (KindOf(roles[column]) is not null || roles[column] is ColumnRole.From or ColumnRole.Until)).DistinctBy(column => row.Cells[column]);

    private static bool IsUnread(Cell cell, ColumnRole role, HolderReader parties) =>
        KindOf(role) is { } kind ? Read(cell.Line, kind, parties) is null : (cell.Day ?? Cells.DayOf(cell.Line)) is null;

    // "Ward members, where the site is in their ward": asked in each case, which no rule forbids.
    private static DraftStep? Read(string text, DraftStepKind kind, HolderReader parties)
    {
        if (IsNothing(text))
        {
            return null;
        }

        if (parties.All(text) is { Length: > 0 } all)
        {
            return new DraftStep(kind, [.. all]);
        }

        if (StepWords.Of(text) is { } said && parties.All(said.Who) is { Length: > 0 } named)
        {
            return new DraftStep(said.Kind, [.. named]);
        }

        List<Marker> markers = Markers.Of(text, hasBands: true);
        return markers.Count > 0 && parties.All(text[..markers[0].Start].Trim(' ', ',', '(', '–', '-', ';')) is { Length: > 0 } head ? new DraftStep(kind, [.. head]) : null;
    }

    private static DraftStepKind? KindOf(ColumnRole role) => role switch
    {
        ColumnRole.Consult => DraftStepKind.Consult,
        ColumnRole.Recommend => DraftStepKind.Recommend,
        ColumnRole.Approve => DraftStepKind.Approve,
        ColumnRole.Report => DraftStepKind.Report,
        _ => null,
    };

    private static bool IsNothing(string text) => HolderReader.IsBlank(text) || Nothing.IsMatch(text.Trim(' ', '.'));

    private static readonly Regex Nothing = new(@"^(?:no|not\s+(?:required|needed|necessary)|(?:no|without)\s+consultation(?:\s+(?:required|needed))?|(?:until\s+)?further\s+notice|ongoing|open|open[\s-]ended|permanent|indefinite(?:ly)?|no\s+(?:end|expiry)(?:\s+date)?|immediate(?:ly)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
