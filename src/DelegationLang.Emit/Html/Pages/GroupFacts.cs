using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>How a group comes to a decision, as far as the scheme says, and what it follows and what follows it: with its members and what it decides, its terms of reference.</summary>
internal sealed class GroupFacts(PageContext context)
{
    private readonly TermLines words = new(context);

    /// <summary>The facts, each with its label.</summary>
    public IEnumerable<FactView> Of(PartySymbol party)
    {
        if (party.Quorum is { } quorum)
        {
            LineBuilder line = new LineBuilder().Text(FormattableString.Invariant($"{quorum} members present"));
            if (!party.QuorumIncluding.IsEmpty)
            {
                line.Text(", among them ").AddLine(words.AnyOf(party.QuorumIncluding));
            }

            yield return new FactView("Quorum", [line.ToLine()]);
        }

        if (party.DecidesBy.Length > 0)
        {
            yield return new FactView("Decides by", LineBuilder.Lines(party.DecidesBy));
        }

        if (party.CastingVote is { } casting)
        {
            yield return new FactView("Casting vote", [LineBuilder.Of(context.Link(casting))]);
        }

        if (!party.IfNotAgreed.IsEmpty)
        {
            yield return new FactView("If it does not agree", [new LineBuilder().Text("the decision goes to ").List(party.IfNotAgreed.Select(context.Link)).ToLine()]);
        }

        if (party.Meeting.Manner.Length > 0)
        {
            bool isOpen = party.Meeting.Manner == "public";
            yield return new FactView("Meets", LineBuilder.Lines("in " + party.Meeting.Manner + (party.Meeting.Frequency.Length > 0 ? ", " + party.Meeting.Frequency : "") + (isOpen ? ": you may attend" : "")));
        }

        foreach ((PublishedWording how, string address) in party.Published)
        {
            yield return new FactView(how.Heading, [LineBuilder.Of(new Segment(address, address))]);
        }

        if (!party.ContractsHeldBy.IsEmpty)
        {
            yield return new FactView("Contracts", [new LineBuilder().Text("held by ").List(party.ContractsHeldBy.Select(context.Link)).Text(": the legal body that makes them where this one decides").ToLine()]);
        }

        foreach (SuccessionStatement succession in context.Model.Successions)
        {
            if (succession.Successor == party)
            {
                yield return new FactView("Takes over from", [Succession(succession, succession.Predecessors)]);
            }

            if (succession.Predecessors.Contains(party))
            {
                yield return new FactView("Taken over by", [Succession(succession, [succession.Successor])]);
            }
        }

        foreach (PartySymbol other in context.ShownOf<PartySymbol>().Where(other => other != party && other.Name == party.Name && !other.Lifetime.Overlaps(party.Lifetime)))
        {
            bool isEarlier = other.Lifetime.Last < party.Lifetime.First;
            yield return new FactView(isEarlier ? "Before that" : "After that", [KindWords.Of(context, other), LineBuilder.Of(context.Link(other) with { Text = other.DisplayName + " " + Wording.Days(other.Lifetime) })]);
        }

        LineView[] overseers =
        [
            .. context.Model.Involvements.Where(one => one.Verb == Syntax.InvolvementVerb.Oversees && one.Others.Contains(party) && one.Actor is not null)
                .Select(one => one.Actor).OfType<PartySymbol>().Distinct().Select(actor => LineBuilder.Of(context.Link(actor))),
        ];
        if (overseers.Length > 0)
        {
            yield return new FactView("Overseen by", overseers);
        }
    }

    /// <summary>Adds to a name who took over from it, and when; nothing for a party that is there still.</summary>
    public static void AddSuccessors(PageContext context, LineBuilder line, PartySymbol party)
    {
        foreach (SuccessionStatement succession in context.Model.Successions.Where(one => one.Terms.For.IsEmpty && one.Predecessors.Contains(party)))
        {
            line.Text(" (from " + Wording.Day(succession.On) + " ").Add(context.Link(succession.Successor)).Text(")");
        }
    }

    private LineView Succession(SuccessionStatement succession, IEnumerable<PartySymbol> parties)
    {
        LineBuilder line = new LineBuilder().List(parties.Select(context.Link)).Text(" on " + Wording.Day(succession.On));
        if (!succession.Terms.For.IsEmpty)
        {
            line.Text(" for ").List(succession.Terms.For.Select(one => context.Link(one.Symbol)));
        }

        return line.ToLine();
    }
}
