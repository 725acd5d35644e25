using DelegationLang.Semantics;

namespace DelegationLang.LanguageServer.Analysis;

/// <summary>
/// What a party may give on, as far as the sentences themselves say: an organisation and its board whatever is the organisation's own, anybody else what
/// it was given with power to delegate. Quick enough to be asked at each key; the rules judge more closely.
/// </summary>
internal sealed class Gifts
{
    private readonly SchemeModel model;
    private readonly PartySymbol giver;
    private readonly Symbol? organisation;
    private readonly List<SubjectSymbol> given = [];
    private readonly bool mayGiveAll;

    public Gifts(SchemeModel model, PartySymbol giver)
    {
        this.model = model;
        this.giver = giver;
        organisation = OrganisationOf(giver);
        bool wasGiven = false;
        foreach (DelegationStatement statement in model.Delegations)
        {
            if (!statement.Holders.Any(holder => holder.Group.Parties.Contains(giver)))
            {
                continue;
            }

            wasGiven = true;
            if (statement.Terms.Onward is { IsGiven: true })
            {
                mayGiveAll |= statement.Subjects.Any(subject => subject.Scope != SubjectScope.Named);
                given.AddRange(statement.Subjects.Select(subject => subject.Symbol).OfType<SubjectSymbol>());
            }
        }

        // Whoever was given nothing yet may be about to be given it.
        mayGiveAll |= !wasGiven || giver.IsOrganisation || giver.Kind.Has(KindTrait.ActsAsOrganisation) || giver.Kind.IsExecutiveBody;
    }

    /// <summary>The organisation that something belongs to, in the end; none for what belongs to nobody.</summary>
    public static PartySymbol? OrganisationOf(Symbol symbol)
    {
        Symbol? current = symbol;
        for (int steps = 0; current is not null && steps < 16; steps++)
        {
            if (current is PartySymbol { IsOrganisation: true } found)
            {
                return found;
            }

            current = current.Owners.IsEmpty ? null : current.Owners[0];
        }

        return null;
    }

    /// <summary>Whether the giver may give this on.</summary>
    public bool Holds(SubjectSymbol subject) =>
        mayGiveAll
            ? subject.Owners.IsEmpty || organisation is null || subject.Owners.Any(owner => OrganisationOf(owner) == organisation)
            : given.Any(subject.IsWithin) || (subject.IsBudget && subject.Covers.Any(covered => given.Any(covered.IsWithin)));

    /// <summary>To whom, other than the giver, something is reserved; empty where it is not.</summary>
    public string ReservedTo(SubjectSymbol subject)
    {
        foreach (ReservationStatement reservation in model.Reservations)
        {
            bool isIts = reservation.Reserver is { } reserver && OrganisationOf(reserver) == organisation;
            if (isIts && reservation.Subjects.Any(kept => kept.Symbol is { } whole && subject.IsWithin(whole))
                && !reservation.Holders.Any(holder => holder.Group.Parties.Contains(giver)))
            {
                return reservation.IsProhibition ? "nobody" : SymbolWords.Names(reservation.Holders.SelectMany(holder => holder.Group.Parties));
            }
        }

        return "";
    }
}
