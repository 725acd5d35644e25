using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
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
    /// Replaces the standing sentences, once each names whoever is there on its days. What stands in place of nothing, or leaves no amount, is reported, and
    /// gives nobody anything; the standing sentence then holds.
    /// </summary>
    /// <param name="statements">The sentences.</param>
    /// <param name="tables">The tables of limits.</param>
    /// <param name="life">The days of the scheme: what is said for others is another rule's to report, and changes no standing sentence.</param>
    /// <param name="reporter">Where to report.</param>
    public static void Apply(StatementBinder statements, IEnumerable<LimitsTable> tables, Policy.DateRange life, Reporter reporter)
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

        ILookup<(PartySymbol?, int), List<DelegationStatement>> alike = parts.ToLookup(pair => KeyOf(pair.Key), pair => pair.Value);

        foreach ((Scope scope, ImmutableArray<DelegationStatement> said) in statements.Temporary)
        {
            // One sentence may have become several, for the days of each who bears its names.
            foreach (IGrouping<int, DelegationStatement> sentence in said.Where(temporary => !temporary.HasErrors).GroupBy(temporary => temporary.Order))
            {
                DelegationStatement[] all = [.. sentence];
                if (!Array.Exists(all, temporary => !DaysOf(temporary).Intersect(life).IsEmpty))
                {
                    continue;
                }

                DelegationStatement[] standing = [.. all.Select(KeyOf).Distinct().SelectMany(key => alike[key]).SelectMany(some => some).Where(one => Array.Exists(all, temporary => StandsFor(temporary, one)))];
                if (standing.Length == 0 || Array.Exists(standing, one => EmptyOf(one, all[0]) is not null))
                {
                    ReportNothing(scope, all[0], standing, parts.Keys, reporter);
                    Array.ForEach(all, temporary => temporary.HasErrors = true);
                    continue;
                }

                foreach (DelegationStatement temporary in all)
                {
                    StandIn(alike[KeyOf(temporary)], temporary, life);
                    parts[temporary].Clear();
                }
            }
        }

        ImmutableArray<DelegationStatement> made = [.. statements.Delegations.SelectMany(statement => parts[statement])];
        statements.Delegations.Clear();
        statements.Delegations.AddRange(made);
        foreach (LimitsTable table in tables)
        {
            table.Lines = [.. table.Lines.SelectMany(line => parts[line])];
        }
    }

    private static void StandIn(IEnumerable<List<DelegationStatement>> alike, DelegationStatement temporary, Policy.DateRange life)
    {
        foreach (List<DelegationStatement> standing in alike)
        {
            for (int i = standing.Count - 1; i >= 0; i--)
            {
                if (StandsFor(temporary, standing[i]))
                {
                    Replace(standing, i, temporary, life);
                }
            }
        }
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
        IsOfSame(temporary, standing) && CountsAlike(temporary, standing) && !DaysOf(standing).Intersect(DaysOf(temporary)).IsEmpty;

    private static bool CountsAlike(DelegationStatement temporary, DelegationStatement standing) =>
        temporary.Terms.Limit is { } limit && standing.Terms.Limit is { } own && own.Each().Any(one => one.Basis == limit.Basis);

    private static bool IsOfSame(DelegationStatement temporary, DelegationStatement standing) =>
        standing.Terms.Temporarily is null && !standing.HasErrors
        && ReferenceEquals(standing.Delegator, temporary.Delegator)
        && standing.IsEntrusted == temporary.IsEntrusted
        && AreAlike(standing.Subjects.Select(subject => (object?)subject.Symbol ?? subject.Scope), temporary.Subjects.Select(subject => (object?)subject.Symbol ?? subject.Scope))
        && standing.Holders.Length == temporary.Holders.Length
        && standing.Holders.All(holder => temporary.Holders.Any(other => AreAlike(holder.Group.Parties, other.Group.Parties)))
        && (temporary.Terms.For.IsEmpty || AreAlike(standing.Terms.For.Select(one => one.Symbol), temporary.Terms.For.Select(one => one.Symbol)))
        && (temporary.Terms.At.IsEmpty || AreAlike(standing.Terms.At.Select(one => one.Symbol), temporary.Terms.At.Select(one => one.Symbol)));

    // The limit that would stand, where its figure lies below the lower end that stays; none where it holds something.
    private static AmountLimit? EmptyOf(DelegationStatement standing, DelegationStatement temporary) =>
        WithFigure(standing.Terms.Limit, temporary.Terms.Limit)?.Each().FirstOrDefault(one => one.Basis == temporary.Terms.Limit?.Basis)
            is { Lower.Amount: FixedAmount from, Upper.Amount: FixedAmount to } limit && from.Currency == to.Currency && AmountBinder.IsEmpty(limit.Lower, limit.Upper) ? limit : null;

    // Equal for sentences of the same, whatever the order in which they name it.
    private static (PartySymbol? Delegator, int Named) KeyOf(DelegationStatement statement)
    {
        int named = 0;
        foreach (object one in statement.Subjects.Select(subject => (object?)subject.Symbol ?? subject.Scope).Concat(statement.Holders.SelectMany(holder => holder.Group.Parties)).Distinct())
        {
            named ^= one.GetHashCode();
        }

        return (statement.Delegator, named);
    }

    private static bool AreAlike(IEnumerable<object> one, IEnumerable<object> other) => new HashSet<object>(one).SetEquals(other);

    private static Policy.DateRange DaysOf(DelegationStatement statement) => Policy.DateRange.From(statement.Terms.From, statement.Terms.Until);

    private static void Replace(List<DelegationStatement> parts, int index, DelegationStatement temporary, Policy.DateRange life)
    {
        DelegationStatement standing = parts[index];
        Policy.DateRange own = DaysOf(standing);
        Policy.DateRange days = own.Intersect(DaysOf(temporary));
        Policy.DateRange inForce = own.Intersect(life);
        parts.RemoveAt(index);

        // Nothing is left over before or after where the scheme is not in force there.
        if (days.HasFirst && days.First > (inForce.IsEmpty ? own : inForce).First)
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
        if (days.HasLast && days.Last < (inForce.IsEmpty ? own : inForce).Last)
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
            ? said with { Lower = said.Lower ?? standing.Lower, Vat = said.Vat == Vat.Unstated ? standing.Vat : said.Vat, Also = standing.Also }
            : standing with { Also = WithFigure(standing.Also, said) };
    }

    private static void ReportNothing(Scope scope, DelegationStatement temporary, DelegationStatement[] standing, IEnumerable<DelegationStatement> all, Reporter reporter)
    {
        if (standing.Select(one => EmptyOf(one, temporary)).FirstOrDefault(limit => limit is not null) is { Lower: { Amount: FixedAmount from } lower, Upper: { Amount: FixedAmount to } upper })
        {
            reporter.Report(scope, new Diagnostic(
                SemanticDiagnostics.EndBeforeBeginning,
                upper.Location,
                $"the sentence that this stands in the place of begins at {Wording.Amount(from.Value, from.Currency)}, so up to {Wording.Amount(to.Value, to.Currency)} leaves nothing")
            {
                Label = "ends here",
                Help = "give a figure above it, or say with the temporary limit where it begins: `temporarily above £10,000 up to £20,000`",
                Related = [new RelatedLocation("begins here, and stays so", lower.Location)],
            });
            return;
        }

        DelegationStatement? near = all.FirstOrDefault(one => IsOfSame(temporary, one) && CountsAlike(temporary, one))
            ?? all.FirstOrDefault(one => IsOfSame(temporary, one) && one.Terms.Limit is not null);
        reporter.Report(scope, new Diagnostic(
            ParsingDiagnostics.MisplacedClause, temporary.Terms.Temporarily ?? temporary.Location, "there is no standing limit of these that this could stand in the place of")
        {
            Label = "in place of what?",
            Help = near is null
                ? "a temporary limit has the delegator, the delegate, the subject and what the amount counts of a sentence that stands; for something that is given only for some days, leave `temporarily` out"
                : CountsAlike(temporary, near)
                    ? "give it days on which that sentence holds; for something that is given only for some days, leave `temporarily` out"
                    : "let it count what that sentence counts; for a further limit, say both in one sentence",
            Related = near is null ? [] : [new RelatedLocation(CountsAlike(temporary, near) ? "holds on other days" : "counts something else", near.Location)],
        });
    }
}
