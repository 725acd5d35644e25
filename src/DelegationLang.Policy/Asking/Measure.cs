using System.ComponentModel;

namespace DelegationLang.Policy;

/// <summary>A fact of a scheme that is a number.</summary>
/// <typeparam name="TScheme">The scheme.</typeparam>
public readonly record struct Measure<TScheme>
    where TScheme : struct, IPolicyScheme
{
    // One more than the index, so that a default value is none and not the first of the scheme.
    private readonly int number;

    /// <summary>For emitted code.</summary>
    /// <param name="index">The index in <see cref="SpaceDefinition.Measures"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Measure(int index) => number = index + 1;

    /// <summary>Its index in <see cref="SpaceDefinition.Measures"/>.</summary>
    /// <exception cref="InvalidOperationException">The value is the default one, which is no measure.</exception>
    public int Index => number > 0 ? number - 1 : Unset.Index("measure");

    /// <summary>Its name as answers give it.</summary>
    public string Name => TScheme.Space.Definition.Measures[Index].Name;

    /// <summary>What it is counted in.</summary>
    public string Unit => TScheme.Space.Definition.Measures[Index].Unit;

    /// <summary>The name; empty for the default value.</summary>
    public override string ToString() => number > 0 ? Name : "";
}
