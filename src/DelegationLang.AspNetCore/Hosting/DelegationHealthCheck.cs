using DelegationLang.Policy;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace DelegationLang.AspNetCore;

/// <summary>
/// Unhealthy where some body has no scheme in force today, so that nothing can be decided; degraded where the files could not be read again when they changed, or where
/// the scheme in force ends soon and no later version is there.
/// </summary>
internal sealed class DelegationHealthCheck(SchemeRegister schemes, DecisionDesk desk, IOptionsMonitor<DelegationOptions> options) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        DateOnly today = desk.Today;
        DateOnly then = today.AddDays(options.CurrentValue.DaysOfNotice);
        var data = new Dictionary<string, object>();
        var none = new List<string>();
        var ending = new List<string>();
        foreach (string body in schemes.Bodies)
        {
            string name = body.Length == 0 ? "the scheme of delegation" : "the scheme of " + body;
            SchemeVersions versions = schemes.Of(body);
            if (!versions.TryOn(today, out LoadedScheme? version))
            {
                none.Add($"{name} has no version in force on {Wording.Day(today)}");
                continue;
            }

            data[body.Length == 0 ? "scheme" : body] = $"{version.Title}, version {version.Version}, content {version.ContentHash}";
            if (!versions.TryOn(then, out _))
            {
                ending.Add($"{name} ends on {Wording.Day(version.InForce.Last)}, and no later version is there");
            }
        }

        string[] faults = schemes.Fault is { } fault ? [fault.TrimEnd('.')] : [];
        string words = string.Join("; ", [.. none, .. faults, .. ending]);
        HealthStatus status = none.Count > 0 ? context.Registration.FailureStatus : words.Length > 0 ? HealthStatus.Degraded : HealthStatus.Healthy;
        return Task.FromResult(new HealthCheckResult(status, words.Length > 0 ? char.ToUpperInvariant(words[0]) + words[1..] + "." : "A scheme of delegation is in force.", data: data));
    }
}
