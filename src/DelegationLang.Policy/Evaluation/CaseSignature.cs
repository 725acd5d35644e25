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
        SpaceDefinition definition = index.Definition;
        var text = new StringBuilder();
        text.Append(inquiry.Holder).Append(' ').Append(inquiry.IsExecutive ? 'x' : '-').Append(inquiry.Kept?.Subject);
        if (inquiry.Barred.Count > 0)
        {
            // What the law keeps out is told by name.
            text.Append('b').Append(inquiry.Function).Append(' ').Append(inquiry.Matter);
        }

        text.Append(' ').Append(inquiry.ActingParty(inquiry.SeatOf(inquiry.Holder)));
        var parties = new HashSet<int>();
        foreach (RuleEntry entry in rules)
        {
            RuleDefinition rule = definition.Rules[entry.Rule];
            text.Append('\n').Append(entry.Rule).AppendJoin(',', entry.Places);
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

        parties.Add(inquiry.ActingParty(inquiry.SeatOf(inquiry.Holder)));
        foreach (int party in parties.Order())
        {
            foreach (int number in index.DeputiesOf(party))
            {
                DeputyDefinition deputy = definition.Deputies[number];
                if (deputy.Days.Contains(inquiry.Day) && inquiry.IsAlive(deputy.Deputy) && !deputy.Except.Any(inquiry.IsAbout))
                {
                    text.Append("\nd").Append(number);
                }
            }
        }

        return text.ToString();
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
    }
}
