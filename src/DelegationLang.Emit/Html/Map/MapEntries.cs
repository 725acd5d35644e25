using DelegationLang.Emit.Html.Pages;
using DelegationLang.Policy;
using DelegationLang.Policy.Authorities;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Map;

/// <summary>
/// What the decision map says: lines of the table of authority of whoever decides, those that treat subjects alike together. Whoever keeps authority above
/// them is left out, and so is what is decided under a clause for all other matters alone, which the map says once.
/// </summary>
internal sealed class MapEntries
{
    private readonly PageContext context;
    private readonly Dictionary<TableSubject, List<MapEntry>> bySubject = [];
    private readonly ILookup<int, TableSubject> parts;
    private readonly ILookup<object?, MapEntry> given;

    public MapEntries(PageContext context)
    {
        this.context = context;
        var residual = new HashSet<int>(context.Publication.Index.Rules.Select((statement, rule) => ResidualClauses.Is(statement) ? rule : -1));
        var entries = new Dictionary<(int, string, DateRange), (AuthorityRow Row, List<TableSubject> Subjects)>();
        var order = new List<(int, string, DateRange)>();
        foreach (AuthorityOfSubject found in MatrixRows.Of(context).Select(row => row.Found).DistinctBy(found => (found.Function, found.Matter)))
        {
            AuthorityRow[] rows = [.. found.Rows.Where(row => row.Terms.Claim is AuthorityClaim.Decides or AuthorityClaim.Reserved or AuthorityClaim.Jointly)];
            if (Array.TrueForAll(rows, row => !row.Terms.Rules.IsEmpty && residual.Contains(row.Terms.Rules[^1])))
            {
                continue;
            }

            foreach (AuthorityRow row in rows)
            {
                (int, string, DateRange) key = (row.Terms.Party, row.Terms.Key, row.Days);
                if (!entries.TryGetValue(key, out (AuthorityRow Row, List<TableSubject> Subjects) entry))
                {
                    entries.Add(key, entry = (row, []));
                    order.Add(key);
                }

                entry.Subjects.Add(new TableSubject(row.Function, row.Matter));
            }
        }

        All = [.. order.Select(key => new MapEntry(entries[key].Row, context.Authorities.Describe(entries[key].Row), entries[key].Subjects))];
        ByParty = All.ToLookup(entry => entry.Party);
        foreach (MapEntry entry in All)
        {
            foreach (TableSubject subject in entry.Subjects)
            {
                if (!bySubject.TryGetValue(subject, out List<MapEntry>? list))
                {
                    bySubject.Add(subject, list = []);
                }

                list.Add(entry);
            }
        }

        int own = context.Publication.Index.IndexOf(context.Model.OwnOrganisation);
        Acting = own < 0 ? [] : [.. context.Authorities.OfParty(own).Select(row => row.Terms.ActsThrough).Where(party => party >= 0)];
        if (own >= 0 && (Acting.Count == 0 || ByParty[own].Any()))
        {
            Acting.Add(own);
        }

        parts = bySubject.Keys.Where(subject => subject.Matter < 0 && Parent(subject.Function) >= 0).ToLookup(subject => Parent(subject.Function));
        given = All.Where(entry => entry.Statement(context) is DelegationStatement { Delegator: not null }).ToLookup(entry => (entry.Statement(context) as DelegationStatement)?.Delegator, ReferenceEqualityComparer.Instance);
        Residual = [.. ResidualClauses.Of(context)];
    }

    /// <summary>All entries, in the order of their first subjects.</summary>
    public IReadOnlyList<MapEntry> All { get; }

    /// <summary>The entries of each party.</summary>
    public ILookup<int, MapEntry> ByParty { get; }

    /// <summary>The parties that act for the organisation whose scheme it is: its board, its full council and its cabinet; it itself where nobody acts for it.</summary>
    public HashSet<int> Acting { get; }

    /// <summary>The sentences that give all other matters, exceptional powers apart.</summary>
    public IReadOnlyList<DelegationStatement> Residual { get; }

    /// <summary>The subjects that the map speaks of, in order.</summary>
    public IEnumerable<TableSubject> Subjects => bySubject.Keys;

    /// <summary>Who decides a subject, an entry for each party and its terms.</summary>
    public IReadOnlyList<MapEntry> Of(TableSubject subject) => bySubject.TryGetValue(subject, out List<MapEntry>? list) ? list : [];

    /// <summary>The functions that the map speaks of and that lie right within another.</summary>
    public IEnumerable<TableSubject> PartsOf(TableSubject subject) => subject.Matter < 0 ? parts[subject.Function] : [];

    /// <summary>The subject that another lies right within, by index; -1 for none.</summary>
    public int Parent(int subject) => SubjectGroups.Parent(context, subject);

    /// <summary>What a party gives to others: the entries that are held by its sentences.</summary>
    public IEnumerable<MapEntry> GivenBy(PartySymbol party) => given[party];

    /// <summary>Whether a party belongs to the organisation whose scheme it is, at any depth.</summary>
    public bool IsOwn(Symbol party)
    {
        var seen = new HashSet<Symbol>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Symbol>([party]);
        while (open.TryPop(out Symbol? one))
        {
            if (one == context.Model.OwnOrganisation)
            {
                return true;
            }

            foreach (Symbol owner in one.Owners.Where(seen.Add))
            {
                open.Push(owner);
            }
        }

        return context.Model.OwnOrganisation is null;
    }
}
