using DelegationLang.Diagnostics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Which clauses a sentence may have, and which only once. What depends on the kind of the thing declared is decided where names are resolved.</summary>
internal sealed class ClauseTokens(FaultBag faults)
{
    private readonly TextSpan[] seen = new TextSpan[ClauseTable.Count];

    /// <summary>Reports the clauses that a sentence of this sort cannot have, or has twice.</summary>
    public void Check(SentenceSort sort, List<GivenClause> given)
    {
        Array.Clear(seen);
        for (int i = 0; i < given.Count; i++)
        {
            (TokenKind kind, TextSpan span) = given[i];
            if (faults.AnyIn(span.Start, span.End))
            {
                // What is wrong in the clause itself has been said.
                continue;
            }

            if (ClauseTable.Of(kind) is not { } row || ((row.Sentences | row.LeftToBinder) & sort) == 0)
            {
                ReportMisfit(sort, kind, span);
            }
            else if (row.Repeat == ClauseRepeat.Once && (row.RepeatedIn & sort) == 0
                && !(kind == TokenKind.ReportingTo && given.Exists(clause => clause.Kind == TokenKind.ToDelegateTo)))
            {
                CheckTwice(row.Kind, kind, span);
            }
        }
    }

    /// <summary>Reports a limit where a sentence of this sort can have none. Of a declaration the binder says so, which knows what is declared.</summary>
    public void CheckLimit(SentenceSort sort, IEnumerable<ClauseSyntax> clauses)
    {
        if (sort == SentenceSort.Declaration || ClauseTable.MayStand(ClauseKind.Limit, sort))
        {
            return;
        }

        foreach (ClauseSyntax clause in clauses)
        {
            if (clause is LimitClauseSyntax or QualifierClauseSyntax)
            {
                Report(clause.Span, $"{Describe(sort)} cannot have `{clause.Keyword}`", sort == SentenceSort.Decision
                    ? "say what the decision is worth: `worth £5,000 per contract`"
                    : "leave it out, or say it in the sentence that delegates");
            }
        }
    }

    private void CheckTwice(ClauseKind clause, TokenKind kind, TextSpan span)
    {
        ref TextSpan first = ref seen[(int)clause];
        if (first.Length > 0)
        {
            ReportTwice(kind, span, first);
        }
        else
        {
            first = span;
        }
    }

    private void ReportTwice(TokenKind kind, TextSpan again, TextSpan first)
    {
        string words = WordsOf(kind);
        var location = new SourceLocation(faults.Source, again);
        bool isSame = ParsingFaults.Shown(faults.Source, again.Start, again.End) == ParsingFaults.Shown(faults.Source, first.Start, first.End) && again.Length < 80;
        faults.Add(ParsingFaults.Make(ParsingDiagnostics.MisplacedClause, faults.Source, again.Start, again.End, $"`{words}` is given twice in this sentence") with
        {
            Label = "given again here",
            Help = "keep one of the two, or write two sentences",
            Fixes = isSame ? [new CodeFix("Leave the second out, which says the same", [Removal.Of(location)], IsSafe: true)] : [],
            Related = [new RelatedLocation("given here", new SourceLocation(faults.Source, first))],
        });
    }

    private void ReportMisfit(SentenceSort sort, TokenKind kind, TextSpan span)
    {
        if (kind != TokenKind.IfNotAgreed && Colloquial.At(faults.Source.Content, span.Start, faults.Source.Length, out int end) is { } phrase && sort is not (SentenceSort.Declaration or SentenceSort.ListItem))
        {
            faults.Add(ColloquialFaults.Of(faults.Source, phrase, span.Start, end));
            return;
        }

        string words = WordsOf(kind);
        Report(span, $"{Describe(sort)} cannot have `{words}`", HelpFor(sort, kind, words));
    }

    private void Report(TextSpan span, string message, string help) =>
        faults.Add(ParsingFaults.Make(ParsingDiagnostics.MisplacedClause, faults.Source, span.Start, span.End, message) with { Help = help });

    private static string WordsOf(TokenKind kind) => kind == TokenKind.FinancialYear ? "for" : PhraseTable.WordsOf(kind);

    private static string HelpFor(SentenceSort sort, TokenKind kind, string words) => (sort, kind) switch
    {
        (_, TokenKind.WhichGoesTo) => "it says who decides what somebody takes no part in: `X takes no part in SUBJECT, which goes to Y`",
        (_, TokenKind.ByConsentOf) => "it stands straight after `with power to delegate`, which it limits; a step before each decision is `after approval of`",
        (SentenceSort.Involvement, TokenKind.On) => "`on` belongs to `advises`; write `X advises Y on SUBJECT` or `Y consults X before SUBJECT`",
        (SentenceSort.Involvement, TokenKind.Before) => "`before` belongs to `consults`; write `Y consults X before SUBJECT` or `X advises Y on SUBJECT`",
        (SentenceSort.Reservation, TokenKind.EvenIfReserved) => "it belongs in the sentence that delegates the exceptional power",
        (SentenceSort.Decision, TokenKind.From or TokenKind.Until) => "a decision is made on one day: `on 1 May 2026`",
        (SentenceSort.Reservation or SentenceSort.Delegation or SentenceSort.TableLine, TokenKind.Within) => "`within` says where a function or place belongs, in the sentence that declares it; to limit a delegation, write `for` or `at`",
        (SentenceSort.Reservation or SentenceSort.Delegation or SentenceSort.TableLine, TokenKind.Worth) => "a limit is said with `up to`, `below`, `above` or `at least`",
        (SentenceSort.Reservation or SentenceSort.Delegation or SentenceSort.TableLine, TokenKind.On) => "the first day is said with `from`, the last with `until`; the day of an approval stands straight after `approved by …`",
        (SentenceSort.Declaration, TokenKind.When or TokenKind.Unless) => "a condition belongs in the sentence that delegates or reserves",
        _ => $"leave it out, or move it to the sentence that it belongs to; if `{words}` is part of a name, put the name in quotation marks",
    };

    private static string Describe(SentenceSort sort) => sort switch
    {
        SentenceSort.Scheme => "the sentence of the scheme",
        SentenceSort.Use => "a sentence with `use`",
        SentenceSort.UseScheme => "a sentence with `use scheme`",
        SentenceSort.Declaration => "a declaration",
        SentenceSort.Designation => "a sentence with `is also`",
        SentenceSort.Reservation => "a reservation",
        SentenceSort.Prohibition => "a prohibition",
        SentenceSort.Delegation => "a delegation",
        SentenceSort.TableLine => "a line of a table of limits",
        SentenceSort.ListItem => "a line of a list",
        SentenceSort.EveryDelegation => "a sentence about every delegation",
        SentenceSort.Deputy => "a sentence about a deputy",
        SentenceSort.Involvement => "a sentence about who recommends, advises, oversees or is consulted",
        SentenceSort.Recusal => "a sentence about who takes no part",
        SentenceSort.Succession => "a sentence about who takes over",
        SentenceSort.Conflicts => "the sentence about what concerns people",
        _ => "a question or a scenario",
    };
}
