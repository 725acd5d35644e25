using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json.Nodes;
using DelegationLang.Decisions;
using DelegationLang.Emit;
using DelegationLang.Emit.Html;
using DelegationLang.Workspaces;

[assembly: SupportedOSPlatform("browser")]

namespace DelegationLang.Playground;

/// <summary>What the page asks of the compiler, and of the language server. Everything happens in the browser, and nothing leaves it.</summary>
internal static partial class Program
{
    private const string FileName = "scheme.delegation";

    private static readonly Pipe Incoming = new();
    private static readonly Stream ToServer = Incoming.Writer.AsStream();
    private static (string Text, Compilation Compilation)? last;

    // The runtime stays for the page to call into.
    private static void Main()
    {
    }

    /// <summary>Starts the language server that editors have, for the editor of the page.</summary>
    [JSExport]
    internal static void Serve() => _ = LanguageServer.LanguageServer.RunAsync(Incoming.Reader.AsStream(), new MessagesToPage(Receive), new PageHost());

    /// <summary>Sends the language server a message.</summary>
    /// <param name="message">The message as JSON, without a head.</param>
    [JSExport]
    internal static void Send(string message)
    {
        byte[] content = Encoding.UTF8.GetBytes(message);
        ToServer.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {content.Length}\r\n\r\n")));
        ToServer.Write(content);
        ToServer.Flush();
    }

    /// <summary>Says whether the scenarios of a text hold, and answers a question about it, where there is one.</summary>
    /// <param name="text">The scheme.</param>
    /// <param name="question">The question, or nothing.</param>
    /// <param name="today">The day it is in the browser, as 2026-05-01.</param>
    /// <returns>The scenarios and the answer, as JSON.</returns>
    [JSExport]
    internal static string Look(string text, string question, string today)
    {
        DateOnly day = Day(today);
        Compilation compilation = Compile(text, day);
        var scenarios = new JsonArray();
        foreach (ScenarioResult scenario in compilation.Scenarios)
        {
            scenarios.Add((JsonNode)new JsonObject { ["title"] = scenario.Scenario.Scenario.Title.Text, ["holds"] = scenario.Passed });
        }

        return new JsonObject
        {
            ["scenarios"] = scenarios,
            ["answer"] = question.Length == 0 ? "" : AnswerText.Write(compilation.Engine.Ask(question, day)),
        }.ToJsonString();
    }

    /// <summary>The decision map of a text as one page of HTML, whose links say where in the text their sentence stands.</summary>
    /// <param name="text">The scheme.</param>
    /// <param name="today">The day it is in the browser.</param>
    /// <param name="part">Which part of the map of a large scheme, from 0.</param>
    [JSExport]
    internal static string Map(string text, string today, int part)
    {
        Compilation compilation = Compile(text, Day(today));
        return HtmlEmitter.Map(EmitInput.Of(compilation.Model, compilation.Engine) with { InError = compilation.StatementsInError, AsOf = compilation.AsOf }, part);
    }

    /// <summary>Hands the page a message of the language server.</summary>
    [JSImport("receive", "page")]
    private static partial void Receive(string message);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The answer and the map are of the same text: it is compiled once for both.
    private static Compilation Compile(string text, DateOnly day)
    {
        if (last is not { } known || known.Text != text || known.Compilation.AsOf != day)
        {
            last = known = (text, Project.OfFile(MemoryFiles.Empty.With(FileName, text), FileName).Compile(day));
        }

        return known.Compilation;
    }
}
