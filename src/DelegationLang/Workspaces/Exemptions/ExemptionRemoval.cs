using DelegationLang.Diagnostics;
using DelegationLang.Text;

namespace DelegationLang.Workspaces.Exemptions;

/// <summary>Takes an exemption out of a text: the code alone where its comment exempts from others too, otherwise the comment with the space before it.</summary>
internal static class ExemptionRemoval
{
    /// <summary>The fix. It is safe: what exempts nothing changes neither the report nor the meaning when it is gone.</summary>
    public static CodeFix Of(Exemption exemption)
    {
        List<Exemption> all = exemption.Comment.Exemptions;
        var index = all.IndexOf(exemption);
        var content = exemption.Location.Source.Content;
        TextSpan span;
        if (all.Count == 1)
        {
            span = WholeComment(content, exemption.Comment.Location.Span);
        }
        else if (index == 0)
        {
            span = TextSpan.FromBounds(exemption.Location.Span.Start, all[1].Location.Span.Start);
        }
        else
        {
            span = TextSpan.FromBounds(all[index - 1].Location.Span.End, exemption.Location.Span.End);
        }

        return new CodeFix("Take the exemption away", [new TextEdit(new SourceLocation(exemption.Location.Source, span), "")], IsSafe: true);
    }

    private static TextSpan WholeComment(string content, TextSpan comment)
    {
        var start = comment.Start;
        while (start > 0 && content[start - 1] is ' ' or '\t')
        {
            start--;
        }

        var isAlone = start == 0 || content[start - 1] is '\n' or '\r';
        var end = comment.End;
        if (isAlone && end < content.Length)
        {
            end += content.AsSpan(end).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1;
        }

        return TextSpan.FromBounds(start, end);
    }
}
