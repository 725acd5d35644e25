using System.Collections.Immutable;
using DelegationLang.Semantics;

namespace DelegationLang.Decisions;

/// <summary>What the law keeps out of sentences that hold for the rest: found by the rules of law, and part of what a scheme means.</summary>
/// <param name="Barred">What is out of single sentences.</param>
/// <param name="Kept">What no sentence gives to anybody.</param>
/// <param name="Onward">What may be given on though the sentence that gave it does not say so.</param>
public sealed record LegalLimits(ImmutableArray<BarredPart> Barred, ImmutableArray<KeptSubject> Kept, ImmutableArray<OnwardByLaw> Onward)
{
    /// <summary>Nothing: no law is known.</summary>
    public static LegalLimits None { get; } = new([], [], []);
}

/// <summary>A subject, with all that lies within it, that a sentence reaches and the law keeps out of it.</summary>
/// <param name="Statement">The sentence.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Law">The law, by name; empty where no law allows it.</param>
public sealed record BarredPart(Statement Statement, SubjectSymbol Subject, string Law);

/// <summary>That what a sentence gives may be given on to some parties, because the law says so and the sentence does not say otherwise.</summary>
/// <param name="Statement">The sentence that gives it in the first place.</param>
/// <param name="To">Those to whom the scheme gives it on.</param>
/// <param name="Law">The law, by name.</param>
public sealed record OnwardByLaw(Statement Statement, ImmutableArray<PartySymbol> To, string Law);

/// <summary>A subject, with all that lies within it, that the law leaves to the organisation itself of what that holds by law.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="Law">The law, by name.</param>
public sealed record KeptSubject(SubjectSymbol Subject, PartySymbol Organisation, string Law);
