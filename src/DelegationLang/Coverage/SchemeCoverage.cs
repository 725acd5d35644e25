using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Coverage;

/// <summary>Who decides each function and matter of a scheme on a day, and what the scheme passes over.</summary>
public sealed record SchemeCoverage
{
    /// <summary>The organisation whose scheme it is; none when the scheme does not say.</summary>
    public PartySymbol? Organisation { get; init; }

    /// <summary>The day that it is about: the one asked for, or where the scheme is not in force then, the nearest on which it is.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Whether it is about another day than the one asked for.</summary>
    public bool IsDayMoved { get; init; }

    /// <summary>The functions and matters, in the order of declaration. Budgets are not among them: a sentence about one is about the functions that it covers.</summary>
    public ImmutableArray<CoveredSubject> Subjects { get; init; } = [];

    /// <summary>Whether the libraries that the scheme uses name any function or matter for a body of this kind.</summary>
    public bool HasLawList { get; init; }

    /// <summary>The functions and matters that the libraries name for a body of this kind, and of which the scheme never speaks, in the order of the library.</summary>
    public ImmutableArray<UnmentionedSubject> NeverMentioned { get; init; } = [];

    /// <summary>What national guidance lists for places, with what of it is decided at one; empty but for an integrated care board with places.</summary>
    public ImmutableArray<PlaceWork> ForPlaces { get; init; } = [];

    /// <summary>How many subjects have a status.</summary>
    public int Count(CoverageStatus status)
    {
        int count = 0;
        foreach (CoveredSubject subject in Subjects)
        {
            count += subject.Status == status ? 1 : 0;
        }

        return count;
    }
}

/// <summary>A function or a matter, and what the scheme says of who decides it.</summary>
public sealed record CoveredSubject
{
    /// <summary>The function or the matter.</summary>
    public required SubjectSymbol Subject { get; init; }

    /// <summary>What the scheme says of it.</summary>
    public required CoverageStatus Status { get; init; }

    /// <summary>Who decides in some case, in the order of the sentences; whoever keeps what is not given away comes last.</summary>
    public ImmutableArray<SubjectDecider> Deciders { get; init; } = [];

    /// <summary>Of one that is unclear, the sentences in error; of one that stays where it was because it is carved out, the sentences that carve it out.</summary>
    public ImmutableArray<SourceReference> Sentences { get; init; } = [];

    /// <summary>Why nobody may decide it; empty when somebody may.</summary>
    public string WhyNobody { get; init; } = "";

    /// <summary>Whether there are too many cases to look at, so that somebody who decides in a few of them may be missing.</summary>
    public bool IsCutShort { get; init; }
}

/// <summary>Somebody who decides a subject in some case.</summary>
/// <param name="Names">Those who decide, together where there are several; a name that stands twice means two people of it.</param>
/// <param name="Authority">The line of the table of authority that says so; none for whoever holds it by law.</param>
/// <param name="About">How the sentence names the subject where it is not by the subject's own name alone, in words: <c>for podiatry</c>, <c>as part of place budget</c>.</param>
/// <param name="Sentence">What the sentence is about, in words: <c>podiatry</c>, <c>all other matters of ICB</c>; empty by law.</param>
/// <param name="Source">The sentence it rests on; for whoever holds it by law, where the subject is declared.</param>
/// <param name="Reference">The reference published with the sentence; empty for none.</param>
public sealed record SubjectDecider(
    ImmutableArray<string> Names, Authority? Authority, string About, string Sentence, SourceReference Source, string Reference);

/// <summary>A function or matter of which a library speaks and the scheme does not.</summary>
/// <param name="Subject">The subject as the library declares it.</param>
/// <param name="Powers">The powers that speak of it, for a body of the scheme's kind.</param>
public sealed record UnmentionedSubject(SubjectSymbol Subject, ImmutableArray<SpeakingPower> Powers);

/// <summary>A power that speaks of a subject.</summary>
/// <param name="Power">The power.</param>
/// <param name="Covers">Whether it covers the subject; otherwise it leaves it out.</param>
public sealed record SpeakingPower(PowerSymbol Power, bool Covers);
