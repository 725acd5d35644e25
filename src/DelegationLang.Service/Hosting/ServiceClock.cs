using DelegationLang.Cli.Hosting;

namespace DelegationLang.Service.Hosting;

/// <summary>Which day <em>today</em> is where the bodies are, however long the service runs and wherever it does.</summary>
/// <param name="zone">Where midnight is.</param>
/// <param name="fixedDay">The day that it always is; none for the real one.</param>
/// <param name="clock">What says when it is.</param>
internal sealed class ServiceClock(TimeZoneInfo zone, DateOnly? fixedDay, TimeProvider clock)
{
    /// <summary>Where midnight is unless told otherwise.</summary>
    public const string DefaultZone = "Europe/London";

    // Windows has names of its own, and knows the others only where it has the data of languages too.
    private const string DefaultZoneOfWindows = "GMT Standard Time";

    /// <summary>The day that a question without one is about.</summary>
    public DateOnly Today => fixedDay ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);

    /// <summary>A clock for options of the command line.</summary>
    /// <param name="zone">The identifier of a time zone.</param>
    /// <param name="fixedDay">The day that it always is; none for the real one.</param>
    /// <exception cref="CommandFailure">There is no such zone.</exception>
    public static ServiceClock Of(string zone, DateOnly? fixedDay) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? found) || (zone == DefaultZone && TimeZoneInfo.TryFindSystemTimeZoneById(DefaultZoneOfWindows, out found))
        ? new ServiceClock(found, fixedDay, TimeProvider.System)
        : throw new CommandFailure($"there is no time zone “{zone}”: write one as Europe/London");
}
