using System.Collections.Immutable;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Makes a symbol of each thing that is declared, so that the order of sentences does not matter.</summary>
internal sealed class DeclarationCollector(KindTable kinds, KindFaults kindFaults, SymbolTable symbols)
{
    private readonly List<Declared> all = [];
    private readonly List<ScopedDesignation> designations = [];
    private readonly Dictionary<AmountName, AmountSymbol> amounts = [];
    private readonly Dictionary<AmountName, ClassSymbol> classes = [];
    private readonly Dictionary<SyntaxNode, Declared> bySyntax = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Symbol, OwnerSource> owners = new(ReferenceEqualityComparer.Instance);

    /// <summary>All declarations in the order of the text.</summary>
    public IReadOnlyList<Declared> All => all;

    /// <summary>The sentences that say <c>is also</c>.</summary>
    public IReadOnlyList<ScopedDesignation> Designations => designations;

    /// <summary>The declaration that a sentence or a line of a list made.</summary>
    public Declared? Of(SyntaxNode syntax) => bySyntax.GetValueOrDefault(syntax);

    /// <summary>Where the words stand that say whose the symbol is.</summary>
    public OwnerSource? OwnersOf(Symbol symbol) => owners.GetValueOrDefault(symbol);

    public void Add(Scope scope, DeclarationSyntax declaration)
    {
        if (declaration.Name.IsMissing)
        {
            return;
        }

        var descriptor = Descriptor.Read(scope.Part(declaration.Descriptor), kinds, scope.IsLibrary);
        KindSymbol? kind = descriptor.Kind;
        bool isGuess = kind is { IsUncertain: true };
        if (kind is null && !declaration.Descriptor.IsMissing && !descriptor.KindWords.IsMissing)
        {
            kind = kindFaults.UnknownKind(scope, descriptor.KindWords);
            isGuess = true;
        }

        NamePart? afterOf = descriptor.Owner is { Text.Length: > 0 } words ? words : null;
        bool isClass = kind?.Family == SymbolFamily.Class;
        var owner = new OwnerSource
        {
            Scope = scope,
            Wanted = OwnerOf(kind),
            Words = isClass ? null : afterOf,
            IsGuess = descriptor.Kind is null,
            Between = [.. declaration.Clauses.OfType<NamesClauseSyntax>().Where(clause => clause.Kind == ClauseKind.Between).SelectMany(clause => clause.Names)],
        };
        AmountSyntax? amount = declaration.Amount.IsEmpty ? null : declaration.Amount[0];
        Symbol? repeated = kind?.Family switch
        {
            SymbolFamily.Amount => Repeated(declaration.Name.Text, owner, scope.IsLibrary),
            SymbolFamily.Class => classes.GetValueOrDefault(new AmountName(NameKey.Of(declaration.Name.Text), "", scope.IsLibrary)),
            _ => null,
        };
        Symbol symbol = repeated ?? Make(declaration.Name.Text, kind, kind is null || kind.IsUncertain, scope.At(declaration.Name));
        symbol.IsUncertain |= isGuess;
        if (symbol is MeasureSymbol measure && descriptor.Unit is { } unit)
        {
            measure.Unit = unit.Text;
            measure.Currency = Units.CurrencyOf(unit.Text);
        }

        if (symbol is AmountSymbol sum)
        {
            amounts.TryAdd(new AmountName(NameKey.Of(sum.Name), NameKey.Of(owner.Words?.Text ?? ""), scope.IsLibrary), sum);
        }

        if (symbol is ClassSymbol members)
        {
            classes.TryAdd(new AmountName(NameKey.Of(members.Name), "", scope.IsLibrary), members);
        }

        Register(
            new Declared
            {
                Symbol = symbol,
                Scope = scope,
                Name = declaration.Name,
                Members = isClass ? afterOf : null,
                Clauses = declaration.Clauses,
                Owner = owner,
                Amount = amount,
                IsRepeated = repeated is not null,
            },
            declaration);
    }

    /// <summary>Declares the lines of a list. Each has a scope of its own; whose they are is said once, in the head.</summary>
    public void Add(Scope head, ListDeclarationSyntax list, Func<ListItemSyntax, Scope> scopeOf)
    {
        KindSymbol kind = kinds.OfPlural(list.Kinds.Text, head.IsLibrary) ?? kinds.Root(SymbolFamily.Matter);
        var owner = new OwnerSource { Scope = head, Wanted = OwnerOf(kind), Words = list.Owner.IsMissing ? null : head.Part(list.Owner) };
        foreach (ListItemSyntax item in list.Items)
        {
            if (item.Name.IsMissing)
            {
                continue;
            }

            Scope scope = scopeOf(item);
            Register(
                new Declared
                {
                    Symbol = Make(item.Name.Text, kind, false, scope.At(item.Name)),
                    Scope = scope,
                    Name = item.Name,
                    Clauses = list.ClausesOf(item),
                    Owner = owner,
                    IsReservedLine = !list.ReservedTo.IsEmpty,
                },
                item);
        }
    }

    public void Add(Scope scope, DesignationSyntax designation) => designations.Add(new ScopedDesignation(scope, designation));

    /// <summary>Declares a designation that nothing else declares; it is a post of whoever its holder is of.</summary>
    public PartySymbol AddDesignation(Scope scope, DesignationSyntax designation, KindSymbol kind)
    {
        var symbol = new PartySymbol(designation.Designation.Text, kind, scope.At(designation.Designation))
        {
            IsFromLibrary = scope.IsLibrary,
            Declaration = scope.Location,
        };
        symbols.Add(symbol.Name, symbol);
        return symbol;
    }

    private void Register(Declared declared, SyntaxNode syntax)
    {
        all.Add(declared);
        bySyntax[syntax] = declared;
        owners.TryAdd(declared.Symbol, declared.Owner);
        if (declared.IsRepeated)
        {
            return;
        }

        Symbol symbol = declared.Symbol;
        symbol.IsFromLibrary = declared.Scope.IsLibrary;
        symbol.Declaration = declared.Scope.Location;
        symbols.Add(symbol.Name, symbol);
        foreach (ClauseSyntax clause in declared.Clauses)
        {
            if (clause is NamesClauseSyntax { Kind: ClauseKind.KnownAs } knownAs)
            {
                AddAliases(symbol, knownAs.Names);
            }
        }
    }

    private void AddAliases(Symbol symbol, ImmutableArray<NameSyntax> names)
    {
        foreach (NameSyntax name in names.Where(name => !name.IsMissing))
        {
            symbols.Add(name.Text, symbol);
        }

        symbol.Aliases = symbol.Aliases.AddRange(names.Where(name => !name.IsMissing).Select(name => name.Text));
    }

    private AmountSymbol? Repeated(string name, OwnerSource owner, bool isLibrary) =>
        amounts.GetValueOrDefault(new AmountName(NameKey.Of(name), NameKey.Of(owner.Words?.Text ?? ""), isLibrary));

    private Symbol Make(string name, KindSymbol? kind, bool isUnknown, SourceLocation location)
    {
        if (kind is null || isUnknown)
        {
            return new UndeterminedSymbol(name, kind ?? kinds.Root(SymbolFamily.Organisation), location);
        }

        return kind.Family switch
        {
            SymbolFamily.Organisation or SymbolFamily.Group or SymbolFamily.Role => new PartySymbol(name, kind, location),
            SymbolFamily.Function or SymbolFamily.Matter or SymbolFamily.Budget => new SubjectSymbol(name, kind, location),
            SymbolFamily.Place => new PlaceSymbol(name, kind, location),
            SymbolFamily.Power => new PowerSymbol(name, kind, location),
            SymbolFamily.Agreement => new AgreementSymbol(name, kind, location),
            SymbolFamily.Condition => new ConditionSymbol(name, kind, location),
            SymbolFamily.Measure => new MeasureSymbol(name, kind, location),
            SymbolFamily.Basis => new BasisSymbol(name, kind, location),
            SymbolFamily.Class => new ClassSymbol(name, kind, location),
            _ => new AmountSymbol(name, kind, location),
        };
    }

    private static Expectation OwnerOf(KindSymbol? kind) => kind?.Family switch
    {
        SymbolFamily.Organisation => Expectation.OwnerOfOrganisation,
        SymbolFamily.Group or SymbolFamily.Role => Expectation.OwnerOfGroup,
        _ => Expectation.Owner,
    };

    /// <summary>A named amount, which each owner has for itself.</summary>
    private sealed record AmountName(string Name, string Owner, bool IsLibrary);
}

/// <summary>A sentence <c>X is also Y</c> and where it stands.</summary>
internal sealed record ScopedDesignation(Scope Scope, DesignationSyntax Syntax);
