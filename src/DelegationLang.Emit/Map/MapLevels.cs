using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Map;

/// <summary>Where a party stands on the map and how its box looks.</summary>
internal static class MapLevels
{
    /// <summary>What the rows are called.</summary>
    public static string NameOf(MapLevel level) => level switch
    {
        MapLevel.National => "National",
        MapLevel.Organisations => "Organisations",
        MapLevel.Boards => "Boards",
        MapLevel.Wider => "Across systems",
        MapLevel.Committees => "System",
        MapLevel.Places => "Places",
        MapLevel.Providers => "Providers",
        MapLevel.Posts => "Posts",
        _ => "Neighbourhoods",
    };

    /// <summary>How the box of a party looks.</summary>
    public static MapShape ShapeOf(PartySymbol party, bool isContractor) =>
        isContractor ? MapShape.Provider
        : party.IsOrganisation ? MapShape.Organisation
        : party.IsRole ? MapShape.Post
        : party.Kind.Has(KindTrait.ActsAsOrganisation) || party.Kind.IsExecutiveBody ? MapShape.Board
        : party.Kind.Has(KindTrait.OnlyAdvises) ? MapShape.Forum
        : party.Kind.Has(KindTrait.Joint) || party.IsJoint ? MapShape.JointCommittee
        : MapShape.Committee;

    /// <summary>The row of a party.</summary>
    public static MapLevel LevelOf(PartySymbol party, MapShape shape, bool isGiver) => shape switch
    {
        MapShape.Provider => MapLevel.Providers,
        MapShape.Organisation => party.IsFromLibrary && isGiver ? MapLevel.National : MapLevel.Organisations,
        MapShape.Board => MapLevel.Boards,
        MapShape.Post => MapLevel.Posts,
        _ when IsWider(party) => MapLevel.Wider,
        _ when party.At.Any(place => place.Kind.Has(KindTrait.SpansNeighbourhood)) => MapLevel.Neighbourhoods,
        _ when party.At.Any(place => !place.Kind.Has(KindTrait.SpansSystem)) => MapLevel.Places,
        _ => MapLevel.Committees,
    };

    // Ambulance services, specialised services and cancer alliances are of several systems.
    private static bool IsWider(PartySymbol party) => party.At.Any(place => place.Kind.Has(KindTrait.SpansRegion))
        || party.Owners.OfType<PartySymbol>().Count(owner => owner.Kind.Has(KindTrait.SpansSystem) && !party.LaterOwners.Contains(owner)) > 1;

    /// <summary>What a party is, in a few words under its name.</summary>
    public static string CaptionOf(PartySymbol party, MapShape shape, PartySymbol? own)
    {
        string kind = shape switch
        {
            MapShape.Provider => party.Kind.Name + ", under contract",
            MapShape.JointCommittee => "joint committee of " + Wording.List([.. party.Owners.Select(owner => owner.DisplayName)]),
            MapShape.Forum => party.Kind.Name + ": advises, decides nothing",
            MapShape.Organisation => party.Kind.Name,
            _ when party.Owners is [var owner] && !ReferenceEquals(owner, own) => $"{party.Kind.Name} of {owner.DisplayName}",
            _ => party.Kind.Name,
        };
        return party.At.IsEmpty ? kind : kind + " at " + Wording.List([.. party.At.Select(place => place.DisplayName)]);
    }
}
