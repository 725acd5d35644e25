using DelegationLang.Diagnostics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>What clauses of one sentence say against each other.</summary>
internal sealed partial class ClauseAssembler
{
    private void CheckBound(IEnumerable<BoundSyntax> given, BoundSyntax bound)
    {
        bool isUpper = IsUpper(bound.Kind);
        foreach (BoundSyntax other in given)
        {
            if (IsUpper(other.Kind) == isUpper)
            {
                ReportTwice(isUpper ? "an upper limit" : "a lower limit", bound.Span, other.Span);
                return;
            }
        }
    }

    // Two limits of one sentence say what each counts: where the second does, the first is meant by the decision, as it is where nothing is said.
    private void CheckSecondLimit(BoundSyntax bound, int next)
    {
        bool isUpper = IsUpper(bound.Kind);
        if (limit.Bounds.Find(other => IsUpper(other.Kind) == isUpper) is not { } first)
        {
            return;
        }

        string counted = window.KindAt(next) is TokenKind.Per or TokenKind.InTotal ? Shown(nodes.SpanOf(next)) : "";
        bool isClear = counted.Length > 0 && counted != "per decision" && limit.Bounds[^1].Amount is MoneySyntax;
        string both = isClear ? $"{Shown(first.Span)} per decision and {Shown(bound.Span)} {counted}" : "up to £50,000 per decision and up to £100,000 per year";
        faults.Add(Misplaced(bound.Span, $"{(isUpper ? "an upper limit" : "a lower limit")} is given twice in this sentence") with
        {
            Label = "given again here",
            Help = isClear ? $"two limits of one sentence each say what they count: `{both}`" : $"keep one of the two; where both are to be met, each says what it counts: `{both}`",
            Related = [new RelatedLocation("given here", new SourceLocation(faults.Source, first.Span))],
            Fixes = isClear ? [ParsingFaults.Insert(faults.Source, limit.Bounds[^1].Span.End, " per decision", "Write per decision after the first")] : [],
        });
    }

    private string Shown(TextSpan span) => ParsingFaults.Shown(faults.Source, span.Start, span.End);

    /// <summary>A sentence's own limit is money: a bare number has lost its pound sign.</summary>
    private void CheckMoney(BoundSyntax bound)
    {
        if (bound.Amount is NumberSyntax { IsInvalid: false, IsMissing: false } number)
        {
            string written = faults.Source.ToString(number.Span);
            bool hasUnit = number.Unit.Length > 0;
            Diagnostic fault = ParsingFaults.Make(ParsingDiagnostics.BadNumber, faults.Source, number.Span.Start, number.Span.End, $"`{written}` is no amount of money");
            faults.Add(hasUnit
                ? fault with { Help = "a limit of a sentence is money; a number of something else stands after a measure, as in `when contract length up to 5 years`" }
                : fault with
                {
                    Help = $"write the currency: `£{written}`",
                    Fixes = [ParsingFaults.Insert(faults.Source, number.Span.Start, "£", $"Write £{written}")],
                });
        }
    }

    private void ReportTwice(string what, TextSpan again, TextSpan first) =>
        faults.Add(Misplaced(again, $"{what} is given twice in this sentence") with
        {
            Label = "given again here",
            Help = "keep one of the two, or write two sentences",
            Related = [new RelatedLocation("given here", new SourceLocation(faults.Source, first))],
        });

    private void ReportStrayFact(int index)
    {
        Lexeme name = window[index + 1];
        string written = ParsingFaults.Shown(faults.Source, name.Start, name.End);
        faults.Add(ParsingFaults.Make(ParsingDiagnostics.UnreadableSentence, faults.Source, name.Start, name.End, $"`{written}` stands after an amount, where no list is open") with
        {
            Help = $"if it is a condition, write `when {written}`; the parties of a list stand together straight after `to`",
        });
    }

    private void ReportMixedFacts(TextSpan span) =>
        faults.Add(Misplaced(span, "this `when` has both commas and `or`, which could be read in two ways") with
        {
            Help = "write commas where all must hold, or `or` where any is enough; a second `when` may hold the rest",
        });

    private void ReportOrInUnless(TextSpan span) =>
        faults.Add(Misplaced(span, "`or` cannot stand in an `unless`") with
        {
            Help = "`unless C, D` says that none of them may hold: separate them by commas",
        });

    private void ReportLooseDays(TextSpan span) =>
        faults.Add(Misplaced(span, "nothing stands before this that could be done within so many days") with
        {
            Help = "it stands straight after a step or a duty: `after approval of Board within 10 days`, `ratified by Board within 28 days`, `reporting to Board within 28 days`",
        });

    private void ReportOneName(string keyword, TextSpan second) =>
        faults.Add(Misplaced(second, $"`{keyword}` takes one name, and this is a second") with
        {
            Help = "keep one, or put the name in quotation marks if the comma belongs to it",
        });

    private Diagnostic Misplaced(TextSpan span, string message) =>
        ParsingFaults.Make(ParsingDiagnostics.MisplacedClause, faults.Source, span.Start, span.End, message);

    private static bool IsUpper(BoundKind kind) => kind is BoundKind.UpTo or BoundKind.Below;
}
