using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>A line of the matrix: a subject with whoever may decide it.</summary>
/// <param name="Subject">The subject, or the matter where it is one in relation to a function.</param>
/// <param name="Found">Who may decide it.</param>
internal sealed record MatrixRow(SubjectSymbol Subject, AuthorityOfSubject Found);

/// <summary>The lines and the columns of the matrix, in their order.</summary>
internal static class MatrixRows
{
    /// <summary>A line for each subject that the scheme speaks of: functions, then matters (by themselves, then for each function that is told apart), then budgets. A budget that covers functions stands for them.</summary>
    public static IEnumerable<MatrixRow> Of(PageContext context) =>
        context.ShownOf<SubjectSymbol>().OrderBy(subject => subject.IsFunction ? 0 : subject.IsMatter ? 1 : 2).SelectMany(subject => Of(context, subject));

    /// <summary>A column for each party that some line speaks of: organisations, then bodies, then posts.</summary>
    public static PartySymbol[] Columns(PageContext context, Func<PartySymbol, bool> isSpokenOf) =>
        [.. context.ShownOf<PartySymbol>().Where(isSpokenOf).OrderBy(party => party.IsOrganisation ? 0 : party.IsGroup ? 1 : 2)];

    private static IEnumerable<MatrixRow> Of(PageContext context, SubjectSymbol subject) =>
        subject.Covers.IsEmpty && context.Publication.Index.IndexOf(subject) is >= 0 and var index
            ? context.Authorities.OfSubject(index).Select(found => new MatrixRow(subject, found))
            : [];
}
