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

        foreach ((string key, Symbol[] sameName) in symbols.Entries.ToList())
        {
            if (sameName.Length > 1)
            {
                Check(key, sameName, scopes);
            }
        }

        CheckBoards(scopes);
    }

    private void Check(string key, Symbol[] sameName, Dictionary<Symbol, Scope> scopes)
    {
        // What follows one another may have one owner; what is there on the same day may not.
        var ofOwner = new Dictionary<Symbol, List<Symbol>>(ReferenceEqualityComparer.Instance);
        var ofNobody = new List<Symbol>();
        foreach (Symbol symbol in sameName.Where(symbol => !symbol.IsDuplicate))
        {
            List<Symbol>[] before = symbol.Owners.IsEmpty ? [ofNobody] : [.. symbol.Owners.Select(Of)];
            Symbol? first = before.SelectMany(others => others).FirstOrDefault(other => !Versions.Follow(symbol, other));
            if (first is not null && scopes.TryGetValue(symbol, out Scope? scope))
            {
                symbol.IsDuplicate = true;
                ReportTwice(scope, key, first, symbol);
                continue;
            }

            foreach (List<Symbol> others in before)
            {
                others.Add(symbol);
            }
        }

        List<Symbol> Of(Symbol owner)
        {
            if (!ofOwner.TryGetValue(owner, out List<Symbol>? others))
            {
                ofOwner.Add(owner, others = []);
            }

            return others;
        }
    }

    private void ReportTwice(Scope scope, string key, Symbol first, Symbol second)
    {
        bool isAlias = Syntax.NameKey.Of(second.Name) != key || Syntax.NameKey.Of(first.Name) != key;
        string owner = second.Owners.IsEmpty ? "" : " of " + MessageWords.Quote(second.Owners[0].Name);
        string name = Syntax.NameKey.Of(second.Name) == key ? second.Name : second.Aliases.FirstOrDefault(alias => Syntax.NameKey.Of(alias) == key, second.Name);
        reporter.Report(scope, new Diagnostic(
            SemanticDiagnostics.DeclaredTwice,
            second.Location,
            isAlias
                ? $"{MessageWords.Quote(name)} is already a name of {MessageWords.KindOf(first)}, {MessageWords.Quote(first.Name)}"
                : $"{MessageWords.Quote(second.Name)}{owner} is declared twice: here as {MessageWords.KindOf(second)}, before as {MessageWords.KindOf(first)}")
        {
            Label = "declared again",
            Help = first is PartySymbol or SubjectSymbol && second.GetType() == first.GetType()
                ? "leave one of the two out, give one another name, or say with `of` whose each of them is; where one follows the other, say `until` and `from` which day"
                : "leave one of the two out, give one another name, or say with `of` whose each of them is",
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
            SemanticDiagnostics.DeclaredTwice, location, $"{MessageWords.Quote(owner.Name)} has a board already, {MessageWords.Quote(first.Name)}")
        {
            Label = "second board",
            Help = "an organisation has one board at a time: declare this one a committee, or say with `until` and `from` when one follows the other",
            Related = [new RelatedLocation("its board is declared here", first.Location)],
        });
    }
}
