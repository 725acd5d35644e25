using System.Collections.Immutable;
using System.Globalization;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;

namespace DelegationLang.Decisions;

/// <summary>What a name in a question may stand for.</summary>
public enum NamedThingKind
{
    /// <summary>An organisation, group or post.</summary>
    Party,

    /// <summary>A function, matter or budget.</summary>
    Subject,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A condition.</summary>
    Condition,

    /// <summary>A measure.</summary>
    Measure,

    /// <summary>A named sum.</summary>
    Amount,

    /// <summary>Something that no question is about: a power, an agreement, a basis.</summary>
    Other,
}

/// <summary>One thing that a name may stand for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Its index in the <see cref="SpaceDefinition"/>; -1 for <see cref="NamedThingKind.Other"/>.</param>
/// <param name="DisplayName">Its name as messages give it, qualified where needed.</param>
/// <param name="KindName">Its kind in words, such as <c>committee</c>.</param>
public sealed record NamedThing(NamedThingKind Kind, int Index, string DisplayName, string KindName);

/// <summary>Finds what the names in a question stand for.</summary>
public interface IQuestionNames
{
    /// <summary>Everything that a name may stand for; empty when nothing was declared so.</summary>
    ImmutableArray<NamedThing> Find(string name);

    /// <summary>The closest declared name of a kind, for "did you mean"; none when nothing is close.</summary>
    string? Suggest(string name, NamedThingKind kind);

    /// <summary>The basis that the words after <c>per</c> stand for, as declared; none when it is none.</summary>
    string? FindBasis(string name);
}

/// <summary>Names in questions looked up as sentences look names up, whether the scheme was compiled from its text or read from what was built of it.</summary>
/// <param name="names">What the names stand for.</param>
/// <param name="indexOf">The index of a symbol in its list of the <see cref="SpaceDefinition"/>; -1 for one that is in none.</param>
public sealed class SymbolQuestionNames(INameLookup names, Func<Symbol, int> indexOf) : IQuestionNames
{
    /// <inheritdoc/>
    public ImmutableArray<NamedThing> Find(string name) =>
        [.. names.Find(name).Select(Thing).DistinctBy(KeyOf, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public string? Suggest(string name, NamedThingKind kind) => kind switch
    {
        NamedThingKind.Party => names.Suggest(name, SymbolFamily.Organisation, SymbolFamily.Group, SymbolFamily.Role),
        NamedThingKind.Subject => names.Suggest(name, SymbolFamily.Function, SymbolFamily.Matter, SymbolFamily.Budget),
        NamedThingKind.Place => names.Suggest(name, SymbolFamily.Place),
        NamedThingKind.Condition or NamedThingKind.Measure => names.Suggest(name, SymbolFamily.Condition, SymbolFamily.Measure),
        NamedThingKind.Amount => names.Suggest(name, SymbolFamily.Amount),
        _ => names.Suggest(name),
    };

    /// <inheritdoc/>
    public string? FindBasis(string name) => names.FindBasis(name);

    // What is told apart by its name has no index.
    private static string KeyOf(NamedThing thing) =>
        ((int)thing.Kind).ToString(CultureInfo.InvariantCulture) + " "
        + (thing.Kind == NamedThingKind.Other ? thing.DisplayName : thing.Index.ToString(CultureInfo.InvariantCulture));

    private NamedThing Thing(Symbol symbol)
    {
        NamedThingKind kind = symbol switch
        {
            PartySymbol => NamedThingKind.Party,
            SubjectSymbol => NamedThingKind.Subject,
            PlaceSymbol => NamedThingKind.Place,
            ConditionSymbol => NamedThingKind.Condition,
            MeasureSymbol => NamedThingKind.Measure,
            AmountSymbol => NamedThingKind.Amount,
            _ => NamedThingKind.Other,
        };
        return new NamedThing(kind, indexOf(symbol), symbol.DisplayName, symbol.Kind.Name);
    }
}
