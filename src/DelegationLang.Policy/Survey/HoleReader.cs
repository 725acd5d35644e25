using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>A hole found on a line: whose, the rules on either side, and its first and last place on the line.</summary>
internal delegate void HoleFound(int seat, int below, int above, int first, int last);

/// <summary>Reads one line of the space, of amounts or of days, from end to end for holes between what is covered.</summary>
/// <param name="subject">The subject of the line.</param>
/// <param name="line">What the seats say at each place of the line; null where there is no such point or nobody holds it.</param>
internal sealed class HoleReader(SurveySubject subject, List<SpokenState>?[] line)
{
    // Only sentences that name the same side of the decision, and are alike exceptional or not, are tiers of one stair.
    private const int Stairs = 6;

    /// <summary>Reports each hole of each seat.</summary>
    public void Read(HoleFound found)
    {
        var seats = new List<int>();
        foreach (List<SpokenState>? states in line)
        {
            foreach (SpokenState state in states ?? [])
            {
                if (state.Rules.Count == 0 && !seats.Contains(state.Seat))
                {
                    seats.Add(state.Seat);
                }
            }
        }

        foreach (int seat in seats)
        {
            Read(seat, found);
        }
    }

    private void Read(int seat, HoleFound found)
    {
        for (int place = 0; place < line.Length; place++)
        {
            if (!IsHole(seat, place))
            {
                continue;
            }

            int last = place;
            while (last + 1 < line.Length && IsHole(seat, last + 1))
            {
                last++;
            }

            for (int stair = 0; stair < Stairs; stair++)
            {
                if (Nearest(seat, place, -1, stair) is int below && Nearest(seat, last, 1, stair) is int above)
                {
                    found(seat, below, above, place, last);
                }
            }

            place = last;
        }
    }

    private bool IsHole(int seat, int place) => StateOf(seat, place) is { Rules.Count: 0 };

    private SpokenState? StateOf(int seat, int place) => line[place]?.Find(state => state.Seat == seat);

    private int? Nearest(int seat, int from, int step, int stair)
    {
        for (int place = from + step; place >= 0 && place < line.Length; place += step)
        {
            foreach (int rule in StateOf(seat, place)?.Rules ?? [])
            {
                if (IsOf(stair, rule))
                {
                    return rule;
                }
            }
        }

        return null;
    }

    private bool IsOf(int stair, int rule)
    {
        if (subject.Index.Definition.Rules[rule].IsExceptional != stair >= Stairs / 2)
        {
            return false;
        }

        NamedSides sides = DivergenceFinder.SidesOf(subject.Index, subject[0].Context, rule);
        return (stair % (Stairs / 2)) switch
        {
            0 => (sides & NamedSides.Function) != 0,
            1 => (sides & NamedSides.Matter) != 0,
            _ => sides == NamedSides.None,
        };
    }
}
