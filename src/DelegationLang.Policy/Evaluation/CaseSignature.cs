using System.Collections.Immutable;
using System.Text;

namespace DelegationLang.Policy.Evaluation;

/// <summary>
/// What the cases of a decision depend on, besides the day that the answers name: decisions of equal signatures have the same cases. Most pairs
/// of a function and a matter have those of many others.
/// </summary>
internal static class CaseSignature
{
    /// <summary>The signature of a decision that somebody holds by law that day.</summary>
    public static string Of(SpaceIndex index, Inquiry inquiry, IReadOnlyCollection<RuleEntry> rules) =>
        inquiry.HeldSubject.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + OfStandings(index, inquiry, rules);

    /// <summary>The signature but for the subject whose holder begins the chain: equal where the same parties stand in the same way to a decision.</summary>
    public static string OfStandings(SpaceIndex index, Inquiry inquiry, IReadOnlyCollection<RuleEntry> rules)
    {
        var text = new StringBuilder(Head(inquiry));
        var parties = new HashSet<int>();
        foreach (RuleEntry entry in rules)
        {
            text.Append('\n');
            AppendRule(text, index, inquiry, entry, entry.Rule, parties);
        }

        foreach (int number in DeputiesOf(index, inquiry, parties))
        {
            text.Append("\nd").Append(number);
        }

        return text.ToString();
    }

    /// <summary>
    /// A signature that does not depend on the order of the sentences, save within a table: equal for two versions of a scheme that number parties and
    /// subjects alike only where the answers are.
    /// </summary>
    /// <param name="index">The version.</param>
    /// <param name="inquiry">The decision, which somebody holds by law that day.</param>
    /// <param name="rules">The rules that may bear on it.</param>
    /// <param name="contentOf">What each rule says, as a number: equal for rules that say the same.</param>
    /// <param name="contentOfDeputy">What each deputy is, as a number.</param>
    public static string OfContents(SpaceIndex index, Inquiry inquiry, IReadOnlyCollection<RuleEntry> rules, IReadOnlyList<int> contentOf, IReadOnlyList<int> contentOfDeputy)
    {
        var lines = new List<string>(rules.Count);
        var parties = new HashSet<int>();
        foreach (RuleEntry entry in rules)
        {
            var line = new StringBuilder();
            AppendRule(line, index, inquiry, entry, contentOf[entry.Rule], parties);
            lines.Add(line.ToString());
        }

        foreach (IGrouping<int, int> table in rules.Select(entry => entry.Rule).Distinct().Where(rule => index.Definition.Rules[rule].Table >= 0).Order().GroupBy(rule => index.Definition.Rules[rule].Table))
        {
            lines.Add("t" + string.Join(',', table.Select(rule => contentOf[rule])));
        }

        lines.AddRange(DeputiesOf(index, inquiry, parties).Select(number => "d" + contentOfDeputy[number].ToString(System.Globalization.CultureInfo.InvariantCulture)));
        lines.Sort(StringComparer.Ordinal);
        return Head(inquiry) + "\n" + string.Join('\n', lines);
    }

    private static string Head(Inquiry inquiry)
    {
        var text = new StringBuilder();
        text.Append(inquiry.Holder).Append(' ').Append(inquiry.IsExecutive ? 'x' : '-').Append(inquiry.Kept?.Subject);
        if (inquiry.Barred.Count > 0)
        {
            // What the law keeps out is told by name.
            text.Append('b').Append(inquiry.Function).Append(' ').Append(inquiry.Matter);
        }

        return text.Append(' ').Append(inquiry.ActingParty(inquiry.SeatOf(inquiry.Holder))).ToString();
    }

    private static void AppendRule(StringBuilder text, SpaceIndex index, Inquiry inquiry, RuleEntry entry, int number, HashSet<int> parties)
    {
        SpaceDefinition definition = index.Definition;
        RuleDefinition rule = definition.Rules[entry.Rule];
        text.Append(number).AppendJoin(',', entry.Places);
        AppendFigures(text, definition, rule.Limit, inquiry.Day);
        AppendFigures(text, definition, rule.Onward?.Limit, inquiry.Day);
        foreach (FactDefinition fact in rule.Facts.SelectMany(group => group))
        {
            AppendFigures(text, definition, new LimitDefinition { Lower = fact.Lower, Upper = fact.Upper }, inquiry.Day);
        }

        foreach (int party in rule.Holders.SelectMany(group => group))
        {
            text.Append(inquiry.IsAlive(party) ? '+' : '-').Append(inquiry.ActingParty(inquiry.SeatOf(party)));
            parties.Add(inquiry.ActingParty(inquiry.SeatOf(party)));
        }

        text.Append('/').Append(inquiry.ActingParty(inquiry.SeatOf(rule.Giver)));
        parties.Add(inquiry.ActingParty(inquiry.SeatOf(rule.Giver)));
    }

    private static IEnumerable<int> DeputiesOf(SpaceIndex index, Inquiry inquiry, HashSet<int> parties)
    {
        parties.Add(inquiry.ActingParty(inquiry.SeatOf(inquiry.Holder)));
        foreach (int party in parties.Order())
        {
            foreach (int number in index.DeputiesOf(party))
            {
                DeputyDefinition deputy = index.Definition.Deputies[number];
                if (deputy.Days.Contains(inquiry.Day) && inquiry.IsAlive(deputy.Deputy) && inquiry.IsOpenTo(deputy))
                {
                    yield return number;
                }
            }
        }
    }

    private static void AppendFigures(StringBuilder text, SpaceDefinition definition, LimitDefinition? limit, DateOnly day)
    {
        foreach (BoundDefinition? bound in (BoundDefinition?[])[limit?.Lower, limit?.Upper])
        {
            foreach (BoundTerm term in bound?.LowerOf ?? ImmutableArray<BoundTerm>.Empty)
            {
                if (term.Kind == BoundTermKind.PartOfAmount)
                {
                    text.Append(' ').Append(Figures.Of(definition, term, day));
                }
            }
        }

        if (limit?.Also is { } also)
        {
            AppendFigures(text, definition, also, day);
        }
    }
}
