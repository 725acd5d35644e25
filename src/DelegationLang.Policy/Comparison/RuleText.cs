using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DelegationLang.Policy.Comparison;

/// <summary>Whether a text of a sentence has its days in it.</summary>
internal enum RuleDays
{
    /// <summary>It has.</summary>
    Told,

    /// <summary>It has not: it is of a day on which the sentence holds.</summary>
    LeftOut,
}

/// <summary>Whether a text of a sentence has its limits in it.</summary>
internal enum RuleLimits
{
    /// <summary>It has.</summary>
    Told,

    /// <summary>It has not.</summary>
    LeftOut,
}

/// <summary>
/// What a sentence says, as a text: equal for sentences that say the same, however they are worded and wherever they stand. The table that a line
/// belongs to is left out, since what matters of it is the order of its lines.
/// </summary>
/// <param name="definition">The version that the sentence is of.</param>
/// <param name="nameOf">What stands for an entry of a family.</param>
/// <param name="textOf">What stands for a text that may have names in it.</param>
/// <param name="days">Whether days are told.</param>
/// <param name="limits">Whether limits are told.</param>
internal sealed class RuleText(SpaceDefinition definition, Func<NameFamily, int, string> nameOf, Func<string, string> textOf, RuleDays days = RuleDays.Told, RuleLimits limits = RuleLimits.Told)
{
    /// <summary>A deciding sentence.</summary>
    public string Of(RuleDefinition rule)
    {
        var text = new StringBuilder();
        text.Append((int)rule.Kind).Append(rule.IsEffective ? '+' : '-').Append(rule.IsExceptional ? '!' : '.').Append((int)rule.Scope);
        text.Append(rule.Table >= 0 ? "\ttable" : "\t").Append('\t').Append(Name(NameFamily.Party, rule.Giver));
        Add(text, "to", rule.Holders.Select(group => string.Join('&', group.Select(Holder).Order(StringComparer.Ordinal))));
        Add(text, "of", Names(NameFamily.Subject, rule.Subjects));
        if (!rule.Within.IsEmpty || rule.IsForbidden)
        {
            Add(text, rule.IsForbidden ? "nobody" : "within", Names(NameFamily.Subject, rule.Within));
        }

        Add(text, "for", Names(NameFamily.Subject, rule.For));
        Add(text, "except", Names(NameFamily.Subject, rule.Except));
        Add(text, "kept", Names(NameFamily.Subject, rule.KeptBack));
        Add(text, "barred", rule.Barred.Select(bar => Name(NameFamily.Subject, bar.Subject) + "=" + bar.Law));
        Add(text, "at", Names(NameFamily.Place, rule.At));
        text.Append("\tdays ").Append(Days(rule.Days)).Append("\tlimit ").Append(Limit(rule.Limit));
        Add(text, "when", Facts(rule.Facts));
        Add(text, "onward", rule.Onward);
        Add(text, "onward there", rule.OnwardThere);
        Add(text, "by", Names(NameFamily.Party, [rule.ApprovedBy]));
        Add(text, "steps", rule.Steps.Select(textOf));
        Add(text, "needed", Names(NameFamily.Party, rule.Needed));
        if (rule.Scheme.Length > 0)
        {
            text.Append("\tscheme ").Append(rule.Scheme);
        }

        return text.Append("\tratified ").Append(textOf(rule.RatifiedBy)).Append(rule.RatifiedWithin.Length > 0 ? " within " + rule.RatifiedWithin : "").ToString();
    }

    /// <summary>Somebody who stands in.</summary>
    public string Of(DeputyDefinition deputy)
    {
        var text = new StringBuilder("deputy ");
        text.Append(Name(NameFamily.Party, deputy.Deputy)).Append(" for ").Append(Name(NameFamily.Party, deputy.Principal)).Append(Days(deputy.Days));
        if (!deputy.For.IsEmpty)
        {
            Add(text, "only", Names(NameFamily.Subject, deputy.For));
        }

        Add(text, "except", Names(NameFamily.Subject, deputy.Except));
        Add(text, "when", Facts(deputy.Facts));
        return text.ToString();
    }

    private static void Add(StringBuilder text, string what, IEnumerable<string> parts) => text.Append('\t').Append(what).Append(' ').AppendJoin('|', parts.Order(StringComparer.Ordinal));

    private void Add(StringBuilder text, string what, OnwardDefinition? onward)
    {
        if (onward is not null)
        {
            Add(text, what, Names(NameFamily.Party, onward.To));
            text.Append(Limit(onward.Limit)).Append('~').Append(Name(NameFamily.Party, onward.ConsentOf)).Append('~').Append(onward.Law);
        }
    }

    private string Name(NameFamily family, int index) => index < 0 ? "" : nameOf(family, index);

    // Where a party may decide belongs to what it is given.
    private string Holder(int party) =>
        Name(NameFamily.Party, party) + "@" + string.Join(',', Names(NameFamily.Place, definition.Parties[party].At).Order(StringComparer.Ordinal));

    private IEnumerable<string> Names(NameFamily family, ImmutableArray<int> indexes) => indexes.Select(index => Name(family, index));

    private string Days(DateRange range) => days == RuleDays.LeftOut ? "" : string.Create(CultureInfo.InvariantCulture, $"{range.First.DayNumber}-{range.Last.DayNumber}");

    private IEnumerable<string> Facts(ImmutableArray<ImmutableArray<FactDefinition>> groups) =>
        groups.Select(group => string.Join('/', group.Select(Fact).Order(StringComparer.Ordinal)));

    private string Fact(FactDefinition fact) => (fact.IsNegated ? "not " : "") + (fact.Condition >= 0
        ? Name(NameFamily.Condition, fact.Condition)
        : Name(NameFamily.Measure, fact.Measure) + " " + Bound(fact.Lower) + ".." + Bound(fact.Upper));

    private string Limit(LimitDefinition? limit) => limit is null || limits == RuleLimits.LeftOut ? "" : $"{Bound(limit.Lower)}..{Bound(limit.Upper)} {limit.Basis} {limit.Vat}{(limit.Also is null ? "" : " & " + Limit(limit.Also))}";

    private string Bound(BoundDefinition? bound) => bound is null ? "" : (bound.IsIncluded ? "=" : "<") + (bound.IsHighest ? "^" : "") + string.Join(',', bound.LowerOf.Select(Term).Order(StringComparer.Ordinal));

    private string Term(BoundTerm term) => term.Kind switch
    {
        BoundTermKind.PartOfMeasure => Number(term.Value) + "*" + Name(NameFamily.Measure, term.Index),
        BoundTermKind.PartOfAmount => Number(term.Value) + "*" + string.Join(';', definition.Amounts[term.Index].Figures.Select(figure => Days(figure.Days) + "=" + Number(figure.Value) + figure.Currency)),
        _ => Number(term.Value) + term.Currency,
    };

    // 10.0 and 10 are the same sum.
    private static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
