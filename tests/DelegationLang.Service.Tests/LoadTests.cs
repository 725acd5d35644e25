using System.Diagnostics;
using System.Text;
using DelegationLang.Service.Tests.Support;
using DelegationLang.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace DelegationLang.Service.Tests;

/// <summary>The service under load, beside an endpoint of ASP.NET that does nothing but send as many bytes: measured in the same run, so that the machine does not matter.</summary>
public sealed class LoadTests(ITestOutputHelper report)
{
    private const string Question = """{"question":"who decides podiatry at Leeds worth £400,000 per contract on 1 August 2026?"}""";
    private const string Address = "schemes/west-yorkshire-icb/ask";

    [SkippableFact]
    public async Task It_answers_at_a_good_part_of_the_speed_of_an_empty_endpoint_and_keeps_no_memory()
    {
        Skip.IfNot(Effort.IsLong, "Takes half a minute: DELEGATION_LONG=1.");
        await using var service = await RunningService.OfExamplesAsync();
        byte[] answer = Encoding.UTF8.GetBytes(await service.SayAsync(Address, Question));
        await using var empty = await EmptyAsync(answer);
        using var emptyClient = new HttpClient { BaseAddress = new Uri(empty.Urls.First()) };
        await LoadAsync(service.Client, 2_000);
        await LoadAsync(emptyClient, 2_000);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var (ours, theirs) = (0.0, 0.0);
        for (int round = 0; round < 3; round++)
        {
            ours += await LoadAsync(service.Client, 5_000) / 3;
            theirs += await LoadAsync(emptyClient, 5_000) / 3;
        }

        long kept = GC.GetTotalMemory(forceFullCollection: true) - before - (service.Told.Length * sizeof(char));
        report.WriteLine(FormattableString.Invariant($"{ours:0} answers a second, {ours / theirs:0.00} of the {theirs:0} of an empty endpoint; {kept / 1024} KB kept after 15,000 answers"));
        Assert.True(ours > theirs / 10, FormattableString.Invariant($"{ours:0} beside {theirs:0}"));
        Assert.True(kept < 16 * 1024 * 1024, FormattableString.Invariant($"{kept} bytes kept"));
    }

    private static async Task<double> LoadAsync(HttpClient client, int count)
    {
        long start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (_, end) =>
        {
            using var content = new StringContent(Question, Encoding.UTF8, "application/json");
            using var response = await client.PostAsync(new Uri(Address, UriKind.Relative), content, end);
            Assert.True(response.IsSuccessStatusCode);
            await response.Content.ReadAsByteArrayAsync(end);
        });
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<WebApplication> EmptyAsync(byte[] answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var application = builder.Build();
        application.UseRouting();
        application.MapPost("/" + Address, async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer, context.RequestAborted);
        });
        await application.StartAsync();
        return application;
    }
}
