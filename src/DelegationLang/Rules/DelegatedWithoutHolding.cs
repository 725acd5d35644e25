using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Rules;

/// <summary>DL3002: the delegator does not hold what it delegates.</summary>
internal sealed class DelegatedWithoutHolding : IRule
{
    private const int MaximumRelated = 3;

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL3002", "delegated-without-being-held", "Delegated without being held", DiagnosticSeverity.Error, RuleBasis.Law);

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        foreach (NotHeld verdict in run.Verdicts<NotHeld>())
        {
            run.Report(verdict.Statement, verdict.Kind switch
            {
                ShortfallKind.Wider => Wider(verdict),
                ShortfallKind.Place => ElsewhereOnly(verdict),
                ShortfallKind.Together => TogetherOnly(verdict),
                _ => Never(verdict, run.Judge.Authority.Ownership),
            });
        }
    }

    private Diagnostic Never(NotHeld verdict, Ownership ownership)
    {
        string delegator = Phrases.Delegator(verdict.Statement);
        if (verdict.Atom is not Atom atom)
        {
            return new Diagnostic(Descriptor, verdict.Statement.DelegatorLocation, $"{delegator} holds nothing that it could delegate")
            {
                Label = "no sentence gives it anything",
                Help = $"say first what {delegator} holds, `with power to delegate`",
            };
        }

        SubjectSymbol missing = MissingPart(verdict, atom, ownership);
        string subject = Phrases.Name(missing);
        ImmutableArray<PartySymbol> owners = ownership.OwnersOf(missing);
        if (owners.IsEmpty)
        {
            return new Diagnostic(Descriptor, LocationOf(verdict, atom, missing), $"nobody holds {subject}, so {delegator} cannot delegate it")
            {
                Label = "belongs to nobody",
                Related = [new RelatedLocation("declared here without saying whose it is", missing.Location)],
                Help = missing.IsFromLibrary
                    ? $"declare your own within it, such as `NAME is a {missing.Kind.Name} of ORGANISATION within {missing.Name}.`, and delegate that"
                    : $"say whose it is where it is declared: `{missing.Name} is a {missing.Kind.Name} of ORGANISATION.`",
            };
        }

        string owner = Phrases.Names(owners);
        return new Diagnostic(
            Descriptor,
            LocationOf(verdict, atom, missing),
            $"{delegator} does not hold {subject}, so it cannot delegate it to {Phrases.Holder(verdict.Holder)}")
        {
            Label = $"{owner} holds it, and no sentence gives it to {delegator}",
            Related = [.. Held(verdict)],
            Help = $"let {owner} delegate {subject} to {delegator} `with power to delegate`, or straight to {Phrases.Holder(verdict.Holder)}",
        };
    }

    private Diagnostic Wider(NotHeld verdict)
    {
        string delegator = Phrases.Delegator(verdict.Statement);
        string held = Wording.List([.. verdict.Held.Select(DescribeHeld).Distinct().Take(MaximumRelated)]);
        string asked = Phrases.Subject(verdict.Subject) + (verdict.Atom is { For: SubjectSymbol function } ? " for " + Phrases.Name(function) : "");
        return new Diagnostic(
            Descriptor,
            verdict.Atom is Atom atom && atom.For is SubjectSymbol related ? LocationOf(verdict, atom, related) : verdict.Subject.Location,
            $"{delegator} holds {held} and not the whole of {asked}")
        {
            Label = "wider than it was given",
            Related = [.. Held(verdict)],
            Help = $"delegate only what {delegator} holds: {held}",
        };
    }

    private Diagnostic ElsewhereOnly(NotHeld verdict)
    {
        string delegator = Phrases.Delegator(verdict.Statement);
        string subject = Phrases.Subject(verdict.Subject);
        string places = Phrases.Names(verdict.Held.SelectMany(PlacesOf).Distinct());
        ImmutableArray<Reference<PlaceSymbol>> stated = verdict.Statement.Terms.At;
        string message = stated.IsEmpty
            ? $"{delegator} holds {subject} only at {places}, and {Phrases.Holder(verdict.Holder)} acts elsewhere"
            : $"{delegator} holds {subject} only at {places}, not at {Phrases.Names(stated.Select(place => place.Symbol), "or")}";
        return new Diagnostic(Descriptor, stated.IsEmpty ? verdict.Holder.Location : FirstOutside(stated, verdict), message)
        {
            Label = "outside the places for which it is held",
            Related = [.. Held(verdict)],
            Help = $"name only places within {places}, or leave the place out: it is then that of {delegator}",
        };
    }

    private Diagnostic TogetherOnly(NotHeld verdict)
    {
        string delegator = Phrases.Delegator(verdict.Statement);
        string group = verdict.Held.IsEmpty ? "" : Phrases.Holder(verdict.Held[0].Holder);
        return new Diagnostic(
            Descriptor,
            verdict.Statement.DelegatorLocation,
            $"{delegator} holds {Phrases.Subject(verdict.Subject)} only together with others, so it cannot delegate it alone")
        {
            Label = $"held by {group}",
            Related = [.. Held(verdict)],
            Help = $"let whoever gave it to {group} delegate it to {Phrases.Holder(verdict.Holder)} too",
        };
    }

    // The function after `for` is what is missing where the matter itself would be held.
    private static SubjectSymbol MissingPart(NotHeld verdict, Atom atom, Ownership ownership) =>
        atom.For is SubjectSymbol function
            && verdict.Statement.Delegator is not null
            && ownership.OwnersOf(atom.Node).SequenceEqual(ownership.OwnersOf(function)) is false
            ? function
            : atom.Node;

    private static SourceLocation LocationOf(NotHeld verdict, Atom atom, SubjectSymbol missing) =>
        ReferenceEquals(atom.For, missing)
            ? verdict.Statement.Terms.For.FirstOrDefault(named => named.Symbol == missing) is { Symbol: not null } named
                ? named.Location
                : verdict.Statement.Terms.For[0].Location
            : verdict.Subject.Location;

    private static SourceLocation FirstOutside(ImmutableArray<Reference<PlaceSymbol>> stated, NotHeld verdict)
    {
        PlaceSymbol[] held = [.. verdict.Held.SelectMany(PlacesOf)];
        foreach (Reference<PlaceSymbol> place in stated)
        {
            if (!Array.Exists(held, place.Symbol.IsWithin))
            {
                return place.Location;
            }
        }

        return stated[0].Location;
    }

    private static IEnumerable<PlaceSymbol> PlacesOf(Grant grant)
    {
        Terms terms = grant.Statement.Terms;
        if (!terms.At.IsEmpty)
        {
            return terms.At.Select(place => place.Symbol);
        }

        ImmutableArray<PlaceSymbol> ofBudget = grant.Subject.Symbol?.At ?? [];
        return !ofBudget.IsEmpty ? ofBudget : grant.Holder.Group.Parties.SelectMany(party => Seats.Person(party).At);
    }

    private static string DescribeHeld(Grant grant)
    {
        string functions = Wording.List([.. grant.Statement.Terms.For.Select(named => Phrases.Name(named.Symbol))]);
        return Phrases.Subject(grant.Subject) + (functions.Length > 0 ? " for " + functions : "");
    }

    private static IEnumerable<RelatedLocation> Held(NotHeld verdict) =>
        verdict.Held.Take(MaximumRelated).Select(grant => new RelatedLocation(
            $"{Phrases.Delegator(verdict.Statement)} holds {DescribeHeld(grant)} by this sentence",
            grant.Subject.Location));
}
