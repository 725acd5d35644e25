using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>The people who belong to a group as it is declared: each once, whatever posts and designations they hold.</summary>
internal sealed class Membership
{
    private readonly Dictionary<PartySymbol, int> counts = new(ReferenceEqualityComparer.Instance);
    private readonly List<PartySymbol> people = [];

    private Membership()
    {
    }

    /// <summary>Whether every member can be counted. A group among the members that declares none of its own cannot.</summary>
    public bool IsKnown { get; private set; } = true;

    /// <summary>The members, in the order of the text. An organisation among them counts as whoever it sends.</summary>
    public IReadOnlyList<PartySymbol> People => people;

    /// <summary>How many people there are.</summary>
    public int Count
    {
        get
        {
            int total = 0;
            foreach (PartySymbol person in people)
            {
                total += counts[person];
            }

            return total;
        }
    }

    /// <summary>The members of a group.</summary>
    public static Membership Of(PartySymbol group)
    {
        var membership = new Membership();
        membership.AddMembersOf(group, []);
        return membership;
    }

    /// <summary>How many people of a description belong to it.</summary>
    public int CountOf(PartySymbol person) => counts.GetValueOrDefault(person);

    /// <summary>Counts somebody in who is not there yet.</summary>
    public void Include(PartySymbol party)
    {
        PartySymbol person = Seats.Person(party);
        if (counts.TryAdd(person, 1))
        {
            people.Add(person);
        }
    }

    private void AddMembersOf(PartySymbol group, HashSet<PartySymbol> visited)
    {
        if (!visited.Add(group))
        {
            return;
        }

        // Naming a post twice means two of its holders; two designations of one person are one.
        var own = new Dictionary<PartySymbol, int>(ReferenceEqualityComparer.Instance);
        foreach (Member member in group.Members)
        {
            if (!member.Party.IsGroup)
            {
                own[member.Party] = own.GetValueOrDefault(member.Party) + member.Count;
            }
            else if (member.Party.Members.IsEmpty)
            {
                IsKnown = false;
            }
            else
            {
                AddMembersOf(member.Party, visited);
            }
        }

        foreach (Member member in group.Members)
        {
            if (own.TryGetValue(member.Party, out int count))
            {
                PartySymbol person = Seats.Person(member.Party);
                Include(person);
                counts[person] = Math.Max(counts[person], count);
            }
        }
    }
}
