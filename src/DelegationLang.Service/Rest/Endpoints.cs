using System.Buffers;
using System.Text;
using System.Text.Json;
using DelegationLang.Policy;
using DelegationLang.Service.Hosting;
using DelegationLang.Service.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DelegationLang.Service.Rest;

/// <summary>What can be asked of the service, as <c>openapi.json</c> describes it.</summary>
internal sealed class Endpoints(SchemeShelf shelf, ServeOptions options, ServiceClock clock, AuditLog audit)
{
    private static readonly Lazy<byte[]> Description = new(() =>
    {
        using Stream stream = typeof(Endpoints).Assembly.GetManifestResourceStream("openapi.json") ?? throw new InvalidOperationException("openapi.json is no part of the tool.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    });

    private delegate Answer Ask(ServedScheme scheme, RequestMembers request);

    /// <summary>Adds all addresses.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/openapi.json", context => SendAsync(context, Description.Value));
        routes.MapGet("/health", HealthAsync);
        routes.MapGet("/schemes", context => SendAsync(context, SchemeJsonWriter.All(shelf, clock.Today)));
        routes.MapGet("/schemes/{key}", context => SendAsync(context, SchemeJsonWriter.One(Shelved(context), clock.Today)));
        routes.MapGet("/schemes/{key}/ask", AskByAddressAsync);
        routes.MapPost("/schemes/{key}/ask", Answering("ask", ["question", "asOf"], (scheme, request) => scheme.Ask(request.Text("question"), request.Day("asOf") ?? clock.Today)));
        routes.MapPost("/schemes/{key}/who-decides", Answering("who-decides", StructuredQuestion.WhoMembers, (scheme, request) => scheme.Shown(StructuredQuestion.WhoDecides(scheme.Loaded, request, clock.Today))));
        routes.MapPost("/schemes/{key}/may", Answering("may", StructuredQuestion.MayMembers, (scheme, request) => scheme.Shown(StructuredQuestion.May(scheme.Loaded, request, clock.Today))));
        routes.MapPost("/schemes/{key}/what-may", Answering("what-may", StructuredQuestion.WhatMayMembers, (scheme, request) => scheme.Shown(StructuredQuestion.WhatMay(scheme.Loaded, request, clock.Today))));
        routes.MapPost("/schemes/{key}/batch", BatchAsync);
        routes.MapPost("/schemes/{key}/explain", ExplainAsync);
        routes.MapPost("/schemes/{key}/reload", ReloadAsync);
    }

    private RequestDelegate Answering(string asked, string[] members, Ask ask) => async context =>
    {
        ShelvedScheme shelved = Shelved(context);
        RequestMembers request = await RequestMembers.ReadAsync(context, options.MaxLength, members).ConfigureAwait(false);
        ServedScheme scheme = shelved.Current;
        Answer answer;
        try
        {
            answer = ask(scheme, request);
        }
        catch (ArgumentException unfit)
        {
            audit.Refused(shelved.Key, asked, string.Join(' ', new[] { request.OptionalText("party"), request.OptionalText("subject") }.Where(text => text is not null)), scheme.Identity);
            throw RequestProblem.Unfit(WithoutParameter(unfit));
        }

        audit.Answered(shelved.Key, asked, answer);
        await SendAsync(context, Encoding.UTF8.GetBytes(answer.ToJson())).ConfigureAwait(false);
    };

    private Task AskByAddressAsync(HttpContext context)
    {
        ShelvedScheme shelved = Shelved(context);
        foreach ((string? name, Microsoft.Extensions.Primitives.StringValues values) in context.Request.Query)
        {
            if (name is not ("question" or "asOf") || values.Count != 1)
            {
                throw RequestProblem.Malformed("The address may say question and asOf, each once.");
            }
        }

        var question = context.Request.Query["question"].ToString();
        if (question.Length == 0 || question.Length > options.MaxLength)
        {
            throw RequestProblem.Malformed(FormattableString.Invariant($"The address must say question, in no more than {options.MaxLength} characters."));
        }

        DateOnly day = context.Request.Query["asOf"].ToString() is { Length: > 0 } text
            ? ServiceWords.Day(text) ?? throw RequestProblem.Malformed("What the address says as asOf must be a day such as 2026-05-01.")
            : clock.Today;
        Answer answer = shelved.Current.Ask(question, day);
        audit.Answered(shelved.Key, "ask", answer);
        return SendAsync(context, Encoding.UTF8.GetBytes(answer.ToJson()));
    }

    private async Task BatchAsync(HttpContext context)
    {
        ShelvedScheme shelved = Shelved(context);
        RequestMembers request = await RequestMembers.ReadAsync(context, options.MaxLength, ["questions", "asOf"]).ConfigureAwait(false);
        IReadOnlyList<string> questions = request.Texts("questions");
        if (questions.Count == 0 || questions.Count > options.MaxQuestions)
        {
            throw RequestProblem.Malformed(FormattableString.Invariant($"The member questions must hold at least one question and no more than {options.MaxQuestions}."));
        }

        // All from one version, even if another is read meanwhile.
        ServedScheme scheme = shelved.Current;
        DateOnly day = request.Day("asOf") ?? clock.Today;
        var content = Json(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("answers");
            foreach (var question in questions)
            {
                context.RequestAborted.ThrowIfCancellationRequested();
                Answer answer = scheme.Ask(question, day);
                audit.Answered(shelved.Key, "batch", answer);
                json.WriteRawValue(answer.ToJson(), skipInputValidation: true);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
        await SendAsync(context, content).ConfigureAwait(false);
    }

    private async Task ExplainAsync(HttpContext context)
    {
        ShelvedScheme shelved = Shelved(context);
        RequestMembers request = await RequestMembers.ReadAsync(context, options.MaxLength, ["question", "asOf"]).ConfigureAwait(false);
        ServedScheme scheme = shelved.Current;
        Answer answer = scheme.Ask(request.Text("question"), request.Day("asOf") ?? clock.Today);
        audit.Answered(shelved.Key, "explain", answer);
        await SendAsync(context, Json(json => Explanation.Write(json, scheme, answer))).ConfigureAwait(false);
    }

    private Task ReloadAsync(HttpContext context)
    {
        ShelvedScheme shelved = Shelved(context);
        if (!options.AllowsReload)
        {
            throw new RequestProblem(StatusCodes.Status403Forbidden, "This service reads schemes again of its own accord, and not by request: it was not started with --allow-reload.");
        }

        return shelved.Reload()
            ? SendAsync(context, SchemeJsonWriter.One(shelved, clock.Today))
            : throw new RequestProblem(StatusCodes.Status409Conflict, shelved.Fault ?? "The scheme could not be read.");
    }

    private Task HealthAsync(HttpContext context)
    {
        context.Response.StatusCode = SchemeJsonWriter.StatusOf(shelf, clock.Today) == SchemeJsonWriter.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        return SendAsync(context, SchemeJsonWriter.Health(shelf, clock.Today));
    }

    private ShelvedScheme Shelved(HttpContext context) => shelf.Find(context.Request.RouteValues["key"] as string ?? "")
        ?? throw new RequestProblem(StatusCodes.Status404NotFound, "There is no scheme of this key. GET /schemes lists those that there are.");

    private static string WithoutParameter(ArgumentException fault) =>
        fault.ParamName is { } name && fault.Message.IndexOf($" (Parameter '{name}')", StringComparison.Ordinal) is > 0 and var at ? fault.Message[..at] : fault.Message;

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static Task SendAsync(HttpContext context, byte[] content)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = content.Length;
        return context.Response.Body.WriteAsync(content, context.RequestAborted).AsTask();
    }
}
