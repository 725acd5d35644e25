using System.Collections.Immutable;

namespace DelegationLang.Emit.CSharp;

/// <summary>
/// C# that answers by itself: the decision space as data, names for everything that a question can be about, and an entry point to ask.
/// It needs DelegationLang.Policy and nothing else, on .NET 8 or later. It has no logic of its own: that is in the package, where it is tested.
/// </summary>
public sealed class CSharpEmitter : IEmitter
{
    /// <summary>The one file that is made.</summary>
    public const string FileName = "Scheme.g.cs";

    /// <inheritdoc/>
    public string Name => "csharp";

    /// <summary>Whether a text can be given as <see cref="EmitInput.Namespace"/>: identifiers joined by full stops, none of them a keyword.</summary>
    public static bool IsNamespace(string text) => Identifiers.IsNamespace(text);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The namespace is none (see <see cref="IsNamespace"/>).</exception>
    public ImmutableArray<EmittedFile> Emit(EmitInput input)
    {
        if (!IsNamespace(input.Namespace))
        {
            throw new ArgumentException($"“{input.Namespace}” is not a C# namespace.", nameof(input));
        }

        return [new EmittedFile(FileName, SourceWriter.Write(input))];
    }
}
