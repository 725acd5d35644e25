using System.Collections.Immutable;
using DelegationLang.Emit.CSharp;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Json;

namespace DelegationLang.Emit;

/// <summary>The emitters that there are.</summary>
public static class Emitters
{
    /// <summary>All of them, in the order in which their files are made.</summary>
    public static ImmutableArray<IEmitter> All { get; } = [new HtmlEmitter(), new JsonEmitter(), new CSharpEmitter()];

    /// <summary>The emitter of a name as given after <c>--emit</c>; none when there is none of that name.</summary>
    public static IEmitter? Find(string name) =>
        All.FirstOrDefault(emitter => string.Equals(emitter.Name, name, StringComparison.OrdinalIgnoreCase));
}
