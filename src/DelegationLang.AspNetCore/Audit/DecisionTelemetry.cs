using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DelegationLang.AspNetCore;

/// <summary>
/// Measures decisions and has them recorded. By the conventions of OpenTelemetry: the host chooses what it exports, and names <see cref="SourceName"/> and
/// <see cref="MeterName"/> to it. Neither has anything of a person in it: that is in the audit record alone.
/// </summary>
public sealed class DecisionTelemetry
{
    /// <summary>The name of the source of activities: one activity, <c>delegation.decide</c>, for each ruling.</summary>
    public const string SourceName = "DelegationLang.AspNetCore";

    /// <summary>The name of the meter: the counter <c>delegation.decisions</c> and the histogram <c>delegation.decision.duration</c>, in seconds.</summary>
    public const string MeterName = "DelegationLang.AspNetCore";

    private static readonly ActivitySource Source = new(SourceName);

    private readonly Counter<long> decisions;
    private readonly Histogram<double> duration;
    private readonly IDecisionAudit[] audits;
    private readonly TimeProvider clock;

    /// <summary>For dependency injection.</summary>
    public DecisionTelemetry(IMeterFactory meters, IEnumerable<IDecisionAudit> audits, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(meters);
        Meter meter = meters.Create(MeterName);
        decisions = meter.CreateCounter<long>("delegation.decisions", "{decision}", "Decisions that were ruled on by a scheme of delegation.");
        duration = meter.CreateHistogram<double>("delegation.decision.duration", "s", "Time to rule on a decision, its record included.");
        this.audits = [.. audits];
        this.clock = clock;
    }

    /// <summary>Has a ruling found, recorded and measured.</summary>
    internal DecisionRuling Follow(ProposedDecision decision, Func<DecisionRuling> find)
    {
        long start = clock.GetTimestamp();
        using Activity? activity = Source.StartActivity("delegation.decide");
        DecisionRuling ruling;
        try
        {
            ruling = find();
            foreach (IDecisionAudit audit in audits)
            {
                audit.Record(clock.GetUtcNow(), ruling);
            }
        }
        catch (Exception fault)
        {
            activity?.SetStatus(ActivityStatusCode.Error, fault.Message);
            activity?.SetTag("error.type", fault.GetType().FullName);
            throw;
        }

        Tag(activity, decision, ruling);
        var tags = new TagList
        {
            { "delegation.outcome", ruling.IsAllowed ? "allowed" : "refused" },
            { "delegation.reason", Word(ruling.Reason) },
            { "delegation.body", decision.Body },
            { "delegation.scheme.version", ruling.Answer?.Scheme?.Version ?? "" },
        };
        decisions.Add(1, tags);
        duration.Record(clock.GetElapsedTime(start).TotalSeconds, tags);
        return ruling;
    }

    /// <summary>A reason as data has it: <c>not_yet</c>.</summary>
    internal static string Word(RulingReason reason) => reason switch
    {
        RulingReason.None => "none",
        RulingReason.NoPost => "no_post",
        RulingReason.Unfit => "unfit",
        RulingReason.NotInForce => "not_in_force",
        RulingReason.NotYet => "not_yet",
        RulingReason.Depends => "depends",
        _ => "not_authorised",
    };

    private static void Tag(Activity? activity, ProposedDecision decision, DecisionRuling ruling)
    {
        if (activity is null)
        {
            return;
        }

        activity.SetTag("delegation.outcome", ruling.IsAllowed ? "allowed" : "refused");
        activity.SetTag("delegation.reason", Word(ruling.Reason));
        activity.SetTag("delegation.body", decision.Body);
        activity.SetTag("delegation.subject", decision.Subject);
        activity.SetTag("delegation.post", ruling.Post);
        activity.SetTag("delegation.scheme.title", ruling.Answer?.Scheme?.Title);
        activity.SetTag("delegation.scheme.version", ruling.Answer?.Scheme?.Version);
        activity.SetTag("delegation.scheme.content_hash", ruling.Answer?.Scheme?.ContentHash);
    }
}
