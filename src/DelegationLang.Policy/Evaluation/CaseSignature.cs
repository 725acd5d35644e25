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
    public static string Of(SpaceIndex index, DecisionContext context, IReadOnlyCollection<RuleEntry> rules) =>
        context.HeldSubject.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + OfStandings(index, context, rules);

    /// <summary>The signature but for the subject whose holder begins the chain: equal where the same parties stand in the same way to a decision.</summary>
    public static string OfStandings(SpaceIndex index, DecisionContext context, IReadOnlyCollection<RuleEntry> rules)
    {
        var text = new StringBuilder(Head(context));
        var parties = new HashSet<int>();
        foreach (RuleEntry entry in rules)
        {
            text.Append('\n');
            AppendRule(text, index, context, entry, entry.Rule, parties);
        }

        foreach (int number in DeputiesOf(index, context, parties))
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
    /// <param name="context">The decision, which somebody holds by law that day.</param>
    /// <param name="rules">The rules that may bear on it.</param>
    /// <param name="contentOf">What each rule says, as a number: equal for rules that say the same.</param>
    /// <param name="contentOfDeputy">What each deputy is, as a number.</param>
    public static string OfContents(SpaceIndex index, DecisionContext context, IReadOnlyCollection<RuleEntry> rules, IReadOnlyList<int> contentOf, IReadOnlyList<int> contentOfDeputy)
    {
        var lines = new List<string>(rules.Count);
        var parties = new HashSet<int>();
        foreach (RuleEntry entry in rules)
        {
            var line = new StringBuilder();
            AppendRule(line, index, context, entry, contentOf[entry.Rule], parties);
            lines.Add(line.ToString());
        }

        foreach (IGrouping<int, int> table in rules.Select(entry => entry.Rule).Distinct().Where(rule => index.Definition.Rules[rule].Table >= 0).Order().GroupBy(rule => index.Definition.Rules[rule].Table))
        {
            lines.Add("t" + string.Join(',', table.Select(rule => contentOf[rule])));
        }

        lines.AddRange(DeputiesOf(index, context, parties).Select(number => "d" + contentOfDeputy[number].ToString(System.Globalization.CultureInfo.InvariantCulture)));
        lines.Sort(StringComparer.Ordinal);
        return Head(context) + "\n" + string.Join('\n', lines);
    }

    private static string Head(DecisionContext context)
    {
        var text = new StringBuilder();
        text.Append(context.Holder).Append(' ').Append(context.IsExecutive ? 'x' : '-').Append(context.Kept?.Subject);
        if (context.Barred.Count > 0)
        {
            // What the law keeps out is told by name.
            text.Append('b').Append(context.Function).Append(' ').Append(context.Matter);
        }

        return text.Append(' ').Append(context.ActingParty(context.SeatOf(context.Holder))).ToString();
    }

    private static void AppendRule(StringBuilder text, SpaceIndex index, DecisionContext context, RuleEntry entry, int number, HashSet<int> parties)
    {
        SpaceDefinition definition = index.Definition;
        RuleDefinition rule = definition.Rules[entry.Rule];
        text.Append(number).AppendJoin(',', entry.Places);
        AppendFigures(text, definition, rule.Limit, context.Day);
        AppendFigures(text, definition, rule.Onward?.Limit, context.Day);
        foreach (FactDefinition fact in rule.Facts.SelectMany(group => group))
        {
            AppendFigures(text, definition, new LimitDefinition { Lower = fact.Lower, Upper = fact.Upper }, context.Day);
        }

        foreach (int party in rule.Holders.SelectMany(group => group))
        {
            text.Append(context.IsAlive(party) ? '+' : '-').Append(context.ActingParty(context.SeatOf(party)));
            parties.Add(context.ActingParty(context.SeatOf(party)));
        }

        text.Append('/').Append(context.ActingParty(context.SeatOf(rule.Giver)));
        parties.Add(context.ActingParty(context.SeatOf(rule.Giver)));
    }

    private static IEnumerable<int> DeputiesOf(SpaceIndex index, DecisionContext context, HashSet<int> parties)
    {
        parties.Add(context.ActingParty(context.SeatOf(context.Holder)));
        foreach (int party in parties.Order())
        {
            foreach (int number in index.DeputiesOf(party))
            {
                DeputyDefinition deputy = index.Definition.Deputies[number];
                if (deputy.Days.Contains(context.Day) && context.IsAlive(deputy.Deputy) && context.IsOpenTo(deputy))
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
