using System.Collections.Immutable;
using System.ComponentModel;

namespace DelegationLang.Policy.Asking;

/// <summary>Another name of something of a scheme.</summary>
/// <param name="Kind">What it is: <c>Party</c>, <c>Function</c>, <c>Matter</c>, <c>Budget</c>, <c>Place</c>, <c>Condition</c>, <c>Measure</c>.</param>
/// <param name="Index">Its index in the list of the <see cref="SpaceDefinition"/> that it stands in.</param>
/// <param name="Name">The name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct SchemeAlias(string Kind, int Index, string Name);
