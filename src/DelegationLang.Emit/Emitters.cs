using System.Collections.Immutable;
using DelegationLang.Emit.Cedar;
using DelegationLang.Emit.CSharp;
using DelegationLang.Emit.Decisions;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.Sheets;
using DelegationLang.Emit.Sql;

namespace DelegationLang.Emit;

/// <summary>The emitters that there are.</summary>
public static class Emitters
{
    /// <summary>Those that are used where nobody says which, in the order in which their files are made.</summary>
    public static ImmutableArray<IEmitter> ByDefault { get; } = [new HtmlEmitter(), new JsonEmitter(), new CSharpEmitter()];

    /// <summary>All of them.</summary>
    public static ImmutableArray<IEmitter> All { get; } = [.. ByDefault, new CsvEmitter(), new DecisionsEmitter(), new SqlEmitter(), new CedarEmitter()];

    /// <summary>The emitter of a name as given after <c>--emit</c>; none when there is none of that name.</summary>
    public static IEmitter? Find(string name) =>
        All.FirstOrDefault(emitter => string.Equals(emitter.Name, name, StringComparison.OrdinalIgnoreCase));
}
