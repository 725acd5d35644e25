using DelegationLang.Decisions;
using DelegationLang.Emit.Changes;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit;

/// <summary>What every emitter works from: a scheme, and what it means. Read only.</summary>
/// <param name="Model">The scheme.</param>
/// <param name="Space">The decision space made from that very model.</param>
public sealed record EmitInput(SchemeModel Model, DecisionSpace Space)
{
    /// <summary>What is emitted from a scheme and the engine made from it.</summary>
    public static EmitInput Of(SchemeModel model, DecisionEngine engine) => new(model, engine.Space) { Symbols = engine.Symbols };

    /// <summary>Which index of the space each symbol has; none for a space that was not made from symbols.</summary>
    public SymbolIndex? Symbols { get; init; }

    /// <summary>The statements that a rule found in error although the report was silenced: they give nobody authority, and outputs say so.</summary>
    public IReadOnlySet<Statement> InError { get; init; } = new HashSet<Statement>();

    /// <summary>
    /// The day that <em>today</em> means. None by default, so that a build made tomorrow has the same bytes; where it is given,
    /// outputs for people say on which day they were made and what has run out by then.
    /// </summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>What has changed since the version that the scheme supersedes; none where there is none to compare with.</summary>
    public SchemeDiff? Changes { get; init; }

    /// <summary>How the pages for people look.</summary>
    public SiteOptions Site { get; init; } = new();

    /// <summary>Where the pages of joined schemes lie from these, by the body; an address that the scheme states itself goes before it.</summary>
    public IReadOnlyDictionary<PartySymbol, string> JoinedPages { get; init; } = new Dictionary<PartySymbol, string>();

    /// <summary>Whether files for Word and Excel are written beside the pages, so that these have links to them.</summary>
    public bool HasOffice { get; init; }

    /// <summary>The namespace of emitted C#.</summary>
    public string Namespace { get; init; } = "SchemeOfDelegation";
}
