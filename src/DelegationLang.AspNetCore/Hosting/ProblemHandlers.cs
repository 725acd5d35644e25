using DelegationLang.Policy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace DelegationLang.AspNetCore;

/// <summary>Where an endpoint is refused because of the scheme, the response is a problem document. All else is as it would be without.</summary>
internal sealed class RefusalWriter : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    /// <inheritdoc/>
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        authorizeResult.Forbidden && authorizeResult.AuthorizationFailure?.FailureReasons.OfType<DelegationFailureReason>().FirstOrDefault() is { } refused
            ? TypedResults.Problem(refused.Ruling.ToProblem()).ExecuteAsync(context)
            : usual.HandleAsync(next, context, policy, authorizeResult);
}

/// <summary>Where policy objects refuse, and nobody catches it, the response is a problem document.</summary>
internal sealed class RefusalExceptionHandler : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not NotAuthorisedException refusal)
        {
            return false;
        }

        await TypedResults.Problem(refusal.ToProblem()).ExecuteAsync(httpContext).ConfigureAwait(false);
        return true;
    }
}
