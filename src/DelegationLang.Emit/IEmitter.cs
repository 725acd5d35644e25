using System.Collections.Immutable;

namespace DelegationLang.Emit;

/// <summary>Turns a scheme into files of one sort. The same input gives the same bytes, on every machine and in every culture.</summary>
public interface IEmitter
{
    /// <summary>The name after <c>--emit</c>: <c>html</c>, <c>json</c>, <c>csharp</c>, <c>csv</c>.</summary>
    string Name { get; }

    /// <summary>The files.</summary>
    ImmutableArray<EmittedFile> Emit(EmitInput input);
}
