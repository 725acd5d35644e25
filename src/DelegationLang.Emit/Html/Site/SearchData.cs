using System.Text;
using System.Text.Json;
using DelegationLang.Emit.Html.Pages;
using DelegationLang.Emit.Naming;
using DelegationLang.Emit.Scheme;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Site;

/// <summary>What the search looks through: every name with what it is and where it is told, as a script that holds data alone.</summary>
internal static class SearchData
{
    /// <summary>
    /// The file. Each entry is a name, what it is, an address, its other names, what else is said of it, its family, and the references of sentences about it; with them stand the words of the same
    /// meaning that bear on these names, and who decides what is not listed.
    /// </summary>
    public static EmittedFile Make(PageContext context)
    {
        var text = new StringBuilder("window.DelegationSearch=[\n");
        var names = new StringBuilder();
        foreach (IGrouping<Symbol, AlphabetEntry> entry in AlphabetPages.Entries(context).GroupBy(entry => entry.Symbol))
        {
            string[] others = [.. entry.Select(one => one.Name).Append(entry.Key.Name).Append(entry.Key.Code).Concat(entry.Key.SearchedAs).Where(name => name.Length > 0 && name != entry.Key.DisplayName).Distinct()];
            Append(text, entry.Key.DisplayName, entry.Key.Kind.Name, entry.First().Href, others, string.Join(' ', [.. entry.Key.Notes, .. entry.Key.References]), Family(entry.Key), References(context, entry.Key));
            names.Append(' ').Append(entry.Key.DisplayName).Append(' ').AppendJoin(' ', others);
        }

        foreach (PublishedSentence sentence in context.Publication.Sentences.All.Where(sentence => sentence.References.Length > 0))
        {
            Append(text, "Reference " + string.Join(", ", sentence.References), "sentence", context.Addresses.Of(sentence), sentence.References, "", "reference", []);
        }

        text.Append("];\nwindow.DelegationSynonyms=[\n");
        string spoken = Plain(names.ToString());
        foreach (string group in Resources.Read("Html.Assets.synonyms.txt").Split('\n').Where(group => group.Length > 0 && group[0] != '#'))
        {
            string[] phrases = group.Split(", ");
            if (phrases.Any(phrase => Plain(phrase).Split(' ').All(word => word.Length == 0 || spoken.Contains(" " + Start(word), StringComparison.Ordinal))))
            {
                text.Append('[').AppendJoin(',', phrases.Select(Quoted)).Append("],\n");
            }
        }

        text.Append("];\nwindow.DelegationResidual=[\n");
        foreach (DelegationStatement statement in ResidualClauses.Of(context))
        {
            string who = new TermLines(context).Holders(statement.Holders).Words;
            text.Append('[').AppendJoin(',', Quoted(who), Quoted(string.Join(", ", statement.Terms.References)), Quoted(context.Addresses.Of(statement.Location))).Append("],\n");
        }

        return EmittedFile.FromText("data/search.js", text.Append("];\n").ToString());
    }

    // By the reference of a sentence one finds what it is about too.
    private static string[] References(PageContext context, Symbol symbol) =>
        symbol is SubjectSymbol ? [.. symbol.References, .. context.Index.Naming[symbol].SelectMany(statement => statement.Terms.References).Distinct()] : [.. symbol.References];

    private static string Family(Symbol symbol) => symbol switch { PartySymbol => "party", SubjectSymbol => "subject", PlaceSymbol => "place", PowerSymbol or AgreementSymbol => "law", _ => "fact" };

    private static string Plain(string text) => " " + string.Join(' ', text.ToLowerInvariant().Split([' ', '-', '\'', ',', '(', ')', '/', '.', '&'], StringSplitOptions.RemoveEmptyEntries));

    // Words bend at their ends.
    private static string Start(string word) => word.Length > 5 ? word[..^2] : word;

    private static void Append(StringBuilder text, string name, string kind, string href, IReadOnlyList<string> others, string more, string family, IReadOnlyList<string> references) =>
        text.Append('[').AppendJoin(',', Quoted(name), Quoted(kind), Quoted(href), "[" + string.Join(',', others.Select(Quoted)) + "]", Quoted(more), Quoted(family), "[" + string.Join(',', references.Select(Quoted)) + "]").Append("],\n");

    // The default encoder of JSON leaves nothing in place that could end a script or start markup.
    private static string Quoted(string text) => "\"" + JsonEncodedText.Encode(VisibleText.Show(text)) + "\"";
}
