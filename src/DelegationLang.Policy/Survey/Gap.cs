using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>A hole between two amounts, two values of a measure, or two days, that a seat has spoken of: it holds the point, and no sentence of its own covers it.</summary>
/// <param name="Keeper">Who decides what lies in it, because it was not given away: the seat whose hole it is, or the body that acts for it.</param>
/// <param name="Below">The rule that covers what lies below, or before.</param>
/// <param name="Above">The rule that covers what lies above, or after. A named sum that has no figure for a while makes a hole within one rule.</param>
/// <param name="Line">The line of amounts, or of a measure, on which it is a hole; none for days.</param>
/// <param name="Days">The days of the hole, for a hole in days; the days on which there is a hole in amounts.</param>
/// <param name="Point">A point in it.</param>
/// <param name="IsUnderOneUnit">Whether no whole unit lies in it, only parts of one.</param>
internal sealed record Gap(int Keeper, int Below, int Above, Quantity? Line, DateRange Days, SurveyPoint Point, bool IsUnderOneUnit)
{
    /// <summary>The measure on whose line it is a hole; -1 for another line.</summary>
    public int Measure => Line?.Measure ?? -1;

    /// <summary>The amount at the point; none for a hole in a measure, or in days.</summary>
    public PointAmount? Amount
    {
        get
        {
            foreach (PointAmount amount in Point.Amounts)
            {
                if (Line is { IsMeasure: false } && amount.Axis == Line.Axis)
                {
                    return amount;
                }
            }

            return null;
        }
    }

    /// <summary>The amount, or the value of the measure, at the point; none for a hole in days.</summary>
    public decimal? Value
    {
        get
        {
            foreach (PointMeasure measure in Point.Measures)
            {
                if (measure.Measure == Measure)
                {
                    return measure.Value;
                }
            }

            return Amount?.Value;
        }
    }
}
