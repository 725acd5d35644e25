using System.Collections.Immutable;
using DelegationLang.Diagnostics;

namespace DelegationLang.Semantics.Binding;

/// <summary>Fills classes of posts: <c>chief officer is a class of A, B, every officer of C</c>. What further sentences say adds to them.</summary>
internal sealed class ClassBinder(NameResolver resolver, KindTable kinds, DeclarationCollector declarations, Reporter reporter)
{
    private const string Every = "every ";

    /// <summary>Binds the members that one sentence names; none for a sentence that declares something else.</summary>
    public void Bind(Declared declared)
    {
        if (declared.Symbol is not ClassSymbol members)
        {
            return;
        }

        if (declared.Members is not { } words)
        {
            declared.Scope.HasErrors = true;
            reporter.Report(declared.Scope, new Diagnostic(SemanticDiagnostics.WrongKind, declared.Scope.At(declared.Name), $"nothing says which posts {MessageWords.Quote(members.Name)} is a class of")
            {
                Label = "of whom?",
                Help = $"name them: `{MessageWords.Writable(members.Name)} is a class of POST, POST.`, or all of a kind: `… is a class of every officer of ORGANISATION.`",
            });
            return;
        }

        var all = new List<PartySymbol>(members.Members);
        foreach (NamePart item in words.SplitAt(","))
        {
            foreach (PartySymbol party in MembersOf(declared.Scope, item, members))
            {
                if (!all.Contains(party))
                {
                    all.Add(party);
                }
            }
        }

        members.Members = [.. all];
    }

    private IEnumerable<PartySymbol> MembersOf(Scope scope, NamePart item, ClassSymbol members)
    {
        if (item.Text.StartsWith(Every, StringComparison.OrdinalIgnoreCase) && !resolver.IsDeclared(scope, item))
        {
            return EveryOf(scope, item.Slice(Every.Length, item.Text.Length));
        }

        return resolver.SplitAtAnd(scope, item)
            .Select(part => resolver.Resolve<PartySymbol>(scope, part, Expectation.ClassMember, members))
            .OfType<PartySymbol>();
    }

    // "officer of Council": everybody declared to be that, of that body itself.
    private IEnumerable<PartySymbol> EveryOf(Scope scope, NamePart words)
    {
        var descriptor = Descriptor.Read(words, kinds, scope.IsLibrary);
        if (descriptor.Kind is not { Family: SymbolFamily.Role or SymbolFamily.Group } kind || descriptor.Owner is not { } ownerWords)
        {
            reporter.Report(scope, new Diagnostic(SemanticDiagnostics.WrongKind, words.Location, $"{MessageWords.Quote(words.Text)} does not say which posts are meant")
            {
                Label = "a kind of post, and of whom",
                Help = "write `every KIND of BODY`, such as `every officer of Council`",
            });
            return [];
        }

        if (resolver.Resolve<PartySymbol>(scope, ownerWords, Expectation.OwnerOfGroup) is not { } owner)
        {
            return [];
        }

        PartySymbol[] found = [.. declarations.All.Select(declared => declared.Symbol).OfType<PartySymbol>()
            .Where(party => party.Kind.Is(kind) && party.Owners.Contains(owner) && !party.IsDuplicate && !party.IsFromLibrary)];
        if (found.Length == 0)
        {
            reporter.Report(scope, new Diagnostic(SemanticDiagnostics.WrongKind, words.Location, $"nothing is declared as {MessageWords.WithArticle(kind.Name)} of {MessageWords.Quote(owner.DisplayName)}")
            {
                Label = "nobody",
                Help = "name the members, or declare some of this kind",
            });
        }

        return found;
    }
}
