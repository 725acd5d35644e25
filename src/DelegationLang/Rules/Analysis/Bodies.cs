using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Rules.Analysis;

/// <summary>What a scheme says of its boards and committees: which there are, what they are for, and who leads them. Found when first asked for.</summary>
internal sealed class Bodies(SchemeModel model)
{
    private readonly Dictionary<PartySymbol, PartySymbol> boards = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PartySymbol, List<PartySymbol>> chairs = new(ReferenceEqualityComparer.Instance);
    private bool isIndexed;
    private List<PartySymbol>? audit;
    private List<PartySymbol>? remuneration;

    /// <summary>The audit committees: those of that kind, and committees whose name holds the word.</summary>
    public IReadOnlyList<PartySymbol> AuditCommittees => audit ??= CommitteesFor("audit", KindTrait.ExaminesAccounts);

    /// <summary>The remuneration committees, found in the same way.</summary>
    public IReadOnlyList<PartySymbol> RemunerationCommittees => remuneration ??= CommitteesFor("remuneration", KindTrait.SetsPay);

    /// <summary>The board of an organisation; none when the scheme declares none.</summary>
    public PartySymbol? BoardOf(PartySymbol organisation)
    {
        Index();
        return boards.GetValueOrDefault(organisation);
    }

    /// <summary>Who chairs a group: whoever it names as its chair, otherwise the posts of that kind that are its own.</summary>
    public IReadOnlyList<PartySymbol> ChairsOf(PartySymbol group)
    {
        if (group.Chair is PartySymbol chair)
        {
            return [chair];
        }

        Index();
        return chairs.TryGetValue(group, out List<PartySymbol>? found) ? found : [];
    }

    /// <summary>The posts whose holders may be behind a party: itself, the post that a designation is held with, or each post that holds it in turn.</summary>
    public static IReadOnlyList<PartySymbol> PeopleBehind(PartySymbol party)
    {
        PartySymbol person = Seats.Person(party);
        if (person.Designations.IsEmpty)
        {
            return ReferenceEquals(person, party) ? [party] : [party, person];
        }

        List<PartySymbol> people = [party];
        foreach (Designation designation in person.Designations)
        {
            people.Add(Seats.Person(designation.Holder));
        }

        return people;
    }

    /// <summary>Whether a party is, or may be, the same person as one of the others.</summary>
    public static bool IsOneOf(PartySymbol party, IEnumerable<PartySymbol> others)
    {
        foreach (PartySymbol other in others)
        {
            if (ReferenceEquals(Seats.Person(party), Seats.Person(other)))
            {
                return true;
            }

            foreach (PartySymbol person in PeopleBehind(other))
            {
                if (PeopleBehind(party).Contains(person))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The boards of integrated care boards.</summary>
    public static IEnumerable<PartySymbol> SystemBoards(SchemeModel model) => model.Symbols.OfType<PartySymbol>()
        .Where(party => party is { IsGroup: true, IsDuplicate: false } && party.Kind.Has(KindTrait.ActsAsOrganisation) && party.Owners.OfType<PartySymbol>().Any(owner => owner.Kind.Has(KindTrait.SpansSystem)));

    /// <summary>Whether the name or another name of something holds the words, each whole (a plural counts as well).</summary>
    public static bool Holds(Symbol symbol, string words)
    {
        if (Holds(symbol.Name, words))
        {
            return true;
        }

        foreach (string alias in symbol.Aliases)
        {
            if (Holds(alias, words))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The first day of a range on which none of the parties is there; none when there always is one. A range without a beginning begins with the
    /// first of them.
    /// </summary>
    public static DateOnly? FirstDayWithout(IEnumerable<PartySymbol> parties, DateRange days)
    {
        PartySymbol[] inOrder = [.. parties];
        Array.Sort(inOrder, (one, other) => one.Lifetime.First.CompareTo(other.Lifetime.First));
        DateOnly day = days.HasFirst || inOrder.Length == 0 ? days.First : inOrder[0].Lifetime.First;
        foreach (PartySymbol party in inOrder)
        {
            if (party.Lifetime.Contains(day))
            {
                if (party.Lifetime.Last >= days.Last)
                {
                    return null;
                }

                day = party.Lifetime.Last.AddDays(1);
            }
        }

        return day;
    }

    private static bool Holds(string name, string words)
    {
        string key = NameKey.Of(name);
        for (int at = key.IndexOf(words, StringComparison.Ordinal); at >= 0; at = key.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            int end = at + words.Length;
            end = end < key.Length && key[end] == 's' ? end + 1 : end;
            if ((at == 0 || !char.IsLetterOrDigit(key[at - 1])) && (end >= key.Length || !char.IsLetterOrDigit(key[end])))
            {
                return true;
            }
        }

        return false;
    }

    private List<PartySymbol> CommitteesFor(string word, KindTrait trait)
    {
        var found = new List<PartySymbol>();
        foreach (Symbol symbol in model.Symbols)
        {
            if (symbol is PartySymbol { IsGroup: true, IsDuplicate: false } group
                && group.Kind.Has(KindTrait.Committee)
                && (Holds(group, word) || group.Kind.Has(trait)))
            {
                found.Add(group);
            }
        }

        return found;
    }

    private void Index()
    {
        if (isIndexed)
        {
            return;
        }

        isIndexed = true;
        foreach (Symbol symbol in model.Symbols)
        {
            if (symbol is not PartySymbol { IsDuplicate: false } party)
            {
                continue;
            }

            if (party.IsGroup && party.Owners is [PartySymbol { IsOrganisation: true } organisation] && party.Kind.Has(KindTrait.ActsAsOrganisation))
            {
                boards.TryAdd(organisation, party);
            }
            else if (party.IsRole && party.Kind.Has(KindTrait.Chair))
            {
                foreach (Symbol owner in party.Owners)
                {
                    if (owner is PartySymbol group)
                    {
                        if (!chairs.TryGetValue(group, out List<PartySymbol>? list))
                        {
                            chairs.Add(group, list = []);
                        }

                        list.Add(party);
                    }
                }
            }
        }
    }
}
