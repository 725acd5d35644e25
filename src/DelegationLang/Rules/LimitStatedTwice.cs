using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL5006: one limit stated twice, with different values.</summary>
internal sealed class LimitStatedTwice : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL5006", "limit-stated-twice", "One limit stated twice with different values", DiagnosticSeverity.Warning, RuleBasis.Local);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        var bySubject = new Dictionary<SubjectSymbol, List<DelegationStatement>>(ReferenceEqualityComparer.Instance);
        var ofAll = new List<DelegationStatement>();
        var ofAllOthers = new List<DelegationStatement>();
        foreach (DelegationStatement statement in run.Delegations)
        {
            if (statement.Terms.Limit is null || statement.Terms.IsLimitAdded)
            {
                continue;
            }

            foreach (SubjectReference subject in statement.Subjects)
            {
                ListOf(subject, bySubject, ofAll, ofAllOthers).Add(statement);
            }
        }

        var compared = new StatedLimits(run.Seats, run.Judge.Authority.Boxes, run.Model.Info.InForce.IsEmpty ? DateRange.Always : run.Model.Info.InForce);
        foreach (List<DelegationStatement> statements in bySubject.Values.Append(ofAll).Append(ofAllOthers))
        {
            if (statements.Count > 1)
            {
                Compare(run, compared, statements);
            }
        }
    }

    private static List<DelegationStatement> ListOf(
        SubjectReference subject,
        Dictionary<SubjectSymbol, List<DelegationStatement>> bySubject,
        List<DelegationStatement> ofAll,
        List<DelegationStatement> ofAllOthers)
    {
        if (subject.Symbol is not SubjectSymbol symbol)
        {
            return subject.Scope == SubjectScope.AllMatters ? ofAll : ofAllOthers;
        }

        if (!bySubject.TryGetValue(symbol, out List<DelegationStatement>? list))
        {
            bySubject.Add(symbol, list = []);
        }

        return list;
    }

    private void Compare(RuleRun run, StatedLimits compared, List<DelegationStatement> statements)
    {
        var byParty = new Dictionary<PartySymbol, List<StatedLimit>>(ReferenceEqualityComparer.Instance);
        foreach (DelegationStatement statement in statements)
        {
            foreach (Holder holder in statement.Holders)
            {
                PartySymbol party = run.Seats.Of(holder.Group.Parties[0]);
                if (!byParty.TryGetValue(party, out List<StatedLimit>? earlier))
                {
                    byParty.Add(party, earlier = []);
                }

                var stated = new StatedLimit(statement, holder);
                if (earlier.Find(other => IsOfClass(other) == IsOfClass(stated) && compared.Contradict(other, stated)) is StatedLimit first)
                {
                    Report(run, first, stated);
                }

                earlier.Add(stated);
            }
        }
    }

    // What each of a class has, and what one of them has beside it, are two limits.
    private static bool IsOfClass(StatedLimit stated) => stated.Holder.Class is not null;

    private void Report(RuleRun run, StatedLimit first, StatedLimit second)
    {
        if (first.Statement.Terms.Limit is not AmountLimit one || second.Statement.Terms.Limit is not AmountLimit other)
        {
            return;
        }

        string oneWords = Phrases.Words(one.Location);
        string otherWords = Phrases.Words(other.Location);
        string holder = Phrases.Holder(second.Holder);
        string subject = Phrases.Subject(StatedLimits.Shared(first.Statement, second.Statement));
        run.Report(second.Statement, new Diagnostic(
            Descriptor,
            other.Location,
            $"the limit of {holder} for {subject} is stated twice: {Phrases.Quote(oneWords)} and {Phrases.Quote(otherWords)}{Phrases.LocalPractice}")
        {
            Label = "differs from the other sentence",
            Related = [new RelatedLocation("also stated here", one.Location)],
            Help = "leave out the one that no longer holds, or say with `until` and `from` when each of them does",
            Fixes =
            [
                .. IsNarrower(first, second) ? [new CodeFix($"say {Phrases.Quote(oneWords)} here too", [new TextEdit(other.Location, oneWords)])] : Array.Empty<CodeFix>(),
                .. IsNarrower(second, first) ? [new CodeFix($"say {Phrases.Quote(otherWords)} in the other sentence", [new TextEdit(one.Location, otherWords)])] : Array.Empty<CodeFix>(),
            ],
        });
    }

    // A fix writes the narrower limit over the wider one and never the other way round: nobody comes to more authority by a slip of ours.
    private static bool IsNarrower(StatedLimit one, StatedLimit other) =>
        one.Figures is { } figures && other.Figures is { } wider && figures != wider && figures.Intersect(wider) == figures;
}
