using System.Security.Claims;
using DelegationLang.Policy;
using Microsoft.Extensions.Options;

namespace DelegationLang.AspNetCore;

/// <summary>Rules on decisions by the version of the scheme that counts today, and leaves an audit record of each ruling. May be used from many threads at once.</summary>
public sealed class DecisionDesk
{
    private readonly SchemeRegister schemes;
    private readonly IPostsOfUser posts;
    private readonly IOptionsMonitor<DelegationOptions> options;
    private readonly TimeProvider clock;
    private readonly DecisionTelemetry telemetry;

    /// <summary>For dependency injection: take it from the services.</summary>
    public DecisionDesk(SchemeRegister schemes, IPostsOfUser posts, IOptionsMonitor<DelegationOptions> options, TimeProvider clock, DecisionTelemetry telemetry)
    {
        this.schemes = schemes;
        this.posts = posts;
        this.options = options;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    /// <summary>The day on which a decision is made that is made now: the day where the body is, as <see cref="DelegationOptions.TimeZone"/> says.</summary>
    public DateOnly Today =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(options.CurrentValue.TimeZone)).DateTime);

    /// <summary>Whether whoever is signed in may make a decision now, in the name of one of their posts and beside those who have signed before.</summary>
    public DecisionRuling Rule(ClaimsPrincipal user, ProposedDecision decision)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Rule(posts.PersonOf(user), posts.PostsOf(user), decision);
    }

    /// <summary>Whether somebody may make a decision now, in the name of one of some posts and beside those who have signed before.</summary>
    /// <param name="person">Who it is, the same for all of their signatures.</param>
    /// <param name="held">The posts that they hold, as the scheme may call them.</param>
    /// <param name="decision">The decision.</param>
    public DecisionRuling Rule(string person, IEnumerable<string> held, ProposedDecision decision)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(decision);
        return telemetry.Follow(decision, () => Find(person, [.. held], decision, Today));
    }

    private DecisionRuling Find(string person, string[] held, ProposedDecision decision, DateOnly day)
    {
        DecisionRuling Refuse(RulingReason reason, string sentence) =>
            new() { Decision = decision, Person = person, Day = day, Reason = reason, Sentence = sentence };

        try
        {
            LoadedScheme? scheme = null;
            if (schemes.TryOf(decision.Body, out SchemeVersions? versions) && !versions.TryOn(day, out scheme))
            {
                return Refuse(RulingReason.NotInForce, $"No version of the scheme of delegation is in force on {Wording.Day(day)}.");
            }

            scheme ??= schemes.Of(decision.Body).On(day);
            string[] known = [.. held.Where(post => scheme.TryParty(post, out _)).Select(post => scheme.TryParty(post, out string shown) ? shown : post).Distinct(StringComparer.Ordinal)];
            if (known.Length == 0)
            {
                return Refuse(RulingReason.NoPost, held.Length == 0
                    ? "Whoever is signed in holds no post."
                    : $"The scheme of delegation has no post {Wording.List([.. held.Select(post => $"“{post}”")], "or")}.");
            }

            return new RulingMaker(scheme, decision, day).Of(person, known);
        }
        catch (ArgumentException unfit)
        {
            return Refuse(RulingReason.Unfit, unfit.Message.EndsWith('.') ? unfit.Message : unfit.Message + ".");
        }
    }
}
