using System.Collections.Immutable;
using DelegationLang.Rules.Analysis;
using DelegationLang.Rules.Lawfulness;
using DelegationLang.Semantics;

namespace DelegationLang.Coverage;

/// <summary>A power of the law on which a scheme stands though its sentences do not name it.</summary>
/// <param name="Power">The power.</param>
/// <param name="Statements">The delegations and reservations that it allows, in the order of the text; none where it only binds the scheme's organisation.</param>
/// <param name="Posts">The posts that it asks for, by their kind.</param>
public sealed record LegalGround(PowerSymbol Power, ImmutableArray<Statement> Statements, ImmutableArray<PartySymbol> Posts)
{
    /// <summary>Whether anything of the scheme rests on it.</summary>
    public bool IsReliedOn => !Statements.IsEmpty || !Posts.IsEmpty;
}

/// <summary>
/// On which powers of the law the sentences of a scheme rest without saying so: within a body a board gives to committees and officers by a power that
/// nobody names, and these give on by another. A power that speaks of the very subject counts before one that speaks of everything.
/// </summary>
public sealed class LegalGrounds
{
    private readonly SchemeModel model;
    private readonly LawBook book;
    private readonly OnwardLaw onward;
    private readonly Seats seats = new();
    private readonly SubjectLines lines;
    private readonly Dictionary<PowerSymbol, List<Statement>> statements = new(ReferenceEqualityComparer.Instance);

    private LegalGrounds(SchemeModel model)
    {
        this.model = model;
        book = new LawBook(model);
        onward = new OnwardLaw(model);
        lines = new SubjectLines(model);
    }

    /// <summary>The powers that a scheme rests on without naming them where it does, and the others that bind its own organisation, in the order in which the libraries declare them.</summary>
    /// <param name="model">The scheme.</param>
    /// <param name="isEffective">Whether a statement is in force as it stands: one in error rests on nothing.</param>
    public static ImmutableArray<LegalGround> Of(SchemeModel model, Func<Statement, bool> isEffective)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(isEffective);
        var grounds = new LegalGrounds(model);
        return grounds.book.IsEmpty ? [] : [.. grounds.Find(isEffective)];
    }

    private IEnumerable<LegalGround> Find(Func<Statement, bool> isEffective)
    {
        foreach (DelegationStatement delegation in model.Delegations)
        {
            if (delegation is { IsEntrusted: false, Delegator: PartySymbol giver, Terms.Under: null } && isEffective(delegation))
            {
                Note(delegation, giver, delegation.Subjects, delegation.Holders, delegation);
            }
        }

        foreach (ReservationStatement reservation in model.Reservations)
        {
            if (reservation is { IsProhibition: false, Reserver: PartySymbol giver, Terms.Under: null } && isEffective(reservation))
            {
                Note(reservation, giver, reservation.Subjects, reservation.Holders, null);
            }
        }

        ILookup<PowerSymbol, PartySymbol> posts = model.Symbols.OfType<PartySymbol>()
            .Where(party => party is { IsRole: true, IsFromLibrary: false, IsDuplicate: false, Under: null })
            .SelectMany(party => party.Kind.Under is PowerSymbol power ? [(Power: power, Party: party)] : Array.Empty<(PowerSymbol Power, PartySymbol Party)>())
            .ToLookup(pair => pair.Power, pair => pair.Party);
        foreach (PowerSymbol power in model.PowersInLaw())
        {
            List<Statement>? resting = statements.GetValueOrDefault(power);
            if (resting is not null || posts.Contains(power) || Binds(power))
            {
                yield return new LegalGround(power, [.. resting ?? []], [.. posts[power]]);
            }
        }
    }

    private bool Binds(PowerSymbol power) =>
        power.IsFromLibrary && model.OwnOrganisation is PartySymbol own && !power.IsForbiddenTo(own) && power.Delegators.Any(named => named.Names(own));

    private void Note(Statement statement, PartySymbol giver, ImmutableArray<SubjectReference> subjects, ImmutableArray<Holder> holders, DelegationStatement? delegation)
    {
        var found = new HashSet<PowerSymbol>(ReferenceEqualityComparer.Instance);
        PartySymbol seat = seats.Of(giver);
        foreach (PartySymbol party in holders.SelectMany(holder => holder.Group.Parties).Select(Seats.Person).Distinct())
        {
            if (ReferenceEquals(party, seat) || Seats.OrganisationsOf(party).FirstOrDefault(Seats.OrganisationsOf(giver).Contains) is not PartySymbol body)
            {
                continue;
            }

            foreach (SubjectReference subject in subjects)
            {
                if (PowerFor(giver, seat, body, party, AtomsOf(subject, statement.Terms), delegation) is PowerSymbol power)
                {
                    found.Add(power);
                }
            }
        }

        foreach (PowerSymbol power in found)
        {
            statements.AddTo(power, statement);
        }
    }

    private PowerSymbol? PowerFor(PartySymbol giver, PartySymbol seat, PartySymbol body, PartySymbol party, List<Atom>? subject, DelegationStatement? delegation)
    {
        bool isOwn = ReferenceEquals(seat, body);
        bool isBoard = party.IsGroup && party.Kind.Has(KindTrait.ActsAsOrganisation);
        if (delegation is null || isBoard)
        {
            return isOwn && isBoard ? Best(book.LawOf(body), subject, power => power.Delegates.IsEmpty || power.Delegates.Any(named => named.Kind?.Has(KindTrait.ActsAsOrganisation) == true), isNamed: true) : null;
        }

        PowerSymbol? own = isOwn ? Best(book.LawOf(body), subject, power => book.LawOf(body).Gives(power, party), isNamed: false) : null;
        return own
            ?? (isOwn ? null : onward.LawFor(seat, party, delegation, delegation))
            ?? Best(book.LawOf(giver), subject, power => book.LawOf(giver).Gives(power, party), isNamed: !isOwn);
    }

    // What a sentence gives of a subject; none for all matters.
    private List<Atom>? AtomsOf(SubjectReference reference, Terms terms) => reference.Symbol is not SubjectSymbol subject
        ? null
        : [.. lines.Nodes(subject).SelectMany(node => terms.For.Select(named => named.Symbol).OfType<SubjectSymbol>().DefaultIfEmpty().Select(function => new Atom(node, function)))];

    // One that names the subject or its kind before one that covers all.
    private PowerSymbol? Best(BodyLaw law, List<Atom>? atoms, Func<PowerSymbol, bool> allows, bool isNamed)
    {
        List<PowerSymbol> open = law.Binding.FindAll(power => !power.IsExceptional && !Footing.AsksForAgreement(power) && power.Lifetime.Overlaps(model.Info.InForce) && allows(power));
        if (open.Count == 0)
        {
            return null;
        }

        if (atoms is null)
        {
            return isNamed ? null : open.Find(power => power.Covers.IsEmpty && power.CoveredKinds.IsEmpty);
        }

        foreach (Atom atom in atoms)
        {
            if ((open.Find(power => book.IsNamedBy(power, atom)) ?? (isNamed ? null : open.Find(power => book.ReachOf(power, atom) == Reach.Covered))) is PowerSymbol found)
            {
                return found;
            }
        }

        return null;
    }
}
