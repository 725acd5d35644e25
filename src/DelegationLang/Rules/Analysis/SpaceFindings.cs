using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Analysis;

/// <summary>That different parties may decide one point.</summary>
/// <param name="First">The sentence where one chain parts from the other; the one that stands first in the text.</param>
/// <param name="Second">The sentence where the other chain does.</param>
/// <param name="FirstEnd">Who decide by the first chain, together where there are several.</param>
/// <param name="SecondEnd">Who decide by the second chain.</param>
/// <param name="Across">How the two name the decision, where one names its function and the other its matter; none where they name the same side of it.</param>
/// <param name="Point">Where it is so. Overlaps that share a point share the object.</param>
internal sealed record SpaceOverlap(
    Statement First, Statement Second, ImmutableArray<PartySymbol> FirstEnd, ImmutableArray<PartySymbol> SecondEnd, AcrossSides? Across, SpacePoint Point);

/// <summary>Of two sentences that name the function and the matter of a decision, which is which.</summary>
/// <param name="IsFirstMatter">Whether the first names the matter.</param>
/// <param name="IsGeneral">Whether the matter is of no function in particular, so that what is so of one function is so of all.</param>
internal sealed record AcrossSides(bool IsFirstMatter, bool IsGeneral);

/// <summary>A hole between two amounts, two values of a measure, or two days, that a giver's sentences cover.</summary>
/// <param name="Keeper">Who decides what lies in it, because it was not given away.</param>
/// <param name="Below">The sentence that covers what lies below, or before.</param>
/// <param name="Above">The sentence that covers what lies above, or after: the same where a named sum has no figure for a while.</param>
/// <param name="Amount">The amount at the point; none for another hole.</param>
/// <param name="Measure">The measure and its value at the point; none for another hole.</param>
/// <param name="Days">The days of a hole in days; the days on which there is a hole in amounts. Both ends included.</param>
/// <param name="Point">A point in it.</param>
/// <param name="IsUnderOneUnit">Whether no whole unit of currency lies in it, only parts of one.</param>
internal sealed record SpaceGap(
    PartySymbol Keeper, Statement Below, Statement Above, SpaceAmount? Amount, SpaceMeasure? Measure, DateRange Days, SpacePoint Point, bool IsUnderOneUnit);
