using System.Diagnostics;
using DelegationLang.Rules;

namespace DelegationLang.Cli.Commands;

/// <summary>Measures what each rule takes, added up over all schemes of a run.</summary>
internal sealed class RuleTimes : IRuleObserver
{
    private readonly SortedDictionary<string, Spent> spent = new(StringComparer.Ordinal);
    private long started;

    /// <summary>What each took, the slowest first; those that took alike by code.</summary>
    public IEnumerable<Spent> SlowestFirst => spent.Values.OrderByDescending(entry => entry.Ticks);

    /// <inheritdoc/>
    public void Started(string work) => started = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public void Ended(string work)
    {
        long ticks = Stopwatch.GetTimestamp() - started;
        if (!spent.TryGetValue(work, out Spent? entry))
        {
            entry = new Spent(work);
            spent.Add(work, entry);
        }

        entry.Ticks += ticks;
    }

    /// <summary>The time that one rule took.</summary>
    internal sealed class Spent(string work)
    {
        /// <summary>The code of the rule, or what the rules share.</summary>
        public string Work => work;

        /// <summary>How long, in ticks of the stopwatch.</summary>
        public long Ticks { get; set; }

        /// <summary>How long.</summary>
        public TimeSpan Time => Stopwatch.GetElapsedTime(0, Ticks);
    }
}
