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
    /// <summary>The file. Each entry is a name, what it is, an address, and further words that it is found by.</summary>
    public static EmittedFile Make(PageContext context)
    {
        var text = new StringBuilder("window.DelegationSearch=[\n");
        foreach (AlphabetEntry entry in AlphabetPages.Entries(context))
        {
            string kind = entry.Symbol.Kind.Name + (entry.Stands.Length > 0 ? ", another name of " + entry.Stands : "");
            Append(text, entry.Name, kind, entry.Href, entry.Stands + " " + entry.Symbol.Code);
        }

        foreach (PublishedSentence sentence in context.Publication.Sentences.All.Where(sentence => sentence.References.Length > 0))
        {
            Append(text, "Reference " + string.Join(", ", sentence.References), "sentence", context.Addresses.Of(sentence), "");
        }

        return EmittedFile.FromText("data/search.js", text.Append("];\n").ToString());
    }

    private static void Append(StringBuilder text, params string[] parts)
    {
        // The default encoder of JSON leaves nothing in place that could end a script or start markup.
        text.Append('[').AppendJoin(',', parts.Select(part => "\"" + JsonEncodedText.Encode(VisibleText.Show(part)) + "\"")).Append("],\n");
    }
}
