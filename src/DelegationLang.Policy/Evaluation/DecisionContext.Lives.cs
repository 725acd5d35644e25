using System.Collections.Immutable;

namespace DelegationLang.Policy.Evaluation;

/// <content>Who exists on the day.</content>
internal sealed partial class DecisionContext
{
    public bool IsAlive(int party) => index.Definition.Parties[party].Lifetime.Contains(Day);

    /// <summary>Whether all of a group exist on the day.</summary>
    public bool AreAlive(ImmutableArray<int> group)
    {
        foreach (int party in group)
        {
            if (!IsAlive(party))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsAnyAlive(ImmutableArray<ImmutableArray<int>> groups)
    {
        foreach (ImmutableArray<int> group in groups)
        {
            if (AreAlive(group))
            {
                return true;
            }
        }

        return false;
    }

    private int Alive(ImmutableArray<int> actors)
    {
        foreach (int actor in actors)
        {
            if (IsAlive(actor))
            {
                return actor;
            }
        }

        return -1;
    }
}
