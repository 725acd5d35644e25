using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>
/// Who holds what by which sentences. A party's holding of an atom is found when it is first asked for, from what its givers hold of the same
/// atom, and kept. Sentences must be judged from those who give to those who get (<see cref="Judge"/>), so that what rests on a sentence in
/// error is known to do so.
/// </summary>
internal sealed class AuthorityGraph
{
    /// <summary>Through how many sentences in a row a chain is followed. What lies further up counts as given in full.</summary>
    public const int MaximumChain = 200;

    /// <summary>How many parts a holding may fall into. A holding of more parts counts as given in full.</summary>
    private const int MaximumParts = 512;

    private readonly Dictionary<Key, Holding[]> known = [];
    private readonly HashSet<Key> open = [];
    private readonly Dictionary<Grant, Extent[]> extents = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Statement> faulty = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Statement> excused = new(ReferenceEqualityComparer.Instance);

    public AuthorityGraph(AuthorityIndex index, Ownership ownership, BoxBuilder boxes, Faults faults, OnwardLaw onwardLaw)
    {
        Index = index;
        Ownership = ownership;
        Boxes = boxes;
        Faults = faults;
        OnwardLaw = onwardLaw;
    }

    /// <summary>The sentences by who gets and by what they name.</summary>
    public AuthorityIndex Index { get; }

    /// <summary>Who holds what by law.</summary>
    public Ownership Ownership { get; }

    /// <summary>From sentences to boxes.</summary>
    public BoxBuilder Boxes { get; }

    /// <summary>What earlier phases found.</summary>
    public Faults Faults { get; }

    /// <summary>What may be given on because the law says so.</summary>
    public OnwardLaw OnwardLaw { get; }

    /// <summary>Whether a holding may be given on by a sentence to a holder, amounts aside.</summary>
    public OnwardRefusal RefusalOf(Holding holding, DelegationStatement onward, Holder holder) =>
        OnwardTest.Of(holding.Grant, onward, holder, this);

    /// <summary>Notes that a sentence is in error: from now on it counts as giving what it says.</summary>
    public void Judge(Statement statement) => faulty.Add(statement);

    /// <summary>Notes that what is wrong with a sentence may be due to another one that is in error: it too counts as giving what it says, and nothing is reported.</summary>
    public void Excuse(Statement statement) => excused.Add(statement);

    /// <summary>Whether a sentence is known to be in error.</summary>
    public bool IsFaulty(Statement statement) => statement.HasErrors || faulty.Contains(statement);

    /// <summary>What a seat holds of an atom by sentences; empty when nothing. What it holds by law is not among it.</summary>
    public ImmutableArray<Holding> HoldingsOf(PartySymbol seat, Atom atom) => HoldingsOf(seat, atom, 0);

    /// <summary>Where, when, for which amounts and in which cases a sentence gives to a holder, taken alone.</summary>
    public ImmutableArray<Extent> ExtentsOf(Grant grant)
    {
        if (!extents.TryGetValue(grant, out Extent[]? found))
        {
            found = [.. Boxes.Extents(grant.Statement.Terms, grant.Subject.Symbol, BoxBuilder.PlacesOf(grant.Holder.Group), isTaking: false)];
            extents.Add(grant, found);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(found);
    }

    /// <summary>Whether a sentence that reaches a party covers an atom by its subject, its <c>for</c> and what it carves out.</summary>
    public bool Covers(Grant grant, Atom atom)
    {
        Terms terms = grant.Statement.Terms;
        SubjectSymbol? function = SubjectLines.FunctionOf(atom);
        if (!terms.For.IsEmpty
            && function is not null
            && !terms.For.Any(reference => Index.Lines.Nodes(reference.Symbol).Any(function.IsWithin)))
        {
            return false;
        }

        foreach (Reference<SubjectSymbol> carved in terms.Except)
        {
            if (Index.Lines.IsAbout(atom, carved.Symbol))
            {
                return false;
            }
        }

        foreach (Reference<SubjectSymbol> kept in terms.KeptBack)
        {
            if (Index.Lines.IsAbout(atom, kept.Symbol))
            {
                return false;
            }
        }

        return grant.Subject.Scope != SubjectScope.AllOtherMatters || IsInResidual(grant, atom);
    }

    /// <summary>The sentences that give a seat an atom, whatever their givers hold.</summary>
    public IEnumerable<Grant> GrantsOf(PartySymbol seat, Atom atom)
    {
        foreach (SubjectSymbol node in SubjectLines.LineOf(atom))
        {
            foreach (Grant grant in Index.GrantsNaming(seat, node))
            {
                if (Covers(grant, atom))
                {
                    yield return grant;
                }
            }
        }

        foreach (Grant grant in Index.WideGrantsTo(seat))
        {
            if (Covers(grant, atom))
            {
                yield return grant;
            }
        }
    }

    // Of most subjects most seats are given nothing, which need not be remembered.
    private bool IsGiven(PartySymbol seat, Atom atom)
    {
        if (Index.WideGrantsTo(seat).Count > 0)
        {
            return true;
        }

        foreach (SubjectSymbol node in SubjectLines.LineOf(atom))
        {
            if (Index.GrantsNaming(seat, node).Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private ImmutableArray<Holding> HoldingsOf(PartySymbol seat, Atom atom, int depth)
    {
        if (!IsGiven(seat, atom))
        {
            return [];
        }

        var key = new Key(seat, atom.Node, atom.For);
        if (known.TryGetValue(key, out Holding[]? found))
        {
            return ImmutableCollectionsMarshal.AsImmutableArray(found);
        }

        if (!open.Add(key))
        {
            // Round a circle of sentences that share no day, place or case: nothing comes from there.
            return [];
        }

        ImmutableArray<Holding>.Builder holdings = ImmutableArray.CreateBuilder<Holding>();
        foreach (Holding holding in GrantsOf(seat, atom).SelectMany(grant => By(grant, atom, depth)).Take(MaximumParts + 1))
        {
            holdings.Add(holding);
        }

        open.Remove(key);
        Holding[] result = holdings.Count <= MaximumParts
            ? holdings.ToArray()
            : [new Holding(holdings[0].Grant, Extent.All, null, IsAssumed: true)];
        known.Add(key, result);
        return ImmutableCollectionsMarshal.AsImmutableArray(result);
    }

    private IEnumerable<Holding> By(Grant grant, Atom atom, int depth)
    {
        ImmutableArray<Extent> own = ExtentsOf(grant);
        if (GiverOf(grant, atom) is not PartySymbol giver || IsFaulty(grant.Statement) || excused.Contains(grant.Statement) || depth >= MaximumChain)
        {
            return own.Select(extent => new Holding(grant, extent, null, IsAssumed: true));
        }

        if (Ownership.Holds(giver, atom))
        {
            return own.Select(extent => new Holding(grant, extent, null, IsAssumed: false));
        }

        return from above in HoldingsOf(giver, atom, depth + 1)
               where !above.Grant.IsTogether
               where RefusalOf(above, grant.Statement, grant.Holder) == OnwardRefusal.None
               from passed in above.Onward(Boxes)
               from extent in own.Select(passed.Intersect).OfType<Extent>()
               select new Holding(grant, extent, above, above.IsAssumed);
    }

    // Who gives all (other) matters gives each as the seat that it has in it: a cabinet, executive functions for its council.
    private PartySymbol? GiverOf(Grant grant, Atom atom) => grant.Node is null ? Index.GiverOf(grant.Statement, atom.Node) : grant.Giver;

    private bool IsInResidual(Grant grant, Atom atom)
    {
        if (GiverOf(grant, atom) is not PartySymbol giver)
        {
            return true;
        }

        // An organisation's residual is of its own subjects; anybody else's, of what it was given.
        return !Index.IsNamed(giver, atom) && (!giver.IsOrganisation || Ownership.Holds(giver, atom));
    }

    private sealed record Key(PartySymbol Seat, SubjectSymbol Node, SubjectSymbol? For);
}
