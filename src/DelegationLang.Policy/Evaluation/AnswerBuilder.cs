using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace DelegationLang.Policy.Evaluation;

/// <summary>Makes the answer of one case from a finished walk.</summary>
internal sealed class AnswerBuilder(SpaceIndex index, Inquiry inquiry)
{
    private readonly ChainBuilder chains = new(index, inquiry);
    private readonly DeputyFinder deputies = new(index, inquiry);

    private SpaceDefinition Definition => index.Definition;

    /// <summary>Who decides in this case.</summary>
    public Answer WhoDecides(Walk walk, Knowledge knowledge)
    {
        Holding[] ends = [.. walk.Ends()];
        if (ends.Length == 0)
        {
            return Nobody(walk);
        }

        ImmutableArray<ImmutableArray<string>> alternatives = Alternatives(ends);
        Outcome outcome = ends.All(end => end.IsReserved) ? Outcome.Reserved : Outcome.Decided;
        string[] names = [.. alternatives.SelectMany(group => group).Distinct().Order(StringComparer.Ordinal)];
        return new Answer
        {
            Outcome = outcome,
            Deciders = [.. names],
            Jointly = alternatives.Length == 1 && alternatives[0].Length > 1,
            Alternatives = alternatives,
            Deputies = deputies.Find(ends, knowledge),
            Exceptional = [.. ends.Where(end => end.IsExceptional).SelectMany(end => end.Group).Select(NameOf).Distinct().Order(StringComparer.Ordinal)],
            KeepAuthority = KeepAuthority(walk, names),
            UnderContract = ends.Any(end => end.IsUnderContract),
            Steps = [.. ends.SelectMany(chains.RulesDown).SelectMany(rule => rule.Steps).Distinct()],
            Duties = [.. ends.SelectMany(chains.RulesDown).Where(rule => rule.RatifiedBy.Length > 0).Select(rule => "ratified by " + rule.RatifiedBy).Distinct()],
            Chain = chains.Of(ends),
            Reasons = [.. new LegalReasons(index, inquiry).All()],
            Day = inquiry.Day,
        };
    }

    /// <summary>Whether a party may decide alone in this case.</summary>
    public Answer May(int party, Walk walk, Knowledge knowledge)
    {
        int seat = inquiry.SeatOf(party);
        Holding[] own = [.. walk.Holdings.Where(h => !h.IsTogether && h.Seat == seat && (h.IsReserved || !walk.HasReservedAway(seat)))];
        if (own.Length > 0)
        {
            return new Answer
            {
                Outcome = Outcome.Yes,
                Deciders = [Definition.Parties[party].Name],
                Alternatives = [[Definition.Parties[party].Name]],
                Exceptional = own.All(h => h.IsExceptional) ? [Definition.Parties[party].Name] : [],
                UnderContract = own.All(h => h.IsUnderContract),
                Steps = [.. own.Take(1).SelectMany(chains.RulesDown).SelectMany(rule => rule.Steps).Distinct()],
                Duties = [.. own.Take(1).SelectMany(chains.RulesDown).Where(rule => rule.RatifiedBy.Length > 0).Select(rule => "ratified by " + rule.RatifiedBy)],
                Chain = chains.Of([own.FirstOrDefault(walk.Ends().Contains) ?? own[0]]),
                Day = inquiry.Day,
            };
        }

        Holding[] together = [.. walk.Holdings.Where(h => h.IsTogether && !h.IsDisplaced && h.Group.Any(p => inquiry.SeatOf(p) == seat))];
        Answer who = WhoDecides(walk, knowledge);
        return new Answer
        {
            Outcome = Outcome.No,
            Alternatives = together.Length > 0 ? Alternatives(together) : [],
            Deputies = deputies.FindFor(party, walk, knowledge),
            Chain = together.Length > 0 ? chains.Of(together) : [],
            Reasons = new RefusalReasons(index, inquiry, knowledge).For(party, together, [.. deputies.WouldActTwice(party, walk, knowledge)], who),
            Day = inquiry.Day,
        };
    }

    /// <summary>What two cases must have in common to count as one. Whether a party may decide is yes or no, however it comes about.</summary>
    public static string KeyOf(Answer answer) => answer.Outcome is Outcome.Yes or Outcome.No ? answer.Outcome.ToString() : string.Join(
        '\n',
        answer.Outcome,
        string.Join('|', answer.Alternatives.Select(group => string.Join('&', group))),
        string.Join('|', answer.Exceptional),
        answer.UnderContract);

    private string NameOf(int party) => Definition.Parties[inquiry.ActingParty(inquiry.SeatOf(party))].Name;

    private ImmutableArray<ImmutableArray<string>> Alternatives(IEnumerable<Holding> holdings)
    {
        // A string for each group, its names apart by line ends: what is sorted and told apart are strings, which needs no code compiled at start.
        var groups = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Holding holding in holdings)
        {
            groups.Add(string.Join('\n', holding.Group.Select(NameOf).Order(StringComparer.Ordinal)));
        }

        var alternatives = new ImmutableArray<string>[groups.Count];
        int next = 0;
        foreach (string group in groups)
        {
            alternatives[next++] = ImmutableCollectionsMarshal.AsImmutableArray(group.Split('\n'));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(alternatives);
    }

    private ImmutableArray<string> KeepAuthority(Walk walk, string[] deciders)
    {
        var names = new List<string>();
        foreach (Holding holding in walk.Holdings.Where(h => !h.IsTogether && !walk.HasReservedAway(h.Seat)))
        {
            string name = NameOf(holding.Seat);
            if (!deciders.Contains(name) && !names.Contains(name))
            {
                names.Add(name);
            }
        }

        return [.. names];
    }

    private Answer Nobody(Walk walk)
    {
        string subject = inquiry.HeldSubject >= 0 ? index.Subjects[inquiry.HeldSubject].Name : "this";
        return new Answer { Outcome = Outcome.Nobody, Reasons = [WhyNobody(walk, subject, "on " + Wording.Day(inquiry.Day))], Day = inquiry.Day };
    }

    /// <summary>Why a chain of authority that begins somewhere ends with nobody, in words.</summary>
    public static string WhyNobody(Walk walk, string subject, string when) => walk.IsReservedSomewhere
        ? $"{subject} is reserved, but to a party that is not declared or does not exist {when}"
        : $"the chain of authority for {subject} goes round in a circle, so that it ends with nobody";
}
