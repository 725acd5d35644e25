using DelegationLang.Syntax;

namespace DelegationLang.Tests.Reference;

/// <summary>Reads amounts and facts.</summary>
internal sealed class FactReader(Scheme scheme)
{
    public Limit? LimitOf(AmountRangeSyntax range, Rule rule)
    {
        List<Bound>? bounds = BoundsOf(range.Bounds, rule);
        if (bounds is null)
        {
            return null;
        }

        string basis = range.Qualifier.Basis.Length == 0 ? "decision" : NameBook.KeyOf(range.Qualifier.Basis);
        return new Limit(new Axis(CurrencyOf(range.Bounds[0].Amount), basis, range.Qualifier.Vat), bounds);
    }

    public Onward? OnwardOf(OnwardClauseSyntax clause, Rule rule)
    {
        if (!clause.IsGiven)
        {
            return null;
        }

        List<Thing> to = [.. clause.To.Select(name => scheme.FindParty(name.Text)).OfType<Thing>()];
        Thing? consent = clause.ConsentOf is [var party] ? scheme.FindParty(party.Text) : null;
        if (to.Count < clause.To.Length || (consent is null && clause.ConsentOf.Length > 0))
        {
            rule.InError = true;
            scheme.Problems.Add($"{rule.Source}: onward");
        }

        return new Onward(to, clause.Limit is [var range] ? LimitOf(range, rule) : null, consent);
    }

    public IEnumerable<List<Fact>> FactsOf(ClauseSyntax clause, Rule rule) => clause switch
    {
        WhenClauseSyntax { IsAny: true } any => [FactsOf(any.Facts, true, rule)],
        WhenClauseSyntax all => FactsOf(all.Facts, true, rule).Select(fact => (List<Fact>)[fact]),
        UnlessClauseSyntax none => FactsOf(none.Facts, false, rule).Select(fact => (List<Fact>)[fact]),
        _ => [],
    };

    private List<Fact> FactsOf(IEnumerable<FactSyntax> facts, bool wanted, Rule rule)
    {
        var found = new List<Fact>();
        foreach (FactSyntax fact in facts)
        {
            Thing? thing = scheme.Names.Find(fact.Name.Text, candidate => candidate.Sort is Sort.Condition or Sort.Measure);
            List<Bound>? bounds = BoundsOf(fact.Bounds, rule);
            if (thing is null || bounds is null)
            {
                rule.InError = true;
                scheme.Problems.Add($"{rule.Source}: fact {fact.Name.Text}");
            }
            else
            {
                found.Add(new Fact(thing, bounds, wanted));
            }
        }

        return found;
    }

    private List<Bound>? BoundsOf(IEnumerable<BoundSyntax> bounds, Rule rule)
    {
        var read = new List<Bound>();
        foreach (BoundSyntax bound in bounds)
        {
            List<Leaf> leaves = [.. LeavesOf(bound.Amount, 1)];
            if (leaves.Count == 0 || leaves.Exists(leaf => leaf.Of is null && leaf.Factor < 0))
            {
                rule.InError = true;
                scheme.Problems.Add($"{rule.Source}: amount");
                return null;
            }

            read.Add(new Bound(bound.Kind, leaves) { IsHighest = bound.Amount is LowerOfSyntax { IsHigher: true } });
        }

        return read;
    }

    private IEnumerable<Leaf> LeavesOf(AmountSyntax amount, decimal factor) => amount switch
    {
        MoneySyntax money => [new Leaf(money.Value * factor, null)],
        NumberSyntax number => [new Leaf(number.Value * factor, null)],
        PercentSyntax percent => LeavesOf(percent.Of, factor * percent.Percent / 100),
        LowerOfSyntax lower => lower.Items.SelectMany(item => LeavesOf(item, factor)),
        NamedAmountSyntax named when FindSum(named) is { } thing => [new Leaf(factor, thing)],
        _ => [],
    };

    private Thing? FindSum(NamedAmountSyntax named) =>
        scheme.Names.Find(named.Name.Text, thing => thing.Sort is Sort.Amount or Sort.Measure);

    private string CurrencyOf(AmountSyntax amount) => amount switch
    {
        MoneySyntax money => money.Currency,
        PercentSyntax percent => CurrencyOf(percent.Of),
        LowerOfSyntax lower => CurrencyOf(lower.Items[0]),
        NamedAmountSyntax named => FindSum(named) is { } thing
            ? (thing.Sort == Sort.Measure ? thing.Currency : thing.Sums.FirstOrDefault()?.Currency ?? "GBP")
            : "GBP",
        _ => "GBP",
    };
}
