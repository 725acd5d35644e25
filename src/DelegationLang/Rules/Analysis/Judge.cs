using System.Collections.Immutable;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>
/// Judges each delegation: whether it goes round, gives what is reserved, or gives what its delegator does not hold or may not give on.
/// Sentences are judged from those who give to those who get, so that nothing is reported because of a sentence already reported.
/// </summary>
internal sealed class Judge
{
    private Judge(AuthorityGraph authority, ImmutableArray<Verdict> verdicts)
    {
        Authority = authority;
        Verdicts = verdicts;
    }

    /// <summary>Who holds what.</summary>
    public AuthorityGraph Authority { get; }

    /// <summary>The verdicts, at most one a sentence, in the order of the text.</summary>
    public ImmutableArray<Verdict> Verdicts { get; }

    /// <summary>Judges a scheme.</summary>
    public static Judge Of(SchemeModel model)
    {
        var seats = new Seats();
        var lines = new SubjectLines(model);
        var index = new AuthorityIndex(model, seats, lines);
        var authority = new AuthorityGraph(index, new Ownership(model, seats), new BoxBuilder(model, lines), new Faults(model, seats, lines), new OnwardLaw(model));
        Gift[] gifts =
        [
            .. model.Delegations
                .SelectMany(statement => statement.Holders)
                .SelectMany(holder => holder.Group.Parties)
                .SelectMany(seats.AllOf)
                .Distinct()
                .SelectMany(to => index.GiversTo(to).Select(giver => new Gift(giver, to))),
        ];
        var graph = new SeatGraph(gifts);
        IEnumerable<Grant> inKnots = gifts.Where(gift => graph.AreInOneKnot(gift.Giver, gift.To)).Select(gift => gift.To).Distinct().SelectMany(index.GrantsTo);

        var verdicts = new List<Verdict>();
        foreach (DelegationStatement statement in model.Delegations.Where(statement => !statement.HasErrors && statement.Table is null))
        {
            if (statement.Holders.FirstOrDefault(holder => index.IsToOneself(statement, holder)) is Holder holder)
            {
                Note(new GivesToOneself(statement, holder));
            }
        }

        var circles = new CircleFinder(authority.Ownership, authority.ExtentsOf);
        foreach ((DelegationStatement statement, Grant[] circle) in circles.Find(graph, inKnots))
        {
            if (!authority.IsFaulty(statement))
            {
                Note(new ClosesCircle(statement, [.. circle]));
            }
        }

        var reserved = new ReservedCheck(authority);
        var onward = new OnwardCheck(authority);
        foreach (DelegationStatement statement in model.Delegations
            .Where(statement => !authority.IsFaulty(statement))
            .OrderBy(statement => statement.Delegator is PartySymbol delegator ? graph.RankOf(seats.Of(delegator)) : 0)
            .ThenBy(statement => statement.Order))
        {
            if ((reserved.Check(statement) ?? onward.Check(statement)) is Verdict verdict)
            {
                Note(verdict);
            }
        }

        foreach (ReservationStatement statement in model.Reservations.Where(statement => !statement.HasErrors && !statement.IsProhibition))
        {
            if (onward.Check(statement.AsDelegation()) is NotPermitted { Refusal: not OnwardRefusal.None } verdict)
            {
                Note(verdict);
            }
        }

        return new Judge(authority, [.. verdicts.OrderBy(verdict => verdict.Statement.Order)]);

        void Note(Verdict verdict)
        {
            verdicts.Add(verdict);
            authority.Judge(verdict.Statement);
        }
    }
}
