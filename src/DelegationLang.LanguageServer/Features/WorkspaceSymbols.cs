using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;

namespace DelegationLang.LanguageServer.Features;

/// <summary>Everything that the projects of the workspace declare, by a part of its name.</summary>
internal static class WorkspaceSymbols
{
    private const int Most = 500;

    public static SymbolInformation[] Find(WorkspaceState state, string query, CancellationToken cancellation)
    {
        var found = new List<SymbolInformation>();
        foreach (ProjectSnapshot project in state.AllProjects())
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (Symbol symbol in project.Compilation.Model.Symbols)
            {
                if (found.Count < Most && !symbol.IsFromLibrary && IsMatch(symbol, query) && project.Locate(symbol.Location) is { } location)
                {
                    found.Add(new SymbolInformation(symbol.DisplayName, Outline.KindOf(symbol.Kind.Family), location, symbol.Owners.IsEmpty ? null : symbol.Owners[0].DisplayName));
                }
            }
        }

        return [.. found];
    }

    // The letters in their order, as people type the beginnings of words.
    private static bool IsMatch(Symbol symbol, string query) => symbol.Aliases.Prepend(symbol.DisplayName).Any(name =>
    {
        int at = 0;
        foreach (char c in query)
        {
            at = char.IsWhiteSpace(c) ? at : name.IndexOf(c.ToString(), at, StringComparison.OrdinalIgnoreCase) + 1;
            if (at == 0 && !char.IsWhiteSpace(c))
            {
                return false;
            }
        }

        return true;
    });
}
