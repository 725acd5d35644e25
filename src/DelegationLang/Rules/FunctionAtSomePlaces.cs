using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL6015: a function given to some places and not to others.</summary>
internal sealed class FunctionAtSomePlaces : IRule
{
    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL6015", "function-at-some-places", "A function given to some places and not to others", DiagnosticSeverity.Info, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (IGrouping<PartySymbol?, DelegationStatement> ofGiver in run.Delegations.Where(one => one.Delegator is not null && !run.IsInError(one)).GroupBy(one => one.Delegator is { } giver ? run.Seats.Of(giver) : null))
        {
            var given = new Dictionary<SubjectSymbol, List<DelegationStatement>>(ReferenceEqualityComparer.Instance);
            var places = new HashSet<PlaceSymbol>(ReferenceEqualityComparer.Instance);
            foreach (DelegationStatement statement in ofGiver)
            {
                places.UnionWith(PlacesOf(statement));
                foreach (SubjectSymbol function in statement.Subjects.Select(subject => subject.Symbol).OfType<SubjectSymbol>().Where(subject => subject.IsFunction))
                {
                    given.TryAdd(function, []);
                    given[function].Add(statement);
                }
            }

            foreach ((SubjectSymbol function, List<DelegationStatement> statements) in given.OrderBy(one => one.Value[0].Order))
            {
                PlaceSymbol[] some = [.. statements.SelectMany(PlacesOf).Distinct()];
                if (some.Length == 0 || !statements.TrueForAll(statement => PlacesOf(statement).Any() && statement.Terms.Because.IsEmpty))
                {
                    continue;
                }

                PlaceSymbol[] others = [.. places.Where(place => place.Parent == some[0].Parent && !some.Any(one => place.IsWithin(one) || one.IsWithin(place))).OrderBy(place => place.Name, StringComparer.Ordinal)];
                if (others.Length > 0)
                {
                    run.Report(statements[0], Describe(statements[0], function, some, others));
                }
            }
        }
    }

    // Where a sentence gives something: the places that it names, or those of whoever gets it.
    private static IEnumerable<PlaceSymbol> PlacesOf(DelegationStatement statement) => statement.Terms.At.IsEmpty
        ? statement.Holders.SelectMany(holder => holder.Group.Parties).SelectMany(party => party.At)
        : statement.Terms.At.Select(place => place.Symbol);

    private Diagnostic Describe(DelegationStatement statement, SubjectSymbol function, PlaceSymbol[] some, PlaceSymbol[] others) => new(
        Descriptor, statement.Location, $"{Phrases.Name(function)} is given to {Wording.List([.. some.Select(place => Phrases.Name(place))])} and not to {Wording.List([.. others.Select(place => Phrases.Name(place))])}")
    {
        Label = "not everywhere",
        Help = "give it to the others too, or say why not: `because \"…\"`",
    };
}
