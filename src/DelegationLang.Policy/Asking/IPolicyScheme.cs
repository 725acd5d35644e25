using System.Collections.Immutable;
using System.ComponentModel;
using DelegationLang.Policy.Asking;

namespace DelegationLang.Policy;

/// <summary>
/// A scheme as a type. Emitted code declares one a scheme; its parties, functions and places are of types that name it, so that those of two schemes
/// are not mixed up.
/// </summary>
public interface IPolicyScheme
{
    /// <summary>What the scheme means, made when it is first asked for. May be asked from many threads at once.</summary>
    static abstract DecisionSpace Space { get; }

    /// <summary>Other names by which things of the scheme are found, beside those that answers give.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static virtual ImmutableArray<SchemeAlias> Aliases => [];
}
