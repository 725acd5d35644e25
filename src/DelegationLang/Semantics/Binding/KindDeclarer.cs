using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Declares kinds, whatever the order of their sentences.</summary>
internal sealed class KindDeclarer(KindTable kinds, KindFaults faults, Reporter reporter)
{
    private readonly List<Pending> pending = [];
    private readonly Dictionary<string, Pending> inScheme = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Pending> inLibraries = new(StringComparer.Ordinal);

    /// <summary>Takes note of a sentence <c>X is a kind of Y</c>.</summary>
    public void Add(Scope scope, DeclarationSyntax declaration, NamePart parent)
    {
        var item = new Pending(scope, declaration, parent);
        pending.Add(item);
        (scope.IsLibrary ? inLibraries : inScheme).TryAdd(NameKey.Of(declaration.Name.Text), item);
    }

    /// <summary>Makes a kind of each sentence.</summary>
    public void Declare()
    {
        foreach (Pending item in pending)
        {
            Split(item);
        }

        foreach (Pending item in pending)
        {
            Declare(item);
            foreach (ClauseSyntax clause in item.Declaration.Clauses)
            {
                ClauseRules.Check(reporter, item.Scope, clause, SentenceSort.Kind, () => "the declaration of a kind");
            }
        }
    }

    /// <summary>Resolves the law that kinds of post stand under.</summary>
    public void BindLaw(NameResolver resolver)
    {
        foreach (Pending item in pending)
        {
            foreach (UnderClauseSyntax under in item.Declaration.Clauses.OfType<UnderClauseSyntax>())
            {
                item.Made?.Under = resolver.Resolve(item.Scope, item.Scope.Part(under.Name), Expectation.Power) as PowerSymbol;
            }
        }
    }

    /// <summary>Reports the scheme's kinds of which nothing is declared.</summary>
    public void ReportUnused()
    {
        foreach (Pending item in pending)
        {
            if (!item.Scope.IsLibrary && item.Made is { IsUncertain: false } kind && !kinds.IsUsed(kind))
            {
                reporter.Report(item.Scope, new Diagnostic(
                    SemanticDiagnostics.NeverUsed, item.Location, $"nothing is declared to be {MessageWords.WithArticle(kind.Name)}"));
            }
        }
    }

    // What follows `that` says what such things do, unless a kind has it in its name.
    private void Split(Pending item)
    {
        string words = item.Parent.Text;
        if (KindNames.TraitsIn(words) is var that and > 0 && !IsDeclared(NameKey.Of(words)))
        {
            item.Traits = item.Parent.Slice(that + LanguageKinds.That.Length, words.Length);
            item.Parent = item.Parent.Slice(0, that);
        }
    }

    private bool IsDeclared(string key) => kinds.BuiltIn(key) is not null || inScheme.ContainsKey(key) || inLibraries.ContainsKey(key);

    // Up the line of parents with a path of its own, then down again: a line of ten thousand kinds must not exhaust the stack.
    private void Declare(Pending item)
    {
        var path = new Stack<Pending>();
        for (Pending? current = item; current is { State: PendingState.Waiting }; current = PendingParent(current))
        {
            current.State = PendingState.Working;
            path.Push(current);
        }

        while (path.TryPop(out Pending? current))
        {
            Make(current);
        }
    }

    private void Make(Pending item)
    {
        KindSymbol? parent = null;
        if (PendingParent(item) is { State: PendingState.Working } open)
        {
            ReportCircle(item, open);
        }
        else if (!item.Parent.IsMissing)
        {
            parent = kinds.Find(item.Parent.Text, item.Scope.IsLibrary);
            if (parent is null)
            {
                faults.UnknownKind(item.Scope, item.Parent);
            }
        }

        // Without its parent nobody knows what it is. It is declared all the same, so that what is declared of it is not called unknown.
        var kind = new KindSymbol(item.Declaration.Name.Text, parent?.Family ?? SymbolFamily.Organisation, parent, item.Location, TraitsOf(item, parent))
        {
            IsUncertain = parent is null || parent.IsUncertain,
            IsHeldBySeveral = item.Declaration.Clauses.Any(clause => clause is HeldBySeveralClauseSyntax),
        };
        item.Made = kind;
        item.State = PendingState.Done;
        if (!item.Declaration.Name.IsMissing && !kinds.Add(kind, item.Scope.IsLibrary, out KindSymbol? first))
        {
            ReportTwice(item, first);
        }

        foreach (NamesClauseSyntax plural in item.Declaration.Clauses.OfType<NamesClauseSyntax>().Where(clause => clause.Kind == ClauseKind.KnownAs))
        {
            kinds.AddPlural(kind.Name, plural.Names[0].Text);
        }
    }

    // A scheme that declares a library's kind anew refines it: what such things do goes on.
    private ulong TraitsOf(Pending item, KindSymbol? parent)
    {
        if (parent is null)
        {
            return 0;
        }

        ulong traits = 0;
        if (!item.Scope.IsLibrary && inLibraries.GetValueOrDefault(NameKey.Of(item.Declaration.Name.Text)) is { } refined)
        {
            Declare(refined);
            traits = refined.Made is { } made && made.Family == parent.Family ? made.TraitBits : traits;
        }

        foreach (NamePart words in item.Traits?.SplitAt(LanguageKinds.And).SelectMany(part => part.SplitAt(",")) ?? [])
        {
            if (KindTrait.Find(words.Text, parent.Family) is { } trait)
            {
                traits |= trait.Bit;
            }
            else
            {
                faults.UnknownTrait(item.Scope, words, parent);
            }
        }

        return traits;
    }

    // The sentence that declares the parent: of the scheme before a library. A scheme may refine a library's kind under the same name.
    private Pending? PendingParent(Pending item)
    {
        string key = NameKey.Of(item.Parent.Text);
        if (kinds.BuiltIn(key) is not null)
        {
            return null;
        }

        Pending? own = (item.Scope.IsLibrary ? inLibraries : inScheme).GetValueOrDefault(key);
        Pending? library = inLibraries.GetValueOrDefault(key);
        return ReferenceEquals(own, item) && library is not null ? library : own ?? library;
    }

    private void ReportTwice(Pending item, KindSymbol? first) =>
        reporter.Report(item.Scope, new Diagnostic(
            SemanticDiagnostics.DeclaredTwice, item.Location, $"the kind {MessageWords.Quote(item.Declaration.Name.Text)} is declared already")
        {
            Label = "declared again",
            Help = first?.Location is null ? "the language itself knows this kind: leave the sentence out" : "leave one of the two out, or give one another name",
            Related = first?.Location is { } location ? [new RelatedLocation("first declared here", location)] : [],
        });

    private void ReportCircle(Pending item, Pending parent) =>
        reporter.Report(item.Scope, new Diagnostic(
            SemanticDiagnostics.Cycle,
            item.Parent.Location,
            $"{MessageWords.Quote(item.Declaration.Name.Text)} is, in the end, declared to be a kind of itself")
        {
            Label = "closes the circle",
            Help = "let one of the kinds be a kind of something outside the circle",
            Related = ReferenceEquals(item, parent) ? [] : [new RelatedLocation($"{MessageWords.Quote(parent.Declaration.Name.Text)} is declared here", parent.Location)],
        });

    private enum PendingState
    {
        Waiting,
        Working,
        Done,
    }

    private sealed class Pending(Scope scope, DeclarationSyntax declaration, NamePart parent)
    {
        public Scope Scope { get; } = scope;

        public DeclarationSyntax Declaration { get; } = declaration;

        public NamePart Parent { get; set; } = parent;

        public NamePart? Traits { get; set; }

        public SourceLocation Location => Scope.At(Declaration.Name);

        public PendingState State { get; set; }

        public KindSymbol? Made { get; set; }
    }
}
