using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Policy.Joining;
using DelegationLang.Semantics;

namespace DelegationLang.Workspaces.Joining;

/// <summary>Finds what names in questions stand for in a scheme and in those that are joined to it: its own first.</summary>
/// <param name="own">The names of the scheme itself.</param>
/// <param name="others">The joined schemes, each with its numbers in the joined space.</param>
internal sealed class JoinedNames(IQuestionNames own, ImmutableArray<(OtherScheme Scheme, JoinedScheme Numbers)> others) : IQuestionNames
{
    /// <inheritdoc/>
    public ImmutableArray<NamedThing> Find(string name)
    {
        ImmutableArray<NamedThing> found = own.Find(name);
        if (found.Any(thing => thing.Kind != NamedThingKind.Other))
        {
            return found;
        }

        // What the scheme joins goes before what that joins in its turn.
        foreach (var isDirect in (bool[])[true, false])
        {
            var elsewhere = others.Where(other => other.Scheme.IsDirect == isDirect).SelectMany(other => FindIn(other.Scheme, other.Numbers, name)).DistinctBy(thing => (thing.Kind, thing.Index)).ToImmutableArray();
            if (!elsewhere.IsEmpty)
            {
                return elsewhere;
            }
        }

        return found;
    }

    /// <inheritdoc/>
    public string? Suggest(string name, NamedThingKind kind) =>
        own.Suggest(name, kind) ?? others.Select(other => NamesOf(other.Scheme).Suggest(name, kind)).FirstOrDefault(suggestion => suggestion is not null);

    /// <inheritdoc/>
    public string? FindBasis(string name) => own.FindBasis(name) ?? others.Select(other => other.Scheme.Names.FindBasis(name)).FirstOrDefault(basis => basis is not null);

    private static SymbolQuestionNames NamesOf(OtherScheme scheme) => new(scheme.Names, scheme.IndexOf);

    // `of BODY` may be said as the scheme itself calls the body.
    private static IEnumerable<NamedThing> FindIn(OtherScheme scheme, JoinedScheme numbers, string name)
    {
        ImmutableArray<NamedThing> found = NamesOf(scheme).Find(name);
        var suffix = " of " + scheme.Body.DisplayName;
        if (found.IsEmpty && name.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
        {
            found = NamesOf(scheme).Find(name[..^suffix.Length]);
        }

        foreach (NamedThing thing in found)
        {
            ImmutableArray<int> list = thing.Kind switch
            {
                NamedThingKind.Party => numbers.Parties,
                NamedThingKind.Subject => numbers.Subjects,
                NamedThingKind.Place => numbers.Places,
                NamedThingKind.Condition => numbers.Conditions,
                NamedThingKind.Measure => numbers.Measures,
                _ => [],
            };
            if (thing.Index >= 0 && thing.Index < list.Length)
            {
                yield return thing with { Index = list[thing.Index], DisplayName = thing.DisplayName + (thing.Kind == NamedThingKind.Party ? suffix : "") };
            }
        }
    }
}
