using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Map;

/// <summary>A subject of the table of authority: a function, a matter, or a matter in relation to a function; -1 for none.</summary>
internal readonly record struct TableSubject(int Function, int Matter);

/// <summary>Something that one party decides, on the same terms for several subjects.</summary>
/// <param name="Row">The line of the table of authority for the first of them.</param>
/// <param name="Words">That line in words.</param>
/// <param name="Subjects">The subjects, in the order of declaration.</param>
internal sealed record MapEntry(AuthorityRow Row, Authority Words, IReadOnlyList<TableSubject> Subjects) : OutputPart
{
    /// <summary>Who decides.</summary>
    public int Party => Row.Terms.Party;

    /// <summary>Whether some amount bounds it from above.</summary>
    public bool IsLimited => Row.Terms.Amounts.Any(amount => amount.To is not null) || Row.Terms.Shares.Any(share => share.Measure < 0 && share.To is not null);

    /// <summary>Whether amounts bear on it at all.</summary>
    public bool TurnsOnAmount => !Row.Terms.Amounts.IsEmpty || Row.Terms.Shares.Any(share => share.Measure < 0);

    /// <summary>Whether it is what remains everywhere but at some places.</summary>
    public bool IsElsewhereOnly => Row.Terms.IsElsewhere && !Row.Terms.NotAt.IsEmpty;

    /// <summary>Whether it is bound to places, or to all others.</summary>
    public bool IsPlaced => !Row.Terms.Places.IsEmpty || !Row.Terms.NotAt.IsEmpty;

    /// <summary>The lowest lower end of its amounts; 0 for none.</summary>
    public decimal Floor => Row.Terms.Amounts.Select(amount => amount.From ?? 0).DefaultIfEmpty(0).Min();

    /// <summary>The highest upper end of its amounts, all of which it must keep to; the largest number for none.</summary>
    public decimal Ceiling => Row.Terms.Amounts.Select(amount => amount.To).Max() ?? decimal.MaxValue;

    /// <summary>The sentence by which it is held, the last of its chain; none for what is held by law.</summary>
    public Statement? Statement(PageContext context) => Row.Terms.Rules.IsEmpty ? null : context.Publication.Index.Rules[Row.Terms.Rules[^1]];
}
