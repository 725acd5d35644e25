using System.Collections.Concurrent;
using System.Collections.Immutable;
using DelegationLang.Policy.Authorities;
using DelegationLang.Policy.Evaluation;
using DelegationLang.Policy.Survey;

namespace DelegationLang.Policy;

/// <summary>
/// The table of authority of a scheme: which party decides what, and which may decide because it keeps authority above whoever does; how much, where, when
/// and under which conditions. It is worked out from the evaluator, subject by subject as it is asked for, each once; subjects that are treated alike share
/// what is found. May be read from many threads at once.
/// </summary>
public sealed class AuthorityTable
{
    // Beyond this many cases of one subject the rest is left out, and the subject says so.
    private const int MostCases = 5_000;

    // What is found of a subject is found once for all parties and days that are alike, so it may take longer than one answer.
    private const int MostWork = 8_000_000;

    private readonly SpaceIndex index;
    private readonly AuthorityWording wording;
    private readonly Lazy<TableSubjects> subjects;
    private readonly ConcurrentDictionary<Atom, AuthorityOfSubject> found = new();
    private readonly ConcurrentDictionary<string, Cases> known = new(StringComparer.Ordinal);
    private readonly Lazy<ILookup<int, AuthorityRow>> byParty;

    internal AuthorityTable(SpaceIndex index)
    {
        this.index = index;
        wording = new AuthorityWording(index);
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
        Bearing(party, day).SelectMany(subject => subject.Rows).Where(row => row.Terms.Party == party && row.Days.Contains(day));

    /// <summary>The subjects that can reach a party on a day when amounts, places and facts are left aside; others it may not decide.</summary>
    internal IEnumerable<AuthorityOfSubject> Bearing(int party, DateOnly day) =>
        index.Definition.InForce.Contains(day) ? Atoms().Where(atom => Bears(atom, party, day)).Select(Find) : [];

    /// <summary>A line of the table by names and in words.</summary>
    public Authority Describe(AuthorityRow row) => wording.Describe(row);

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
        DateRange life = index.Definition.InForce;
        DateOnly[] starts = life.IsEmpty ? [] : new LifeCuts(index, atom.Function, atom.Matter).Starts();
        for (int i = 0; i < starts.Length; i++)
        {
            var run = new DateRange(starts[i], i + 1 < starts.Length ? starts[i + 1].AddDays(-1) : life.Last);
            Cases cases = Explore(atom, run.First, out string? why);
            isCutShort |= cases.IsCutShort;
            if (why is not null)
            {
                gaps.Add(new AuthorityGap(run, why));
            }

            var next = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (AuthorityTerms terms in cases.Terms)
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

    private Cases Explore(Atom atom, DateOnly day, out string? why)
    {
        var decision = new Decision { Function = atom.Function, Matter = atom.Matter, Day = day, IsNothingAssumed = true };
        var inquiry = new Inquiry(index, decision);
        why = new Asker(index).WhyNobody(inquiry);
        if (why is not null)
        {
            return Cases.None;
        }

        IReadOnlyCollection<RuleEntry> rules = RulesInPlay.Of(index, inquiry);
        return known.GetOrAdd(CaseSignature.OfStandings(index, inquiry, rules), _ =>
        {
            var variables = new VariableTable(index.Definition, decision, rules);
            Cases cases = Collect(inquiry, variables);

            // What says nothing of value added tax holds for the figure as given, so also for one that counts it the other way.
            if (variables.IsVatUsed && variables.Vat is null)
            {
                Vat other = variables.OnlyVat == Vat.Excluding ? Vat.Including : Vat.Excluding;
                Decision given = GivenVat.In(decision, other);
                Cases more = Collect(new Inquiry(index, given), new VariableTable(index.Definition, given, rules));
                cases = new Cases([.. GivenVat.Join(cases.Terms, variables.OnlyVat, more.Terms, other, terms => terms, (_, terms) => terms)], cases.IsCutShort || more.IsCutShort);
            }

            return cases;
        });
    }

    // Whether a subject can reach a party when amounts, places and facts are left aside.
    private bool Bears(Atom atom, int party, DateOnly day)
    {
        var inquiry = new Inquiry(index, new Decision { Function = atom.Function, Matter = atom.Matter, Day = day });
        if (inquiry.Holder < 0)
        {
            return false;
        }

        int seat = inquiry.SeatOf(party);
        return inquiry.SeatOf(inquiry.Holder) == seat
            || RulesInPlay.Of(index, inquiry).Any(entry => index.Definition.Rules[entry.Rule].Holders.Any(group => group.Any(holder => inquiry.SeatOf(holder) == seat)));
    }

    private Cases Collect(Inquiry inquiry, VariableTable variables)
    {
        var terms = new List<AuthorityTerms>();
        var leaves = new List<Dictionary<Claimant, int>>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var finder = new StandingFinder(index, inquiry, terms, []);
        var graph = new CaseGraph(index, inquiry, variables, CaseBudget.Of(variables, MostCases, MostWork), (walk, _) =>
        {
            Dictionary<Claimant, int> leaf = finder.Of(walk);
            string key = string.Join(' ', leaf.Values.Order());
            if (!numbers.TryGetValue(key, out int number))
            {
                number = -1 - leaves.Count;
                numbers.Add(key, number);
                leaves.Add(leaf);
            }

            return number;
        });
        return new Cases([.. RowReader.Read(index.Definition, variables, graph, leaves, terms)], graph.IsCutShort);
    }

    private sealed record Cases(ImmutableArray<AuthorityTerms> Terms, bool IsCutShort)
    {
        public static Cases None { get; } = new([], false);
    }
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
