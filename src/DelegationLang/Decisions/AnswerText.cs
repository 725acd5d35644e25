using System.Globalization;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;

namespace DelegationLang.Decisions;

/// <summary>
/// An answer in words, for somebody who sits on a board: who decides, alone or together, after what, and by which sentences. Plain text to be
/// read aloud: first the answer, then what goes with it, then the chain of authority that proves it.
/// </summary>
public static class AnswerText
{
    /// <summary>The whole answer, several lines, each ended by <c>\n</c>.</summary>
    public static string Write(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return new AnswerWriter().Write(answer);
    }

    /// <summary>The answer in one line without its grounds: <c>Place Director Leeds decides alone</c>. For tables, scenarios and logs.</summary>
    public static string Summarise(Answer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return AnswerWording.Summary(answer);
    }

    /// <summary>One link of a chain in a line, with its sentence: <c>Board acts for ICB (main.delegation:12)</c>.</summary>
    public static string Link(ChainLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var hasVerb = link.Via.StartsWith("holds ", StringComparison.Ordinal) || link.Via.StartsWith("acts ", StringComparison.Ordinal)
            || link.Via.StartsWith("keeps ", StringComparison.Ordinal) || link.Via.StartsWith("takes ", StringComparison.Ordinal);
        return $"{link.Party}{(hasVerb || link.Via.Length == 0 ? " " : ", ")}{link.Via}{Source(link)}";
    }

    /// <summary>Where the sentence of a link stands, and in whose scheme where that is another body's; empty for nowhere.</summary>
    internal static string Source(ChainLink link) => Source(link.Source, link.Reference, link.Scheme);

    /// <summary>Where a sentence stands, in brackets with a space before them; empty for nowhere.</summary>
    internal static string Source(SourceReference source, string reference = "", string scheme = "")
    {
        var place = string.IsNullOrEmpty(source.File) ? "" : string.Create(CultureInfo.InvariantCulture, $"{source.File}:{source.Line}");
        var number = reference.Length > 0 ? "reference " + reference : "";
        var whose = scheme.Length > 0 ? "scheme of " + scheme : "";
        var parts = new[] { place, number, whose }.Where(part => part.Length > 0).ToArray();
        return parts.Length == 0 ? "" : $" ({string.Join(", ", parts)})";
    }
}
