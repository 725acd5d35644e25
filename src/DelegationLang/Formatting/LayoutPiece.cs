namespace DelegationLang.Formatting;

/// <summary>Where a line may be broken before a token.</summary>
internal enum BreakKind
{
    /// <summary>Nowhere.</summary>
    None,

    /// <summary>After a comma, where a clause is too long for a line.</summary>
    Comma,

    /// <summary>Before a clause, where a sentence is too long for a line.</summary>
    Clause,

    /// <summary>Before what is expected of a scenario: where it is broken first.</summary>
    Expectation,

    /// <summary>Always: before the lines of a table or a list, and after a title.</summary>
    Line,

    /// <summary>Always: before an item of a list.</summary>
    Item,

    /// <summary>Always: before what follows the items of a list.</summary>
    AfterItems,
}

/// <summary>A token as it is to be written, with what stands before it.</summary>
/// <param name="Text">What is written for it.</param>
/// <param name="Break">Where a line may be broken before it.</param>
/// <param name="IsGlued">Whether nothing comes between it and the token before: a full stop, a comma, a colon.</param>
/// <param name="IsInClause">Whether it belongs to a clause.</param>
/// <param name="Before">The comments before it, and the blank lines.</param>
internal sealed record LayoutPiece(string Text, BreakKind Break, bool IsGlued, bool IsInClause, Trivia Before);
