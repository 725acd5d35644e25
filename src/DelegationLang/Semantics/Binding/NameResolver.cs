using System.Collections.Immutable;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>From names in sentences to symbols: by what may stand in the place, and with a report when nothing, too much or the wrong thing answers to a name.</summary>
internal sealed class NameResolver(SymbolTable symbols, UndeclaredNames undeclared, NameFaults faults, NameUses uses)
{
    /// <summary>Whether the scheme joins those of other bodies: its scenarios may then name what only those declare, which is found when they are tried.</summary>
    public bool HasJoins { get; set; }

    /// <summary>What the name stands for, or none (reported, unless the fault lies in the declaration).</summary>
    /// <param name="scope">The sentence, which is in error when the name does not resolve.</param>
    /// <param name="name">The name.</param>
    /// <param name="wanted">What may stand here.</param>
    /// <param name="except">A symbol that the name cannot mean: the one that is being declared.</param>
    public Symbol? Resolve(Scope scope, NamePart name, Expectation wanted, Symbol? except = null)
    {
        if (name.IsMissing)
        {
            scope.HasErrors = true;
            return null;
        }

        ImmutableArray<Symbol> candidates = Candidates(scope, name, except);
        if (candidates.IsEmpty && HasJoins && scope.Sentence is ScenarioSyntax)
        {
            return null;
        }

        if (candidates.IsEmpty)
        {
            undeclared.Report(scope, name, wanted);
            return null;
        }

        return Choose(scope, name, wanted, candidates);
    }

    public T? Resolve<T>(Scope scope, NamePart name, Expectation wanted, Symbol? except = null)
        where T : Symbol => Resolve(scope, name, wanted, except) as T;

    /// <summary>Resolves one name together with where it stands.</summary>
    public Reference<T>? ResolveReference<T>(Scope scope, NameSyntax name, Expectation wanted)
        where T : Symbol => Resolve(scope, scope.Part(name), wanted) is T symbol ? new Reference<T>(symbol, scope.At(name)) : null;

    /// <summary>Resolves the items of a list; one that is not a name itself is split at <c>and</c>. What does not resolve is left out.</summary>
    public ImmutableArray<Reference<T>> ResolveList<T>(Scope scope, ImmutableArray<NameSyntax> names, Expectation wanted, Symbol? except = null)
        where T : Symbol
    {
        if (names.Length == 1 && ResolveDirectly(scope, names[0], wanted) is T only && only != except)
        {
            return [new Reference<T>(only, scope.At(names[0]))];
        }

        ImmutableArray<Reference<T>>.Builder resolved = ImmutableArray.CreateBuilder<Reference<T>>(names.Length);
        foreach (NameSyntax name in names)
        {
            foreach (NamePart part in SplitAtAnd(scope, scope.Part(name)))
            {
                if (Resolve(scope, part, wanted, except) is T symbol)
                {
                    resolved.Add(new Reference<T>(symbol, part.Location));
                }
            }
        }

        return resolved.DrainToImmutable();
    }

    /// <summary>
    /// The parts of an item of a list: the item itself when it is a declared name; otherwise its halves around <c>and</c> when they are, or
    /// when one of them is and the item looks like nothing else, so that the report speaks of the other.
    /// </summary>
    public ImmutableArray<NamePart> SplitAtAnd(Scope scope, NamePart name)
    {
        if (!name.Text.Contains(" and ", StringComparison.Ordinal) || IsDeclared(scope, name))
        {
            return [name];
        }

        ImmutableArray<NamePart> parts = SplitFully(scope, name);
        if (!parts.IsEmpty)
        {
            return parts;
        }

        return undeclared.HasSuggestion(name.Text) ? [name] : SplitPartly(scope, name);
    }

    /// <summary>Whether the name, as it stands, is one that somebody declared.</summary>
    public bool IsDeclared(Scope scope, NamePart name) => !symbols.Find(name.Text, scope.IsLibrary).IsEmpty;

    /// <summary>Whether somebody declared something by this very name, without any <c>of OWNER</c> to be taken off it.</summary>
    public bool IsDeclaredWhole(Scope scope, NamePart name) => !symbols.FindWhole(NameKey.Of(name.Text), scope.IsLibrary).IsEmpty;

    /// <summary>What a name may stand for, without any report.</summary>
    public ImmutableArray<Symbol> Find(Scope scope, NamePart name) => symbols.Find(name.Text, scope.IsLibrary);

    /// <summary>What bears a name one after another, where one of them was found by it; the one alone where nothing else does.</summary>
    public ImmutableArray<Symbol> VersionsOf(Scope scope, NamePart name, Symbol found)
    {
        ImmutableArray<Symbol> sameName = [.. symbols.Find(name.Text, scope.IsLibrary).Where(symbol => symbol is not UndeterminedSymbol && !symbol.IsDuplicate)];
        return sameName.Contains(found) && Versions.Follow(sameName) ? sameName : [found];
    }

    /// <summary>Takes note of what a name stands for where the sentence itself settled it.</summary>
    public void Note(Scope scope, NamePart name, Symbol symbol) => Use(scope, name, symbol);

    private Symbol? ResolveDirectly(Scope scope, NameSyntax name, Expectation wanted)
    {
        ImmutableArray<Symbol> candidates = symbols.Find(name.Text, scope.IsLibrary);
        if (candidates.Length != 1 || !wanted.Families.Contains(candidates[0].Kind.Family) || candidates[0].IsUncertain)
        {
            return null;
        }

        return Use(scope, scope.Part(name), candidates[0]);
    }

    private ImmutableArray<Symbol> Candidates(Scope scope, NamePart name, Symbol? except)
    {
        ImmutableArray<Symbol> candidates = symbols.Find(name.Text, scope.IsLibrary);
        if (except is null || !candidates.Contains(except))
        {
            return candidates;
        }

        // "surgery is a function of Hospital Trust within surgery": the second is the library's. Where there is none, the thing lies within itself.
        ImmutableArray<Symbol> others = candidates.Remove(except);
        if (others.IsEmpty)
        {
            others = symbols.FindHidden(name.Text).Remove(except);
        }

        return others.IsEmpty ? candidates : others;
    }

    private Symbol? Choose(Scope scope, NamePart name, Expectation wanted, ImmutableArray<Symbol> candidates)
    {
        if (candidates.Length == 1 && wanted.Families.Contains(candidates[0].Kind.Family) && candidates[0] is not UndeterminedSymbol)
        {
            return Use(scope, name, candidates[0]);
        }

        ImmutableArray<Symbol> fitting = [.. candidates.Where(candidate => candidate is not UndeterminedSymbol && wanted.Families.Contains(candidate.Kind.Family))];
        if (fitting.Length > 1)
        {
            ImmutableArray<Symbol> firsts = [.. fitting.Where(candidate => !candidate.IsDuplicate)];
            bool areVersions = Versions.Follow(firsts);
            fitting = firsts.IsEmpty ? fitting[..1] : areVersions ? [Versions.On(scope.Days, firsts)] : symbols.WithoutRepeats(firsts);
        }

        if (fitting.Length == 1)
        {
            return Use(scope, name, fitting[0]);
        }

        foreach (Symbol candidate in candidates)
        {
            Use(scope, name, candidate);
        }

        if (candidates.Any(candidate => candidate.IsUncertain))
        {
            // What it is could not be told; that is the declaration's fault and reported there.
            scope.HasErrors = true;
        }
        else if (fitting.IsEmpty)
        {
            faults.WrongKind(scope, name, wanted, candidates[0]);
        }
        else
        {
            faults.Ambiguous(scope, name, fitting);
        }

        return null;
    }

    private Symbol Use(Scope scope, NamePart name, Symbol symbol)
    {
        uses.Add(name, symbol);
        if (!scope.IsLibrary)
        {
            symbol.IsReferenced = true;
        }

        return symbol;
    }

    private ImmutableArray<NamePart> SplitFully(Scope scope, NamePart name)
    {
        // Where the rest of the name, from a word on, is known not to split: without this, "a and a and a …" would be tried again and again.
        var hopeless = new HashSet<int>();
        var parts = new Stack<NamePart>();
        return Split(0) ? [.. parts] : [];

        bool Split(int from)
        {
            NamePart rest = name.Slice(from, name.Text.Length);
            if (from > 0 && IsDeclared(scope, rest))
            {
                parts.Push(rest);
                return true;
            }

            int last = name.Text.Length - 1;
            for (int and = LastAnd(last); and > from; and = LastAnd(and - 1))
            {
                NamePart left = name.Slice(from, and);
                if (!hopeless.Contains(and) && IsDeclared(scope, left))
                {
                    if (Split(and + 5))
                    {
                        parts.Push(left);
                        return true;
                    }

                    hopeless.Add(and);
                }
            }

            return false;
        }

        int LastAnd(int before) => before < 0 ? -1 : name.Text.LastIndexOf(" and ", before, StringComparison.Ordinal);
    }

    private ImmutableArray<NamePart> SplitPartly(Scope scope, NamePart name)
    {
        for (int and = name.Text.IndexOf(" and ", StringComparison.Ordinal); and > 0; and = name.Text.IndexOf(" and ", and + 1, StringComparison.Ordinal))
        {
            NamePart left = name.Slice(0, and);
            NamePart right = name.Slice(and + 5, name.Text.Length);
            if (IsDeclared(scope, left) || IsDeclared(scope, right))
            {
                return [left, right];
            }
        }

        return [name];
    }
}
