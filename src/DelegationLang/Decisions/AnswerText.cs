using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Policy;

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
        return answer.Outcome switch
        {
            Outcome.Error => answer.Message,
            Outcome.Nobody => "nobody may decide",
            Outcome.Yes => Wording.List(answer.Deciders) + " may decide alone",
            Outcome.No when !answer.Alternatives.IsEmpty => "no, not alone: " + Groups(answer.Alternatives),
            Outcome.No => "no",
            Outcome.Depends => "it depends on " + Wording.List([.. answer.DependsOn.Select(Thing)]),
            Outcome.Reserved => "reserved to " + (answer.Alternatives.Length > 1 ? Groups(answer.Alternatives) : Group(answer.Deciders)),
            _ => WhoDecides(answer),
        };
    }

    /// <summary>One link of a chain in a line, with its sentence: <c>Board acts for ICB (main.delegation:12)</c>.</summary>
    public static string Link(ChainLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        var hasVerb = link.Via.StartsWith("holds ", StringComparison.Ordinal) || link.Via.StartsWith("acts ", StringComparison.Ordinal)
            || link.Via.StartsWith("keeps ", StringComparison.Ordinal);
        return $"{link.Party}{(hasVerb || link.Via.Length == 0 ? " " : ", ")}{link.Via}{Source(link.Source, link.Reference)}";
    }

    /// <summary>Where a sentence stands, in brackets with a space before them; empty for nowhere.</summary>
    internal static string Source(SourceReference source, string reference = "")
    {
        var place = string.IsNullOrEmpty(source.File) ? "" : string.Create(CultureInfo.InvariantCulture, $"{source.File}:{source.Line}");
        var number = reference.Length > 0 ? "reference " + reference : "";
        return place.Length + number.Length == 0 ? "" : $" ({place}{(place.Length > 0 && number.Length > 0 ? ", " : "")}{number})";
    }

    /// <summary>Who decides, with the verb, for an answer that says so.</summary>
    internal static string WhoDecides(Answer answer)
    {
        ImmutableArray<ImmutableArray<string>> groups = answer.Alternatives.IsEmpty ? [answer.Deciders] : answer.Alternatives;
        if (groups is [var only])
        {
            return only.Length < 2
                ? Group(only) + " decides alone"
                : $"{Group(only)} decide together; {(only.Length == 2 ? "neither may act without the other" : "none of them may act without the others")}";
        }

        return groups.All(group => group.Length == 1)
            ? Wording.List([.. groups.Select(Group)]) + " may each decide alone"
            : "it takes " + Groups(groups);
    }

    /// <summary>Groups of which each may act without the others: <c>either A and B together, or C alone</c>.</summary>
    internal static string Groups(ImmutableArray<ImmutableArray<string>> groups)
    {
        string[] parts = [.. groups.Select(group => Group(group) + (group.Length > 1 ? " together" : " alone"))];
        return parts.Length == 1 ? parts[0] : $"either {string.Join(", or ", parts)}";
    }

    /// <summary>A group that acts together: a name that stands twice is that many different people.</summary>
    internal static string Group(ImmutableArray<string> names) =>
        Wording.List([.. names.Distinct(StringComparer.Ordinal).Select(name => Wording.Together(names.Where(other => other == name)))]);

    /// <summary>Something that an answer depends on, as a reader would say it.</summary>
    internal static string Thing(string name) => name switch
    {
        "amount" => "the amount",
        "basis" => "what the amount counts",
        "VAT" => "whether the amount counts VAT",
        "place" => "the place",
        _ => name,
    };

    /// <summary>A text as a sentence: a capital at its start and a full stop at its end.</summary>
    internal static string Sentence(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..] + (text[^1] is '.' or '?' or '!' or ':' ? "" : ".");
}
