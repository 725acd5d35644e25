using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Workspaces.Joining;

/// <summary>The scheme of another body that a sentence joins, as it was read: from its sentences, or as it was built before.</summary>
internal sealed record OtherScheme
{
    /// <summary>By which sentences it is found.</summary>
    public required JoinedBy By { get; init; }

    /// <summary>The sentence of the scheme itself that joins it, or that joins the one by which it is found.</summary>
    public JoinStatement Statement => By.Statement;

    /// <summary>The body, as the scheme declares it that joins it.</summary>
    public PartySymbol Body => By.Body;

    /// <summary>Whether the scheme itself joins it, and not another that it joins.</summary>
    public bool IsDirect => By.Via is null;

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

    /// <summary>What it joins in its turn; nothing for one that was built before.</summary>
    public ImmutableArray<JoinedInTurn> Joins { get; init; } = [];

    /// <summary>The rules that say themselves that what they give may not be given on.</summary>
    public IReadOnlySet<int> Refusing { get; init; } = new HashSet<int>();

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

/// <summary>By which sentences a joined scheme is found.</summary>
/// <param name="Statement">The sentence of the scheme itself that leads to it.</param>
/// <param name="Body">The body whose it is, as the scheme declares it that joins it.</param>
/// <param name="Target">Where it lies, as that scheme names it.</param>
/// <param name="Place">Where it lies; none where the path is not relative.</param>
/// <param name="Via">The joined scheme that joins it; none for the scheme itself.</param>
internal sealed record JoinedBy(JoinStatement Statement, PartySymbol Body, string Target, JoinedPlace? Place, OtherScheme? Via);

/// <summary>A scheme that a joined one joins in its turn.</summary>
/// <param name="Body">The body, as the joined scheme declares it.</param>
/// <param name="Target">Where its scheme lies, as the joined scheme names it.</param>
/// <param name="Place">Where that is from the project folder of the scheme itself; none where the path is not relative.</param>
/// <param name="IsBack">Whether it is the scheme itself.</param>
internal sealed record JoinedInTurn(PartySymbol Body, string Target, JoinedPlace? Place, bool IsBack);
