using System.ComponentModel;
using DelegationLang.Policy.Permission;

namespace DelegationLang.Policy;

/// <summary>Begins the questions of emitted code, which gives them names in its scheme.</summary>
/// <typeparam name="TScheme">The scheme.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Ask<TScheme>
    where TScheme : struct, IPolicyScheme
{
    /// <summary>Who decides something about a function.</summary>
    public static WhoQuestion<TScheme> WhoDecides(Function<TScheme> function) => new(new DecisionPoint(function.Index, -1));

    /// <summary>Who decides a matter.</summary>
    public static WhoQuestion<TScheme> WhoDecides(Matter<TScheme> matter) => new(new DecisionPoint(-1, matter.Index));

    /// <summary>Who decides a matter in relation to a function.</summary>
    public static WhoQuestion<TScheme> WhoDecides(Matter<TScheme> matter, Function<TScheme> function) => new(new DecisionPoint(function.Index, matter.Index));

    /// <summary>Who decides something about a budget.</summary>
    public static WhoQuestion<TScheme> WhoDecides(Budget<TScheme> budget) => new(OfBudget(budget));

    /// <summary>Who decides a matter in relation to a budget.</summary>
    public static WhoQuestion<TScheme> WhoDecides(Matter<TScheme> matter, Budget<TScheme> budget) => new(OfBudget(budget, matter.Index));

    /// <summary>Whether a party may decide something about a function alone.</summary>
    public static MayQuestion<TScheme> May(Party<TScheme> party, Function<TScheme> function) => new(party.Index, new DecisionPoint(function.Index, -1));

    /// <summary>Whether a party may decide a matter alone.</summary>
    public static MayQuestion<TScheme> May(Party<TScheme> party, Matter<TScheme> matter) => new(party.Index, new DecisionPoint(-1, matter.Index));

    /// <summary>Whether a party may decide a matter alone in relation to a function.</summary>
    public static MayQuestion<TScheme> May(Party<TScheme> party, Matter<TScheme> matter, Function<TScheme> function) =>
        new(party.Index, new DecisionPoint(function.Index, matter.Index));

    /// <summary>Whether a party may decide something about a budget alone.</summary>
    public static MayQuestion<TScheme> May(Party<TScheme> party, Budget<TScheme> budget) => new(party.Index, OfBudget(budget));

    /// <summary>Whether a party may decide a matter alone in relation to a budget.</summary>
    public static MayQuestion<TScheme> May(Party<TScheme> party, Matter<TScheme> matter, Budget<TScheme> budget) => new(party.Index, OfBudget(budget, matter.Index));

    /// <summary>What a party may decide on a day, in <see cref="Answer.Authorities"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is the default one, which nobody set.</exception>
    public static Answer WhatMay(Party<TScheme> party, DateOnly day) => TScheme.Space.WhatMayOf(party.Index, day);

    private static DecisionPoint OfBudget(Budget<TScheme> budget, int matter = -1) => DecisionPoint.OfBudget(TScheme.Space.Definition, budget.Index, matter);
}
