using System.Collections.Immutable;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>
/// The deciding sentences of a scheme by what they name, those in error included: what a sentence names is not passed over in silence,
/// whatever else is wrong with it.
/// </summary>
internal sealed class NamingIndex
{
    private static readonly List<Statement> None = [];

    private readonly Dictionary<SubjectSymbol, List<Statement>> naming = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SubjectSymbol> mentioned = new(ReferenceEqualityComparer.Instance);
    private readonly List<PartySymbol> wideGivers = [];
    private readonly Seats seats;

    public NamingIndex(SchemeModel model, Seats seats, SubjectLines lines)
    {
        this.seats = seats;
        foreach (DelegationStatement statement in model.Delegations)
        {
            Add(statement, statement.Subjects, statement.Delegator, lines);
        }

        foreach (ReservationStatement statement in model.Reservations)
        {
            Add(statement, statement.Subjects, statement.Reserver, lines);
        }
    }

    /// <summary>Whether no sentence reserves or delegates anything.</summary>
    public bool IsEmpty => naming.Count == 0 && wideGivers.Count == 0;

    /// <summary>The sentences that name the node itself (a budget by its functions), delegations first, each kind in the order of the text.</summary>
    public IReadOnlyList<Statement> Naming(SubjectSymbol node) => naming.TryGetValue(node, out List<Statement>? list) ? list : None;

    /// <summary>Whether a sentence names the subject or what it lies within, carves it out of something, or gives all (other) matters of whoever holds it.</summary>
    public bool IsSpokenOf(SubjectSymbol subject, ImmutableArray<PartySymbol> owners)
    {
        for (SubjectSymbol? node = subject; node is not null; node = node.Parent)
        {
            if (naming.ContainsKey(node) || mentioned.Contains(node))
            {
                return true;
            }
        }

        foreach (PartySymbol giver in wideGivers)
        {
            // A cabinet gives away all that is its council's and executive.
            if (owners.Contains(seats.Of(giver, subject)))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(Statement statement, IEnumerable<SubjectReference> subjects, PartySymbol? giver, SubjectLines lines)
    {
        foreach (SubjectReference subject in subjects)
        {
            if (subject.Symbol is not SubjectSymbol symbol)
            {
                if (giver is not null && !wideGivers.Contains(giver))
                {
                    wideGivers.Add(giver);
                }

                continue;
            }

            foreach (SubjectSymbol node in lines.Nodes(symbol))
            {
                if (!naming.TryGetValue(node, out List<Statement>? list))
                {
                    naming.Add(node, list = []);
                }

                list.Add(statement);
            }
        }

        Mention(statement.Terms, lines);
    }

    // A carve-out says in so many words that the part stays where it is.
    private void Mention(Terms terms, SubjectLines lines)
    {
        foreach (Reference<SubjectSymbol> carved in terms.Except)
        {
            mentioned.UnionWith(lines.Nodes(carved.Symbol));
        }

        foreach (Reference<SubjectSymbol> kept in terms.KeptBack)
        {
            mentioned.UnionWith(lines.Nodes(kept.Symbol));
        }
    }
}
