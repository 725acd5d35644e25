using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Policy.Answers;

namespace DelegationLang.Emit.Cedar;

/// <summary>What is decided: a function, a matter, or a matter in relation to a function; -1 for none in particular.</summary>
internal readonly record struct Subject(int Matter, int Function) : IComparable<Subject>
{
    public int CompareTo(Subject other) => Matter != other.Matter ? Matter.CompareTo(other.Matter) : Function.CompareTo(other.Function);
}

/// <summary>A policy in the making: who must sign by which chain, and where that is enough.</summary>
internal sealed class Permit
{
    /// <summary>Who must have signed: of each its names. For what is forbidden, groups any of which may.</summary>
    public required ImmutableArray<ImmutableArray<ImmutableArray<string>>> Groups { get; init; }

    /// <summary>Whether others may not.</summary>
    public bool IsForbid { get; init; }

    /// <summary>What must come first, in words.</summary>
    public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>The chains, from the top down.</summary>
    public ImmutableArray<ImmutableArray<ChainLink>> Chains { get; init; } = [];

    /// <summary>Of each condition and what requests say of value added tax, in which runs of days it is so for which subjects.</summary>
    public Dictionary<(string Expression, int Vats), SortedDictionary<Subject, SortedSet<int>>> Regions { get; } = [];

    public void Add(string expression, int vats, Subject subject, int run)
    {
        if (!Regions.TryGetValue((expression, vats), out SortedDictionary<Subject, SortedSet<int>>? subjects))
        {
            Regions.Add((expression, vats), subjects = []);
        }

        if (!subjects.TryGetValue(subject, out SortedSet<int>? days))
        {
            subjects.Add(subject, days = []);
        }

        days.Add(run);
    }
}
