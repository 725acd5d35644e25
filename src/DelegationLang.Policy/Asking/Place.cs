using System.ComponentModel;

namespace DelegationLang.Policy;

/// <summary>A place of a scheme.</summary>
/// <typeparam name="TScheme">The scheme.</typeparam>
public readonly record struct Place<TScheme>
    where TScheme : struct, IPolicyScheme
{
    // One more than the index, so that a default value is none and not the first of the scheme.
    private readonly int number;

    /// <summary>For emitted code.</summary>
    /// <param name="index">The index in <see cref="SpaceDefinition.Places"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Place(int index) => number = index + 1;

    /// <summary>Its index in <see cref="SpaceDefinition.Places"/>.</summary>
    /// <exception cref="InvalidOperationException">The value is the default one, which is no place.</exception>
    public int Index => number > 0 ? number - 1 : Unset.Index("place");

    /// <summary>Its name as answers give it.</summary>
    public string Name => TScheme.Space.Definition.Places[Index].Name;

    /// <summary>The name; empty for the default value.</summary>
    public override string ToString() => number > 0 ? Name : "";
}
