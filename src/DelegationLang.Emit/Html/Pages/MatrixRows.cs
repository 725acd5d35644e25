using DelegationLang.Emit.Html.Map;
using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>A line of the matrix: a subject with whoever may decide it.</summary>
/// <param name="Subject">The subject, or the matter where it is one in relation to a function.</param>
/// <param name="Found">Who may decide it.</param>
internal sealed record MatrixRow(SubjectSymbol Subject, AuthorityOfSubject Found) : OutputPart;

/// <summary>A line of the matrix, and whether it stands for others that lie within its subject and are treated like it.</summary>
internal sealed record MatrixFamily(MatrixRow Row, bool IsWithAll) : OutputPart;

/// <summary>The lines and the columns of the matrix, in their order.</summary>
internal static class MatrixRows
{
    /// <summary>A line for each subject that the scheme speaks of: functions, then matters (by themselves, then for each function that is told apart), then budgets. A budget that covers functions stands for them.</summary>
    public static IEnumerable<MatrixRow> Of(PageContext context) =>
        context.ShownOf<SubjectSymbol>().OrderBy(subject => subject.IsFunction ? 0 : subject.IsMatter ? 1 : 2).SelectMany(subject => Of(context, subject));

    /// <summary>In a large scheme, what lies within another, is treated like it and has nobody advise on it alone stands with it; otherwise each line by itself.</summary>
    public static IReadOnlyList<MatrixFamily> Families(PageContext context, IReadOnlyList<MatrixRow> rows)
    {
        if (!context.Addresses.IsLarge)
        {
            return [.. rows.Select(row => new MatrixFamily(row, IsWithAll: false))];
        }

        var keys = rows.ToDictionary(SubjectOf, row => SubjectAuthority.KeyOf(row.Found));
        var withOthers = new HashSet<TableSubject>();
        var alone = new List<MatrixRow>();
        foreach (MatrixRow row in rows)
        {
            TableSubject? wider = context.Index.Naming[row.Subject].Any(statement => statement is InvolvementStatement) ? null
                : SubjectGroups.Wider(context, SubjectOf(row)).Where(above => keys.TryGetValue(above, out string? key) && key == keys[SubjectOf(row)]).Select(above => (TableSubject?)above).FirstOrDefault();
            if (wider is { } found)
            {
                withOthers.Add(found);
            }
            else
            {
                alone.Add(row);
            }
        }

        return [.. alone.Select(row => new MatrixFamily(row, withOthers.Contains(SubjectOf(row))))];
    }

    /// <summary>A column for each party that some line speaks of: organisations, then bodies, then posts.</summary>
    public static PartySymbol[] Columns(PageContext context, Func<PartySymbol, bool> isSpokenOf) =>
        [.. context.ShownOf<PartySymbol>().Where(isSpokenOf).OrderBy(party => party.IsOrganisation ? 0 : party.IsGroup ? 1 : 2)];

    private static TableSubject SubjectOf(MatrixRow row) => new(row.Found.Function, row.Found.Matter);

    private static IEnumerable<MatrixRow> Of(PageContext context, SubjectSymbol subject) =>
        subject.Covers.IsEmpty && context.Publication.Index.IndexOf(subject) is >= 0 and var index
            ? context.Authorities.OfSubject(index).Select(found => new MatrixRow(subject, found))
            : [];
}
