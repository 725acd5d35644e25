using System.Collections.Immutable;

namespace DelegationLang.Policy.Answers;

/// <summary>The words in which an answer is told: who decides, alone or together, and what must come first.</summary>
internal static class AnswerWording
{
    /// <summary>The answer in a few sentences, in English whatever the culture of the program.</summary>
    public static string Tell(Answer answer)
    {
        if (answer.Outcome == Outcome.Error)
        {
            return Sentence(answer.Message);
        }

        string head = Head(answer);
        if (!answer.Authorities.IsEmpty)
        {
            head += " " + string.Join("; ", answer.Authorities.Select(Authority));
        }

        if (answer.Outcome != Outcome.Depends && !answer.Reasons.IsEmpty)
        {
            head += ": " + string.Join("; ", answer.Reasons);
        }

        IEnumerable<string> sentences = [head, .. answer.Steps.Select(First), .. answer.Duties.Select(Afterwards), .. answer.Following, .. answer.Deputies.Select(deputy => StandingIn(answer, deputy)), answer.Message];
        return string.Join(' ', sentences.Select(Sentence).Where(sentence => sentence.Length > 0));
    }

    /// <summary>What an answer comes to, without its grounds.</summary>
    public static string Head(Answer answer)
    {
        string when = answer.Day == default ? "" : $"on {Wording.Day(answer.Day)}, ";
        string who = Wording.List(answer.Deciders);
        if (!answer.Authorities.IsEmpty)
        {
            return $"{when}{(answer.Deciders.IsEmpty ? "this is what it" : who)} may decide, alone or with others:";
        }

        return answer.Outcome switch
        {
            Outcome.Yes => $"yes: {when}{who} may decide this {(answer.Jointly ? "together" : "alone")}",
            Outcome.No when !answer.Alternatives.IsEmpty => "no, not alone: it takes " + Groups(answer.Alternatives),
            Outcome.No => "no",
            Outcome.Nobody => when + "nobody may decide this",
            Outcome.Reserved => $"{when}this is {Summary(answer)}, and no delegation reaches it",
            Outcome.Depends => when + Summary(answer),
            _ => when + WhoDecides(answer),
        };
    }

    /// <summary>The answer in one line, without the day and its grounds.</summary>
    public static string Summary(Answer answer) => answer.Outcome switch
    {
        Outcome.Error => answer.Message,
        Outcome.Nobody => "nobody may decide",
        Outcome.Yes => Wording.List(answer.Deciders) + (answer.Jointly ? " may decide together" : " may decide alone"),
        Outcome.No when !answer.Alternatives.IsEmpty => "no, not alone: " + Groups(answer.Alternatives),
        Outcome.No => "no",
        Outcome.Depends => answer.DependsOn.IsEmpty ? "it depends on more than can be told apart" : "it depends on " + Things(answer.DependsOn),
        Outcome.Reserved => "reserved to " + (answer.Alternatives.Length > 1 ? Groups(answer.Alternatives) : Group(answer.Deciders)),
        _ => WhoDecides(answer),
    };

    /// <summary>Who decides, with the verb, for an answer that says so.</summary>
    public static string WhoDecides(Answer answer)
    {
        ImmutableArray<ImmutableArray<string>> groups = answer.Alternatives.IsEmpty ? [answer.Deciders] : answer.Alternatives;
        if (groups.Length == 1)
        {
            ImmutableArray<string> only = groups[0];
            return only.Length < 2
                ? Group(only) + " decides alone"
                : $"{Group(only)} decide together; {(only.Length == 2 ? "neither may act without the other" : "none of them may act without the others")}";
        }

        return groups.All(group => group.Length == 1)
            ? Wording.List([.. groups.Select(Group)]) + " may each decide alone"
            : "it takes " + Groups(groups);
    }

    /// <summary>Groups of which each may act without the others: <c>either A and B together, or C alone</c>.</summary>
    public static string Groups(ImmutableArray<ImmutableArray<string>> groups)
    {
        string[] parts = [.. groups.Select(group => Group(group) + (group.Length > 1 ? " together" : " alone"))];
        return parts.Length == 1 ? parts[0] : $"either {string.Join(", or ", parts)}";
    }

    /// <summary>A group that acts together: a name that stands twice is that many different people.</summary>
    public static string Group(ImmutableArray<string> names) =>
        Wording.List([.. names.Distinct(StringComparer.Ordinal).Select(name => Wording.Together(names.Where(other => other == name)))]);

    /// <summary>What an answer depends on, as a reader would say it.</summary>
    public static string Things(ImmutableArray<string> dependsOn) => Wording.List([.. dependsOn.Select(Thing)]);

    /// <summary>A step as a sentence: <c>only after consulting Healthwatch</c>.</summary>
    public static string First(string step) => step.StartsWith("after ", StringComparison.Ordinal) ? "only " + step : "first: " + step;

    /// <summary>What must follow, as a sentence: <c>afterwards it must be ratified by Board</c>.</summary>
    public static string Afterwards(string duty) => "afterwards it must be " + duty;

    /// <summary>A deputy as a sentence: <c>Or, while Chair is away or conflicted, Vice Chair</c>.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="deputy">One of its deputies.</param>
    /// <param name="source">Where that is said, with a space before it; empty where it is not to be told.</param>
    public static string StandingIn(Answer answer, DeputyAnswer deputy, string source = "") => !answer.Authorities.IsEmpty
        ? $"And {deputy.When}, {deputy.Party} stands in for {deputy.For}{source}."
        : answer.Outcome == Outcome.No
        ? $"But {deputy.When}, {deputy.Party} may, as deputy{source}."
        : $"Or, {deputy.When}, {deputy.Party}{source}.";

    /// <summary>A text as a sentence: a capital at its start and a full stop at its end.</summary>
    public static string Sentence(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..] + (text[^1] is '.' or '?' or '!' or ':' ? "" : ".");

    private static string Thing(string name) => name switch
    {
        "amount" => "the amount",
        "basis" => "what the amount counts",
        "VAT" => "whether the amount counts VAT",
        "place" => "the place",
        _ => name,
    };

    private static string Authority(Authority authority)
    {
        string company = authority.Company.Length > 0 ? " " + authority.Company : "";
        string bounds = authority.Bounds.Length > 0 ? "," + authority.Bounds : "";
        string except = authority.Except.IsEmpty ? "" : "but not " + Wording.List(authority.Except, "or");
        IEnumerable<string> parts = [authority.Subject + company + bounds, Wording.Days(authority.Days), .. authority.Steps, except];
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }
}
