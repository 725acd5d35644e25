using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Collects the bounds of one range of amounts, and what they count.</summary>
internal sealed class RangeBuilder
{
    /// <summary>The bounds so far.</summary>
    public List<BoundSyntax> Bounds { get; } = [];

    /// <summary>What they count; with an empty span when not said.</summary>
    public AmountQualifierSyntax Qualifier { get; set; } = Unqualified(0);

    /// <summary>A qualifier that says nothing.</summary>
    public static AmountQualifierSyntax Unqualified(int position) => new() { Span = new TextSpan(position, 0), IsMissing = true };

    public void Add(BoundSyntax bound) => Bounds.Add(bound);

    public void Clear()
    {
        if (Bounds.Count > 0 || !Qualifier.IsMissing)
        {
            Bounds.Clear();
            Qualifier = Unqualified(0);
        }
    }

    /// <summary>The range; there must be a bound.</summary>
    public AmountRangeSyntax Build()
    {
        var span = TextSpan.Union(Bounds[0].Span, Bounds[^1].Span);
        bool isQualified = Qualifier.Span.Length > 0;
        return new AmountRangeSyntax
        {
            Bounds = [.. Bounds],
            Qualifier = isQualified ? Qualifier : Unqualified(span.End),
            Span = isQualified ? TextSpan.Union(span, Qualifier.Span) : span,
        };
    }
}
