using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using PlaceSet = DelegationLang.Rules.Analysis.HierarchySet<DelegationLang.Semantics.PlaceSymbol, DelegationLang.Rules.Analysis.PlaceTree>;
using SubjectSet = DelegationLang.Rules.Analysis.HierarchySet<DelegationLang.Semantics.SubjectSymbol, DelegationLang.Rules.Analysis.SubjectTree>;

namespace DelegationLang.Rules.Analysis;

/// <summary>From sentences to boxes.</summary>
internal sealed class BoxBuilder(SchemeModel model, SubjectLines lines)
{
    private readonly DateRange inForce = model.Info.InForce.IsEmpty ? DateRange.Always : model.Info.InForce;

    /// <summary>The days on which a sentence holds: its own, cut to those of the agreement it relies on.</summary>
    public static DateRange DaysOf(Terms terms)
    {
        var days = DateRange.From(terms.From, terms.Until);
        return terms.Under?.Symbol is AgreementSymbol agreement ? days.Intersect(agreement.Lifetime) : days;
    }

    /// <summary>The places to which those who act together are confined, each by its own place.</summary>
    public static PlaceSet PlacesOf(ActingGroup group)
    {
        PlaceSet places = PlaceSet.Everything;
        foreach (PartySymbol party in group.Parties)
        {
            PartySymbol person = Seats.Person(party);
            places = places.Intersect(PlaceSet.AnyOf(person.At));
            places = ReferenceEquals(person, party) ? places : places.Intersect(PlaceSet.AnyOf(party.At));
        }

        return places;
    }

    /// <summary>Where, when, for which amounts and in which cases a sentence gives something.</summary>
    /// <param name="terms">Its clauses.</param>
    /// <param name="subject">The subject named: a budget may have places.</param>
    /// <param name="confined">To where those who get it are confined.</param>
    /// <param name="isTaking">Whether the extents take authority away; what is too tangled to follow then takes nothing, and otherwise gives all.</param>
    public ImmutableArray<Extent> Extents(Terms terms, SubjectSymbol? subject, PlaceSet confined, bool isTaking)
    {
        ImmutableArray<FactCube> cubes = [FactCube.Any];
        if (FactCube.Expand(terms.Facts) is ImmutableArray<FactCube> expanded)
        {
            cubes = expanded;
        }
        else if (isTaking)
        {
            return [];
        }

        var frame = new Extent
        {
            Places = PlaceSet.AnyOf([.. terms.At.Select(place => place.Symbol)])
                .Intersect(PlaceSet.AnyOf(subject?.At ?? []))
                .Intersect(confined),
            Days = DaysOf(terms),
        };
        ImmutableArray<DatedRegion> limits = terms.Limit is AmountLimit limit
            ? LimitReader.Read(limit, inForce)
            : [new DatedRegion(DateRange.Always, AmountRegion.Any)];
        ImmutableArray<Extent>.Builder extents = ImmutableArray.CreateBuilder<Extent>(limits.Length * cubes.Length);
        bool isDayDependent = LimitReader.IsDayDependent(terms.Limit);
        foreach (DatedRegion dated in limits)
        {
            foreach (FactCube cube in cubes)
            {
                Extent extent = frame with
                {
                    Days = frame.Days.Intersect(dated.Days),
                    Amounts = dated.Amounts,
                    Facts = cube,
                    IsDayDependent = isDayDependent,
                };
                if (!extent.IsEmpty)
                {
                    extents.Add(extent);
                }
            }
        }

        return extents.ToImmutable();
    }

    /// <summary>The extent on the days of the scheme's own life, outside which nobody decides anything; as it is where it has none of these days.</summary>
    public Extent InForce(Extent extent)
    {
        DateRange days = extent.Days.Intersect(inForce);
        return days.IsEmpty ? extent : extent with { Days = days };
    }

    /// <summary>The limit alone, by day.</summary>
    public ImmutableArray<DatedRegion> Limits(AmountLimit limit) => LimitReader.Read(limit, inForce);

    /// <summary>The decisions that a sentence names when it names a subject; for all (other) matters, every decision.</summary>
    /// <param name="atom">The node and the function it is related to; none for all matters.</param>
    /// <param name="subject">The subject as named.</param>
    /// <param name="terms">The clauses: what they carve out and keep back is left out.</param>
    /// <param name="isTaking">Whether the region takes authority away. A matter declared within a function is then taken in relation to any function.</param>
    public SubjectRegion Region(Atom? atom, SubjectSymbol? subject, Terms terms, bool isTaking)
    {
        SubjectRegion region = SubjectRegion.All;
        if (atom is Atom known)
        {
            SubjectSymbol? function = isTaking && known.Node.IsMatter ? known.For : SubjectLines.FunctionOf(known);
            region = new SubjectRegion
            {
                Functions = function is null ? SubjectSet.Everything : SubjectSet.Of(function),
                Matters = known.Node.IsMatter ? SubjectSet.Of(known.Node) : SubjectSet.Everything,
                Money = subject is { IsBudget: true } ? MoneySide.Committing : MoneySide.Any,
            };
        }

        SubjectSymbol[] carved = [.. terms.Except.Concat(terms.KeptBack).SelectMany(reference => lines.Nodes(reference.Symbol))];
        return carved.Length == 0 ? region : region with
        {
            Functions = region.Functions.Without(carved.Where(node => !node.IsMatter)),
            Matters = region.Matters.Without(carved.Where(node => node.IsMatter)),
        };
    }

    /// <summary>Each subject of a sentence by what it stands for: the nodes, in relation to each function named after <c>for</c>.</summary>
    public IEnumerable<Atom> Atoms(SubjectSymbol subject, Terms terms)
    {
        foreach (SubjectSymbol node in lines.Nodes(subject))
        {
            if (terms.For.IsEmpty)
            {
                yield return new Atom(node, null);
                continue;
            }

            foreach (SubjectSymbol function in terms.For.SelectMany(reference => lines.Nodes(reference.Symbol)))
            {
                yield return new Atom(node, function);
            }
        }
    }
}
