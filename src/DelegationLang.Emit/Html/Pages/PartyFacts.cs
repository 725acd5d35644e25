using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>How a party stands to others: whom it reports to, its members and quorum, who stands in for it, what it takes part in.</summary>
internal sealed class PartyFacts(PageContext context)
{
    /// <summary>The facts, each with its label.</summary>
    public IEnumerable<FactView> Of(PartySymbol party)
    {
        foreach (FactView fact in KindWords.Common(context, party))
        {
            yield return fact;
        }

        if (!party.ReportsTo.IsEmpty)
        {
            yield return Links("Reports to", party.ReportsTo);
        }

        if (party.Chair is { } chair)
        {
            yield return Links("Chaired by", [chair]);
        }

        if (!party.Members.IsEmpty)
        {
            var line = new LineBuilder();
            foreach (Member member in party.Members)
            {
                line.Text(line.IsEmpty ? "" : ", ").Text(member.Count > 1 ? FormattableString.Invariant($"{member.Count} × ") : "").Add(context.Link(member.Party));
            }

            yield return new FactView("Members", [line.ToLine()]);
        }

        if (party.Quorum is { } quorum)
        {
            yield return new FactView("Quorum", LineBuilder.Lines(FormattableString.Invariant($"{quorum} members present")));
        }

        if (party.Host is { } host)
        {
            yield return Links("Hosted by", [host]);
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

    private IEnumerable<LineView> Deputies(PartySymbol party)
    {
        foreach (DeputyStatement statement in context.Model.Deputies.Where(statement => context.Publication.IsEffective(statement)))
        {
            if (statement.Deputy is { } deputy && statement.Principals.Contains(party))
            {
                yield return new LineBuilder().Add(context.Link(deputy)).Text(" stands in while it is away or conflicted").ToLine();
            }

            if (statement.Deputy == party)
            {
                yield return new LineBuilder().Text("Stands in for ").List(statement.Principals.Select(context.Link)).Text(" while away or conflicted").ToLine();
            }
        }
    }

    /// <summary>Days with a space before them; nothing for always.</summary>
    public static string DaysAfter(DateRange days) => days == DateRange.Always ? "" : " " + Wording.Days(days);

    private FactView Links(string label, IEnumerable<Symbol> symbols) =>
        new(label, [new LineBuilder().List(symbols.Select(context.Link)).ToLine()]);
}
