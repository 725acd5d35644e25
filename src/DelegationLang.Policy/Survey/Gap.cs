using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>A hole between two amounts, or two days, that a seat has spoken of: it holds the point, and no sentence of its own covers it.</summary>
/// <param name="Keeper">Who decides what lies in it, because it was not given away: the seat whose hole it is, or the body that acts for it.</param>
/// <param name="Below">The rule that covers what lies below, or before.</param>
/// <param name="Above">The rule that covers what lies above, or after. A named sum that has no figure for a while makes a hole within one rule.</param>
/// <param name="Axis">The line of amounts on which it is a hole; none for days.</param>
/// <param name="Days">The days of the hole, for a hole in days; the days on which there is a hole in amounts.</param>
/// <param name="Point">A point in it.</param>
/// <param name="IsUnderOneUnit">Whether no whole unit of currency lies in it, only parts of one.</param>
internal sealed record Gap(int Keeper, int Below, int Above, AxisKey? Axis, DateRange Days, SurveyPoint Point, bool IsUnderOneUnit)
{
    /// <summary>The amount at the point; none for a hole in days.</summary>
    public PointAmount? Amount
    {
        get
        {
            foreach (PointAmount amount in Point.Amounts)
            {
                if (amount.Axis == Axis)
                {
                    return amount;
                }
            }

            return null;
        }
    }
}
