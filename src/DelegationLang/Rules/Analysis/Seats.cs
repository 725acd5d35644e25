using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>
/// Who is one and the same where authority is concerned: a post and the designations of its holder are one person,
/// an organisation and its board are one seat, and in executive functions so are an organisation and its executive (a council, its cabinet and
/// its leader).
/// </summary>
internal sealed class Seats
{
    private readonly Dictionary<PartySymbol, PartySymbol> seats = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PartySymbol, PartySymbol> councils = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// The post behind a designation; any other party is itself. So is a designation that passes from one post to another: who holds it depends
    /// on the day.
    /// </summary>
    public static PartySymbol Person(PartySymbol party)
    {
        // A circle of designations is reported elsewhere; the walk must end all the same.
        PartySymbol person = party;
        for (int i = 0; i < 64 && person is { HeldBy: PartySymbol post, Designations.Length: <= 1 }; i++)
        {
            person = post;
        }

        return person;
    }

    /// <summary>All seats that get what a party is given: its own and, of a designation that passes from one post to another, those posts'.</summary>
    public IEnumerable<PartySymbol> AllOf(PartySymbol party) =>
        party.Designations.Length <= 1 ? [Of(party)] : [Of(party), .. party.Designations.Select(designation => Of(designation.Holder))];

    /// <summary>The seat of a party: the organisation where the party is its board, otherwise the person or group itself.</summary>
    public PartySymbol Of(PartySymbol party)
    {
        if (!seats.TryGetValue(party, out PartySymbol? seat))
        {
            PartySymbol person = Person(party);
            seat = person.Kind.Has(KindTrait.ActsAsOrganisation) ? OrganisationOf(person) ?? person : person;
            seats.Add(party, seat);
            if (seat.Kind.IsExecutiveBody && (seat.IsRole ? OnlyOrganisationOf(seat) : OrganisationOf(seat)) is PartySymbol council)
            {
                councils.TryAdd(seat, council);
            }
        }

        return seat;
    }

    /// <summary>The seat of a party where it gives or holds a subject: in executive functions the executive acts for its organisation.</summary>
    public PartySymbol Of(PartySymbol party, SubjectSymbol? node)
    {
        PartySymbol seat = Of(party);
        return councils.Count > 0 && node is not null && node.IsExecutive && councils.TryGetValue(seat, out PartySymbol? council) ? council : seat;
    }

    /// <summary>Whether two parties are one.</summary>
    public bool AreSame(PartySymbol one, PartySymbol other) => ReferenceEquals(Of(one), Of(other));

    /// <summary>The organisations that a party belongs to, itself included where it is one: up its owners, nearest first.</summary>
    public static IReadOnlyList<PartySymbol> OrganisationsOf(PartySymbol party)
    {
        var organisations = new List<PartySymbol>();
        var visited = new HashSet<PartySymbol>(ReferenceEqualityComparer.Instance);
        var waiting = new Queue<PartySymbol>([Person(party)]);
        while (waiting.TryDequeue(out PartySymbol? current))
        {
            if (!visited.Add(current))
            {
                continue;
            }

            if (current.IsOrganisation)
            {
                organisations.Add(current);
                continue;
            }

            foreach (PartySymbol owner in current.Owners.OfType<PartySymbol>().Concat(current.SecondedTo))
            {
                waiting.Enqueue(owner);
            }
        }

        return organisations;
    }

    // A leader is of the council, or of its cabinet.
    private static PartySymbol? OnlyOrganisationOf(PartySymbol post) => OrganisationsOf(post) is [PartySymbol only] ? only : null;

    // A body of several organisations acts for none of them alone.
    private static PartySymbol? OrganisationOf(PartySymbol group) =>
        group is { IsGroup: true, SoleOwner: PartySymbol { IsOrganisation: true } organisation } ? organisation : null;
}
