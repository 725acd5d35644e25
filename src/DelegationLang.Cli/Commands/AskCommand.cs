using System.CommandLine;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Decisions;
using DelegationLang.Policy;

namespace DelegationLang.Cli.Commands;

/// <summary><c>ask PATH "QUESTION"…</c>: answers, one a question, in order.</summary>
internal sealed class AskCommand
{
    private readonly Host host;
    private readonly DateOnly asOf;
    private readonly bool isJson;
    private AskedScheme? scheme;
    private int answered;
    private bool hasUnreadable;

    private AskCommand(Host host, DateOnly asOf, bool isJson)
    {
        this.host = host;
        this.asOf = asOf;
        this.isJson = isJson;
    }

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> path = Options.Path("A .delegation file, a folder, or a built scheme.json.");
        var questions = new Argument<string[]>("QUESTION") { Description = "Such as \"who decides podiatry at Leeds worth £400,000 on 1 May 2026?\"", Arity = ArgumentArity.ZeroOrMore };
        var file = new Option<string?>("--questions") { Description = "A file with one question a line; - reads them from standard input and answers each as it comes.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print each answer as one JSON object on one line." };
        Option<string?> asOf = Options.AsOf();
        var command = new Command("ask", "Ask a scheme who may decide what.") { path, questions, file, json, asOf };
        command.SetAction(result =>
        {
            var asking = new AskCommand(host, result.Day(asOf, host), result.GetValue(json));
            return asking.Run(result.GetRequiredValue(path), result.GetValue(questions) ?? [], result.GetValue(file));
        });
        return command;
    }

    private int Run(string path, string[] questions, string? file)
    {
        if (questions.Length == 0 && file is null)
        {
            throw new CommandFailure("there is no question: give one in quotation marks after the path, or --questions FILE");
        }

        using TextReader lines = file is null ? TextReader.Null : Questions.Open(host, file);
        scheme = AskedScheme.Open(host, path, asOf);
        foreach (string question in questions)
        {
            Answer(question);
        }

        foreach (string question in Questions.In(lines))
        {
            Answer(question);
        }

        if (scheme.HasErrors)
        {
            host.Error.WriteLine($"delegation: {path} has errors: these answers rest on its sound sentences alone. See: delegation check {path}");
        }

        if (scheme.HasSilentErrors)
        {
            host.Error.WriteLine($"delegation: {path} has sentences in error that are exempted or not reported as errors: they give nobody authority.");
        }

        if (scheme.LacksJoined)
        {
            host.Error.WriteLine($"delegation: a scheme that {path} joins cannot be used, so answers stop where they would go on into it. See: delegation check {path}");
        }

        return hasUnreadable || scheme.HasErrors ? ExitCode.SchemeHasErrors : ExitCode.Fine;
    }

    private void Answer(string question)
    {
        if (scheme is null)
        {
            return;
        }

        Answer answer = scheme.Ask(question, asOf);
        hasUnreadable |= answer.Outcome == Outcome.Error;
        if (isJson)
        {
            host.Output.WriteLine((answer with { Question = question, Scheme = scheme.Identity }).ToJson());
        }
        else
        {
            WriteText(question, answer);
        }

        // Whoever writes questions into a pipe waits for each answer.
        host.Output.Flush();
    }

    private void WriteText(string question, Answer answer)
    {
        var palette = new Palette(host.HasColour);
        if (answered++ > 0)
        {
            host.Output.WriteLine();
        }

        host.Output.WriteLine($"{palette.Strong}{DisplayText.Harmless(question)}{palette.End}");
        foreach (string line in AnswerText.Write(answer).TrimEnd('\n').Split('\n'))
        {
            host.Output.WriteLine(DisplayText.Harmless(line));
        }
    }
}
