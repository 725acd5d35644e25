using System.ComponentModel;

namespace DelegationLang.Policy;

/// <summary>A budget of a scheme. A question about it is about the function that it covers, or about the money itself where it covers none.</summary>
/// <typeparam name="TScheme">The scheme.</typeparam>
public readonly record struct Budget<TScheme>
    where TScheme : struct, IPolicyScheme
{
    // One more than the index, so that a default value is none and not the first of the scheme.
    private readonly int number;

    /// <summary>For emitted code.</summary>
    /// <param name="index">The index in <see cref="SpaceDefinition.Subjects"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Budget(int index) => number = index + 1;

    /// <summary>Its index in <see cref="SpaceDefinition.Subjects"/>.</summary>
    /// <exception cref="InvalidOperationException">The value is the default one, which is no budget.</exception>
    public int Index => number > 0 ? number - 1 : Unset.Index("budget");

    /// <summary>Its name as answers give it.</summary>
    public string Name => TScheme.Space.Definition.Subjects[Index].Name;

    /// <summary>The name; empty for the default value.</summary>
    public override string ToString() => number > 0 ? Name : "";
}
