using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Finds the parties and places of a sentence that exist on none of its days.</summary>
internal sealed class LifeCheck(DateRange inForce, Reporter reporter)
{
    // A party in the head of a table concerns every line, but is reported once.
    private readonly HashSet<SourceLocation> places = [];

    /// <summary>Reports each party or place of the sentence none of whose life falls within its days: its own, those of the agreement relied on, and the scheme's.</summary>
    public void Check(Scope scope, Terms terms)
    {
        if (scope.Mortals.Count == 0)
        {
            return;
        }

        var stated = DateRange.From(terms.From, terms.Until);
        DateRange days = stated.Intersect(inForce);
        if (terms.Under?.Symbol is AgreementSymbol agreement)
        {
            DateRange agreed = days.Intersect(agreement.Lifetime);
            days = agreed.IsEmpty ? days : agreed;
        }

        // A sentence outside the scheme's own life is another finding; here it is then judged by what it says itself.
        days = days.IsEmpty ? stated : days;
        if (days.IsEmpty)
        {
            return;
        }

        var reported = new HashSet<Symbol>(ReferenceEqualityComparer.Instance);
        foreach ((Symbol symbol, SourceLocation location) in scope.Mortals)
        {
            if (!symbol.Lifetime.IsEmpty && !symbol.Lifetime.Overlaps(days) && reported.Add(symbol))
            {
                Report(scope, symbol, location, days);
            }
        }
    }

    private void Report(Scope scope, Symbol symbol, SourceLocation location, DateRange days)
    {
        scope.HasErrors = true;
        if (!places.Add(location))
        {
            return;
        }

        bool hasEnded = symbol.Lifetime.Last < days.First;
        string name = MessageWords.Quote(symbol.DisplayName);
        string message = hasEnded
            ? $"{name} ended on {Wording.Day(symbol.Lifetime.Last)}, before this sentence begins on {Wording.Day(days.First)}"
            : $"{name} begins on {Wording.Day(symbol.Lifetime.First)}, after this sentence ends on {Wording.Day(days.Last)}";
        reporter.Report(scope, new Diagnostic(SemanticDiagnostics.NotAlive, location, message)
        {
            Label = hasEnded ? "ended by then" : "not yet there",
            Help = hasEnded ? "name its successor, or let the sentence end when it does" : "name whoever is there before it, or let the sentence begin when it does",
            Related =
            [
                new RelatedLocation(
                    hasEnded ? $"declared until {Wording.Day(symbol.Lifetime.Last)}" : $"declared from {Wording.Day(symbol.Lifetime.First)}", symbol.Declaration),
            ],
        });
    }
}
