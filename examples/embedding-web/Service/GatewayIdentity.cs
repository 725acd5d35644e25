using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Approvals;

/// <summary>No options.</summary>
public sealed class GatewayOptions : AuthenticationSchemeOptions;

/// <summary>
/// Takes over who is signed in from the gateway in front of this service, which names the person and their post in two headers, and takes away what callers send under
/// those names. A service that signs people in itself has their posts among its claims instead, and needs nothing like this.
/// </summary>
public sealed class GatewayIdentity(IOptionsMonitor<GatewayOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<GatewayOptions>(options, logger, encoder)
{
    /// <summary>The name of the scheme of authentication.</summary>
    public const string Name = "gateway";

    /// <summary>The headers.</summary>
    public const string PersonHeader = "X-Person", PostHeader = "X-Post";

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[PersonHeader] is not [{ Length: > 0 } person] || Request.Headers[PostHeader] is not [{ Length: > 0 } post])
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person), new Claim(ClaimTypes.Role, post)], Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }
}
