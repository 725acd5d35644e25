using System.Collections.Concurrent;
using System.Collections.Immutable;
using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy.Authorities;

/// <summary>
/// The table of authority of a scheme: which party decides what, and which may decide because it keeps authority above whoever does; how much, where, when
/// and under which conditions. It is worked out from the evaluator, subject by subject as it is asked for, each once; subjects that are treated alike share
/// what is found. May be read from many threads at once.
/// </summary>
public sealed class AuthorityTable
{
    private readonly SpaceIndex index;
    private readonly AuthorityWording wording;
    private readonly Lazy<TableSubjects> subjects;
    private readonly ConcurrentDictionary<Atom, AuthorityOfSubject> found = new();
    private readonly SubjectCases cases;
    private readonly Lazy<ILookup<int, AuthorityRow>> byParty;

    internal AuthorityTable(SpaceIndex index)
    {
        this.index = index;
        wording = new AuthorityWording(index);
        cases = new SubjectCases(index);
        subjects = new Lazy<TableSubjects>(() => new TableSubjects(index));
        byParty = new Lazy<ILookup<int, AuthorityRow>>(ByParty);
    }

    /// <summary>
    /// Who may decide a function, a matter, or what a budget stands for: the subject by itself first, then a matter in relation to each function for
    /// which sentences treat it apart.
    /// </summary>
    /// <param name="subject">The index of the subject.</param>
    public ImmutableArray<AuthorityOfSubject> OfSubject(int subject) => [.. subjects.Value.Of(subject).Select(Find)];

    /// <summary>All that a party may decide, alone or jointly, subject by subject in the order of declaration.</summary>
    /// <param name="party">The index of the party.</param>
    public IEnumerable<AuthorityRow> OfParty(int party) => byParty.Value[party];

    /// <summary>What a party may decide on a day, alone or jointly. Only what can bear on it is worked out.</summary>
    /// <param name="party">The index of the party.</param>
    /// <param name="day">The day.</param>
    public IEnumerable<AuthorityRow> OfParty(int party, DateOnly day) =>
        Bearing(party, day).SelectMany(subject => subject.Rows);

    /// <summary>
    /// The subjects that can reach a party on a day when amounts, places and facts are left aside, each with what it may decide that day; others it may
    /// not decide.
    /// </summary>
    internal IEnumerable<AuthorityOfSubject> Bearing(int party, DateOnly day) =>
        index.Definition.InForce.Contains(day) ? Bearing(party, day, new Allowance(index.Definition.Rules.Length)) : [];

    private IEnumerable<AuthorityOfSubject> Bearing(int party, DateOnly day, Allowance allowance) =>
        Atoms().Select(atom => (Atom: atom, Context: cases.Open(atom, day))).Where(one => Bears(one.Context, party)).Select(one => Find(one.Atom, day, party, allowance, _ => true, one.Context));

    /// <summary>Who decides a subject on a day, as <see cref="OfSubject(int)"/> has it: only the rows and gaps of that day, which may begin before and end after it.</summary>
    /// <param name="subject">The index of the subject.</param>
    /// <param name="day">The day.</param>
    /// <param name="allowance">What may be looked at for all subjects that are asked about.</param>
    /// <param name="isDated">Of which rows it is asked when they begin and end; of the others only that they are so on that day.</param>
    internal IEnumerable<AuthorityOfSubject> OfSubject(int subject, DateOnly day, Allowance allowance, Func<AuthorityTerms, bool> isDated) =>
        subjects.Value.Of(subject).Select(atom => Find(atom, day, -1, allowance, isDated));

    /// <summary>A line of the table by names and in words.</summary>
    public Authority Describe(AuthorityRow row) => wording.Describe(row);

    /// <summary>The same without what its subject alone has; lines that are alike in all else are one object.</summary>
    internal Authority DescribeAlike(AuthorityRow row) => wording.DescribeAlike(row);

    /// <summary>The limits of a line that are shares of measures, in words.</summary>
    public IEnumerable<string> LimitsByShare(AuthorityRow row) => wording.SharesOf(row.Terms);

    /// <summary>An interval of amounts in words: <c>above £50,000 up to £250,000 per contract</c>.</summary>
    public static string WordsOf(AmountInterval amount) =>
        AuthorityWording.Amount(amount) + " " + Wording.BasisWords(amount.Basis) + (amount.Vat == Vat.Unstated ? "" : " " + Wording.VatWords(amount.Vat));

    /// <summary>How much, in words that say of each amount what it counts: <c>up to £5,000 per decision</c>; empty for any amount.</summary>
    public static string LimitOf(Authority authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        NamedShare[] shares = [.. authority.Shares.Where(share => share.Measure.Length == 0)];
        bool isVatSaid = authority.GivenVat == Vat.Unstated || authority.Amounts.Any(amount => amount.Vat == authority.GivenVat) || Array.Exists(shares, share => share.Vat == authority.GivenVat);
        return string.Join(
            ", and ",
            [.. authority.Amounts.Select(WordsOf), .. shares.Select(share => AuthorityWording.Amount(share) + Wording.Basis(share.Basis, share.Vat)), .. isVatSaid ? (string[])[] : ["any amount " + Wording.VatWords(authority.GivenVat)]]);
    }

    /// <summary>A subject as questions take it: <c>podiatry</c>, <c>award of contract</c>, <c>award of contract for podiatry</c>.</summary>
    /// <param name="function">The index of the function; -1 for none.</param>
    /// <param name="matter">The index of the matter; -1 for none.</param>
    public string NameOf(int function, int matter) => wording.Subject(function, matter);

    private ILookup<int, AuthorityRow> ByParty() => Atoms().SelectMany(atom => Find(atom).Rows).ToLookup(row => row.Terms.Party);

    private IEnumerable<Atom> Atoms() => Enumerable.Range(0, index.Definition.Subjects.Length).SelectMany(subjects.Value.Of).Distinct();

    private AuthorityOfSubject Find(Atom atom) => found.GetOrAdd(atom, Explore);

    private AuthorityOfSubject Explore(Atom atom)
    {
        var rows = new List<AuthorityRow>();
        var current = new Dictionary<string, int>(StringComparer.Ordinal);
        var gaps = new List<AuthorityGap>();
        bool isCutShort = false;
        DateOnly[] starts = cases.StartsOf(atom);
        for (int i = 0; i < starts.Length; i++)
        {
            DateRange run = RunOf(starts, i);
            Standings standings = cases.Of(cases.Open(atom, run.First), -1, null, out string? why);
            isCutShort |= standings.IsCutShort;
            if (why is not null)
            {
                gaps.Add(new AuthorityGap(run, why));
            }

            var next = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (AuthorityTerms terms in standings.Terms)
            {
                if (current.TryGetValue(terms.Key, out int row))
                {
                    rows[row] = rows[row] with { Days = rows[row].Days with { Last = run.Last } };
                }
                else
                {
                    row = rows.Count;
                    rows.Add(new AuthorityRow(atom.Function, atom.Matter, run, terms));
                }

                next.TryAdd(terms.Key, row);
            }

            current = next;
        }

        return new AuthorityOfSubject(atom.Function, atom.Matter, [.. rows], [.. gaps], isCutShort);
    }

    // What the rows of all days have for one day: from that day on each row is followed back to where it begins and on to where it ends.
    private AuthorityOfSubject Find(Atom atom, DateOnly day, int party, Allowance allowance, Func<AuthorityTerms, bool> isDated, DecisionContext? opened = null)
    {
        DateOnly[] starts = cases.StartsOf(atom);
        int found = Array.BinarySearch(starts, day);
        int at = found >= 0 ? found : ~found - 1;
        if (at < 0 || !index.Definition.InForce.Contains(day))
        {
            return new AuthorityOfSubject(atom.Function, atom.Matter, [], [], false);
        }

        Standings standings = cases.Of(opened ?? cases.Open(atom, starts[at]), party, allowance, out string? why);
        AuthorityTerms[] held = Held(standings, party);
        var rows = new RowDays[held.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = new RowDays(at, at, i, held[i]);
        }

        int[] dated = [.. Enumerable.Range(0, rows.Length).Where(row => isDated(rows[row].Terms))];
        bool isCutShort = standings.IsCutShort | Follow(atom, starts, party, rows, dated, allowance, -1) | Follow(atom, starts, party, rows, dated, allowance, 1);
        return new AuthorityOfSubject(
            atom.Function,
            atom.Matter,
            [.. rows.OrderBy(row => row.First).ThenBy(row => row.Position).Select(row => new AuthorityRow(
                atom.Function, atom.Matter, RunOf(starts, row.First) with { Last = RunOf(starts, row.Last).Last }, row.Terms))],
            why is null ? [] : [new AuthorityGap(RunOf(starts, at), why)],
            isCutShort);
    }

    // Whether something may be missing of what was followed.
    private bool Follow(Atom atom, DateOnly[] starts, int party, RowDays[] rows, int[] dated, Allowance allowance, int step)
    {
        List<int> open = [.. dated];
        bool isCutShort = false;
        for (int run = (rows.Length == 0 ? -1 : rows[0].Last) + step; open.Count > 0 && run >= 0 && run < starts.Length; run += step)
        {
            var positions = new Dictionary<string, int>(StringComparer.Ordinal);
            Standings standings = cases.Of(cases.Open(atom, starts[run]), party, allowance, out _);
            AuthorityTerms[] held = Held(standings, party);
            isCutShort |= standings.IsCutShort;
            for (int i = 0; i < held.Length; i++)
            {
                positions.TryAdd(held[i].Key, i);
            }

            open.RemoveAll(row => !positions.ContainsKey(rows[row].Terms.Key));
            foreach (int row in open)
            {
                AuthorityTerms terms = rows[row].Terms;
                rows[row] = step < 0 ? rows[row] with { First = run, Position = positions[terms.Key] } : rows[row] with { Last = run };
            }
        }

        return isCutShort;
    }

    private static AuthorityTerms[] Held(Standings standings, int party) =>
        [.. standings.Terms.Where(terms => party < 0 || terms.Party == party)];

    private DateRange RunOf(DateOnly[] starts, int run) =>
        new(starts[run], run + 1 < starts.Length ? starts[run + 1].AddDays(-1) : index.Definition.InForce.Last);

    // Whether a subject can reach a party when amounts, places and facts are left aside.
    private bool Bears(DecisionContext context, int party)
    {
        if (context.Holder < 0)
        {
            return false;
        }

        int seat = context.SeatOf(party);
        return context.SeatOf(context.Holder) == seat
            || context.RulesInPlay.Any(entry => index.Definition.Rules[entry.Rule].Holders.Any(group => group.Any(holder => context.SeatOf(holder) == seat)));
    }

    // Over which runs of days a row goes, and where it stands among those of the first.
    private sealed record RowDays(int First, int Last, int Position, AuthorityTerms Terms);
}

/// <summary>Who may decide one subject.</summary>
/// <param name="Function">The index of the function; -1 for no particular one.</param>
/// <param name="Matter">The index of the matter; -1 for no particular one.</param>
/// <param name="Rows">The lines of the table, those of one party and one run of days together.</param>
/// <param name="Gaps">The days on which nobody holds the subject, so that nobody may decide it, with the reason.</param>
/// <param name="IsCutShort">Whether there were more cases than are looked at, so that something may be missing.</param>
public sealed record AuthorityOfSubject(int Function, int Matter, ImmutableArray<AuthorityRow> Rows, ImmutableArray<AuthorityGap> Gaps, bool IsCutShort);

/// <summary>Days on which nobody holds a subject.</summary>
/// <param name="Days">The days, both ends included.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record AuthorityGap(DateRange Days, string Reason);
