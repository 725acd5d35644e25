using DelegationLang.Text;

namespace DelegationLang.Syntax;

/// <summary>A part of the tree. Nodes are immutable. A part that the author left out is a node with <see cref="IsMissing"/>, never null.</summary>
public abstract record SyntaxNode
{
    /// <summary>From the first character of the first token to the last character of the last; for a missing part, an empty span where it was expected.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Whether the part was expected and not found.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Where it stands. Sealed, because the text that every record would otherwise make of all its members takes room in the native tool and is read by nobody.</summary>
    public sealed override string ToString() => Span.ToString();
}
