using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>
/// Who holds a subject by law, before any sentence gives it: the party it is declared <c>of</c>; where the scheme does not say, its own
/// organisation. What a library declares without an owner belongs to nobody.
/// </summary>
internal sealed class Ownership
{
    private readonly SchemeModel model;
    private readonly Seats seats;
    private readonly Lazy<HashSet<PartySymbol>> holders;
    private readonly Lazy<HashSet<PartySymbol>> executives;
    private readonly Dictionary<SubjectSymbol, PartySymbol[]> owners = new(ReferenceEqualityComparer.Instance);

    public Ownership(SchemeModel model, Seats seats)
    {
        this.model = model;
        this.seats = seats;
        executives = new(() => [.. model.Symbols.OfType<SubjectSymbol>().Where(subject => subject.IsExecutive).SelectMany(subject => OwnersOf(subject))]);
        holders = new(() => [.. model.Symbols.OfType<SubjectSymbol>().SelectMany(subject => OwnersOf(subject))]);
    }

    /// <summary>Whether a seat holds any subject by law.</summary>
    public bool HoldsAnything(PartySymbol seat) => holders.Value.Contains(seat);

    /// <summary>Whether a group acts for its organisation in some subject that this holds by law: a cabinet in executive functions.</summary>
    public bool ActsInAnything(PartySymbol seat) =>
        seat.Kind.IsExecutiveBody && Seats.OrganisationsOf(seat).Any(executives.Value.Contains);

    /// <summary>The seats that hold a subject by law; empty when nobody does.</summary>
    public ImmutableArray<PartySymbol> OwnersOf(SubjectSymbol node)
    {
        if (!owners.TryGetValue(node, out PartySymbol[]? found))
        {
            found = node.Owners switch
            {
                [PartySymbol only] => [seats.Of(only, node)],
                [] when !node.IsFromLibrary && !node.HasUnknownOwner && model.OwnOrganisation is PartySymbol own => [own],
                _ => [.. node.Owners.OfType<PartySymbol>().Select(owner => seats.Of(owner, node)).Distinct()],
            };
            owners.Add(node, found);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(found);
    }

    /// <summary>
    /// Whether a seat holds an atom by law. What is decided about a function belongs to whoever holds the function; a matter that the law gives
    /// to a group or a post belongs to it alone.
    /// </summary>
    public bool Holds(PartySymbol seat, Atom atom)
    {
        ImmutableArray<PartySymbol> own = OwnersOf(atom.Node);
        bool isOwn = own.Contains(seat);
        if (atom.For is null || own.Any(owner => !owner.IsOrganisation))
        {
            return isOwn;
        }

        ImmutableArray<PartySymbol> functions = OwnersOf(atom.For);
        return functions.IsEmpty ? isOwn : functions.Contains(seat);
    }
}
