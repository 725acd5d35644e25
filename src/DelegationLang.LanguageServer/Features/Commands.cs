using System.Text.Json;
using DelegationLang.Decisions;
using DelegationLang.LanguageServer.Protocol;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Policy;

namespace DelegationLang.LanguageServer.Features;

/// <summary>What a client can have carried out: a question answered, the scenarios tried, the map made, a table read, what has changed told.</summary>
internal static class Commands
{
    /// <summary>Answers a question: the address of a document, the question. Gives the answer in words.</summary>
    public const string Ask = "delegation.server.ask";

    /// <summary>Tries the scenarios: the address of a document. Gives the result in words.</summary>
    public const string Scenarios = "delegation.server.scenarios";

    /// <summary>Makes the map: the address of a document. Gives a page of HTML.</summary>
    public const string Map = "delegation.server.map";

    /// <summary>Reads a copied table as sentences of the scheme: the address of a document, the table, and answers as JSON where there are any. Gives JSON.</summary>
    public const string Sentences = "delegation.server.sentences";

    /// <summary>Tells what is otherwise in who may decide what than in the version before: the address of a document. Gives it in words.</summary>
    public const string Changes = "delegation.server.changes";

    /// <summary>All of them.</summary>
    public static string[] All => [Ask, Scenarios, Map, Sentences, Changes];

    /// <exception cref="RequestFailure">There is no such command, or it was not told what it must know.</exception>
    public static string? Run(RequestContext context, ExecuteCommandParams given)
    {
        if (!All.Contains(given.Name))
        {
            throw new RequestFailure(ErrorCodes.InvalidParams, $"There is no command {given.Name}.");
        }

        DocumentView view = context.Required(new TextDocumentIdentifier(Text(given, 0)));
        return given.Name switch
        {
            Ask => AnswerText.Write(view.Project.Authority.Ask(Text(given, 1))),
            Scenarios => Report(view.Project),
            Sentences => view.Project.Sentences(Text(given, 1), given.Arguments is { Length: > 2 } ? Text(given, 2) : ""),
            Changes => Since(view.Project, context.Cancellation),
            _ => view.Project.Map() ?? throw new RequestFailure(ErrorCodes.RequestFailed, "The map cannot be made."),
        };
    }

    private static string Since(ProjectSnapshot project, CancellationToken cancellation) =>
        project.Compare(cancellation) is { } changes ? ChangeMessages.All(changes)
        : project.Compilation.HasErrors ? throw new RequestFailure(ErrorCodes.RequestFailed, "The scheme has errors: what it changes can be told when they are mended.")
        : throw new RequestFailure(ErrorCodes.RequestFailed, "There is no version to compare with: the scheme supersedes none, and the last commit of git has none.");

    private static string Text(ExecuteCommandParams given, int index) =>
        given.Arguments is { } arguments && index < arguments.Length && arguments[index].ValueKind == JsonValueKind.String && arguments[index].GetString() is { Length: > 0 } text
            ? text
            : throw new RequestFailure(ErrorCodes.InvalidParams, "This command wants the address of a document, and its further arguments, as text.");

    private static string Report(ProjectSnapshot project)
    {
        var lines = new List<string>();
        int failed = 0;
        foreach (ScenarioResult result in project.Compilation.Scenarios)
        {
            lines.Add((result.Passed ? "holds  " : result.Waits ? "waits  " : "fails  ") + result.Scenario.Scenario.Title.Text);
            if (result.Waits)
            {
                lines.Add("       it cannot be tried while a scheme that is joined cannot be used");
            }
            else if (result.Fails)
            {
                failed++;
                lines.Add("       expected: " + result.Expected);
                lines.Add("       but it is: " + result.Actual);
            }
        }

        int count = project.Compilation.Scenarios.Length;
        lines.Add(count == 0 ? "There are no scenarios."
            : project.Compilation.Scenarios.Count(result => result.Waits) is > 0 and var waiting ? $"Of {Wording.Amount(count, "")} {(count == 1 ? "scenario" : "scenarios")}, {Wording.Amount(failed, "")} {(failed == 1 ? "fails" : "fail")} and {Wording.Amount(waiting, "")} cannot be tried."
            : failed == 0 ? (count == 1 ? "The one scenario holds." : $"All {Wording.Amount(count, "")} scenarios hold.")
            : $"Of {Wording.Amount(count, "")} {(count == 1 ? "scenario" : "scenarios")}, {Wording.Amount(failed, "")} {(failed == 1 ? "fails" : "fail")}.");
        return string.Join('\n', lines) + "\n";
    }
}
