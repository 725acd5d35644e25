using System.Collections.Concurrent;
using System.Collections.Immutable;
using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Authorities;

/// <summary>Puts lines of the table of authority by names and in words.</summary>
internal sealed class AuthorityWording(SpaceIndex index)
{
    private readonly CarveOuts carveOuts = new(index);

    // What lines with the same terms have in common: most subjects are treated as others are.
    private readonly ConcurrentDictionary<AuthorityTerms, Authority> known = new(ReferenceEqualityComparer.Instance);

    private readonly ConcurrentDictionary<AuthorityTerms, Authority> alike = new(ReferenceEqualityComparer.Instance);

    private SpaceDefinition Definition => index.Definition;

    /// <summary>A subject as questions take it.</summary>
    public string Subject(int function, int matter) => matter < 0 ? Definition.Subjects[function].Name
        : function < 0 ? Definition.Subjects[matter].Name
        : Definition.Subjects[matter].Name + " for " + Definition.Subjects[function].Name;

    /// <summary>A line.</summary>
    public Authority Describe(AuthorityRow row) => known.GetOrAdd(row.Terms, Common) with
    {
        Subject = Subject(row.Function, row.Matter),
        Function = row.Function < 0 ? "" : Definition.Subjects[row.Function].Name,
        Matter = row.Matter < 0 ? "" : Definition.Subjects[row.Matter].Name,
        Days = row.Days,
        Except = carveOuts.Of(row.Function, row.Matter, row.Terms),
        Chain = Chain(row),
    };

    /// <summary>A line without what its subject alone has: its name, and where the chain begins. Subjects of which all else is alike share it.</summary>
    public Authority DescribeAlike(AuthorityRow row)
    {
        ImmutableArray<string> except = carveOuts.Of(row.Function, row.Matter, row.Terms);
        if (!alike.TryGetValue(row.Terms, out Authority? found) || found.Days != row.Days || !found.Except.SequenceEqual(except))
        {
            alike[row.Terms] = found = known.GetOrAdd(row.Terms, Common) with { Days = row.Days, Except = except, Chain = row.Terms.Chain };
        }

        return found;
    }

    private Authority Common(AuthorityTerms terms)
    {
        RuleDefinition[] rules = [.. terms.Rules.Select(rule => Definition.Rules[rule])];
        ImmutableArray<ImmutableArray<string>> groups = [.. terms.Groups.Select(group => (ImmutableArray<string>)[.. group.Select(Party)])];
        return new Authority
        {
            Party = Party(terms.Party),
            Claim = terms.Claim,
            Subject = "",
            Amounts = terms.Amounts,
            Shares = [.. terms.Shares.Select(Share)],
            GivenVat = terms.GivenVat,
            Limit = string.Join(", and ", Limits(terms)),
            Places = [.. terms.Places.Select(place => Definition.Places[place].Name)],
            NotAt = [.. terms.NotAt.Select(place => Definition.Places[place].Name)],
            IsElsewhere = terms.IsElsewhere,
            Place = Place(terms),
            Facts = [.. terms.Conditions.Select(condition => new NamedCondition(Definition.Conditions[condition.Condition].Name, condition.IsSo))],
            Measures = [.. terms.Measures.Select(Measure)],
            Conditions = [.. Conditions(terms)],
            JointlyWith = groups is [var only] ? Others(only, Party(terms.Party)) : [],
            Groups = groups,
            ActsThrough = terms.ActsThrough < 0 ? "" : Party(terms.ActsThrough),
            Steps = [.. rules.SelectMany(rule => rule.Steps).Distinct()],
            Duties = [.. rules.Where(rule => rule.RatifiedBy.Length > 0).Select(rule => rule.Ratification).Distinct()],
            IsReserved = rules.Length > 0 && rules[^1].Kind == RuleKind.Reservation,
            IsExceptional = terms.IsExceptional,
            IsUnderContract = terms.IsUnderContract,
            MayDelegate = terms.MayDelegate,
            IsInSomeCasesOnly = terms.IsInSomeCasesOnly,
            Rule = terms.Rules.IsEmpty ? -1 : terms.Rules[^1],
        };
    }

    /// <summary>An interval of amounts without what it counts: <c>above £50,000 up to £250,000</c>.</summary>
    public static string Amount(AmountInterval amount) =>
        Interval(amount.From, amount.IsFromIncluded, amount.To, amount.IsToIncluded, value => Wording.Amount(value, amount.Currency));

    private static string Interval(decimal? from, bool isFromIncluded, decimal? to, bool isToIncluded, Func<decimal, string> say)
    {
        if (from is decimal exact && from == to)
        {
            return "of exactly " + say(exact);
        }

        var words = new List<string>(2);
        if (from is decimal low)
        {
            words.Add((isFromIncluded ? "at least " : "above ") + say(low));
        }

        if (to is decimal high)
        {
            words.Add((isToIncluded ? "up to " : "below ") + say(high));
        }

        return string.Join(' ', words);
    }

    private static ImmutableArray<string> Others(ImmutableArray<string> group, string party) => group.Remove(party, StringComparer.Ordinal);

    private string Party(int party) => party < 0 ? "" : Definition.Parties[party].Name;

    private IEnumerable<string> Limits(AuthorityTerms terms)
    {
        foreach (AmountInterval amount in terms.Amounts)
        {
            yield return Amount(amount) + Wording.Basis(amount.Basis, amount.Vat);
        }

        foreach (string share in SharesOf(terms))
        {
            yield return share;
        }

        if (terms.GivenVat != Vat.Unstated && !terms.Amounts.Any(amount => amount.Vat == terms.GivenVat) && !terms.Shares.Any(share => share.Vat == terms.GivenVat))
        {
            yield return "any amount" + Wording.Basis("decision", terms.GivenVat);
        }
    }

    /// <summary>Amounts that are shares of measures: <c>up to 10% of budget head per contract</c>.</summary>
    public IEnumerable<string> SharesOf(AuthorityTerms terms) => terms.Shares.Where(share => share.Measure < 0).Select(share => ShareWords(share) + Wording.Basis(share.Basis, share.Vat));

    /// <summary>A share of a measure without what it counts: <c>up to 10% of budget head</c>.</summary>
    public static string Amount(NamedShare share) => Interval(
        share.From, share.IsFromIncluded, share.To, share.IsToIncluded, value => (value == 1 ? "" : Wording.Plain(value * 100) + "% of ") + share.Of);

    private string ShareWords(ShareInterval share) => Amount(Share(share));

    private IEnumerable<string> Conditions(AuthorityTerms terms)
    {
        foreach (ConditionValue condition in terms.Conditions)
        {
            yield return (condition.IsSo ? "when " : "unless ") + Definition.Conditions[condition.Condition].Name;
        }

        foreach (MeasureInterval measure in terms.Measures)
        {
            MeasureDefinition definition = Definition.Measures[measure.Measure];
            yield return "when " + definition.Name + " " + Interval(
                measure.From,
                measure.IsFromIncluded,
                measure.To,
                measure.IsToIncluded,
                value => definition.Currency.Length > 0 ? Wording.Amount(value, definition.Currency) : Wording.Plain(value) + " " + definition.Unit);
        }

        foreach (ShareInterval share in terms.Shares.Where(share => share.Measure >= 0))
        {
            yield return "when " + Definition.Measures[share.Measure].Name + " " + ShareWords(share);
        }

        if (terms.IsInSomeCasesOnly)
        {
            yield return "in some cases, which are too many to tell apart";
        }
    }

    private string Place(AuthorityTerms terms)
    {
        string places = Wording.List([.. terms.Places.Select(place => Definition.Places[place].Name)]);
        string but = Wording.List([.. terms.NotAt.Select(place => Definition.Places[place].Name)]);
        return terms.IsElsewhere
            ? (but.Length > 0 ? "anywhere but at " + but : "") + (places.Length > 0 ? ", and at " + places : "")
            : "at " + places + (but.Length > 0 ? ", but not at " + but : "");
    }

    private NamedShare Share(ShareInterval share) => new(
        Definition.Measures[share.Of].Name,
        share.Measure < 0 ? "" : Definition.Measures[share.Measure].Name,
        share.Basis,
        share.Vat,
        share.From,
        share.IsFromIncluded,
        share.To,
        share.IsToIncluded);

    private NamedMeasure Measure(MeasureInterval measure)
    {
        MeasureDefinition definition = Definition.Measures[measure.Measure];
        string unit = definition.Currency.Length > 0 ? definition.Currency : definition.Unit;
        return new NamedMeasure(definition.Name, unit, measure.From, measure.IsFromIncluded, measure.To, measure.IsToIncluded);
    }

    // Subjects that are treated alike share a chain, which begins where each of them is declared.
    private ImmutableArray<ChainLink> Chain(AuthorityRow row)
    {
        ImmutableArray<ChainLink> chain = row.Terms.Chain;
        if (chain.IsEmpty)
        {
            return chain;
        }

        int held = new DecisionContext(index, new Decision { Function = row.Function, Matter = row.Matter, Day = row.Days.First }).HeldSubject;
        return held < 0 ? chain : chain.SetItem(0, chain[0] with { Source = Definition.Subjects[held].Source });
    }
}
