using System.Collections.Immutable;

namespace DelegationLang.Semantics.Binding;

/// <content>Puts other sentences in the place of some that are bound.</content>
internal sealed partial class StatementBinder
{
    /// <summary>Puts in the place of each delegation what it becomes, in the tables too whose line it is.</summary>
    public void Exchange(Dictionary<DelegationStatement, List<DelegationStatement>> replaced, IEnumerable<LimitsTable> tables)
    {
        Exchange(Delegations, replaced);
        foreach (LimitsTable table in replaced.Count == 0 ? [] : tables)
        {
            table.Lines = [.. table.Lines.SelectMany(line => replaced.TryGetValue(line, out List<DelegationStatement>? parts) ? parts : [line])];
        }
    }

    /// <summary>Puts in the place of each sentence what it becomes.</summary>
    public static void Exchange<T>(ImmutableArray<T>.Builder all, Dictionary<T, List<T>> replaced)
        where T : Statement
    {
        if (replaced.Count > 0)
        {
            ImmutableArray<T> now = [.. all.SelectMany(statement => replaced.TryGetValue(statement, out List<T>? others) ? others : [statement])];
            all.Clear();
            all.AddRange(now);
        }
    }
}
