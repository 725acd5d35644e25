using DelegationLang.Policy;

namespace DelegationLang.Emit.Html;

/// <summary>A chain of authority in words and links.</summary>
internal static class ChainLines
{
    /// <summary>One link of a chain: who, how, and by which sentence.</summary>
    public static LineView Of(PageContext context, ChainLink link)
    {
        LineBuilder line = new LineBuilder().Add(context.PartyLink(link.Party)).Text(": " + link.Via);
        if (link.Source.File is { Length: > 0 })
        {
            line.Text(" (").Text(link.Reference.Length > 0 ? link.Reference + "; " : "").Add(context.SourceLink(link.Source)).Text(")");
        }

        return line.ToLine();
    }
}
