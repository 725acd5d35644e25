using System.Collections.Immutable;
using System.Globalization;

namespace DelegationLang.Policy.Evaluation;

/// <summary>Puts the links of chains of authority into words, from the holder by law down.</summary>
internal sealed class ChainBuilder(SpaceIndex index, Inquiry inquiry)
{
    private SpaceDefinition Definition => index.Definition;

    /// <summary>The links of the chains that end in these holdings, each once.</summary>
    public ImmutableArray<ChainLink> Of(IEnumerable<Holding> ends)
    {
        var links = new List<ChainLink>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Holding end in ends)
        {
            foreach (ChainLink link in LinksOf(end))
            {
                if (seen.Add(link.Rule.ToString(CultureInfo.InvariantCulture) + link.Party))
                {
                    links.Add(link);
                }
            }
        }

        return [.. links];
    }

    /// <summary>The rules from the top of a chain down to the holding.</summary>
    public IEnumerable<RuleDefinition> RulesDown(Holding holding)
    {
        var rules = new List<RuleDefinition>();
        for (Holding? h = holding; h is not null; h = h.From)
        {
            if (h.Rule >= 0)
            {
                rules.Add(Definition.Rules[h.Rule]);
            }
        }

        rules.Reverse();
        return rules;
    }

    /// <summary>In words how a rule gives: <c>by delegation up to £5 million per contract</c>.</summary>
    public static string Via(SpaceDefinition definition, RuleDefinition rule)
    {
        string way = rule.Kind switch
        {
            RuleKind.Reservation => "reserved to it",
            RuleKind.Entrustment => "entrusted to it" + (rule.Under.Length > 0 ? " under " + rule.Under : ""),
            _ => (rule.IsExceptional ? "by an exceptional power" : "by delegation") + (rule.Under.Length > 0 ? " under " + rule.Under : ""),
        };
        return way + Bounds(definition, rule);
    }

    // How much, where and in which cases, with a space before it.
    private static string Bounds(SpaceDefinition definition, RuleDefinition rule)
    {
        var words = new List<string> { "" };
        if (rule.Limit is not null)
        {
            words.Add(Wording.Limit(definition, rule.Limit));
        }

        if (!rule.At.IsEmpty)
        {
            words.Add("at " + Wording.List([.. rule.At.Select(place => definition.Places[place].Name)]));
        }

        words.AddRange(Wording.Facts(definition, rule.Facts));
        return string.Join(' ', words);
    }

    private IEnumerable<ChainLink> LinksOf(Holding holding)
    {
        if (holding.From is not null)
        {
            foreach (ChainLink link in LinksOf(holding.From))
            {
                yield return link;
            }
        }

        if (holding.Rule < 0)
        {
            SourceReference source = inquiry.HeldSubject >= 0 ? index.Subjects[inquiry.HeldSubject].Source : default;
            yield return new ChainLink(Definition.Parties[holding.Seat].Name, source, "holds it by law");
        }
        else
        {
            // Whoever a later line names keeps authority because the table says so: it is no link through which this came down.
            foreach (Holding above in holding.Above.Reverse().Where(above => !above.IsTogether))
            {
                yield return OwnLink(above) with { Via = "keeps authority above, by its own line of the table" + Bounds(Definition, Definition.Rules[above.Rule]) };
            }

            yield return OwnLink(holding);
        }

        int actor = holding.IsTogether ? -1 : inquiry.ActingParty(holding.Seat);
        if (actor >= 0 && actor != holding.Seat && !holding.Group.Contains(actor))
        {
            PartyDefinition party = Definition.Parties[actor];
            yield return new ChainLink(party.Name, party.Source, "acts for " + Definition.Parties[holding.Seat].Name);
        }
    }

    private ChainLink OwnLink(Holding holding)
    {
        RuleDefinition rule = Definition.Rules[holding.Rule];
        string name = Wording.Together(holding.Group.Select(party => Definition.Parties[party].Name));
        return new ChainLink(name, rule.Source, Via(Definition, rule), rule.Reference, holding.Rule);
    }
}
