using System.Collections.Concurrent;
using System.Collections.Immutable;
using DelegationLang.Policy.Values;

namespace DelegationLang.Policy.Evaluation;

/// <summary>A rule narrowed to one of its subjects: what an index entry points to.</summary>
/// <param name="Rule">The index of the rule.</param>
/// <param name="Places">The places of the budget named, where it has any; empty for everywhere.</param>
internal sealed record RuleEntry(int Rule, ImmutableArray<int> Places);

/// <summary>
/// A scheme arranged for asking: rules by giver and subject, so that a question touches only the rules of the parties on its chains
/// that name its subject or something it lies within.
/// </summary>
internal sealed class SpaceIndex
{
    private readonly Dictionary<long, List<RuleEntry>> byGiverAndNode = [];
    private readonly Dictionary<int, List<RuleEntry>> wideByGiver = [];
    private readonly Dictionary<(int Seat, string Scheme), HashSet<int>> namedBySeat = [];

    // What a sentence gives the rest of: its parts are no others' rest.
    private readonly Dictionary<(int Seat, string Scheme), HashSet<int>> restsBySeat = [];
    private readonly Dictionary<int, List<int>> byHolder = [];
    private readonly Dictionary<int, List<int>> deputiesByPrincipal = [];
    private readonly List<RuleDefinition> rulesForFunctions = [];
    private readonly HashSet<int> reservers = [];
    private readonly Dictionary<(long Key, string Scheme), KeptByLaw> kept = [];
    private readonly int[] boardOf;
    private readonly int[] cabinetOf;
    private readonly Lazy<InvolvementIndex> involvements;
    private readonly Lazy<TreeOrder> places;

    // That of the last question, while nobody uses it: questions about one subject come one after another, and the rules about it are found once for them.
    private DecisionContext? last;

    public SpaceIndex(SpaceDefinition definition)
    {
        Definition = definition;
        Subjects = new SubjectIndex(definition.Subjects);
        involvements = new Lazy<InvolvementIndex>(() => new InvolvementIndex(definition, Subjects));
        places = new Lazy<TreeOrder>(() => new TreeOrder(definition.Places.Length, place => definition.Places[place].Parent));
        boardOf = ActsFor(definition, party => party.Boards);
        cabinetOf = ActsFor(definition, party => [.. party.Cabinets, .. party.Leaders]);
        for (int i = 0; i < definition.Rules.Length; i++)
        {
            AddRule(i, definition.Rules[i]);
            HasJoined |= definition.Rules[i].Scheme.Length > 0;
            if (!definition.Rules[i].For.IsEmpty)
            {
                rulesForFunctions.Add(definition.Rules[i]);
            }
        }

        foreach (RuleDefinition rule in definition.Rules)
        {
            PassNames(rule);
        }

        foreach (KeptByLaw one in definition.Kept)
        {
            kept[(KeyOf(one.Organisation, one.Subject), one.Scheme)] = one;
        }

        for (int i = 0; i < definition.Deputies.Length; i++)
        {
            deputiesByPrincipal.AddTo(definition.Deputies[i].Principal, i);
        }
    }

    public SpaceDefinition Definition { get; }

    public SubjectIndex Subjects { get; }

    /// <summary>Who has part in what without deciding it, by subject, and who may come to no decision.</summary>
    public InvolvementIndex Involvements => involvements.Value;

    /// <summary>The links of chains that were told before: question after question has the same ones. May be used from many threads.</summary>
    public ConcurrentDictionary<LinkKey, KnownLink> Links { get; } = new();

    /// <summary>Begins a question. May be used from many threads: each has its own.</summary>
    public DecisionContext Open(Decision decision) =>
        Interlocked.Exchange(ref last, null) is { } earlier && earlier.IsAlike(decision) ? earlier.With(decision) : new DecisionContext(this, decision);

    /// <summary>Ends a question that was begun so, whether or not an answer could be made.</summary>
    public void Close(DecisionContext context) => Volatile.Write(ref last, context);

    /// <summary>The organisation for which a party acts as a board or a cabinet; -1 for none.</summary>
    public int OrganisationOf(int party) => boardOf[party] >= 0 ? boardOf[party] : cabinetOf[party];

    /// <summary>The rules of a giver that name a node.</summary>
    public IReadOnlyList<RuleEntry> RulesNaming(int giver, int node) =>
        byGiverAndNode.TryGetValue(KeyOf(giver, node), out List<RuleEntry>? list) ? list : [];

    /// <summary>The rules of a giver about all (other) matters.</summary>
    public IReadOnlyList<RuleEntry> WideRules(int giver) =>
        wideByGiver.TryGetValue(giver, out List<RuleEntry>? list) ? list : [];

    /// <summary>The rules that a party is a holder of, alone or with others.</summary>
    public IReadOnlyList<int> RulesOfHolder(int party) => byHolder.TryGetValue(party, out List<int>? list) ? list : [];

    /// <summary>The rules that give something only for some functions, in the order of the text.</summary>
    public IReadOnlyList<RuleDefinition> RulesForFunctions => rulesForFunctions;

    /// <summary>Whether the schemes of other bodies are joined to it.</summary>
    public bool HasJoined { get; }

    /// <summary>Whether anybody has a deputy.</summary>
    public bool HasDeputies => deputiesByPrincipal.Count > 0;

    /// <summary>The deputies of a party.</summary>
    public IReadOnlyList<int> DeputiesOf(int party) =>
        deputiesByPrincipal.TryGetValue(party, out List<int>? list) ? list : [];

    /// <summary>Whether the law leaves anything to an organisation itself.</summary>
    public bool HasKept => kept.Count > 0;

    /// <summary>What the law says that leaves the first of these subjects of which it says so to an organisation itself; none where there is none.</summary>
    public KeptByLaw? KeptBy(int organisation, ReadOnlySpan<int> subjects, string scheme)
    {
        foreach (int subject in subjects)
        {
            if (kept.TryGetValue((KeyOf(organisation, subject), scheme), out KeptByLaw? found))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Whether a party reserves anything.</summary>
    public bool Reserves(int party) => reservers.Contains(party);

    /// <summary>
    /// Whether a sentence of the seat names the node or something it lies within, so that it is outside the seat's residual.
    /// </summary>
    /// <param name="giver">The giver.</param>
    /// <param name="line">A subject and what it lies within, nearest first.</param>
    /// <param name="scheme">The body whose joined scheme is asked about; empty for the scheme itself.</param>
    public bool IsNamed(int giver, ReadOnlySpan<int> line, string scheme = "")
    {
        if (!namedBySeat.TryGetValue((SeatKey(giver), scheme), out HashSet<int>? named))
        {
            return false;
        }

        foreach (int node in line)
        {
            if (named.Contains(node))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the seat gives the rest of a node of the line, or of something nearer than one where that is given.</summary>
    /// <param name="giver">The giver.</param>
    /// <param name="line">A subject and what it lies within, nearest first.</param>
    /// <param name="before">The node to stop at; -1 for none.</param>
    /// <param name="scheme">The body whose joined scheme is asked about; empty for the scheme itself.</param>
    public bool IsRest(int giver, ReadOnlySpan<int> line, int before, string scheme = "")
    {
        if (!restsBySeat.TryGetValue((SeatKey(giver), scheme), out HashSet<int>? rests))
        {
            return false;
        }

        foreach (int node in line)
        {
            if (node == before)
            {
                return false;
            }

            if (rests.Contains(node))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a place is the other or lies within it.</summary>
    public bool IsWithin(int place, int other) => place >= 0 && other >= 0 && places.Value.IsWithin(place, other);

    /// <summary>An organisation and those who act for it count as one giver where a residual asks what is named.</summary>
    private int SeatKey(int party)
    {
        int organisation = OrganisationOf(party);
        return organisation >= 0 ? organisation : party;
    }

    private void AddRule(int index, RuleDefinition rule)
    {
        if (rule.Giver < 0)
        {
            return;
        }

        if (rule.Kind == RuleKind.Reservation)
        {
            reservers.Add(rule.Giver);
        }

        foreach (ImmutableArray<int> group in rule.Holders)
        {
            foreach (int party in group)
            {
                AddHolder(party, index);
            }
        }

        var named = new List<int>();
        foreach (int subject in rule.Except)
        {
            named.AddRange(Subjects.Expand(subject));
        }

        foreach (int subject in rule.Subjects)
        {
            var entry = new RuleEntry(index, Subjects[subject].At);
            foreach (int node in Subjects.Expand(subject))
            {
                byGiverAndNode.AddTo(KeyOf(rule.Giver, node), entry);
                named.Add(node);
            }
        }

        if (rule.Scope != RuleScope.Named)
        {
            wideByGiver.AddTo(rule.Giver, new RuleEntry(index, []));
            if (!rule.Within.IsEmpty)
            {
                (int, string) seat = (SeatKey(rule.Giver), rule.Scheme);
                if (!restsBySeat.TryGetValue(seat, out HashSet<int>? rests))
                {
                    restsBySeat.Add(seat, rests = []);
                }

                rests.UnionWith(rule.Within.SelectMany(Subjects.Expand));
            }
        }

        Name(rule.Giver, rule.Scheme, named);
    }

    // The rest of what somebody gave stays the rest of that when another takes over: what the sentences before it named, those that have ended among them, is outside it.
    private void PassNames(RuleDefinition rule)
    {
        int successor = rule.Giver;
        foreach (SuccessionDefinition succession in rule.Scope == RuleScope.Named ? [] : rule.Successions.Reverse())
        {
            if (succession.Successor == successor)
            {
                successor = succession.Predecessor;
                Name(rule.Giver, rule.Scheme, namedBySeat.TryGetValue((SeatKey(successor), rule.Scheme), out HashSet<int>? before) ? before : []);
            }
        }
    }

    private void Name(int giver, string scheme, IReadOnlyCollection<int> nodes)
    {
        (int, string) seat = (SeatKey(giver), scheme);
        if (nodes.Count > 0 && !namedBySeat.TryAdd(seat, [.. nodes]))
        {
            namedBySeat[seat].UnionWith(nodes);
        }
    }

    private static long KeyOf(int giver, int node) => ((long)giver << 32) + node;

    private void AddHolder(int party, int rule)
    {
        if (RulesOfHolder(party) is not { Count: > 0 } rules || rules[^1] != rule)
        {
            byHolder.AddTo(party, rule);
        }
    }

    private static int[] ActsFor(SpaceDefinition definition, Func<PartyDefinition, ImmutableArray<int>> actors)
    {
        int[] result = new int[definition.Parties.Length];
        Array.Fill(result, -1);
        for (int organisation = 0; organisation < definition.Parties.Length; organisation++)
        {
            foreach (int actor in actors(definition.Parties[organisation]))
            {
                result[actor] = organisation;
            }
        }

        return result;
    }
}
