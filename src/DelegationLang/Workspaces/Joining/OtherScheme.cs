using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Workspaces.Joining;

/// <summary>The scheme of another body that a sentence joins, as it was read: from its sentences, or as it was built before.</summary>
internal sealed record OtherScheme
{
    /// <summary>The sentence that joins it.</summary>
    public required JoinStatement Statement { get; init; }

    /// <summary>The body, as the scheme itself declares it.</summary>
    public required PartySymbol Body { get; init; }

    /// <summary>What its sentences come to. Its files are named from the project folder of the scheme itself, with a dot before them.</summary>
    public required SpaceDefinition Space { get; init; }

    /// <summary>What it declares.</summary>
    public required ImmutableArray<Symbol> Symbols { get; init; }

    /// <summary>The index of a symbol in its list of the space; -1 for none.</summary>
    public required Func<Symbol, int> IndexOf { get; init; }

    /// <summary>Looks its names up.</summary>
    public required INameLookup Names { get; init; }

    /// <summary>The body, as it declares itself.</summary>
    public required PartySymbol Own { get; init; }

    /// <summary>The body of the scheme itself, where it joins that in its turn and so says which it is; none otherwise.</summary>
    public PartySymbol? Us { get; init; }

    /// <summary>The agreements that it declares.</summary>
    public required ImmutableArray<AgreementTerms> Agreements { get; init; }

    /// <summary>The sentence that stands at a place; none where it cannot be had.</summary>
    public required Func<SourceReference, SourceLocation?> Find { get; init; }

    /// <summary>How many of its sentences are in error, and give nobody anything.</summary>
    public int Errors { get; init; }

    /// <summary>The first of them in words, with its place; empty for none.</summary>
    public string FirstError { get; init; } = "";

    /// <summary>The file that its scheme sentence stands in; none for one that was built before.</summary>
    public string? SchemeFile { get; init; }
}
