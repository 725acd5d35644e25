using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Policy.Values;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL5005: limits in one table or one chain that cannot be compared.</summary>
internal sealed class IncomparableAmounts : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL5005", "incomparable-amounts", "Limits in one table or chain that cannot be compared", DiagnosticSeverity.Warning, RuleBasis.Local);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (LimitsTable table in run.Model.Tables)
        {
            InTable(run, table);
        }

        foreach (DelegationStatement statement in run.Delegations)
        {
            if (statement.Terms is { Limit: AmountLimit limit, IsLimitAdded: false })
            {
                InChain(run, statement, limit);
            }
        }
    }

    private void InTable(RuleRun run, LimitsTable table)
    {
        var earlier = new Dictionary<AmountAxis, List<(AmountLimit Limit, DateRange Days, int Line)>>();
        for (int i = 0; i < table.Lines.Length; i++)
        {
            DelegationStatement line = table.Lines[i];
            if (line.HasErrors || line.Terms.Limit is not AmountLimit limit)
            {
                continue;
            }

            AmountAxis axis = LimitReader.AxisOf(limit);
            DateRange days = BoxBuilder.DaysOf(line.Terms);

            // Lines that follow one another in time may change what they count.
            var others = earlier.Where(pair => !Comparability.AreComparable(axis, pair.Key)).SelectMany(pair => pair.Value.Where(other => other.Days.Overlaps(days)).Take(1)).ToList();
            if (others.Count > 0)
            {
                run.Report(line, Describe(limit, others.MinBy(other => other.Line).Limit, "of another line of this table", "the other line"));
                run.IncomparableTables.Add(table);
                return;
            }

            if (!earlier.TryGetValue(axis, out List<(AmountLimit Limit, DateRange Days, int Line)>? alike))
            {
                earlier.Add(axis, alike = []);
            }

            alike.Add((limit, days, i));
        }
    }

    private void InChain(RuleRun run, DelegationStatement statement, AmountLimit limit)
    {
        AuthorityGraph authority = run.Judge.Authority;
        AmountAxis axis = LimitReader.AxisOf(limit);
        DateRange days = BoxBuilder.DaysOf(statement.Terms);
        foreach (SubjectReference subject in statement.Subjects)
        {
            if (subject.Symbol is not SubjectSymbol symbol || authority.Index.GiverOf(statement, symbol) is not PartySymbol giver)
            {
                continue;
            }

            foreach (Atom atom in authority.Boxes.Atoms(symbol, statement.Terms))
            {
                foreach (Holding holding in authority.HoldingsOf(giver, atom))
                {
                    if (!holding.IsAssumed
                        && holding.Extent.Days.Overlaps(days)
                        && NearestLimit(holding) is AmountLimit own
                        && !Comparability.AreComparable(axis, LimitReader.AxisOf(own)))
                    {
                        run.Report(statement, Describe(
                            limit, own, $"by which {Phrases.Delegator(statement)} holds {Phrases.Subject(subject)}", $"the limit of {Phrases.Delegator(statement)}"));
                        return;
                    }
                }
            }
        }
    }

    // What may be given on is limited by the words after `power to delegate` before the limit of the sentence itself.
    private static AmountLimit? NearestLimit(Holding holding)
    {
        for (Holding? link = holding; link is not null; link = link.From)
        {
            Terms terms = link.Grant.Statement.Terms;
            if ((terms.Onward?.Limit ?? terms.Limit) is AmountLimit limit)
            {
                return limit;
            }
        }

        return null;
    }

    private Diagnostic Describe(AmountLimit limit, AmountLimit other, string whose, string label)
    {
        AmountAxis axis = LimitReader.AxisOf(limit);
        AmountAxis otherKey = LimitReader.AxisOf(other);
        return new Diagnostic(
            Descriptor,
            limit.Location,
            $"{Phrases.Quote(Phrases.Words(limit.Location))} cannot be compared with {Phrases.Quote(Phrases.Words(other.Location))} {whose}: "
                + Comparability.Difference(axis, otherKey) + Phrases.LocalPractice)
        {
            Label = "cannot be compared",
            Related = [new RelatedLocation(label, other.Location)],
            Help = "say the same of both: `per contract`, `per year` or `per decision`, and `including VAT` or `excluding VAT`",
        };
    }
}
