using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>
/// Puts limits that hold <c>temporarily</c> in the place of the standing ones on their days: the standing sentence becomes one before those days and one
/// after, and between them it holds with the other figure, so that nothing after the binder need know of it.
/// </summary>
internal static class TemporaryLimits
{
    /// <summary>Reports those that do not say for how long, or which limit: they give nobody anything.</summary>
    public static void Check(StatementBinder statements, Reporter reporter)
    {
        foreach ((Scope scope, ImmutableArray<DelegationStatement> said) in statements.Temporary)
        {
            foreach (DelegationStatement temporary in said.Where(temporary => !temporary.HasErrors))
            {
                temporary.HasErrors = !Check(scope, temporary, reporter);
            }
        }
    }

    /// <summary>
    /// Replaces the standing sentences, once each names whoever is there on its days. What stands in place of nothing is reported, and gives nobody anything.
    /// </summary>
    public static void Apply(StatementBinder statements, IEnumerable<LimitsTable> tables, Reporter reporter)
    {
        if (statements.Temporary.Count == 0)
        {
            return;
        }

        var parts = new Dictionary<DelegationStatement, List<DelegationStatement>>(ReferenceEqualityComparer.Instance);
        foreach (DelegationStatement statement in statements.Delegations)
        {
            parts.Add(statement, [statement]);
        }

        foreach ((Scope scope, ImmutableArray<DelegationStatement> said) in statements.Temporary)
        {
            // One sentence may have become several, for the days of each who bears its names.
            foreach (IGrouping<int, DelegationStatement> sentence in said.Where(temporary => !temporary.HasErrors).GroupBy(temporary => temporary.Order))
            {
                if (sentence.Count(temporary => StandIn(parts, temporary)) == 0)
                {
                    ReportNothing(scope, sentence.First(), reporter);
                    sentence.ToList().ForEach(temporary => temporary.HasErrors = true);
                }
                else
                {
                    sentence.ToList().ForEach(temporary => parts[temporary].Clear());
                }
            }
        }

        ImmutableArray<DelegationStatement> all = [.. statements.Delegations.SelectMany(statement => parts[statement])];
        statements.Delegations.Clear();
        statements.Delegations.AddRange(all);
        foreach (LimitsTable table in tables)
        {
            table.Lines = [.. table.Lines.SelectMany(line => parts[line])];
        }
    }

    // Whether it stands in the place of anything.
    private static bool StandIn(Dictionary<DelegationStatement, List<DelegationStatement>> parts, DelegationStatement temporary)
    {
        bool isFound = false;
        foreach (List<DelegationStatement> standing in parts.Values)
        {
            for (int i = standing.Count - 1; i >= 0; i--)
            {
                if (StandsFor(temporary, standing[i]))
                {
                    isFound = true;
                    Replace(standing, i, temporary);
                }
            }
        }

        return isFound;
    }

    private static bool Check(Scope scope, DelegationStatement temporary, Reporter reporter)
    {
        if (temporary.Terms.Temporarily is not { } location || (temporary.Terms.Until is not null && temporary.Terms.Limit is not null))
        {
            return true;
        }

        bool isEndless = temporary.Terms.Until is null;
        reporter.Report(scope, new Diagnostic(
            ParsingDiagnostics.MisplacedClause, location, isEndless ? "nothing says for how long this is so" : "no limit stands after `temporarily`")
        {
            Label = isEndless ? "until when?" : "which limit?",
            Help = "say both: `temporarily up to £25,000 from 1 April 2026 until 30 September 2026`",
        });
        return false;
    }

    // The same people by the same giver, about the same, counted alike; where the sentence names functions or places, for those alone.
    private static bool StandsFor(DelegationStatement temporary, DelegationStatement standing) =>
        standing.Terms.Temporarily is null && !standing.HasErrors
        && ReferenceEquals(standing.Delegator, temporary.Delegator)
        && standing.IsEntrusted == temporary.IsEntrusted
        && temporary.Terms.Limit is { } limit && standing.Terms.Limit is { } own && own.Each().Any(one => one.Basis == limit.Basis)
        && AreAlike(standing.Subjects.Select(subject => (object?)subject.Symbol ?? subject.Scope), temporary.Subjects.Select(subject => (object?)subject.Symbol ?? subject.Scope))
        && standing.Holders.Length == temporary.Holders.Length
        && standing.Holders.All(holder => temporary.Holders.Any(other => AreAlike(holder.Group.Parties, other.Group.Parties)))
        && (temporary.Terms.For.IsEmpty || AreAlike(standing.Terms.For.Select(one => one.Symbol), temporary.Terms.For.Select(one => one.Symbol)))
        && (temporary.Terms.At.IsEmpty || AreAlike(standing.Terms.At.Select(one => one.Symbol), temporary.Terms.At.Select(one => one.Symbol)))
        && !DaysOf(standing).Intersect(DaysOf(temporary)).IsEmpty;

    private static bool AreAlike(IEnumerable<object> one, IEnumerable<object> other) => new HashSet<object>(one).SetEquals(other);

    private static Policy.DateRange DaysOf(DelegationStatement statement) => Policy.DateRange.From(statement.Terms.From, statement.Terms.Until);

    private static void Replace(List<DelegationStatement> parts, int index, DelegationStatement temporary)
    {
        DelegationStatement standing = parts[index];
        Policy.DateRange own = DaysOf(standing);
        Policy.DateRange days = own.Intersect(DaysOf(temporary));
        parts.RemoveAt(index);
        if (days.HasFirst && days.First > own.First)
        {
            parts.Insert(index++, standing.On(standing.Terms with { Until = days.First.AddDays(-1) }));
        }

        Terms said = temporary.Terms;
        parts.Insert(index++, standing.On(
            standing.Terms with
            {
                Limit = WithFigure(standing.Terms.Limit, said.Limit),
                From = days.HasFirst ? days.First : null,
                Until = days.HasLast ? days.Last : null,
                DatesLocation = said.DatesLocation,
                Temporarily = said.Temporarily,
                ApprovedBy = said.ApprovedBy ?? standing.Terms.ApprovedBy,
                ReviewBy = said.ReviewBy ?? standing.Terms.ReviewBy,
                References = said.References.IsEmpty ? standing.Terms.References : said.References,
                Notes = said.Notes.IsEmpty ? standing.Terms.Notes : said.Notes,
                Facts = standing.Terms.Facts.AddRange(said.Facts),
                Steps = said.Steps.IsEmpty ? standing.Terms.Steps : said.Steps,
            },
            temporary));
        if (days.HasLast && days.Last < own.Last)
        {
            parts.Insert(index, standing.On(standing.Terms with { From = days.Last.AddDays(1) }));
        }
    }

    private static AmountLimit? WithFigure(AmountLimit? standing, AmountLimit? said)
    {
        if (standing is null || said is null)
        {
            return standing;
        }

        // A lower end that is not said is that of the standing limit: a tier begins where it began.
        return standing.Basis == said.Basis
            ? said with { Lower = said.Lower ?? standing.Lower, Vat = said.Vat == Syntax.VatSyntaxKind.Unstated ? standing.Vat : said.Vat, Also = standing.Also }
            : standing with { Also = WithFigure(standing.Also, said) };
    }

    private static void ReportNothing(Scope scope, DelegationStatement temporary, Reporter reporter) =>
        reporter.Report(scope, new Diagnostic(
            ParsingDiagnostics.MisplacedClause, temporary.Terms.Temporarily ?? temporary.Location, "there is no standing limit of these that this could stand in the place of")
        {
            Label = "in place of what?",
            Help = "a temporary limit has the delegator, the delegate, the subject and what the amount counts of a sentence that stands; for something that is given only for some days, leave `temporarily` out",
        });
}
