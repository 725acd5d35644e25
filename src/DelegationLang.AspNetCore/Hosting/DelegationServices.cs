using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DelegationLang.AspNetCore;

/// <summary>Puts authorisation by schemes of delegation into a program.</summary>
public static class DelegationServices
{
    /// <summary>
    /// Adds authorisation by schemes of delegation: <see cref="DecisionDesk"/> and <see cref="SchemeRegister"/>, the handler of <see cref="DelegationRequirement"/>, problem
    /// documents for refusals, and the audit record. The program does not start where a scheme cannot be read.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Says which schemes there are, and which posts claims stand for.</param>
    public static IServiceCollection AddDelegation(this IServiceCollection services, Action<DelegationOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.Configure(configure);
        services.AddMetrics();
        services.AddAuthorization();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SchemeRegister>();
        services.TryAddSingleton<IPostsOfUser, PostsOfClaims>();
        services.TryAddSingleton<DecisionTelemetry>();
        services.TryAddSingleton<DecisionDesk>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDecisionAudit, LoggedDecisions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, DelegationHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, SchemeLoader>());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalWriter>();
        services.AddExceptionHandler<RefusalExceptionHandler>();
        return services;
    }

    /// <summary>Adds authorisation by schemes of delegation, with options from configuration: <c>Schemes</c>, <c>Posts</c> and what else <see cref="DelegationOptions"/> has. Changes of the configuration count at once.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section of the configuration.</param>
    public static IServiceCollection AddDelegation(this IServiceCollection services, IConfigurationSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        services.AddSingleton<IOptionsChangeTokenSource<DelegationOptions>>(new ConfigurationChangeTokenSource<DelegationOptions>(section));
        return services.AddDelegation(options => section.Bind(options));
    }

    /// <summary>Adds the health check: whether a scheme is in force for every body, and was read when it last changed.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="name">The name of the check.</param>
    public static IHealthChecksBuilder AddDelegation(this IHealthChecksBuilder builder, string name = "delegation")
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<DelegationHealthCheck>();
        return builder.AddCheck<DelegationHealthCheck>(name, HealthStatus.Unhealthy);
    }

    /// <summary>Asks of an endpoint that the scheme lets whoever is signed in decide this.</summary>
    public static AuthorizationPolicyBuilder RequireDelegation(this AuthorizationPolicyBuilder policy, ProposedDecision decision)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(decision);
        return policy.AddRequirements(new DelegationRequirement(decision));
    }

    /// <summary>Serves the pages of a scheme, which a build put beside the program, also where the program runs from its source folder.</summary>
    /// <param name="app">The program.</param>
    /// <param name="requestPath">Where they are served: <c>/scheme</c>.</param>
    /// <param name="folder">The folder with them, from the folder of the program.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IApplicationBuilder UseSchemeSite(this IApplicationBuilder app, PathString requestPath, string folder)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.UseFileServer(new FileServerOptions
        {
            FileProvider = new PhysicalFileProvider(Path.GetFullPath(folder, AppContext.BaseDirectory)),
            RequestPath = requestPath,
            RedirectToAppendTrailingSlash = true,
        });
    }

    /// <summary>Reads the schemes when the program starts.</summary>
    private sealed class SchemeLoader(SchemeRegister schemes) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            schemes.Start();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
