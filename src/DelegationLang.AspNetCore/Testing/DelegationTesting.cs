using System.Collections.Concurrent;
using System.Security.Claims;
using DelegationLang.Policy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DelegationLang.AspNetCore.Testing;

/// <summary>Helps to test programs that decide by a scheme of delegation.</summary>
public static class DelegationTesting
{
    /// <summary>
    /// Lets a program decide by other schemes, on a day of its own, and keeps what it rules. Call it after the program has added its services.
    /// </summary>
    /// <param name="services">The services of the program.</param>
    /// <param name="day">The day that it is.</param>
    /// <param name="schemes">The schemes in the place of the program's own; none to keep those.</param>
    /// <returns>What sets the day, and has what was ruled.</returns>
    public static TestedDecisions UseDelegationTesting(this IServiceCollection services, DateOnly day, params LoadedScheme[] schemes)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(schemes);
        var tested = new TestedDecisions(day);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(tested.Clock));
        services.AddSingleton<IDecisionAudit>(tested);
        if (schemes.Length > 0)
        {
            services.PostConfigure<DelegationOptions>(options =>
            {
                options.Clear();
                foreach (LoadedScheme scheme in schemes)
                {
                    options.Add(scheme);
                }
            });
        }

        return tested;
    }

    /// <summary>Somebody who is signed in and holds these posts.</summary>
    /// <param name="person">Who it is.</param>
    /// <param name="posts">The posts, or what claims say instead.</param>
    public static ClaimsPrincipal Holder(string person, params string[] posts) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person), .. posts.Select(post => new Claim(ClaimTypes.Role, post))], "test"));
}

/// <summary>The day of a test, and what was ruled on it.</summary>
public sealed class TestedDecisions : IDecisionAudit
{
    private readonly ConcurrentQueue<DecisionRuling> rulings = new();

    internal TestedDecisions(DateOnly day) => Clock = new SetClock { Day = day };

    /// <summary>The day that it is: noon in London on it, by the clock of the program.</summary>
    public DateOnly Day
    {
        get => Clock.Day;
        set => Clock.Day = value;
    }

    /// <summary>What was ruled, in order.</summary>
    public IReadOnlyList<DecisionRuling> Rulings => [.. rulings];

    internal SetClock Clock { get; }

    /// <inheritdoc/>
    public void Record(DateTimeOffset at, DecisionRuling ruling) => rulings.Enqueue(ruling);

    internal sealed class SetClock : TimeProvider
    {
        public DateOnly Day { get; set; }

        public override DateTimeOffset GetUtcNow() => new(Day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
    }
}
