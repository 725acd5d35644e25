using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>One run of the binder over one scheme: kinds, then names, then whose they are, then everything that is said with them.</summary>
internal sealed class BindingSession
{
    private readonly ImmutableArray<SyntaxTree> projectTrees;
    private readonly ImmutableArray<SyntaxTree> libraryTrees;
    private readonly NameTable names;
    private readonly bool isIncomplete;
    private readonly Reporter reporter = new();
    private readonly NameUses uses = new();
    private readonly KindTable kinds = new();
    private readonly List<ScopedSentence> sentences = [];
    private readonly KindFaults kindFaults;
    private readonly KindDeclarer kindDeclarer;
    private readonly DeclarationCollector declarations;
    private readonly OwnerBinder owners;
    private readonly SymbolTable symbols;
    private readonly BrokenText broken;
    private readonly UndeclaredNames undeclared;
    private readonly NameResolver resolver;
    private readonly Bases bases;
    private readonly AmountBinder amounts;
    private readonly PartyLists parties;
    private readonly SubjectLists subjects;
    private readonly ClauseBinder clauses;
    private readonly SchemeSentenceBinder schemes;
    private readonly SuccessionBinder successions;

    public BindingSession(ImmutableArray<SyntaxTree> projectTrees, ImmutableArray<SyntaxTree> libraryTrees, NameTable names, bool isIncomplete)
    {
        this.names = names;
        this.isIncomplete = isIncomplete;
        this.projectTrees = projectTrees;
        this.libraryTrees = libraryTrees;
        kindFaults = new KindFaults(kinds, libraryTrees, isIncomplete, reporter);
        kindDeclarer = new KindDeclarer(kinds, kindFaults, reporter);
        OwnerBinder? binder = null;
        symbols = new SymbolTable(symbol => binder?.OwnersOf(symbol) ?? symbol.Owners);
        declarations = new DeclarationCollector(kinds, kindFaults, symbols);
        owners = binder = new OwnerBinder(declarations);
        broken = new BrokenText([.. projectTrees, .. libraryTrees]);
        undeclared = new UndeclaredNames(symbols, kinds, broken, libraryTrees, isIncomplete, reporter);
        resolver = new NameResolver(symbols, undeclared, new NameFaults(broken, reporter), uses);
        bases = new Bases(symbols, reporter, uses);
        amounts = new AmountBinder(resolver, reporter);
        parties = new PartyLists(resolver, reporter);
        subjects = new SubjectLists(resolver);
        clauses = new ClauseBinder(resolver, amounts, parties, bases, reporter);
        schemes = new SchemeSentenceBinder(resolver, reporter);
        successions = new SuccessionBinder(resolver, clauses, reporter);
    }

    public SchemeModel Run()
    {
        Collect();
        kindDeclarer.Declare();
        Declare();
        var designations = new DesignationBinder(declarations, symbols, resolver, kinds, reporter);
        designations.Declare();

        var cycles = new CycleCheck(reporter);
        var figures = new FigureBinder(amounts, reporter);
        figures.BindLifetimes(declarations.All);
        owners.BindAll(resolver);
        cycles.CheckOwners(declarations.All);
        symbols.ForgetLookups();
        var declarationBinder = new DeclarationBinder(resolver, figures, parties, new PowerBinder(kinds, kindFaults, resolver, reporter), reporter);
        successions.EndLives();
        SchemeInfo info = schemes.Bind();
        PartySymbol? own = SchemeSentenceBinder.FindOwnOrganisation(
            info, [.. declarations.All.Select(declared => declared.Symbol).OfType<PartySymbol>()], symbol => symbol.Owners);
        undeclared.OwnOrganisation = own;
        OwnerBinder.GiveToOwn(declarations.All, own);
        ImmutableArray<PartySymbol> designated = designations.Bind();
        cycles.CheckDesignations(designations.Held);
        symbols.ForgetLookups();
        new DuplicateCheck(declarations, symbols, reporter).Run();
        LookAlikes.Check(declarations, symbols, reporter);
        DisplayNames.Assign(symbols);

        var classes = new ClassBinder(resolver, kinds, declarations, reporter);
        foreach (Declared declared in declarations.All)
        {
            classes.Bind(declared);
            parties.Classes.IsUsed |= declared.Symbol is ClassSymbol;
        }

        foreach (Declared declared in declarations.All)
        {
            declarationBinder.Bind(declared);
        }

        kindDeclarer.BindLaw(resolver);
        OwnerBinder.GiveFromLibraries(declarations.All, own);
        ExecutiveKinds.Mark(kinds.All, declarations.All);
        cycles.CheckParents(declarations.All);
        cycles.CheckReporting(declarations.All);
        OwnerBinder.GiveToOwnerOfParent(declarations.All);
        symbols.ForgetLookups();
        return BindStatements(info, own, designated);
    }

    private SchemeModel BindStatements(SchemeInfo info, PartySymbol? own, ImmutableArray<PartySymbol> designated)
    {
        var standing = new StandingClauses(bases, reporter);
        var lives = new LifeCheck(info.InForce, reporter);
        foreach ((Scope scope, SentenceSyntax sentence) in sentences)
        {
            if (sentence is EveryDelegationSyntax every)
            {
                BoundClauses bound = clauses.Bind(scope, every.Clauses, SentenceSort.EveryDelegation, () => "what is said of every delegation");
                lives.Check(scope, bound.Terms);
                standing.Add(scope, every.InSection, bound);
            }
        }

        var statements = new StatementBinder(resolver, clauses, parties, subjects, standing, lives);
        successions.Bind(statements.NextOrder);
        var passed = new PassedSubjects(symbols, successions.All);
        ImmutableArray<SubjectSymbol> later = passed.Pass(declarations.All);
        symbols.ForgetLookups();
        var tables = new TableBinder(resolver, subjects, statements, reporter);
        var scenarioBinder = new ScenarioBinder(resolver, amounts, subjects, bases, reporter);
        ImmutableArray<ScenarioStatement>.Builder scenarios = ImmutableArray.CreateBuilder<ScenarioStatement>();
        foreach ((Scope scope, SentenceSyntax sentence) in sentences)
        {
            switch (sentence)
            {
                case InvolvementSyntax { Verb: InvolvementVerb.Concerns } concern:
                    statements.BindConcern(scope, concern);
                    break;
                case DecidingSyntax deciding:
                    statements.Bind(scope, deciding);
                    break;
                case LimitsTableSyntax table:
                    tables.Bind(scope, table, line => new Scope(scope.Tree, line, sentence, line.HasErrors, scope.IsLibrary, scope.Section), own);
                    break;
                case ListDeclarationSyntax { ReservedTo.IsEmpty: false } list:
                    statements.Bind(scope, list, declarations);
                    break;
                case ProhibitionSyntax prohibition:
                    statements.Bind(scope, prohibition, own);
                    break;
                case DeputySyntax deputy:
                    statements.Bind(scope, deputy);
                    break;
                case InvolvementSyntax involvement:
                    statements.Bind(scope, involvement);
                    break;
                case ScenarioSyntax scenario:
                    scenarios.Add(scenarioBinder.Bind(scope, scenario, statements.NextOrder()));
                    break;
            }
        }

        statements.BindConflicts(sentences.Where(one => one.Sentence is ConflictsRuleSyntax).Select(one => one.Scope));
        JoinStatement[] joins = [.. sentences.Where(one => one.Sentence is UseSchemeSyntax && !one.Scope.IsLibrary).Select(one => JoinBinder.Bind(resolver, reporter, one.Scope, (UseSchemeSyntax)one.Sentence))];
        TemporaryLimits.Check(statements, reporter);
        new Successions(statements, passed).Apply(successions.All, symbols, tables.Tables);
        TemporaryLimits.Apply(statements, tables.Tables, info.InForce, reporter);
        new DatedDesignations(statements).Apply(tables.Tables);
        statements.Budgets = [.. declarations.All.Select(declared => declared.Symbol).OfType<SubjectSymbol>().Where(subject => subject.Kind.Family == SymbolFamily.Budget)];
        new Recusals(statements, reporter).Apply(tables.Tables);
        if (!broken.Any && !isIncomplete)
        {
            // Where something could not be read, what is used there is not known.
            new UnusedCheck(reporter).Run(declarations.All, own, statements);
            kindDeclarer.ReportUnused();
        }

        symbols.ForgetLookups();
        return new SchemeModel
        {
            Info = info,
            OwnOrganisation = own,
            Trees = [.. projectTrees, .. libraryTrees],
            Kinds = [.. kinds.All],
            Symbols = [.. declarations.All.Where(declared => !declared.IsRepeated && declared.Symbol is not UndeterminedSymbol).Select(declared => declared.Symbol), .. later, .. designated],
            Delegations = statements.Delegations.ToImmutable(),
            Tables = tables.Tables.ToImmutable(),
            Reservations = statements.Reservations.ToImmutable(),
            Deputies = statements.Deputies.ToImmutable(),
            Involvements = statements.Involvements.ToImmutable(),
            Joins = [.. joins],
            Successions = successions.All,
            Scenarios = scenarios.ToImmutable(),
            NameTable = names,
            Names = new NameLookup(symbols, bases),
            Uses = uses.All,
            Diagnostics = Sorted(),
        };
    }

    private void Collect()
    {
        Collect(projectTrees, isLibrary: false);
        Collect(libraryTrees, isLibrary: true);
    }

    private void Collect(ImmutableArray<SyntaxTree> trees, bool isLibrary)
    {
        foreach (SyntaxTree tree in trees)
        {
            Section? section = null;
            foreach (SentenceSyntax sentence in tree.Sentences)
            {
                if (sentence is SectionSyntax title)
                {
                    section = new Section(title.Title.Text, tree.LocationOf(title));
                }

                var scope = new Scope(tree, sentence, sentence, BrokenText.HasFaultOfItsOwn(tree, sentence), isLibrary, section);
                if (sentence is DeclarationSyntax declaration && Descriptor.ParentKind(scope.Part(declaration.Descriptor)) is { } parent)
                {
                    kindDeclarer.Add(scope, declaration, parent);
                }
                else
                {
                    sentences.Add(new ScopedSentence(scope, sentence));
                }
            }
        }
    }

    private void Declare()
    {
        foreach ((Scope scope, SentenceSyntax sentence) in sentences)
        {
            switch (sentence)
            {
                case DeclarationSyntax declaration:
                    declarations.Add(scope, declaration);
                    break;
                case ListDeclarationSyntax list:
                    declarations.Add(scope, list, item => new Scope(scope.Tree, item, sentence, item.HasErrors, scope.IsLibrary, scope.Section));
                    break;
                case DesignationSyntax designation:
                    declarations.Add(scope, designation);
                    break;
                case SuccessionSyntax succession when !scope.IsLibrary:
                    successions.Add(scope, succession);
                    break;
                case SchemeSyntax scheme when !scope.IsLibrary:
                    schemes.Add(scope, scheme);
                    break;
                case UseSchemeSyntax:
                    resolver.HasJoins = true;
                    break;
            }
        }
    }

    private ImmutableArray<Diagnostic> Sorted()
    {
        var order = new Dictionary<SourceText, int>(ReferenceEqualityComparer.Instance);
        foreach (SyntaxTree tree in projectTrees.Concat(libraryTrees))
        {
            order.TryAdd(tree.Source, order.Count);
        }

        return
        [
            .. reporter.ToImmutable()
                .OrderBy(diagnostic => order.GetValueOrDefault(diagnostic.Location.Source, int.MaxValue))
                .ThenBy(diagnostic => diagnostic.Location.Span.Start)
                .ThenBy(diagnostic => diagnostic.Location.Span.Length)
                .ThenBy(diagnostic => diagnostic.Code, StringComparer.Ordinal),
        ];
    }

    private sealed record ScopedSentence(Scope Scope, SentenceSyntax Sentence);
}
