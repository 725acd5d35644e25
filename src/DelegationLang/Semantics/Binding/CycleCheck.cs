using System.Collections.Immutable;
using DelegationLang.Diagnostics;

namespace DelegationLang.Semantics.Binding;

/// <summary>Finds circles of <c>of</c>, <c>within</c> and <c>reporting to</c>, reports each once, and cuts it, so that nobody who follows the line goes round for ever.</summary>
internal sealed class CycleCheck(Reporter reporter)
{
    private const int MostShown = 8;

    /// <summary>Whose things are.</summary>
    public void CheckOwners(IReadOnlyList<Declared> declarations) =>
        Check(declarations, "of", "belongs", symbol => symbol.Owners, (symbol, target) => symbol.Owners = symbol.Owners.Remove(target));

    /// <summary>What things lie within.</summary>
    public void CheckParents(IReadOnlyList<Declared> declarations) => Check(
        declarations,
        "within",
        "lies",
        symbol => symbol switch
        {
            SubjectSymbol { Parent: { } parent } => [parent],
            PlaceSymbol { Parent: { } parent } => [parent],
            _ => [],
        },
        (symbol, _) =>
        {
            if (symbol is SubjectSymbol subject)
            {
                subject.Parent = null;
            }
            else if (symbol is PlaceSymbol place)
            {
                place.Parent = null;
            }
        });

    /// <summary>Who reports to whom.</summary>
    public void CheckReporting(IReadOnlyList<Declared> declarations) => Check(
        declarations,
        "reporting to",
        "reports",
        symbol => symbol is PartySymbol party ? ImmutableArray<Symbol>.CastUp(party.ReportsTo) : [],
        (symbol, target) =>
        {
            if (symbol is PartySymbol party && target is PartySymbol other)
            {
                party.ReportsTo = party.ReportsTo.Remove(other);
            }
        });

    /// <summary>Which post holds which designation.</summary>
    public void CheckDesignations(IReadOnlyList<HeldDesignation> designations)
    {
        foreach ((Scope scope, PartySymbol designation) in designations)
        {
            var seen = new HashSet<PartySymbol>(ReferenceEqualityComparer.Instance) { designation };
            for (PartySymbol? holder = designation.HeldBy; holder is not null; holder = holder.HeldBy)
            {
                if (seen.Add(holder))
                {
                    continue;
                }

                Report(scope, designation, [.. seen], "is also", "is held by");
                designation.HeldBy = null;
                designation.Designations = [];
                break;
            }
        }
    }

    private void Check(
        IReadOnlyList<Declared> declarations, string words, string verb, Func<Symbol, ImmutableArray<Symbol>> next, Action<Symbol, Symbol> cut)
    {
        var scopes = new Dictionary<Symbol, Scope>(ReferenceEqualityComparer.Instance);
        foreach (Declared declared in declarations)
        {
            if (!next(declared.Symbol).IsEmpty)
            {
                scopes.TryAdd(declared.Symbol, declared.Scope);
            }
        }

        var done = new HashSet<Symbol>(ReferenceEqualityComparer.Instance);
        foreach ((Symbol start, _) in scopes)
        {
            Walk(start, scopes, done, words, verb, next, cut);
        }
    }

    // Depth first with a path of its own: a chain of ten thousand parts must not exhaust the stack.
    private void Walk(
        Symbol start,
        Dictionary<Symbol, Scope> scopes,
        HashSet<Symbol> done,
        string words,
        string verb,
        Func<Symbol, ImmutableArray<Symbol>> next,
        Action<Symbol, Symbol> cut)
    {
        if (done.Contains(start))
        {
            return;
        }

        var path = new List<Step> { new(start, next(start)) };
        var onPath = new HashSet<Symbol>(ReferenceEqualityComparer.Instance) { start };
        while (path.Count > 0)
        {
            Step step = path[^1];
            Symbol symbol = step.Symbol;
            if (step.Index == step.Next.Length)
            {
                path.RemoveAt(path.Count - 1);
                onPath.Remove(symbol);
                done.Add(symbol);
                continue;
            }

            Symbol target = step.Next[step.Index++];
            if (onPath.Contains(target))
            {
                int from = path.FindIndex(item => ReferenceEquals(item.Symbol, target));
                if (scopes.TryGetValue(symbol, out Scope? scope))
                {
                    Report(scope, symbol, [.. path.Skip(from).Select(item => item.Symbol)], words, verb);
                }

                cut(symbol, target);
            }
            else if (!done.Contains(target))
            {
                path.Add(new Step(target, next(target)));
                onPath.Add(target);
            }
        }
    }

    private void Report(Scope scope, Symbol last, IReadOnlyList<Symbol> circle, string words, string verb)
    {
        IEnumerable<string> names = circle.Append(circle[0]).Select(symbol => MessageWords.Quote(symbol.Name));
        string chain = string.Join(" → ", circle.Count <= MostShown ? names : names.Take(MostShown).Append("…").Append(MessageWords.Quote(circle[0].Name)));
        string message = circle.Count == 1
            ? words switch
            {
                "reporting to" => $"{MessageWords.Quote(last.Name)} reports to itself",
                "within" => $"{MessageWords.Quote(last.Name)} lies within itself",
                _ => $"{MessageWords.Quote(last.Name)} belongs to itself",
            }
            : $"{MessageWords.Quote(last.Name)} {verb}, in the end, {(words == "within" ? "within itself" : words == "is also" ? "itself" : "to itself")}: {chain}";
        reporter.Report(scope, new Diagnostic(SemanticDiagnostics.Cycle, last.Location, message)
        {
            Label = "closes the circle",
            Help = $"change or leave out one `{words}` of the circle",
            Related = [.. circle.Where(symbol => symbol != last).Take(MostShown).Select(symbol => new RelatedLocation("declared here", symbol.Location))],
        });
    }

    /// <summary>One thing on the path, and how many of those that it leads to have been looked at.</summary>
    private sealed class Step(Symbol symbol, ImmutableArray<Symbol> next)
    {
        public Symbol Symbol => symbol;

        public ImmutableArray<Symbol> Next => next;

        public int Index { get; set; }
    }
}
