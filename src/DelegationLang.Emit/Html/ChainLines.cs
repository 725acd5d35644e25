using DelegationLang.Policy;
using DelegationLang.Policy.Answers;

namespace DelegationLang.Emit.Html;

/// <summary>Chains of authority in words and links.</summary>
internal static class ChainLines
{
    /// <summary>One link of a chain: who, how, and by which sentence.</summary>
    public static LineView Of(PageContext context, ChainLink link)
    {
        LineBuilder line = new LineBuilder().Add(context.PartyLink(link.Party)).Text(": " + link.Via);
        Segment place = context.SourceLink(link.Source);
        return place.Text.Length == 0 ? line.ToLine() : line.Text(" (").Add(link.Reference.Length > 0 ? place with { Text = link.Reference } : place).Text(")").ToLine();
    }

    /// <summary>
    /// A chain in a line, from the top down, each by the reference of its sentence: <c>Board, then Place Committee Leeds (7.1), then Place Director Leeds (7.6)</c>.
    /// An organisation goes without saying where somebody acts for it, and so does what a party holds by law of what it reserves or gives to itself.
    /// </summary>
    public static LineView InShort(PageContext context, IReadOnlyList<ChainLink> chain)
    {
        var line = new LineBuilder();
        for (int i = 0; i < chain.Count; i++)
        {
            bool goesWithoutSaying = i + 1 < chain.Count && chain[i].Rule < 0 && (chain[i + 1].Rule < 0 || chain[i + 1].Party == chain[i].Party);
            if (goesWithoutSaying)
            {
                continue;
            }

            line.Text(line.IsEmpty ? "" : ", then ").Text(chain[i].Party);
            if (chain[i].Rule >= 0)
            {
                line.Text(" (").Add(Sentence(context, chain[i])).Text(")");
            }
        }

        return line.Text(chain is [.., { Rule: < 0 }] ? ", by law" : "").ToLine();
    }

    /// <summary>The sentence of a link by its reference, or else by its line in the text; by law where there is none.</summary>
    public static Segment Sentence(PageContext context, ChainLink link)
    {
        if (link.Rule < 0)
        {
            return new Segment("by law");
        }

        Segment place = context.SourceLink(link.Source);
        return link.Reference.Length > 0 ? place with { Text = link.Reference } : place;
    }
}
