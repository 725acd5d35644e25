using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Decisions;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;
using Microsoft.Playwright;

namespace DelegationLang.Browser.Tests.Support;

/// <summary>An answer as people see it: the heading, the chain link by link, the cases, and the remarks.</summary>
internal sealed record ShownAnswer(string Heading, string Chain, string Cases, string Remarks)
{
    private const string Read = """
        place => {
          const text = part => part ? part.textContent.trim() : "";
          const title = [...place.querySelectorAll("h3")].find(heading => heading.textContent === "How the authority comes down");
          const cases = [...place.children].filter(part => part.tagName === "UL" && (!title || part !== title.nextElementSibling));
          return [
            text(place.querySelector("h2")),
            title ? [...title.nextElementSibling.children].map(text).join("\n") : "",
            cases.flatMap(list => [...list.children].map(item => text(item.querySelector("p")))).join("\n"),
            [...place.children].map(text).join("\n"),
          ];
        }
        """;

    /// <summary>What the page shows.</summary>
    public static async Task<ShownAnswer> OfAsync(IPage page)
    {
        string[] parts = await page.Locator("#answer").EvaluateAsync<string[]>(Read);
        return new ShownAnswer(parts[0], parts[1], parts[2], parts[3]);
    }

    /// <summary>What is to be seen of an answer of the engine; the remarks are each a line that the page must have.</summary>
    public static ShownAnswer Of(Answer answer)
    {
        string heading = answer.Outcome switch
        {
            Outcome.Reserved => Sentence("this is " + AnswerText.Summarise(answer) + ", and no delegation reaches it"),
            Outcome.Nobody => "Nobody may decide this.",
            _ => Sentence(AnswerText.Summarise(answer)),
        };
        ImmutableArray<string> remarks = answer.Outcome == Outcome.Depends ? [] :
        [
            .. answer.Steps.Select(step => Sentence(step.StartsWith("after ", StringComparison.Ordinal) ? "only " + step : "first: " + step)),
            .. answer.Duties.Select(duty => Sentence("afterwards it must be " + duty)),
            .. answer.Reasons.Select(Sentence),
        ];
        return new ShownAnswer(
            heading,
            string.Join('\n', answer.Chain.Select(Link)),
            string.Join('\n', answer.Cases.Select(one => Sentence((one.When.IsEmpty ? "in any case" : string.Join(", ", one.When.Select(Circumstance))) + ": " + AnswerText.Summarise(one.Answer)))),
            string.Join('\n', [.. remarks, .. answer.Deputies.Select(deputy => $"Or, {deputy.When}, {deputy.Party}.")]));
    }

    /// <summary>Whether the page shows this answer; if not, in what they differ.</summary>
    public string DifferenceFrom(ShownAnswer page)
    {
        if (Heading != page.Heading)
        {
            return $"engine: {Heading}\npage: {page.Heading}";
        }

        if (Chain != page.Chain)
        {
            return $"engine: {Chain}\npage: {page.Chain}";
        }

        if (Cases != page.Cases)
        {
            return $"engine: {Cases}\npage: {page.Cases}";
        }

        string[] missing = [.. Remarks.Split('\n').Except(page.Remarks.Split('\n'))];
        return Remarks.Length == 0 || missing.Length == 0 ? "" : $"engine: {string.Join('\n', missing)}\npage: {page.Remarks}";
    }

    private static string Link(ChainLink link)
    {
        bool hasVerb = link.Via.Length == 0 || ((string[])["holds ", "acts ", "keeps ", "takes "]).Any(verb => link.Via.StartsWith(verb, StringComparison.Ordinal));
        string source = string.IsNullOrEmpty(link.Source.File) ? "" : string.Create(
            CultureInfo.InvariantCulture, $" ({(link.Reference.Length > 0 ? "reference " + link.Reference + ", " : "")}{link.Source.File}, line {link.Source.Line})");
        return link.Party + (hasVerb ? " " : ", ") + link.Via + source;
    }

    private static string Circumstance(string words) => words.Split(' ')[0] switch
    {
        "when" or "unless" or "at" or "anywhere" => words,
        "an" => "for " + words,
        "the" => "if " + words,
        _ => "with " + words,
    };

    private static string Sentence(string words) =>
        words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..] + (".?!:".Contains(words[^1], StringComparison.Ordinal) ? "" : ".");
}
