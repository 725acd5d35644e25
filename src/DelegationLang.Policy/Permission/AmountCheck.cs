using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Permission;

/// <summary>
/// Whether any limit could say something of an amount. A year's value tells nothing where limits count contracts: whoever gives it has mistaken what
/// is wanted, and is told what that is.
/// </summary>
internal static class AmountCheck
{
    /// <summary>Makes sure of it for the limits that bear on a decision. Where none does, any amount will do.</summary>
    /// <exception cref="ArgumentException">No limit counts in this currency, or on this basis. The message has those on which they count.</exception>
    public static void Run(DecisionSpace space, Decision decision)
    {
        if (decision.Amount is not { } amount)
        {
            return;
        }

        Run(space.AmountsInUse, amount.Currency, amount.Basis, "of the scheme", "Limits");
        var context = new DecisionContext(space.Index, decision);
        if (context.Holder >= 0)
        {
            var kinds = new List<AmountKind>();
            foreach (RuleEntry entry in context.RulesInPlay)
            {
                foreach (LimitDefinition limit in VariableTable.LimitsOf(space.Definition.Rules[entry.Rule]))
                {
                    AddNew(kinds, new AmountKind(Figures.CurrencyOf(space.Definition, limit, decision.Day), limit.Basis));
                }
            }

            string[] names = [.. ((int[])[decision.Matter, decision.Function]).Where(subject => subject >= 0).Select(subject => space.Definition.Subjects[subject].Name)];
            Run(kinds, amount.Currency, amount.Basis, "on " + string.Join(" for ", names), "Limits on it");
        }
    }

    /// <summary>Makes sure of it for all limits of a scheme.</summary>
    /// <exception cref="ArgumentException">No limit counts in this currency, or on this basis. The message has those on which they count.</exception>
    public static void Run(DecisionSpace space, string currency, string basis) => Run(space.AmountsInUse, currency, basis, "of the scheme", "Limits");

    /// <summary>What the limits of a scheme count, on any day. Where there are none, what the language has.</summary>
    public static List<AmountKind> InUse(SpaceDefinition definition)
    {
        var kinds = new List<AmountKind>();
        foreach (LimitDefinition limit in definition.Rules.SelectMany(VariableTable.LimitsOf))
        {
            foreach (string currency in Figures.CurrenciesOf(definition, limit))
            {
                AddNew(kinds, new AmountKind(currency, limit.Basis));
            }
        }

        return kinds.Count > 0 ? kinds : [.. ((string[])["decision", "contract", "year", "total"]).Select(basis => new AmountKind("GBP", basis))];
    }

    private static void Run(List<AmountKind> kinds, string currency, string basis, string whose, string limits)
    {
        if (kinds.Count == 0)
        {
            return;
        }

        AmountKind[] inCurrency = [.. kinds.Where(kind => kind.Currency == currency)];
        if (inCurrency.Length == 0)
        {
            throw new ArgumentException($"No limit {whose} is in “{currency}”. {limits} are in {Known(kinds.Select(kind => kind.Currency))}.");
        }

        if (basis.Length > 0 && !Array.Exists(inCurrency, kind => kind.Basis == basis))
        {
            throw new ArgumentException($"No limit {whose} counts {Words(basis)}. {limits} count {Known(inCurrency.Select(kind => Words(kind.Basis)))}: say the amount so.");
        }
    }

    private static string Known(IEnumerable<string> words) => Wording.List([.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], "or");

    private static string Words(string basis) => basis == "decision" ? "per decision" : Wording.Basis(basis, Vat.Unstated).TrimStart();

    private static void AddNew(List<AmountKind> kinds, AmountKind kind)
    {
        if (!kinds.Contains(kind))
        {
            kinds.Add(kind);
        }
    }
}

/// <summary>What a limit counts: its currency and its basis.</summary>
internal sealed record AmountKind(string Currency, string Basis);
