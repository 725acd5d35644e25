using System.Text.Json.Nodes;
using DelegationLang.Cli.Tests.Schemas;
using DelegationLang.Cli.Tests.Support;
using DelegationLang.Service.Hosting;
using DelegationLang.Service.Rest;
using DelegationLang.Service.Serving;
using DelegationLang.Service.Tests.Support;
using DelegationLang.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DelegationLang.Service.Tests;

/// <summary>That the service does what its description (OpenAPI) says.</summary>
public sealed class DescriptionTests
{
    // Method, address, body, and the status that must come of it. Together they meet every operation.
    private static readonly (string Method, string Address, string Body, int Status)[] Requests =
    [
        ("GET", "/openapi.json", "", 200),
        ("GET", "/health", "", 200),
        ("GET", "/schemes", "", 200),
        ("GET", "/schemes/{key}", "", 200),
        ("GET", "/schemes/{key}", "none", 404),
        ("GET", "/schemes/{key}/ask", "?question=who%20decides%20podiatry%3F", 200),
        ("GET", "/schemes/{key}/ask", "?question=who%20decides%20podiatry%3F&asOf=today", 400),
        ("GET", "/schemes/{key}/ask", "none", 404),
        ("POST", "/schemes/{key}/ask", """{"question":"who decides podiatry at Leeds worth £400,000 per contract?"}""", 200),
        ("POST", "/schemes/{key}/ask", """{"question":"who decides podiatry at Leeds?"}""", 200),
        ("POST", "/schemes/{key}/ask", """{"question":"what may Chief Executive decide?"}""", 200),
        ("POST", "/schemes/{key}/ask", """{"question":"what may Leeds Place Director decide?"}""", 200),
        ("POST", "/schemes/{key}/ask", """{"question":"may Chief Executive decide sealing of documents?"}""", 200),
        ("POST", "/schemes/{key}/ask", """{"question":"who decides settlement of claims?"}""", 200),
        ("POST", "/schemes/{key}/ask", """{"question":"?"}""", 200),
        ("POST", "/schemes/{key}/who-decides", """{"subject":"podiatry","place":"Leeds","amount":1.5,"currency":"GBP","vat":"excluding"}""", 200),
        ("POST", "/schemes/{key}/who-decides", """{"subject":"chiropody"}""", 422),
        ("POST", "/schemes/{key}/may", """{"party":"Leeds Place Director","subject":"podiatry"}""", 200),
        ("POST", "/schemes/{key}/may", """{"party":"Leeds Place Director","subject":"podiatry","basis":"contract"}""", 400),
        ("POST", "/schemes/{key}/may", """{"party":"Nobody","subject":"podiatry"}""", 422),
        ("POST", "/schemes/{key}/what-may", """{"party":"Audit Committee"}""", 200),
        ("POST", "/schemes/{key}/what-may", """{"party":"Nobody"}""", 422),
        ("POST", "/schemes/{key}/batch", """{"questions":["who decides podiatry?","may Board decide podiatry?"]}""", 200),
        ("POST", "/schemes/{key}/batch", """{"questions":[]}""", 400),
        ("POST", "/schemes/{key}/explain", """{"question":"who decides podiatry at Leeds?"}""", 200),
        ("POST", "/schemes/{key}/reload", "", 200),
    ];

    [Fact]
    public async Task What_is_answered_is_what_is_described()
    {
        await using var service = await RunningService.OfExamplesAsync(new ServeOptions { AllowsReload = true });
        var description = Parse(await service.GetAsync("openapi.json"));
        foreach (var (method, address, body, status) in Requests)
        {
            var operation = description["paths"]?[address]?[method.ToLowerInvariant()] ?? throw new InvalidOperationException(address);
            string key = body == "none" ? "none" : "west-yorkshire-icb";
            using var request = new HttpRequestMessage(new HttpMethod(method), address.Replace("{key}", key, StringComparison.Ordinal) + (body.StartsWith('?') ? body : ""));
            if (body.StartsWith('{'))
            {
                request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
                if (status != 400)
                {
                    Assert.Empty(SchemaCheck.Faults(SchemaOf(description, operation["requestBody"]), body));
                }
            }

            using var response = await service.Client.SendAsync(request);
            string said = await response.Content.ReadAsStringAsync();
            Assert.True(status == (int)response.StatusCode, $"{method} {address} {body}: {said}");
            var described = operation["responses"]?[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] ?? throw new InvalidOperationException($"{method} {address} has no {status}.");
            Assert.NotNull(described["content"]?[response.Content.Headers.ContentType?.MediaType ?? ""]);
            var faults = SchemaCheck.Faults(SchemaCheck.Closed(SchemaOf(description, described)), said);
            Assert.True(faults.Count == 0, $"{method} {address} {body}: {string.Join("; ", faults)}\n{said}");
        }

        // Each operation was asked for at least once, successfully.
        var tried = Requests.Where(request => request.Status == 200).Select(request => request.Method.ToLowerInvariant() + " " + request.Address).ToHashSet();
        Assert.Equal(Operations(description).Order(), tried.Order());
    }

    [Fact]
    public async Task Everything_that_can_be_asked_is_described()
    {
        using var folder = Schemes.Folder(Schemes.Sound);
        var clock = new ServiceClock(TimeZoneInfo.Utc, RunningService.Today, TimeProvider.System);
        var host = RunningService.MachineOf(folder.Path, TextWriter.Null, clock);
        using var audit = AuditLog.Open(host, null, TimeProvider.System);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        await using var application = builder.Build();
        IEndpointRouteBuilder routes = application;
        new Endpoints(SchemeShelf.Open(host, ["small=."]), new ServeOptions(), clock, audit).Map(routes);
        var mapped = routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(method => method.ToLowerInvariant() + " " + endpoint.RoutePattern.RawText));
        await using var service = await RunningService.StartAsync(folder.Path, null, null, "small=.");
        Assert.Equal(Operations(Parse(await service.GetAsync("openapi.json"))).Order(), mapped.Order());
    }

    private static IEnumerable<string> Operations(JsonNode description) =>
        description["paths"]?.AsObject().SelectMany(path => path.Value?.AsObject().Select(operation => operation.Key + " " + path.Key) ?? []) ?? [];

    private static JsonNode Parse(string text) => JsonNode.Parse(text) ?? throw new InvalidOperationException("Nothing was said.");

    // The schema of a body or a response, with those that it refers to.
    private static string SchemaOf(JsonNode description, JsonNode? of)
    {
        var schema = of?["content"]?.AsObject().Single().Value?["schema"]?.DeepClone().AsObject() ?? throw new InvalidOperationException("There is no schema.");
        return new JsonObject { ["allOf"] = new JsonArray(schema), ["$defs"] = description["components"]?["schemas"]?.DeepClone() }
            .ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
    }
}
