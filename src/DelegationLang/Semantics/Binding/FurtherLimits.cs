using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Several limits of one sentence: all must be met, so each must count something of its own.</summary>
internal static class FurtherLimits
{
    /// <summary>The first limit with the others joined to it. Two that count the same, and a limit beside the statement that there is none, are reported.</summary>
    /// <param name="scope">The sentence.</param>
    /// <param name="first">Its first limit.</param>
    /// <param name="others">Those that follow, in the order of the text.</param>
    /// <param name="unlimited">Where it says that there is no limit.</param>
    /// <param name="reporter">Takes findings.</param>
    public static AmountLimit? Join(Scope scope, AmountLimit? first, ImmutableArray<AmountLimit> others, SourceLocation? unlimited, Reporter reporter)
    {
        if (first is not null && unlimited is { } none)
        {
            reporter.Report(scope, new Diagnostic(ParsingDiagnostics.MisplacedClause, none, "the sentence gives a limit, and says that there is none")
            {
                Help = "keep one of the two",
                Related = [new RelatedLocation("the limit", first.Location)],
            });
        }

        if (first is null || others.IsEmpty)
        {
            return first;
        }

        var all = new List<AmountLimit> { first };
        foreach (AmountLimit limit in others)
        {
            if (all.Find(other => other.Basis == limit.Basis) is { } same)
            {
                ReportSame(scope, same, limit, reporter);
                continue;
            }

            all.Add(limit);
        }

        // Value added tax is said once for all of them.
        Vat vat = all.Find(limit => limit.Vat != Vat.Unstated)?.Vat ?? Vat.Unstated;
        AmountLimit? joined = null;
        for (int i = all.Count - 1; i >= 0; i--)
        {
            joined = all[i] with { Also = joined, Vat = all[i].Vat == Vat.Unstated ? vat : all[i].Vat };
        }

        return joined;
    }

    private static void ReportSame(Scope scope, AmountLimit first, AmountLimit second, Reporter reporter)
    {
        // Of two upper figures the higher never counts, of two lower ones the lower.
        AmountLimit? idle = (first, second) switch
        {
            ({ Upper.Amount: FixedAmount one, Lower: null }, { Upper.Amount: FixedAmount other, Lower: null }) => other.Value >= one.Value ? second : first,
            ({ Lower.Amount: FixedAmount one, Upper: null }, { Lower.Amount: FixedAmount other, Upper: null }) => other.Value <= one.Value ? second : first,
            _ => null,
        };
        string words = idle is null ? "" : scope.Source.ToString(idle.Location.Span);
        reporter.Report(scope, new Diagnostic(
            ParsingDiagnostics.MisplacedClause,
            second.Location,
            idle is null ? "both limits of the sentence count the same" : $"both limits count the same, so that {MessageWords.Quote(words)} has no effect")
        {
            Label = "counts the same",
            Help = "keep the one that is meant; two limits of one sentence say what each counts: `up to £50,000 per decision and up to £100,000 per year`",
            Related = [new RelatedLocation("the other limit", first.Location)],
        });
    }
}
