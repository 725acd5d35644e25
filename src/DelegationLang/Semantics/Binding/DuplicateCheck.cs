using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Finds names declared twice for one owner, and second boards.</summary>
internal sealed class DuplicateCheck(DeclarationCollector declarations, SymbolTable symbols, Reporter reporter)
{
    public void Run()
    {
        var scopes = new Dictionary<Symbol, Scope>(ReferenceEqualityComparer.Instance);
        foreach (Declared declared in declarations.All)
        {
            scopes.TryAdd(declared.Symbol, declared.Scope);
        }

        foreach ((string key, ImmutableArray<Symbol> sameName) in symbols.Entries.ToList())
        {
            for (int i = 1; i < sameName.Length; i++)
            {
                Symbol second = sameName[i];
                Symbol? first = sameName.Take(i).FirstOrDefault(other => !other.IsDuplicate && ShareOwner(other, second));
                if (first is not null && !second.IsDuplicate && scopes.TryGetValue(second, out Scope? scope))
                {
                    second.IsDuplicate = true;
                    ReportTwice(scope, key, first, second);
                }
            }
        }

        CheckBoards(scopes);
    }

    private static bool ShareOwner(Symbol a, Symbol b) =>
        a.Owners.IsEmpty ? b.Owners.IsEmpty : a.Owners.Any(b.Owners.Contains);

    private void ReportTwice(Scope scope, string key, Symbol first, Symbol second)
    {
        bool isAlias = Syntax.NameKey.Of(second.Name) != key || Syntax.NameKey.Of(first.Name) != key;
        string owner = second.Owners.IsEmpty ? "" : " of " + Wording.Quote(second.Owners[0].Name);
        string name = Syntax.NameKey.Of(second.Name) == key ? second.Name : second.Aliases.FirstOrDefault(alias => Syntax.NameKey.Of(alias) == key, second.Name);
        reporter.Report(scope, new Diagnostic(
            SemanticDiagnostics.DeclaredTwice,
            second.Location,
            isAlias
                ? $"{Wording.Quote(name)} is already a name of {Wording.KindOf(first)}, {Wording.Quote(first.Name)}"
                : $"{Wording.Quote(second.Name)}{owner} is declared twice: here as {Wording.KindOf(second)}, before as {Wording.KindOf(first)}")
        {
            Label = "declared again",
            Help = "leave one of the two out, give one another name, or say with `of` whose each of them is",
            Related = [new RelatedLocation("first declared here", first.Location)],
        });
    }

    // An organisation acts through one board at a time; one may follow another.
    private void CheckBoards(Dictionary<Symbol, Scope> scopes)
    {
        var boards = new Dictionary<Symbol, List<Symbol>>(ReferenceEqualityComparer.Instance);
        foreach (Declared declared in declarations.All)
        {
            if (declared.Symbol is not PartySymbol { IsGroup: true, IsDuplicate: false, IsUncertain: false } board || !board.Kind.Is("board"))
            {
                continue;
            }

            foreach (Symbol owner in board.Owners)
            {
                if (owner is not PartySymbol { IsOrganisation: true })
                {
                    continue;
                }

                if (!boards.TryGetValue(owner, out List<Symbol>? others))
                {
                    boards.Add(owner, others = []);
                }

                if (others.Find(other => other != board && other.Lifetime.Overlaps(board.Lifetime)) is { } first && scopes.TryGetValue(board, out Scope? scope))
                {
                    ReportBoard(scope, owner, first, board);
                }

                others.Add(board);
            }
        }
    }

    private void ReportBoard(Scope scope, Symbol owner, Symbol first, Symbol second)
    {
        SourceLocation location = second.Location;
        reporter.Report(scope, new Diagnostic(
            SemanticDiagnostics.DeclaredTwice, location, $"{Wording.Quote(owner.Name)} has a board already, {Wording.Quote(first.Name)}")
        {
            Label = "second board",
            Help = "an organisation has one board at a time: declare this one a committee, or say with `until` and `from` when one follows the other",
            Related = [new RelatedLocation("its board is declared here", first.Location)],
        });
    }
}
