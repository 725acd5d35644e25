using DelegationLang.Decisions;
using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.LanguageServer.Features;

/// <summary>Lines above the text: who may decide this, whether a scenario holds, and what a changed sentence changes.</summary>
internal static class Lenses
{
    /// <summary>What the client runs when somebody clicks: it shows the title and the text that it is given.</summary>
    public const string ShowAnswer = "delegation.showAnswer";

    public static CodeLens[] Of(DocumentView view)
    {
        var lenses = new List<CodeLens>();
        foreach (NameSpan name in view.Project.References.In(view.Source))
        {
            if (name.IsDeclaration && name.Symbol is SubjectSymbol subject && name.Location == subject.Location)
            {
                lenses.Add(new CodeLens(view.Range(name.Location.Span)) { Data = new CodeLensData(view.Address, AuthorityBook.QuestionOf(subject), subject.DisplayName) });
            }
        }

        foreach (ScenarioResult result in view.Project.Compilation.Scenarios)
        {
            if (ReferenceEquals(result.Scenario.Location.Source, view.Source))
            {
                string title = result.Passed ? "✓ holds" : result.Waits ? "waits: a scheme that is joined cannot be used" : $"✗ fails: expected {result.Expected}, but it is {result.Actual}";
                lenses.Add(new CodeLens(view.Range(result.Scenario.Location.Span))
                {
                    Command = new Command(title, ShowAnswer, [result.Scenario.Scenario.Title.Text, AnswerText.Write(result.Answer)]),
                });
            }
        }

        if (view.Project.Changes is { } changes)
        {
            lenses.AddRange(ChangeMessages.Lenses(view, changes));
        }

        return [.. lenses];
    }

    /// <summary>Asks what a lens is about, when it comes into sight.</summary>
    public static CodeLens Resolve(DocumentView? view, CodeLens lens)
    {
        if (view is null || lens.Data is not { } data)
        {
            return lens with { Command = lens.Command ?? new Command("", "") };
        }

        Answer answer = view.Project.Authority.Ask(data.Question);
        string summary = answer.Outcome == Outcome.Error ? "cannot be asked"
            : answer.Outcome == Outcome.Depends && Tiers(view, data.Subject) is { } tiers ? tiers
            : AnswerText.Summarise(answer);
        return lens with { Command = new Command("today: " + summary, ShowAnswer, [data.Question, AnswerText.Write(answer)]) };
    }

    private static string? Tiers(DocumentView view, string? name) =>
        view.Project.Compilation.Model.Symbols.OfType<SubjectSymbol>().FirstOrDefault(subject => subject.DisplayName == name) is { } subject ? TierLine.Of(view.Project.Compilation, subject) : null;
}
