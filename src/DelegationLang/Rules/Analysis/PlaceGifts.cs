using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>What one sentence gives of one subject to a party that is declared at a place.</summary>
/// <param name="Statement">The sentence.</param>
/// <param name="Subject">The subject; none for all (other) matters.</param>
/// <param name="Party">To whom.</param>
/// <param name="Place">Where that party acts: one of its places.</param>
internal sealed record PlaceGift(DelegationStatement Statement, SubjectSymbol? Subject, PartySymbol Party, PlaceSymbol Place);

/// <summary>What parties at places are given, in the order of the text; nothing where a scheme has no such party.</summary>
internal sealed class PlaceGifts
{
    private readonly List<PlaceGift> all = [];

    public PlaceGifts(RuleRun run)
    {
        foreach (DelegationStatement statement in run.Delegations)
        {
            if (run.IsInError(statement))
            {
                continue;
            }

            foreach (Holder holder in statement.Holders)
            {
                foreach (PartySymbol party in holder.Group.Parties)
                {
                    PartySymbol person = Seats.Person(party);
                    Add(statement, party, person.At);
                    if (!ReferenceEquals(person, party))
                    {
                        Add(statement, party, party.At);
                    }
                }
            }
        }
    }

    /// <summary>Each of them.</summary>
    public IReadOnlyList<PlaceGift> All => all;

    /// <summary>Whether two places are one, or one lies within the other.</summary>
    public static bool Meet(PlaceSymbol one, PlaceSymbol other) => one.IsWithin(other) || other.IsWithin(one);

    private void Add(DelegationStatement statement, PartySymbol party, System.Collections.Immutable.ImmutableArray<PlaceSymbol> places)
    {
        foreach (PlaceSymbol place in places)
        {
            foreach (SubjectReference subject in statement.Subjects)
            {
                all.Add(new PlaceGift(statement, subject.Symbol, party, place));
            }
        }
    }
}
