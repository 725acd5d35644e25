using System.ComponentModel;

namespace DelegationLang.Policy;

/// <summary>A fact of a scheme that is true or false.</summary>
/// <typeparam name="TScheme">The scheme.</typeparam>
public readonly record struct Condition<TScheme>
    where TScheme : struct, IPolicyScheme
{
    // One more than the index, so that a default value is none and not the first of the scheme.
    private readonly int number;

    /// <summary>For emitted code.</summary>
    /// <param name="index">The index in <see cref="SpaceDefinition.Conditions"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Condition(int index) => number = index + 1;

    /// <summary>Its index in <see cref="SpaceDefinition.Conditions"/>.</summary>
    /// <exception cref="InvalidOperationException">The value is the default one, which is no condition.</exception>
    public int Index => number > 0 ? number - 1 : Unset.Index("condition");

    /// <summary>Its name as answers give it.</summary>
    public string Name => TScheme.Space.Definition.Conditions[Index].Name;

    /// <summary>The name; empty for the default value.</summary>
    public override string ToString() => number > 0 ? Name : "";
}
