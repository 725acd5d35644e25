using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL5004: a table of limits that has no top line.</summary>
internal sealed class TableWithoutTop : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL5004", "table-without-top", "A table of limits without a top line", DiagnosticSeverity.Info, RuleBasis.Local);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (LimitsTable table in run.Model.Tables)
        {
            if (HighestOf(table) is AmountLimit { Upper: AmountBound top } limit && !IsToppedElsewhere(run, table))
            {
                run.Report(table.Lines[0], Describe(run, table, limit, top));
            }
        }
    }

    private Diagnostic Describe(RuleRun run, LimitsTable table, AmountLimit limit, AmountBound top)
    {
        string subjects = string.Join(", ", table.Subjects.Select(Phrases.Subject));
        string keeper = KeeperOf(run, table);
        string above = (top.IsIncluded ? "above " : "at least ") + AmountWords(top) + Phrases.Basis(LimitReader.AxisOf(limit));
        SourceLocation end = table.Lines[^1].Location with { Span = new TextSpan(table.Lines[^1].Location.Span.End, 0) };
        return new Diagnostic(
            Descriptor,
            top.Location,
            $"the limits for {subjects} end at {Phrases.Quote(Phrases.Words(top.Location))}, and no line says who decides beyond{Phrases.LocalPractice}")
        {
            Label = "the highest limit",
            Help = keeper.Length == 0
                ? "end the table with a line for those who decide beyond it"
                : $"end the table with a line for those who decide beyond it, such as `- {keeper} {above}`",
            Fixes = keeper.Length == 0 ? [] : [new CodeFix($"add `- {keeper} {above}`", [new TextEdit(end, $"\n  - {keeper} {above}")])],
        };
    }

    // A line in error may have been meant to be the top one.
    private static AmountLimit? HighestOf(LimitsTable table)
    {
        AmountLimit? highest = null;
        foreach (DelegationStatement line in table.Lines)
        {
            if (line.HasErrors || line.Terms.Limit is not { Upper: not null } limit)
            {
                return null;
            }

            if (highest is null || IsHigher(limit, highest))
            {
                highest = limit;
            }
        }

        return highest;
    }

    private static bool IsHigher(AmountLimit limit, AmountLimit other) =>
        LimitReader.AxisOf(limit) != LimitReader.AxisOf(other)
        || FigureOf(limit) is not decimal figure
        || FigureOf(other) is not decimal highest
        || figure > highest;

    private static decimal? FigureOf(AmountLimit limit) =>
        limit.Upper is AmountBound { Amount: FixedAmount figure } ? figure.Value : null;

    // A reservation above the limits, or a sentence of its own for the largest amounts, says who decides there.
    private static bool IsToppedElsewhere(RuleRun run, LimitsTable table)
    {
        foreach (SubjectReference subject in table.Subjects)
        {
            if (subject.Symbol is not SubjectSymbol symbol)
            {
                return true;
            }

            foreach (SubjectSymbol node in run.Judge.Authority.Index.Lines.Nodes(symbol))
            {
                for (SubjectSymbol? above = node; above is not null; above = above.Parent)
                {
                    if (run.Naming.Naming(above).Any(statement => IsTop(run, statement, table)))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool IsTop(RuleRun run, Statement statement, LimitsTable table)
    {
        if (statement.Terms.Limit is { Upper: not null } || (statement is DelegationStatement line && ReferenceEquals(line.Table, table)))
        {
            return false;
        }

        PartySymbol? giver = statement is DelegationStatement delegation ? delegation.Delegator : (statement as ReservationStatement)?.Reserver;
        return giver is null || table.Lines[0].Delegator is not PartySymbol delegator || run.Seats.AreSame(giver, delegator);
    }

    private static string KeeperOf(RuleRun run, LimitsTable table)
    {
        if (table.Lines[0].Delegator is not PartySymbol delegator)
        {
            return "";
        }

        return delegator.IsOrganisation && table.Subjects[0].Symbol is SubjectSymbol subject
            ? run.Silence.BodyFor(delegator, subject).Name
            : delegator.Name;
    }

    private static string AmountWords(AmountBound bound) =>
        bound.Amount is FixedAmount figure
            ? Wording.Amount(figure.Value, figure.Currency)
            : Phrases.Words(bound.Location) is var words && words.StartsWith("up to ", StringComparison.Ordinal) ? words["up to ".Length..] : words;
}
