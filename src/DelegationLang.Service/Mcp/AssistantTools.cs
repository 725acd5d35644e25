using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using DelegationLang.Cli.Commands;
using DelegationLang.Cli.Files;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Emit.Changes;
using DelegationLang.Policy;
using DelegationLang.Service.Hosting;
using DelegationLang.Service.Serving;
using DelegationLang.Service.Understanding;
using DelegationLang.Workspaces;

namespace DelegationLang.Service.Mcp;

/// <summary>What an assistant can find out. It is told of the schemes that the command line names, and of no other file.</summary>
internal sealed partial class AssistantTools(Host host, SchemeShelf shelf, ServiceClock clock, AuditLog audit)
{
    private const int LongestText = 2_000;

    private static readonly (string Name, string Description) Scheme = ("scheme?", "The key of the scheme, as the tool schemes lists it. May be left out where there is only one.");
    private static readonly (string Name, string Description) AsOf = ("asOf?", "The day of a question that names none, such as 2026-05-01; today where it is left out.");

    private readonly ConditionalWeakTable<ServedScheme, QuestionReader> readers = [];

    /// <summary>All tools.</summary>
    public IEnumerable<AssistantTool> All =>
    [
        new("schemes", "Lists the schemes of delegation that can be asked, with key, title, version, content hash and the days on which each is in force.", [], LongestText,
            _ => Encoding.UTF8.GetString(SchemeJsonWriter.All(shelf, clock.Today))),
        new("understand", "Turns a question in free English into a formal question for the tool ask. Says what was understood as what. Refuses rather than guesses: then it says which words were not understood, and suggests names of the scheme. Show the formal question to whoever asked before you rely on its answer; never fill in yourself what was refused.",
            [Scheme, ("text", "The question as it was asked."), AsOf], LongestText, Understand),
        new("ask", "Answers a formal question: “who decides SUBJECT [for FUNCTION] [at PLACE] [worth £SUM [per contract]] [when CONDITION] [on DAY]?”, “may PARTY decide …?” or “what may PARTY decide [on DAY]?”. The answer is JSON, as delegation ask --json prints it, with the chain of sentences, the version and the content hash of the scheme. The outcome error means that the question was not read.",
            [Scheme, ("question", "The formal question."), AsOf], LongestText, Ask),
        new("what_may", "Lists what a party (a body or a post) may decide on a day, with limits, places and the sentences that say so.",
            [Scheme, ("party", "The name of the party."), ("on?", "The day, such as 2026-05-01; today where it is left out.")], LongestText, WhatMay),
        new("explain", "With question: the answer in words and the text of every sentence that proves it. With code: the page of a finding, such as DL3001, or what the law libraries say of a power, function or sum.",
            [Scheme, ("question?", "A formal question."), ("code?", "The code of a finding."), AsOf], LongestText, Explain),
        new("check", "Reads the files of a scheme as they are now and reports everything that is wrong with them, as delegation check --format json does.", [Scheme], LongestText, Check),
        new("coverage", "Lists every function and matter of a scheme: who decides it, what is reserved, and what the scheme passes over.", [Scheme], LongestText, Coverage),
        new("diff", "Compares two versions of a scheme: what changes in who may decide what, each change with a question that shows it. The earlier version is another scheme, or a revision of the git repository in which the scheme lies.",
            [Scheme, ("before?", "The key of the scheme that is the earlier version."), ("revision?", "The revision of the earlier version, such as HEAD~1.")], LongestText, Diff),
    ];

    private string Understand(ToolArguments arguments)
    {
        (ShelvedScheme? shelved, ServedScheme? scheme) = Asked(arguments);
        Reading reading = readers.GetValue(scheme, one => new QuestionReader(one)).Read(arguments.Text("text"), arguments.Day("asOf") ?? clock.Today);
        return AssistantTool.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("scheme", shelved.Key);
            json.WritePropertyName("reading");
            reading.Write(json);
            json.WriteEndObject();
        });
    }

    private string Ask(ToolArguments arguments)
    {
        (ShelvedScheme? shelved, ServedScheme? scheme) = Asked(arguments);
        Answer answer = scheme.Ask(arguments.Text("question"), arguments.Day("asOf") ?? clock.Today);
        audit.Answered(shelved.Key, "ask", answer);
        return answer.ToJson();
    }

    private string WhatMay(ToolArguments arguments)
    {
        (ShelvedScheme? shelved, ServedScheme? scheme) = Asked(arguments);
        Answer answer = scheme.Shown(scheme.Loaded.WhatMay(arguments.Text("party"), arguments.Day("on") ?? clock.Today));
        audit.Answered(shelved.Key, "what-may", answer);
        return answer.ToJson();
    }

    private string Explain(ToolArguments arguments)
    {
        var code = arguments.OptionalText("code").Trim();
        if (code.Length > 0)
        {
            using var text = new StringWriter { NewLine = "\n" };
            var status = Cli.CommandLine.Run(host with { Output = text, Error = TextWriter.Null }, ["explain", "--", code]);
            return status == ExitCode.Fine ? text.ToString() : throw new CommandFailure($"there is no finding, and nothing of the law libraries, called “{code}”");
        }

        (ShelvedScheme? shelved, ServedScheme? scheme) = Asked(arguments);
        var question = arguments.OptionalText("question") is { Length: > 0 } given ? given : throw new CommandFailure("give question, or code");
        Answer answer = scheme.Ask(question, arguments.Day("asOf") ?? clock.Today);
        audit.Answered(shelved.Key, "explain", answer);
        return AssistantTool.Json(json => Explanation.Write(json, scheme, answer));
    }

    private string Check(ToolArguments arguments)
    {
        OpenProject project = new Phases(host).Compile(Shelved(arguments).Path, clock.Today);
        return DiagnosticJson.Of([.. project.Findings], [.. project.ExemptedFindings], null);
    }

    private string Coverage(ToolArguments arguments)
    {
        (ShelvedScheme? shelved, ServedScheme? scheme) = Asked(arguments);
        return scheme.Project is { } project ? CoverageJson.Of(project) : throw new CommandFailure($"{shelved.Key} was built before: only a scheme of sentences has a list of what it passes over");
    }

    private string Diff(ToolArguments arguments)
    {
        (ShelvedScheme? shelved, ServedScheme? after) = Asked(arguments);
        (string? before, string? revision) = (arguments.OptionalText("before"), arguments.OptionalText("revision"));
        if (before.Length > 0 == revision.Length > 0)
        {
            throw new CommandFailure("give before or revision, and not both");
        }

        if (before.Length > 0)
        {
            ServedScheme earlier = Find(before).Current;
            return new DiffJson(earlier.Files, after.Files).Of(SchemeDiff.Of(earlier.Version, after.Version, DateRange.Always, clock.Today));
        }

        if (!Revision().IsMatch(revision))
        {
            throw new CommandFailure("the argument revision must be the name of a revision, such as HEAD~1");
        }

        var old = ComparedVersion.Open(host, $"{revision}:{shelved.Path}", clock.Today);
        return new DiffJson(old.Files, after.Files).Of(SchemeDiff.Of(old.Version, after.Version, DateRange.Always, clock.Today));
    }

    private (ShelvedScheme Shelved, ServedScheme Scheme) Asked(ToolArguments arguments)
    {
        ShelvedScheme shelved = Shelved(arguments);
        return (shelved, shelved.Current);
    }

    private ShelvedScheme Shelved(ToolArguments arguments) => arguments.OptionalText("scheme") is { Length: > 0 } key ? Find(key)
        : shelf.All is [var only] ? only
        : throw new CommandFailure($"say which scheme: {Keys}");

    private ShelvedScheme Find(string key) => shelf.Find(key) ?? throw new CommandFailure($"there is no scheme of this key: there are {Keys}");

    private string Keys => Wording.List([.. shelf.All.Select(scheme => scheme.Key)]);

    [GeneratedRegex("^[A-Za-z0-9_][A-Za-z0-9_./~^-]*$")]
    private static partial Regex Revision();
}
