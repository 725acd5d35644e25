using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Map;

/// <summary>From a scheme to its parties and the lines between them. Sentences without effect are left out.</summary>
internal sealed class MapGraphBuilder
{
    private readonly Publication publication;
    private readonly Dictionary<PartySymbol, MapNode> nodes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<EdgeKey, MapEdge> edges = [];
    private readonly HashSet<PartySymbol> contractors = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PartySymbol> givers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PartySymbol, PartySymbol> actingBodies = new(ReferenceEqualityComparer.Instance);

    private readonly bool isAllSubject;

    private MapGraphBuilder(Publication publication)
    {
        this.publication = publication;
        DelegationStatement[] ordinary = [.. Delegations.Where(statement => !statement.Terms.IsEvenIfReserved)];
        isAllSubject = ordinary.Length > 0 && ordinary.All(statement => statement.Terms.IsSubjectToReservedMatters);
    }

    /// <summary>The graph of a scheme.</summary>
    public static MapGraph Build(Publication publication)
    {
        var builder = new MapGraphBuilder(publication);
        builder.FindRoles();
        builder.AddParties();
        builder.AddStructure();
        builder.AddSentences();
        return new MapGraph([.. builder.nodes.Values], [.. builder.edges.Values], builder.isAllSubject);
    }

    private SchemeModel Model => publication.Model;

    private IEnumerable<DelegationStatement> Delegations => Model.Delegations.Where(publication.Gives);

    private void FindRoles()
    {
        foreach (PartySymbol party in Model.Symbols.OfType<PartySymbol>())
        {
            if (party.IsGroup && party.Kind.Has(KindTrait.ActsAsOrganisation) && party.Owners is [PartySymbol { IsOrganisation: true } owner])
            {
                actingBodies.TryAdd(owner, party);
            }
        }

        foreach (DelegationStatement statement in Delegations)
        {
            if (statement.Delegator is { } giver)
            {
                givers.Add(giver);
            }

            if (statement.IsEntrusted)
            {
                contractors.UnionWith(statement.Holders.SelectMany(holder => holder.Group.Parties));
            }
        }
    }

    // Everybody whom the scheme declares, and of a library whoever takes part.
    private void AddParties()
    {
        HashSet<PartySymbol> involved = new(ReferenceEqualityComparer.Instance);
        foreach (DelegationStatement statement in Delegations)
        {
            involved.UnionWith(statement.Holders.SelectMany(holder => holder.Group.Parties));
            if (statement.Delegator is { } giver)
            {
                involved.Add(giver);
            }
        }

        foreach (PartySymbol party in Model.Symbols.OfType<PartySymbol>())
        {
            if ((!party.IsFromLibrary || involved.Contains(party)) && party.HeldBy is null)
            {
                MapShape shape = MapLevels.ShapeOf(party, contractors.Contains(party));
                MapLevel level = MapLevels.LevelOf(party, shape, givers.Contains(party));
                nodes.Add(party, new MapNode(party, shape, level) { Caption = MapLevels.CaptionOf(party, shape, Model.OwnOrganisation) });
            }
        }
    }

    private void AddStructure()
    {
        foreach (MapNode node in nodes.Values.ToList())
        {
            PartySymbol party = node.Party;
            if (node.Shape == MapShape.JointCommittee)
            {
                foreach (PartySymbol owner in party.Owners.OfType<PartySymbol>())
                {
                    Add(owner, party, MapEdgeKind.Joint, $"{party.DisplayName} is a joint committee of {owner.DisplayName}");
                }
            }

            foreach (PartySymbol above in party.ReportsTo)
            {
                Add(party, above, MapEdgeKind.Reports, $"{party.DisplayName} reports to {above.DisplayName}");
                node.Duties.Add("Reports to " + above.DisplayName);
            }
        }

        foreach (AgreementSymbol agreement in Model.Symbols.OfType<AgreementSymbol>())
        {
            PartySymbol[] between = [.. agreement.Owners.OfType<PartySymbol>()];
            for (int i = 1; i < between.Length; i++)
            {
                Add(between[0], between[i], MapEdgeKind.Agreement, $"{agreement.DisplayName}, {agreement.Kind.Name} between {between[0].DisplayName} and {between[i].DisplayName}");
            }
        }
    }

    private void AddSentences()
    {
        foreach (DelegationStatement statement in Delegations)
        {
            AddDelegation(statement);
        }

        foreach (ReservationStatement statement in Model.Reservations.Where(publication.IsEffective))
        {
            AddReservation(statement);
        }

        foreach (DeputyStatement statement in Model.Deputies.Where(publication.IsEffective))
        {
            foreach (PartySymbol principal in statement.Principals)
            {
                string words = $"deputises for {principal.DisplayName}";
                Add(statement.Deputy, principal, MapEdgeKind.Deputises, $"{statement.Deputy?.DisplayName} {words}");
                NodeOf(statement.Deputy)?.Duties.Add("D" + words[1..]);
            }
        }

        foreach (InvolvementStatement statement in Model.Involvements.Where(publication.IsEffective))
        {
            AddInvolvement(statement);
        }
    }

    private void AddDelegation(DelegationStatement statement)
    {
        Terms terms = statement.Terms;
        string what = MapWords.Subjects(statement.Subjects, terms);
        string bounds = MapWords.Bounds(terms, saysReservedMatters: !isAllSubject);
        MapEdgeKind kind = statement.IsEntrusted ? MapEdgeKind.Entrusts : terms.IsEvenIfReserved ? MapEdgeKind.Exceptional : MapEdgeKind.Delegates;
        foreach (Holder holder in statement.Holders)
        {
            string together = holder.Group.Parties.Length > 1 ? ", jointly with " : "";
            foreach (PartySymbol party in holder.Group.Parties)
            {
                string others = together.Length == 0 ? "" : together + Wording.List([.. holder.Group.Parties.Where(other => !ReferenceEquals(other, party)).Select(other => other.DisplayName).Distinct()]);
                if (statement.Delegator is null || IsSameSeat(statement.Delegator, party))
                {
                    continue;
                }

                string verb = kind switch { MapEdgeKind.Entrusts => "entrusts", MapEdgeKind.Exceptional => "gives, even if reserved,", _ => "delegates" };
                Add(statement.Delegator, party, kind, $"{statement.Delegator.DisplayName} {verb} {what} to {party.DisplayName}{others}{bounds}");
                string lead = kind switch { MapEdgeKind.Entrusts => "Under contract: ", MapEdgeKind.Exceptional => "In exceptional cases: ", _ => "May decide: " };
                NodeOf(party)?.Authority.Add(lead + what + others + bounds);
            }
        }
    }

    private void AddReservation(ReservationStatement statement)
    {
        string what = MapWords.Subjects(statement.Subjects, statement.Terms);
        foreach (PartySymbol party in statement.Holders.SelectMany(holder => holder.Group.Parties))
        {
            Add(statement.Reserver, party, MapEdgeKind.Reserves, $"{statement.Reserver?.DisplayName} reserves {what} to {party.DisplayName}");
            NodeOf(party)?.Authority.Insert(0, "Reserved: " + what);
        }
    }

    private void AddInvolvement(InvolvementStatement statement)
    {
        string what = MapWords.Subjects(statement.Subjects, statement.Terms);
        MapNode? actor = NodeOf(statement.Actor);
        if (statement.Actor is not { } from || actor is null)
        {
            return;
        }

        foreach (PartySymbol other in statement.Verb == InvolvementVerb.TakesNoPart ? [] : statement.Others)
        {
            (PartySymbol source, PartySymbol target, MapEdgeKind kind, string words) = statement.Verb switch
            {
                InvolvementVerb.Consults => (other, from, MapEdgeKind.Consults, $"{from.DisplayName} consults {other.DisplayName} before deciding {what}"),
                InvolvementVerb.Recommends => (from, other, MapEdgeKind.Advises, $"{from.DisplayName} recommends {what} to {other.DisplayName}"),
                _ => (from, other, MapEdgeKind.Advises, $"{from.DisplayName} advises {other.DisplayName} on {what}"),
            };
            Add(source, target, kind, words);
        }

        string others = Wording.List([.. statement.Others.Select(other => other.DisplayName)]);
        actor.Duties.Add(statement.Verb switch
        {
            InvolvementVerb.Consults => $"Consults {others} before {what}",
            InvolvementVerb.Recommends => $"Recommends {what} to {others}",
            InvolvementVerb.Oversees => "Oversees " + what,
            InvolvementVerb.TakesNoPart => "Takes no part in " + what,
            _ => $"Advises {others} on {what}",
        });
    }

    private void Add(PartySymbol? from, PartySymbol? to, MapEdgeKind kind, string words)
    {
        if (NodeOf(Seat(from, kind)) is not { } start || NodeOf(to) is not { } end || ReferenceEquals(start, end))
        {
            return;
        }

        var key = new EdgeKey(start.Party, end.Party, kind);
        if (!edges.TryGetValue(key, out MapEdge? edge))
        {
            edges.Add(key, edge = new MapEdge(start, end, kind));
        }

        if (!edge.Words.Contains(words))
        {
            edge.Words.Add(words);
        }
    }

    // Whoever acts for an organisation gives in its name: the picture starts the line there.
    private PartySymbol? Seat(PartySymbol? party, MapEdgeKind kind) =>
        kind is MapEdgeKind.Delegates or MapEdgeKind.Entrusts or MapEdgeKind.Exceptional or MapEdgeKind.Reserves
        && party is not null && actingBodies.TryGetValue(party, out PartySymbol? board) && nodes.ContainsKey(board) ? board : party;

    private bool IsSameSeat(PartySymbol one, PartySymbol other) =>
        ReferenceEquals(Seat(one, MapEdgeKind.Delegates), Seat(other, MapEdgeKind.Delegates));

    private MapNode? NodeOf(PartySymbol? party) => party is not null && nodes.TryGetValue(party.HeldBy ?? party, out MapNode? node) ? node : null;

    private sealed record EdgeKey(PartySymbol From, PartySymbol To, MapEdgeKind Kind);
}
