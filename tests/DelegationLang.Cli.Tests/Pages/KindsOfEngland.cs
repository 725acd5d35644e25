using System.Text;
using DelegationLang.Semantics;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Pages;

/// <summary>The part of the page on the language that lists every kind, body and post that the library of England brings.</summary>
internal static class KindsOfEngland
{
    private const string Start = "<!-- kinds of england -->\n";
    private const string End = "<!-- end of kinds -->";

    private static readonly (SymbolFamily Family, string Words)[] Families =
    [
        (SymbolFamily.Organisation, "organisations"),
        (SymbolFamily.Group, "groups"),
        (SymbolFamily.Role, "posts"),
        (SymbolFamily.Function, "functions"),
        (SymbolFamily.Matter, "matters"),
        (SymbolFamily.Budget, "budgets"),
        (SymbolFamily.Place, "places"),
        (SymbolFamily.Agreement, "agreements"),
        (SymbolFamily.Power, "powers"),
    ];

    /// <summary>The page with the list as it should be.</summary>
    public static string In(string page)
    {
        int start = page.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        int end = page.IndexOf(End, start, StringComparison.Ordinal);
        return page[..start] + List() + page[end..];
    }

    private static string List()
    {
        SchemeModel model = Project.OfFile(MemoryFiles.Empty.With("kinds.delegation", "use england.\n"), "kinds.delegation").Compile(new DateOnly(2026, 5, 1)).Model;
        var text = new StringBuilder("| family | kinds, each after what it is a kind of |\n|---|---|\n");
        foreach ((SymbolFamily family, string words) in Families)
        {
            IEnumerable<string> kinds = model.Kinds.Where(kind => kind.Family == family && kind.Parent is not null)
                .GroupBy(kind => kind.Parent?.Name ?? "", StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => $"{group.Key}: {string.Join(", ", group.Select(kind => "`" + kind.Name + "`").Order(StringComparer.Ordinal))}");
            text.Append("| ").Append(words).Append(" | ").AppendJoin("<br>", kinds).Append(" |\n");
        }

        IEnumerable<string> bodies = model.Symbols.OfType<PartySymbol>().Where(party => party.IsFromLibrary).Select(party => $"`{party.Name}` ({party.Kind.Name})").Order(StringComparer.Ordinal);
        return text.Append("\nIt declares these bodies and posts itself: ").AppendJoin(", ", bodies).Append(".\n").ToString();
    }
}
