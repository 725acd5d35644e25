using DelegationLang.Policy.Evaluation;

namespace DelegationLang.Policy.Survey;

/// <summary>What of a decision a rule names.</summary>
[Flags]
internal enum NamedSides
{
    /// <summary>Neither side: all (other) matters.</summary>
    None = 0,

    /// <summary>Its function.</summary>
    Function = 1,

    /// <summary>Its matter.</summary>
    Matter = 2,
}

/// <summary>That different parties may decide one point, by rules that the same seat gave by, and neither of which rests on the other.</summary>
/// <param name="First">The rule where one chain parts from the other; the one that stands first in the text.</param>
/// <param name="Second">The rule where the other chain does.</param>
/// <param name="FirstEnd">Who decides by the first chain.</param>
/// <param name="SecondEnd">Who decides by the second chain.</param>
/// <param name="IsAcross">Whether one rule names the function of the decision and the other its matter.</param>
/// <param name="Point">Where it is so.</param>
internal sealed record Overlap(int First, int Second, SeatHolding FirstEnd, SeatHolding SecondEnd, bool IsAcross, SurveyPoint Point);
