using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>The deciding sentences of a scheme arranged by who gets and by what they name, so that a look-up never reads them all.</summary>
internal sealed class AuthorityIndex
{
    private readonly Dictionary<PartySymbol, SeatGrants> grants = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<DelegationStatement, PartySymbol[]> givers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SeatSubject, List<Taking>> takingsByNode = [];
    private readonly Dictionary<PartySymbol, List<Taking>> wideTakings = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PartySymbol, HashSet<SubjectSymbol>> named = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PartySymbol, HashSet<SubjectSymbol>> namedOutright = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<PartySymbol> reservers = new(ReferenceEqualityComparer.Instance);

    public AuthorityIndex(SchemeModel model, Seats seats, SubjectLines lines)
    {
        Seats = seats;
        Lines = lines;
        foreach (DelegationStatement statement in model.Delegations)
        {
            Add(statement);
        }

        foreach (ReservationStatement statement in model.Reservations)
        {
            Add(statement);
        }
    }

    /// <summary>Who is one and the same.</summary>
    public Seats Seats { get; }

    /// <summary>What subjects stand for.</summary>
    public SubjectLines Lines { get; }

    /// <summary>The seats by whose sentences a seat is given something, each once.</summary>
    public IEnumerable<PartySymbol> GiversTo(PartySymbol seat) => grants.GetValueOrDefault(seat)?.Givers ?? [];

    /// <summary>All that a seat is given by sentences, in the order of the text.</summary>
    public IReadOnlyList<Grant> GrantsTo(PartySymbol seat) => grants.GetValueOrDefault(seat)?.All ?? [];

    /// <summary>What a seat is given by sentences about all (other) matters.</summary>
    public IReadOnlyList<Grant> WideGrantsTo(PartySymbol seat) => grants.GetValueOrDefault(seat)?.Wide ?? [];

    /// <summary>What a seat is given by sentences that name the node itself.</summary>
    public IReadOnlyList<Grant> GrantsNaming(PartySymbol seat, SubjectSymbol node) => grants.GetValueOrDefault(seat)?.Naming(node) ?? [];

    /// <summary>What a seat is given by sentences that name something within the node.</summary>
    public IReadOnlyList<Grant> GrantsBelow(PartySymbol seat, SubjectSymbol node) => grants.GetValueOrDefault(seat)?.Below(node) ?? [];

    /// <summary>What a seat reserves by sentences that name the node itself. Sentences in error are left out: what they keep is not certain.</summary>
    public IReadOnlyList<Taking> TakingsNaming(PartySymbol seat, SubjectSymbol node) => Get(takingsByNode, new SeatSubject(seat, node));

    /// <summary>What a seat reserves by sentences about all (other) matters.</summary>
    public IReadOnlyList<Taking> WideTakings(PartySymbol seat) => Get(wideTakings, seat);

    /// <summary>Whether a seat has a reservation, be it in error.</summary>
    public bool Reserves(PartySymbol seat) => reservers.Contains(seat);

    /// <summary>Whether anybody has a reservation, be it in error.</summary>
    public bool HasReservations => reservers.Count > 0;

    /// <summary>Whether some sentence says of something that nobody may decide it.</summary>
    public bool HasProhibitions { get; private set; }

    /// <summary>Whether a deciding sentence of the seat names the atom or something that it lies within, so that it is outside the seat's residual.</summary>
    public bool IsNamed(PartySymbol seat, Atom atom)
    {
        if (!named.TryGetValue(seat, out HashSet<SubjectSymbol>? nodes))
        {
            return false;
        }

        foreach (SubjectSymbol node in SubjectLines.LineOf(atom))
        {
            if (nodes.Contains(node))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The same for the rest of something alone, which its own name does not take out of it: whether something else names the atom, or the rest of something
    /// smaller does.
    /// </summary>
    public bool IsNamed(PartySymbol seat, Atom atom, SubjectSymbol restOf) =>
        named.TryGetValue(seat, out HashSet<SubjectSymbol>? nodes) && SubjectLines.LineOf(atom).Any(node =>
            (namedOutright.TryGetValue(seat, out HashSet<SubjectSymbol>? outright) && outright.Contains(node)) || (nodes.Contains(node) && node != restOf && node.IsWithin(restOf)));

    /// <summary>The seat that gives by a sentence, for one of its subjects; none when it is not known.</summary>
    public PartySymbol? GiverOf(DelegationStatement statement, SubjectSymbol? node) =>
        statement.Delegator is PartySymbol delegator ? Seats.Of(delegator, node) : null;

    /// <summary>The seats that give by a sentence: more than one where an executive gives some of it for its council.</summary>
    public PartySymbol[] GiversOf(DelegationStatement statement)
    {
        if (!givers.TryGetValue(statement, out PartySymbol[]? found))
        {
            givers.Add(statement, found = [.. statement.Subjects.SelectMany(Nodes).Select(node => GiverOf(statement, node)).OfType<PartySymbol>().Distinct()]);
        }

        return found;
    }

    /// <summary>What a subject of a sentence stands for; all (other) matters stand for nothing in particular.</summary>
    public SubjectSymbol?[] Nodes(SubjectReference subject) => subject.Symbol is SubjectSymbol symbol ? [.. Lines.Nodes(symbol)] : [null];

    /// <summary>Whether those who get it are the giver's own seat: a line that only states the top tier, or a sentence to oneself.</summary>
    public bool IsToOneself(DelegationStatement statement, Holder holder) =>
        statement.Delegator is PartySymbol delegator && holder.Group.Parties.All(party => Seats.AreSame(party, delegator));

    private void Add(DelegationStatement statement)
    {
        Name(statement.Delegator, statement.Subjects, statement.Terms);
        foreach (Holder holder in statement.Holders)
        {
            if (IsToOneself(statement, holder))
            {
                continue;
            }

            foreach (PartySymbol to in holder.Group.Parties.SelectMany(Seats.AllOf).Distinct())
            {
                if (!grants.TryGetValue(to, out SeatGrants? own))
                {
                    grants.Add(to, own = new SeatGrants(this, to));
                }

                own.Add(statement, holder);
            }
        }
    }

    private void Add(ReservationStatement statement)
    {
        Name(statement.Reserver, statement.Subjects, statement.Terms);
        if (statement.Reserver is not PartySymbol reserver)
        {
            return;
        }

        reservers.Add(Seats.Of(reserver));
        HasProhibitions |= statement.IsProhibition;
        if (statement.HasErrors)
        {
            return;
        }

        foreach (Holder holder in statement.Holders)
        {
            foreach (SubjectReference subject in statement.Subjects)
            {
                Add(statement, subject, holder, reserver);
            }
        }
    }

    private void Add(ReservationStatement statement, SubjectReference subject, Holder holder, PartySymbol reserver)
    {
        if (subject.Symbol is not SubjectSymbol symbol)
        {
            PartySymbol seat = Seats.Of(reserver);
            wideTakings.AddTo(seat, new Taking(statement, subject, null, seat, holder));
            return;
        }

        foreach (SubjectSymbol node in Lines.Nodes(symbol))
        {
            PartySymbol seat = Seats.Of(reserver, node);
            takingsByNode.AddTo(new SeatSubject(seat, node), new Taking(statement, subject, node, seat, holder));
        }
    }

    // What a sentence in error names counts as named all the same.
    private void Name(PartySymbol? party, IEnumerable<SubjectReference> subjects, Terms terms)
    {
        if (party is null)
        {
            return;
        }

        foreach (SubjectReference subject in subjects)
        {
            Name(named, party, subject.Symbol);
            Name(namedOutright, party, subject.Scope == SubjectScope.AllOtherMatters ? null : subject.Symbol);
        }

        foreach (Reference<SubjectSymbol> subject in terms.Except)
        {
            Name(named, party, subject.Symbol);
            Name(namedOutright, party, subject.Symbol);
        }
    }

    private void Name(Dictionary<PartySymbol, HashSet<SubjectSymbol>> named, PartySymbol party, SubjectSymbol? subject)
    {
        if (subject is null)
        {
            return;
        }

        foreach (SubjectSymbol node in Lines.Nodes(subject))
        {
            PartySymbol seat = Seats.Of(party, node);
            if (!named.TryGetValue(seat, out HashSet<SubjectSymbol>? nodes))
            {
                named.Add(seat, nodes = new HashSet<SubjectSymbol>(ReferenceEqualityComparer.Instance));
            }

            nodes.Add(node);
        }
    }

    private static List<TValue> Get<TKey, TValue>(Dictionary<TKey, List<TValue>> lists, TKey key)
        where TKey : notnull => lists.TryGetValue(key, out List<TValue>? list) ? list : Empty<TValue>.List;

    private static class Empty<TValue>
    {
        public static readonly List<TValue> List = [];
    }
}

/// <summary>A seat and what it gives, gets or reserves.</summary>
internal readonly record struct SeatSubject(PartySymbol Seat, SubjectSymbol Node);
