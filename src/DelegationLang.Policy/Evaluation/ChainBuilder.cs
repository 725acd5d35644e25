using System.Collections.Immutable;
using System.Globalization;

namespace DelegationLang.Policy.Evaluation;

/// <summary>Puts the links of chains of authority into words, from the holder by law down.</summary>
internal sealed class ChainBuilder(SpaceIndex index, DecisionContext context)
{
    private KnownLink? byLaw;

    private SpaceDefinition Definition => index.Definition;

    /// <summary>The links of the chains that end in these holdings, each once.</summary>
    /// <param name="ends">The holdings.</param>
    /// <param name="withAbove">Whether to tell of those, too, who keep authority above a line of a table by lines of their own.</param>
    public ImmutableArray<ChainLink> Of(IEnumerable<SeatHolding> ends, bool withAbove = true)
    {
        var links = new List<ChainLink>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var told = new HashSet<SeatHolding>(ReferenceEqualityComparer.Instance);
        var line = new Stack<SeatHolding>();
        var own = new List<KnownLink>();
        foreach (SeatHolding end in ends)
        {
            // Above one that was told everything was told with it.
            for (SeatHolding? holding = end; holding is not null && told.Add(holding); holding = holding.From)
            {
                line.Push(holding);
            }

            while (line.TryPop(out SeatHolding? holding))
            {
                own.Clear();
                AddLinks(own, holding, withAbove);
                foreach (KnownLink link in own)
                {
                    // A sentence may make several rules, of which each says the same.
                    if (seen.Add(link.Key) && seen.Add(link.Words))
                    {
                        links.Add(link.Link);
                    }
                }
            }
        }

        return [.. links];
    }

    /// <summary>The rules from the top of a chain down to the holding.</summary>
    public IEnumerable<RuleDefinition> RulesDown(SeatHolding holding)
    {
        var rules = new List<RuleDefinition>();
        for (SeatHolding? h = holding; h is not null; h = h.From)
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
        return (rule.Class.Length > 0 ? "as " + rule.Class + ", " : "") + way + Bounds(definition, rule);
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

    private void AddLinks(List<KnownLink> links, SeatHolding holding, bool withAbove)
    {
        if (holding.Rule < 0)
        {
            links.Add(byLaw ??= ByLaw(holding));
        }
        else
        {
            // Whoever a later line names keeps authority because the table says so: it is no link through which this came down.
            for (int i = 0; i < holding.Above.Count && withAbove; i++)
            {
                if (!holding.Above[i].IsTogether)
                {
                    links.Add(OwnLink(holding.Above[i], isAbove: true));
                }
            }

            links.Add(OwnLink(holding, isAbove: false));
            foreach (SuccessionDefinition succession in Definition.Rules[holding.Rule].Successions)
            {
                links.Add(Took(succession));
            }
        }

        int actor = holding.IsTogether ? -1 : context.ActingParty(holding.Seat);
        if (actor >= 0 && actor != holding.Seat && !holding.Group.Contains(actor))
        {
            PartyDefinition party = Definition.Parties[actor];
            links.Add(new KnownLink(new ChainLink(party.Name, party.Source, "acts for " + Definition.Parties[holding.Seat].Name) { Scheme = party.Scheme }));
        }
    }

    // The sentence by which somebody of the link stands where somebody else stood.
    private KnownLink Took(SuccessionDefinition succession)
    {
        PartyDefinition successor = Definition.Parties[succession.Successor];
        string words = $"takes over from {Definition.Parties[succession.Predecessor].Name} on {Wording.Day(succession.On)}";
        return new KnownLink(new ChainLink(successor.Name, succession.Source, words) { Scheme = successor.Scheme }, words);
    }

    private KnownLink ByLaw(SeatHolding holding)
    {
        SourceReference source = context.HeldSubject >= 0 ? index.Subjects[context.HeldSubject].Source : default;
        string scheme = context.HeldSubject >= 0 ? index.Subjects[context.HeldSubject].Scheme : "";
        return new KnownLink(new ChainLink(Definition.Parties[holding.Seat].Name, source, "holds it by law") { Scheme = scheme });
    }

    private KnownLink OwnLink(SeatHolding holding, bool isAbove)
    {
        string law = holding.From is { Rule: >= 0 } from && !isAbove ? Definition.Rules[from.Rule].OnwardFor(Definition.Rules[holding.Rule])?.Law ?? "" : "";
        var key = new LinkKey(holding.Rule, holding.Group, isAbove, law);
        return index.Links.TryGetValue(key, out KnownLink? known) ? known : index.Links.GetOrAdd(key, Describe(holding, isAbove, law));
    }

    private KnownLink Describe(SeatHolding holding, bool isAbove, string law)
    {
        RuleDefinition rule = Definition.Rules[holding.Rule];
        string name = Wording.Together(holding.Group.Select(party => Definition.Parties[party].Name));
        string via = isAbove ? "keeps authority above, by its own line of the table" + Bounds(Definition, rule) : Via(Definition, rule) + (law.Length > 0 ? $", given on as {law} allows" : "");
        return new KnownLink(new ChainLink(name, rule.Source, via, rule.Reference, holding.Rule) { Scheme = rule.Scheme });
    }
}

/// <summary>A link of a chain by what makes it: the rule, the very group of it, and whether it tells of authority that is kept above, and the law by which it was given on; empty for none.</summary>
internal readonly record struct LinkKey(int Rule, ImmutableArray<int> Group, bool IsAbove, string Law);

/// <summary>A link in words.</summary>
/// <param name="link">The link.</param>
/// <param name="apart">What tells it from other links of the same party by the same rule; empty for nothing.</param>
internal sealed class KnownLink(ChainLink link, string apart = "")
{
    public ChainLink Link => link;

    /// <summary>What is told once of a chain.</summary>
    public string Key { get; } = link.Rule.ToString(CultureInfo.InvariantCulture) + link.Party + apart;

    /// <summary>What whoever reads it sees: no key begins like it.</summary>
    public string Words { get; } = $" {link.Party} {link.Via} {link.Reference} {link.Source.File}:{link.Source.Line} {link.Scheme}";
}
