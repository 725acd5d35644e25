using System.Security.Claims;
using Microsoft.Extensions.Options;

namespace DelegationLang.AspNetCore;

/// <summary>Says who is signed in, and which posts they hold. A program that knows better than its claims puts another in the place of the usual one.</summary>
public interface IPostsOfUser
{
    /// <summary>Who it is, the same for all of their signatures; empty where that is not known.</summary>
    string PersonOf(ClaimsPrincipal user);

    /// <summary>The posts that they hold, as the scheme may call them. Names that it does not have are passed over.</summary>
    IEnumerable<string> PostsOf(ClaimsPrincipal user);
}

/// <summary>The posts that claims say, as <see cref="DelegationOptions.PostClaim"/> and <see cref="DelegationOptions.Posts"/> map them. Only identities that are authenticated count.</summary>
internal sealed class PostsOfClaims(IOptionsMonitor<DelegationOptions> options) : IPostsOfUser
{
    /// <inheritdoc/>
    public string PersonOf(ClaimsPrincipal user) =>
        Claims(user, options.CurrentValue.PersonClaim).FirstOrDefault() ?? user.Identities.FirstOrDefault(identity => identity.IsAuthenticated)?.Name ?? "";

    /// <inheritdoc/>
    public IEnumerable<string> PostsOf(ClaimsPrincipal user)
    {
        DelegationOptions now = options.CurrentValue;
        foreach (string value in Claims(user, now.PostClaim))
        {
            if (now.Posts.TryGetValue(value, out string? post))
            {
                yield return post;
            }
            else if (now.AreOtherClaimsPosts)
            {
                yield return value;
            }
        }
    }

    private static IEnumerable<string> Claims(ClaimsPrincipal user, string type) =>
        user.Identities.Where(identity => identity.IsAuthenticated).SelectMany(identity => identity.FindAll(type)).Select(claim => claim.Value);
}
