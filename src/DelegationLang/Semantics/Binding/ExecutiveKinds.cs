namespace DelegationLang.Semantics.Binding;

/// <summary>
/// Finds the kinds of group and of post that act for their organisation in some kinds of subject: a power says so that is for organisations and for
/// these alike and covers kinds (<c>for local authority, cabinet … covering executive function</c>).
/// </summary>
internal static class ExecutiveKinds
{
    /// <summary>Marks these kinds, and those that are kinds of them.</summary>
    public static void Mark(IReadOnlyList<KindSymbol> kinds, IEnumerable<Declared> declarations)
    {
        foreach (Declared declared in declarations)
        {
            if (declared.Symbol is not PowerSymbol power)
            {
                continue;
            }

            foreach (KindSymbol kind in kinds)
            {
                kind.IsOfLaw |= kind.Parent is not null && (kind.IsAmong(power.CoveredKinds) || kind.IsAmong(power.ExcludedKinds));
            }

            if (!power.CoveredKinds.IsEmpty)
            {
                foreach (PowerGrant grant in power.Grants)
                {
                    Mark(kinds, power, grant);
                }
            }
        }
    }

    private static void Mark(IReadOnlyList<KindSymbol> kinds, PowerSymbol power, PowerGrant grant)
    {
        if (!grant.Delegators.Any(named => named.Kind is { Family: SymbolFamily.Organisation } || named.Party is { IsOrganisation: true }))
        {
            return;
        }

        foreach (PowerParty named in grant.Delegators)
        {
            if (named.Kind is { Family: SymbolFamily.Group or SymbolFamily.Role } body)
            {
                foreach (KindSymbol kind in kinds)
                {
                    kind.IsExecutiveBody |= kind.Is(body);
                    kind.IsExecutive |= kind.IsAmong(power.CoveredKinds);
                }
            }
        }
    }
}
