using System.Collections.Immutable;
using DelegationLang.Syntax;

namespace DelegationLang.Semantics.Binding;

/// <summary>A declaration on its way to be a filled symbol.</summary>
internal sealed class Declared
{
    public required Symbol Symbol { get; init; }

    public required Scope Scope { get; init; }

    /// <summary>The name where it is declared.</summary>
    public required NameSyntax Name { get; init; }

    public required ImmutableArray<ClauseSyntax> Clauses { get; init; }

    /// <summary>Whose it is; shared by the lines of a list.</summary>
    public required OwnerSource Owner { get; init; }

    /// <summary>For a named sum: the figure.</summary>
    public AmountSyntax? Amount { get; init; }

    /// <summary>For a class: the words that say who its members are.</summary>
    public NamePart? Members { get; init; }

    /// <summary>For a named sum or a class declared before: the declaration adds to the same symbol.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Whether it is a line of a list whose matters are reserved: then dates, facts and the like belong to the reservation.</summary>
    public bool IsReservedLine { get; init; }
}

/// <summary>The words that say whose something is, resolved at most once.</summary>
internal sealed class OwnerSource
{
    private enum State
    {
        Waiting,
        Working,
        Done,
    }

    private State state = State.Waiting;
    private ImmutableArray<Symbol> owners = [];

    /// <summary>The sentence that the words stand in.</summary>
    public required Scope Scope { get; init; }

    /// <summary>What may be an owner here.</summary>
    public required Expectation Wanted { get; init; }

    /// <summary>The words after <c>of</c>, before commas and <c>and</c> are looked at.</summary>
    public NamePart? Words { get; init; }

    /// <summary>Whether the words are a guess, because what stands before them is no known kind: then they are looked up without any report.</summary>
    public bool IsGuess { get; init; }

    /// <summary>The names after <c>between</c>.</summary>
    public ImmutableArray<NameSyntax> Between { get; init; } = [];

    /// <summary>Whether the sentence says whose it is.</summary>
    public bool IsStated => Words is not null || !Between.IsEmpty;

    /// <summary>The owners. While they are being looked up, which may need the owners of others of the same name, there are none.</summary>
    public ImmutableArray<Symbol> Resolve(NameResolver resolver, Symbol? declared)
    {
        if (state != State.Waiting)
        {
            return owners;
        }

        state = State.Working;
        ImmutableArray<Symbol>.Builder found = ImmutableArray.CreateBuilder<Symbol>();
        if (Words is { } guess && IsGuess)
        {
            Add(Guess(resolver, guess));
        }
        else if (Words is { } words)
        {
            foreach (NamePart item in words.SplitAt(","))
            {
                foreach (NamePart part in resolver.SplitAtAnd(Scope, item))
                {
                    AddVersions(part, resolver.Resolve(Scope, part, Wanted, declared));
                }
            }
        }

        foreach (Reference<Symbol> party in resolver.ResolveList<Symbol>(Scope, Between, Expectation.Owner, declared))
        {
            Add(party.Symbol);
        }

        owners = found.DrainToImmutable();
        state = State.Done;
        return owners;

        Symbol? Guess(NameResolver names, NamePart words)
        {
            for (int from = 0; from >= 0; from = NextOf(words.Text, from))
            {
                Symbol? owner = names.Find(Scope, words.Slice(from, words.Text.Length)).FirstOrDefault(symbol => Wanted.Families.Contains(symbol.Kind.Family));
                if (owner is not null)
                {
                    owner.IsReferenced = true;
                    return owner;
                }
            }

            return null;
        }

        static int NextOf(string text, int from)
        {
            int of = text.IndexOf(" of ", from, StringComparison.Ordinal);
            return of < 0 ? -1 : of + " of ".Length;
        }

        // Of whoever bears the name one after another, it is of all who are there while it is.
        void AddVersions(NamePart part, Symbol? owner)
        {
            Add(owner);
            foreach (Symbol version in owner is null ? [] : resolver.VersionsOf(Scope, part, owner).Where(version => declared is null || version.Lifetime.Overlaps(declared.Lifetime)))
            {
                Add(version);
            }
        }

        void Add(Symbol? owner)
        {
            if (owner is not null && !found.Contains(owner))
            {
                found.Add(owner);
            }
        }
    }
}
