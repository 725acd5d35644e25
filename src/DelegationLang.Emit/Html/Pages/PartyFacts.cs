using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>How a party stands to others: whom it reports to, its members and quorum, who stands in for it, what it takes part in.</summary>
internal sealed class PartyFacts(PageContext context)
{
    private readonly AuthorityLines lines = new(context);

    // Where its pages are, if that is known; what it decides is for its own scheme to say.
    private LineView SchemeOf(PartySymbol party, JoinStatement joined)
    {
        string address = joined.Address.Length > 0 ? joined.Address : context.Publication.Input.JoinedPages.GetValueOrDefault(party, "");
        return address.Length > 0
            ? LineBuilder.Of(new Segment("The scheme of " + party.DisplayName, address))
            : LineBuilder.Of("What is left with it goes on by its own scheme.");
    }

    /// <summary>The facts, each with its label.</summary>
    public IEnumerable<FactView> Of(PartySymbol party)
    {
        foreach (FactView fact in KindWords.Common(context, party))
        {
            yield return fact;
        }

        if (context.Model.Joins.FirstOrDefault(join => !join.HasErrors && join.Body?.Symbol == party) is { } joined)
        {
            yield return new FactView("Its own scheme", [SchemeOf(party, joined)]);
        }

        if (!party.ReportsTo.IsEmpty)
        {
            yield return Links("Reports to", party.ReportsTo);
        }

        if (!party.ResponsibleFor.IsEmpty)
        {
            yield return new FactView("Responsible for", [new LineBuilder().List(party.ResponsibleFor.Select(context.Link)).Text(". That gives no authority.").ToLine()]);
        }

        foreach (FactView fact in Accountability(party))
        {
            yield return fact;
        }

        if (party.Chair is { } chair)
        {
            yield return Links("Chaired by", [chair]);
        }

        if (!party.Members.IsEmpty)
        {
            yield return new FactView("Members", [People(party.Members)]);
        }

        if (!party.Attendees.IsEmpty)
        {
            yield return new FactView("Attended, without a vote, by", [People(party.Attendees)]);
        }

        Segment[] bodies =
        [
            .. context.ShownOf<PartySymbol>().Where(body => body.Chair == party || body.Members.Any(member => member.Party == party))
                .Select(body => context.Link(body)),
        ];
        if (bodies.Length > 0)
        {
            yield return new FactView("Sits on", [new LineBuilder().List(bodies).ToLine()]);
        }

        Segment[] attended = [.. context.ShownOf<PartySymbol>().Where(body => body.Attendees.Any(attendee => attendee.Party == party)).Select(context.Link)];
        if (attended.Length > 0)
        {
            yield return new FactView("Attends, without a vote", [new LineBuilder().List(attended).ToLine()]);
        }

        foreach (FactView fact in new GroupFacts(context).Of(party))
        {
            yield return fact;
        }

        if (party.Host is { } host)
        {
            yield return Links("Hosted by", [host]);
        }

        if (!party.SecondedTo.IsEmpty)
        {
            yield return Links("Seconded to", [.. party.SecondedTo]);
        }

        PartySymbol[] borrowed = [.. context.ShownOf<PartySymbol>().Where(other => other.SecondedTo.Contains(party))];
        if (borrowed.Length > 0)
        {
            yield return Links("Seconded to it", borrowed);
        }

        if (party.Under is { } power)
        {
            yield return Links("Under", [power]);
        }

        LineView[] designations =
        [
            .. context.ShownOf<PartySymbol>().SelectMany(other => other.Designations
                .Where(designation => designation.Holder == party)
                .Select(designation => new LineBuilder().Add(context.Link(other)).Text(DaysAfter(designation.Days)).ToLine())),
        ];
        if (designations.Length > 0)
        {
            yield return new FactView("Is also", designations);
        }

        LineView[] deputies = [.. Deputies(party)];
        if (deputies.Length > 0)
        {
            yield return new FactView("Deputies", deputies);
        }

        LineView[] part = [.. Involvements.LinesFor(context, party)];
        if (part.Length > 0)
        {
            yield return new FactView("Takes part in", part);
        }
    }

    // To whom it answers besides whoever it reports to, who answers to it, and where each of two answers to the other.
    private IEnumerable<FactView> Accountability(PartySymbol party)
    {
        PartySymbol[] answering = [.. context.ShownOf<PartySymbol>().Where(other => other.AccountableTo.Contains(party))];
        PartySymbol[] mutual = [.. party.AccountableTo.Where(answering.Contains)];
        PartySymbol[] outward = [.. party.AccountableTo.Except(mutual)];
        PartySymbol[] inward = [.. answering.Except(mutual)];
        if (outward.Length > 0)
        {
            yield return Links("Also accountable to", outward);
        }

        if (inward.Length > 0)
        {
            yield return Links("Accountable to it", inward);
        }

        if (mutual.Length > 0)
        {
            yield return Links("Each accountable to the other", mutual);
        }
    }

    /// <summary>People with how many there are of each, and who stands in the place of whoever is there no longer.</summary>
    private LineView People(IEnumerable<Member> people)
    {
        var line = new LineBuilder();
        foreach (Member member in people)
        {
            line.Text(line.IsEmpty ? "" : ", ").Text(member.Count > 1 ? FormattableString.Invariant($"{member.Count} × ") : "").Add(context.Link(member.Party));
            GroupFacts.AddSuccessors(context, line, member.Party);
        }

        return line.ToLine();
    }

    /// <summary>The decisions before which a party is asked: consulted, or for its recommendation or approval; a line for each step and subject.</summary>
    public IReadOnlyList<LineView> Advice(PartySymbol party) =>
    [
        .. context.Steps[party].Select(asked => new LineBuilder()
            .Text(asked.Kind switch { StepKind.Consulting => "Is consulted before ", StepKind.Recommendation => "Advises, by a recommendation, before ", _ => "Is asked for its approval before " })
            .Add(context.PartyLink(asked.Row.Terms.Party)).Text(" decides ").AddLine(context.SubjectOf(asked.Row)).ToLine() with
            {
                Claim = lines.Advice(party.DisplayName, context.Authorities.NameOf(asked.Row.Function, asked.Row.Matter), asked.Row.Days),
            }),
    ];

    private IEnumerable<LineView> Deputies(PartySymbol party)
    {
        foreach (DeputyStatement statement in context.Model.Deputies.Where(statement => context.Publication.IsEffective(statement)))
        {
            if (statement.Deputy is { } deputy && statement.Principals.Contains(party))
            {
                yield return new LineBuilder().Add(context.Link(deputy)).Text(" stands in").AddLine(Involvements.OnlyFor(context, statement)).Text(" while it is away or conflicted").ToLine();
            }

            if (statement.Deputy == party)
            {
                yield return new LineBuilder().Text("Stands in for ").List(statement.Principals.Select(context.Link)).AddLine(Involvements.OnlyFor(context, statement)).Text(" while away or conflicted").ToLine();
            }
        }
    }

    /// <summary>Days with a space before them; nothing for always.</summary>
    public static string DaysAfter(DateRange days) => days == DateRange.Always ? "" : " " + Wording.Days(days);

    private FactView Links(string label, IEnumerable<Symbol> symbols)
    {
        LineBuilder line = new LineBuilder().List(symbols.Select(context.Link));
        foreach (PartySymbol party in symbols.OfType<PartySymbol>())
        {
            GroupFacts.AddSuccessors(context, line, party);
        }

        return new FactView(label, [line.ToLine()]);
    }
}
