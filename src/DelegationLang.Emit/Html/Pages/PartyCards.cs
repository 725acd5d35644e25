using DelegationLang.Emit.Html.Map;
using DelegationLang.Emit.Html.Site;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>What a party decides on one sheet, to be printed and kept: what is decided alike in a line, with how much, when, and the reference.</summary>
internal sealed class PartyCards(PageContext context)
{
    /// <summary>The anchor: what leads here shows the card, and prints it alone.</summary>
    public const string Anchor = "card";

    private readonly MapLines lines = new(context, context.Entries);

    // More lines than these do not go on one sheet.
    private const int MostLines = 50;

    /// <summary>The card; none for a party that decides nothing by itself or with others, or more than goes on a sheet, nor for a designation with days.</summary>
    public SectionView? Of(PartySymbol party)
    {
        // A designation that is held on some days only is told of at the posts that hold it: a card under its name would promise what they have themselves, on other days too.
        if (party.Designations.Any(designation => designation.Days != DateRange.Always) || context.Publication.Index.IndexOf(party) is not (>= 0 and var index) || context.Entries.ByParty[index].Count() is 0 or > MostLines)
        {
            return null;
        }

        var words = new TermLines(context);
        LineView[] own =
        [
            .. context.Entries.ByParty[index].Select(entry => lines.Item(entry).Line with { Claim = null, Style = "entry" }),
            .. context.Entries.Residual.Where(statement => statement.Holders.Any(holder => holder.Group.Parties.Contains(party))).Select(statement => new LineBuilder().Text("all that is not listed elsewhere").Each(lines.References(statement)).ToLine("entry")),
            .. context.Model.Deputies.Where(statement => statement.Deputy == party && context.Publication.IsEffective(statement))
                .Select(statement => new LineBuilder().AddLine(Involvements.Deputising(context, words, statement)).Text(", while away or conflicted").ToLine("entry")),
        ];
        SchemeInfo info = context.Model.Info;
        string scheme = info.Title.Length > 0 ? info.Title : "Scheme of delegation";
        string subtitle = SiteFrame.Subtitle(info);
        return new SectionView(
            Anchor,
            "My delegations: " + party.DisplayName,
            new ContentView { Lines = [LineBuilder.Of(subtitle.Length > 0 ? $"{scheme}. {subtitle}." : scheme + ".", "card-day"), .. own] },
            []);
    }
}
