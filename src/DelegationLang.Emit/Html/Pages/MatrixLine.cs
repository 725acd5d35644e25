using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>A line of the matrix with what stands in its cells: the page, the sheet and the comma-separated values say the same.</summary>
/// <param name="Words">How claims are said.</param>
/// <param name="Name">The subject, with links.</param>
/// <param name="Subject">The subject as questions take it.</param>
/// <param name="Cells">The parties that have to do with it, and what.</param>
/// <param name="IsComplete">Whether all that is so of the subject was found, so that it can be said who has no part in it.</param>
internal sealed record MatrixLine(AuthorityLines Words, LineView Name, string Subject, Dictionary<PartySymbol, List<LineView>> Cells, bool IsComplete) : OutputPart
{
    /// <summary>The days on which the subject is there.</summary>
    public DateRange Life { get; init; } = DateRange.Always;

    /// <summary>
    /// What stands in the cell of a party: what it has to do with the subject, or that it has no part. Nothing where neither can be said: of a title whose
    /// post has a column of its own, and where not all was found.
    /// </summary>
    public IReadOnlyList<LineView> Of(PartySymbol party) => Cells.TryGetValue(party, out List<LineView>? lines) ? lines
        : !IsComplete || party.HeldBy is not null ? []
        : [Words.None(party.DisplayName, Subject, Life.Intersect(party.Lifetime))];
}
