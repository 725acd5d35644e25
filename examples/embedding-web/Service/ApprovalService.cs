using DelegationLang.AspNetCore;
using SchemeOfDelegation;

namespace Approvals;

/// <summary>What the service is made of.</summary>
public static partial class ApprovalService
{
    /// <summary>Adds what it needs. The scheme is the one that the build put beside the program, and is read again when a later build replaces it.</summary>
    public static void AddApprovals(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
        builder.Services.AddAuthentication(GatewayIdentity.Name).AddScheme<GatewayOptions, GatewayIdentity>(GatewayIdentity.Name, null);
        builder.Services.AddDelegation(options => options.Add("wwwroot/scheme/scheme.json"));
        builder.Services.AddHealthChecks().AddDelegation();
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy("seal", policy => policy.RequireAuthenticatedUser().RequireDelegation(new ProposedDecision(Matters.SealingOfDocuments.Name)));
        builder.Services.AddSingleton<ContractRegister>();
        builder.Services.AddSingleton<ApprovalDesk>();
    }

    /// <summary>Puts it up: approvals, health, and the pages of the scheme.</summary>
    public static void UseApprovals(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseSchemeSite("/scheme", "wwwroot/scheme");
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapApprovals();
        app.MapPost("/seal", () => TypedResults.NoContent()).RequireAuthorization("seal");
        app.MapHealthChecks("/health");

        // The names that the program was compiled with, held against the scheme that it decides by.
        foreach (var version in app.Services.GetRequiredService<SchemeRegister>().Of().All)
        {
            foreach (var part in version.As<Scheme>().Vanished)
            {
                LogVanished(app.Logger, part.Kind, part.Name, version.Version);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The {Kind} {Name}, by which this program may ask, is not in version {Version} of the scheme.")]
    private static partial void LogVanished(ILogger logger, string kind, string name, string version);
}
