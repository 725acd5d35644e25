using System.Collections.Immutable;

namespace DelegationLang.Semantics.Binding;

/// <summary>Finds out whose everything is. Names may be qualified by owners, so this comes first and on demand.</summary>
internal sealed class OwnerBinder(DeclarationCollector declarations)
{
    // One owner's name may need another's owner, and so on; a text made to go deeper than this is no scheme.
    private const int MostDepth = 100;

    private NameResolver? resolver;
    private int depth;

    /// <summary>The owners as far as they are known; looks them up when that has not been done yet.</summary>
    public ImmutableArray<Symbol> OwnersOf(Symbol symbol)
    {
        if (resolver is not null && depth < MostDepth && symbol.Owners.IsEmpty && declarations.OwnersOf(symbol) is { IsStated: true } source)
        {
            depth++;
            symbol.Owners = source.Resolve(resolver, symbol);
            depth--;
        }

        return symbol.Owners;
    }

    /// <summary>Sets the owners of every symbol.</summary>
    public void BindAll(NameResolver names)
    {
        resolver = names;
        foreach (Declared declared in declarations.All)
        {
            declared.Symbol.HasUnknownOwner = OwnersOf(declared.Symbol).IsEmpty && declared.Owner.IsStated;
        }

        resolver = null;
    }

    /// <summary>Functions, matters and budgets of nobody in particular are those of the own organisation, those of a library excepted.</summary>
    public static void GiveToOwn(IEnumerable<Declared> declarations, PartySymbol? own)
    {
        if (own is null)
        {
            return;
        }

        foreach (Declared declared in declarations)
        {
            if (declared.Symbol is SubjectSymbol { Owners.IsEmpty: true, IsFromLibrary: false, HasUnknownOwner: false } subject && !declared.Owner.IsStated)
            {
                subject.Owners = [own];
            }
        }
    }

    /// <summary>A function or matter that a library says is for bodies of some kinds is the scheme's own organisation's, where that is of such a kind.</summary>
    public static void GiveFromLibraries(IEnumerable<Declared> declarations, PartySymbol? own)
    {
        foreach (Declared declared in declarations)
        {
            if (own is not null && declared.Symbol is SubjectSymbol { Owners.IsEmpty: true, For.IsEmpty: false } subject && subject.For.Any(named => named.Names(own)))
            {
                subject.Owners = [own];
            }
        }
    }

    /// <summary>A part of something that belongs to somebody belongs to the same, unless it says otherwise.</summary>
    public static void GiveToOwnerOfParent(IEnumerable<Declared> declarations)
    {
        foreach (Declared declared in declarations)
        {
            if (declared.Symbol is SubjectSymbol { Parent: not null, IsFromLibrary: false } subject && !declared.Owner.IsStated)
            {
                for (SubjectSymbol? parent = subject.Parent; parent is not null; parent = parent.Parent)
                {
                    if (!parent.IsFromLibrary && (!parent.Owners.IsEmpty || parent.HasUnknownOwner))
                    {
                        subject.Owners = parent.Owners;
                        subject.HasUnknownOwner = parent.HasUnknownOwner;
                    }
                }
            }
        }
    }
}
