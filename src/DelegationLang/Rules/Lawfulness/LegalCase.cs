using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>A sentence as the law looks at it: who gives what to whom, for which body, and on what it rests.</summary>
internal sealed class LegalCase
{
    private readonly AuthorityGraph authority;
    private readonly int named;

    private LegalCase(LegalCase whole, ImmutableArray<Holder> holders, IEnumerable<LegalSubject> subjects, int named)
    {
        authority = whole.authority;
        Statement = whole.Statement;
        Given = whole.Given;
        Giver = whole.Giver;
        Bodies = whole.Bodies;
        Holders = holders;
        References = whole.References;
        First = whole.First;
        Footing = whole.Footing;
        Subjects.AddRange(subjects);
        this.named = named;
    }

    public LegalCase(Statement statement, PartySymbol giver, IReadOnlyList<PartySymbol> bodies, AuthorityGraph authority, LawBook book)
    {
        this.authority = authority;
        Statement = statement;
        Given = statement as DelegationStatement ?? (statement as ReservationStatement)?.AsDelegation();
        Giver = giver;
        Bodies = bodies;
        Footing = Footing.Of(statement.Terms, book);
        Holders = Given?.Holders ?? [];
        ImmutableArray<SubjectReference> subjects = References = Given?.Subjects ?? [];

        // What is named comes first: it stands or falls with the sentence. What a budget covers is only reached.
        Add(subjects, isBudget: false);
        named = Subjects.Count;
        Add(subjects, isBudget: true);

        First = subjects.IsEmpty ? null : subjects[0];
    }

    /// <summary>The sentence.</summary>
    public Statement Statement { get; }

    /// <summary>The sentence, where it delegates; none for a reservation.</summary>
    public DelegationStatement? Delegation => Statement as DelegationStatement;

    /// <summary>What it gives, be it by keeping it for somebody.</summary>
    public DelegationStatement? Given { get; }

    /// <summary>Who gives.</summary>
    public PartySymbol Giver { get; }

    /// <summary>The organisations for which the giver acts: one, or those of a joint body or post.</summary>
    public IReadOnlyList<PartySymbol> Bodies { get; }

    /// <summary>To whom.</summary>
    public ImmutableArray<Holder> Holders { get; }

    /// <summary>The subjects as they stand in the sentence.</summary>
    public ImmutableArray<SubjectReference> References { get; }

    /// <summary>What: functions and matters, those of budgets included. Empty for all (other) matters.</summary>
    public List<LegalSubject> Subjects { get; } = [];

    /// <summary>The first subject as it stands in the sentence; none where none could be read.</summary>
    public SubjectReference? First { get; }

    /// <summary>On what it rests.</summary>
    public Footing Footing { get; }

    /// <summary>The same sentence as far as it gives one subject.</summary>
    public LegalCase OfOne(LegalSubject subject) => new(this, Holders, [subject], 1);

    /// <summary>The same sentence as if it gave to others.</summary>
    public LegalCase To(ImmutableArray<Holder> holders) => new(this, holders, Subjects, named);

    /// <summary>Whether the sentence names a subject, and does not only reach it by a budget that covers it.</summary>
    public bool IsNamed(SubjectSymbol subject)
    {
        for (int i = 0; i < named; i++)
        {
            Atom atom = Subjects[i].Atom;
            if (ReferenceEquals(atom.Node, subject) || ReferenceEquals(atom.For, subject))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of several bodies for which the giver acts: the one whose subject it is, otherwise the first.</summary>
    public PartySymbol BodyOf(LegalSubject? subject)
    {
        if (Bodies.Count > 1 && subject is not null)
        {
            foreach (PartySymbol owner in authority.Ownership.OwnersOf(subject.Atom.Node))
            {
                if (Bodies.Contains(owner))
                {
                    return owner;
                }
            }
        }

        return Bodies[0];
    }

    /// <summary>
    /// The days on which the sentence has any effect for a subject and a party: its own and those that it inherits, within the lives of the scheme
    /// and of all concerned.
    /// </summary>
    public DateRange DaysFor(LegalSubject? subject, PartySymbol party, SchemeModel model)
    {
        DateRange days = BoxBuilder.DaysOf(Statement.Terms).Intersect(model.Info.InForce).Intersect(Giver.Lifetime).Intersect(party.Lifetime);
        if (subject is null)
        {
            return days;
        }

        days = days.Intersect(subject.Atom.Node.Lifetime);
        if (authority.Index.Seats.Of(Giver, subject.Atom.Node) is var seat && !authority.Ownership.Holds(seat, subject.Atom))
        {
            DateRange held = Hull(authority.HoldingsOf(seat, subject.Atom));
            days = held.IsEmpty ? days : days.Intersect(held);
        }

        return days;
    }

    /// <summary>Whether what the giver gives comes from one of these sentences, which are in error.</summary>
    public bool RestsOn(HashSet<Statement> faulty)
    {
        foreach (LegalSubject subject in Subjects)
        {
            PartySymbol seat = authority.Index.Seats.Of(Giver, subject.Atom.Node);
            if (!authority.Ownership.Holds(seat, subject.Atom)
                && authority.HoldingsOf(seat, subject.Atom).Any(holding => holding.Chain().Any(link => faulty.Contains(link.Grant.Statement))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the giver was given the subject by a sentence that rests on a power, or does not say on what.</summary>
    public bool WasGivenUnder(PowerSymbol power, LegalSubject subject, LawBook book)
    {
        PartySymbol seat = authority.Index.Seats.Of(Giver, subject.Atom.Node);
        if (authority.Ownership.Holds(seat, subject.Atom))
        {
            return false;
        }

        foreach (Grant grant in authority.GrantsOf(seat, subject.Atom))
        {
            var footing = Footing.Of(grant.Statement.Terms, book);
            if (!footing.IsStated || footing.Powers.Contains(power))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(ImmutableArray<SubjectReference> subjects, bool isBudget)
    {
        foreach (SubjectReference reference in subjects)
        {
            if (reference.Symbol is SubjectSymbol symbol && symbol.IsBudget == isBudget)
            {
                foreach (Atom atom in authority.Boxes.Atoms(symbol, Statement.Terms))
                {
                    Subjects.Add(new LegalSubject(reference, atom));
                }
            }
        }
    }

    private static DateRange Hull(ImmutableArray<Holding> holdings)
    {
        var hull = new DateRange(DateOnly.MaxValue, DateOnly.MinValue);
        foreach (Holding holding in holdings)
        {
            DateRange days = holding.Extent.Days;
            hull = new DateRange(days.First < hull.First ? days.First : hull.First, days.Last > hull.Last ? days.Last : hull.Last);
        }

        return hull;
    }
}

/// <summary>One subject of a sentence: as it stands there, and what it comes to.</summary>
internal sealed record LegalSubject(SubjectReference Reference, Atom Atom);
