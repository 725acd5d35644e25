using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using DelegationLang.Service.Hosting;
using DelegationLang.Service.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DelegationLang.Service.Rest;

/// <summary>The service over HTTP. It reads and answers; nothing that is sent to it changes a scheme.</summary>
internal sealed class RestServer : IAsyncDisposable
{
    private readonly Host host;
    private readonly SchemeShelf shelf;
    private readonly WebApplication application;

    /// <summary>Makes a service, which answers once it is started.</summary>
    public RestServer(Host host, SchemeShelf shelf, ServeOptions options, ServiceClock clock, AuditLog audit)
    {
        this.host = host;
        this.shelf = shelf;

        // Nothing from files or variables of the machine: what the service does stands on its command line.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(RestServer).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBody;
            kestrel.Limits.MaxConcurrentConnections = 1_000;
        });
        builder.WebHost.UseUrls(options.Url.GetLeftPart(UriPartial.Authority));
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostFilteringOptions>(filter =>
        {
            filter.AllowedHosts = AllowedHosts(options.Url);
            filter.IncludeFailureMessage = false;
        });
        builder.Services.AddHostFiltering(_ => { });
        application = builder.Build();
        application.Use(Guard);
        application.UseHostFiltering();
        application.UseRouting();
        new Endpoints(shelf, options, clock, audit).Map(application);
    }

    /// <summary>The keys of its schemes.</summary>
    public IEnumerable<string> Keys => shelf.All.Select(scheme => scheme.Key);

    /// <summary>Starts to listen.</summary>
    /// <returns>Where.</returns>
    /// <exception cref="CommandFailure">It cannot listen there.</exception>
    public async Task<string> StartAsync()
    {
        try
        {
            await application.StartAsync().ConfigureAwait(false);
        }
        catch (IOException trouble)
        {
            throw new CommandFailure("the service cannot listen there: " + trouble.Message);
        }

        return application.Urls.First();
    }

    /// <summary>Answers until the end.</summary>
    public async Task WaitAsync(CancellationToken end)
    {
        await Task.Delay(Timeout.Infinite, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await application.StopAsync().ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => application.DisposeAsync();

    // A page that a browser on this machine shows must not reach the service by a name of its own that leads here.
    private static List<string> AllowedHosts(Uri url) => url.IsLoopback ? ["localhost", "127.0.0.1", "[::1]"] : ["*"];

    private async Task Guard(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.Response is { HasStarted: false, StatusCode: >= 400 })
            {
                await RequestProblem.WriteAsync(context, context.Response.StatusCode, RequestProblem.DetailOf(context)).ConfigureAwait(false);
            }
        }
        catch (RequestProblem problem)
        {
            await RequestProblem.WriteAsync(context, problem.Status, problem.Message).ConfigureAwait(false);
        }
        catch (BadHttpRequestException fault)
        {
            var detail = fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The body is longer than this service takes." : "The request cannot be read.";
            await RequestProblem.WriteAsync(context, fault.StatusCode, detail).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer.
        }
        catch (Exception fault)
        {
            Tell(fault);
            var isRecord = fault is IOException or StreamFailure;
            await RequestProblem.WriteAsync(
                context,
                isRecord ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
                isRecord ? "The question could not be recorded, so it is not answered." : "A fault in the service itself stopped the answer.").ConfigureAwait(false);
        }
    }

    private void Tell(Exception fault)
    {
        try
        {
            lock (host.Error)
            {
                host.Error.WriteLine(DisplayText.Harmless($"delegation-service: {fault.GetType().Name}: {fault.Message}"));
                host.Error.Flush();
            }
        }
        catch (StreamFailure)
        {
            // Nobody is there to be told.
        }
    }
}
