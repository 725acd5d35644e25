using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>
/// A second bound straight after that of a measure in money: <c>when contract value above £10,000 up to £50,000</c>. It may be the other end of
/// the measure or the limit of the sentence, and read as the first it would give away every amount. Where the sentence has its limit already,
/// only one reading is left.
/// </summary>
internal static class SwallowedLimit
{
    /// <summary>The finding about the bounds of a measure; none where they can only be read in one way.</summary>
    /// <param name="scope">The sentence.</param>
    /// <param name="facts">The clause that the measure stands in, <c>when</c> or <c>unless</c>.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="bounds">What stands after it.</param>
    /// <param name="clauses">All clauses of the sentence.</param>
    public static Diagnostic? Find(Scope scope, ClauseSyntax facts, MeasureSymbol measure, ImmutableArray<BoundSyntax> bounds, ImmutableArray<ClauseSyntax> clauses)
    {
        if (!measure.IsMoney || bounds.Length < 2)
        {
            return null;
        }

        BoundSyntax last = bounds[^1];
        ImmutableArray<BoundSyntax> own = [.. clauses.OfType<LimitClauseSyntax>()
            .SelectMany(limit => limit.Range.Bounds)
            .Where(bound => bound.Span.Start < facts.Span.Start)];
        if (IsSettledBy(own, last) || clauses.Any(clause => clause is UnlimitedClauseSyntax && clause.Span.Start < facts.Span.Start))
        {
            return null;
        }

        string written = scope.Source.ToString(last.Span);
        string name = MessageWords.Quote(measure.Name);
        string rest = scope.Node is TableLineSyntax ? "line" : "sentence";
        SourceLocation ending = Ending(scope, last, clauses);
        string limit = scope.Source.ToString(ending.Span);
        return new Diagnostic(
            SemanticDiagnostics.SwallowedLimit, scope.At(last), $"{MessageWords.Quote(written)} could belong to {name} or be the limit of the {rest} itself")
        {
            Label = "whose figure is this?",
            Help = $"if it limits what may be decided, write it before {MessageWords.Quote(facts.Keyword)}: `{limit} {facts.Keyword} …`; if it belongs to {name}, "
                + (facts is WhenClauseSyntax ? $"repeat the measure: `when {measure.Name} {written}`" : $"say with `when` and `or` in which cases the {rest} holds"),
            Related = [new RelatedLocation($"the measure {name} is in money too", measure.Location)],
            Fixes = Fixes(scope, facts, measure, bounds, ending),
        };
    }

    // A bound of the sentence's own on the same side. A lower one alone settles it where an upper one could not follow it.
    private static bool IsSettledBy(ImmutableArray<BoundSyntax> own, BoundSyntax last) =>
        own.Any(bound => IsUpper(bound) == IsUpper(last))
        || own.Any(bound => !IsUpper(last) || (bound.Amount is MoneySyntax lower && last.Amount is MoneySyntax upper && upper.Value <= lower.Value));

    private static ImmutableArray<CodeFix> Fixes(Scope scope, ClauseSyntax facts, MeasureSymbol measure, ImmutableArray<BoundSyntax> bounds, SourceLocation ending)
    {
        BoundSyntax last = bounds[^1];
        string limit = scope.Source.ToString(ending.Span);
        var ofSentence = new CodeFix(
            $"It is the limit: write {MessageWords.Quote(limit)} before {MessageWords.Quote(facts.Keyword)}",
            [new TextEdit(new SourceLocation(scope.Source, new TextSpan(facts.Span.Start, 0)), limit + " "), Removal.Of(ending)]);
        bool canRepeat = facts is WhenClauseSyntax { IsAny: false } && ending.Span == last.Span && bounds.Length == 2;
        return canRepeat
            ? [ofSentence, new CodeFix(
                $"It belongs to {MessageWords.Quote(measure.Name)}: repeat the measure",
                [new TextEdit(new SourceLocation(scope.Source, new TextSpan(last.Span.Start, 0)), $"when {MessageWords.Writable(measure.Name)} ")])]
            : [ofSentence];
    }

    // What the amount counts goes with it.
    private static SourceLocation Ending(Scope scope, BoundSyntax last, ImmutableArray<ClauseSyntax> clauses)
    {
        int end = last.Span.End;
        foreach (QualifierClauseSyntax qualifier in clauses.OfType<QualifierClauseSyntax>())
        {
            if (qualifier.Span.Start >= end && scope.Source.Content.AsSpan(end, qualifier.Span.Start - end).Trim(" \t\r\n,").IsEmpty)
            {
                end = qualifier.Span.End;
            }
        }

        return new SourceLocation(scope.Source, TextSpan.FromBounds(last.Span.Start, end));
    }

    private static bool IsUpper(BoundSyntax bound) => bound.Kind is BoundKind.UpTo or BoundKind.Below;
}
