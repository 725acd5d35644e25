using System.Text.RegularExpressions;
using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;
using DelegationLang.Text;
using BindingWords = DelegationLang.Semantics.Binding.Wording;

namespace DelegationLang.LanguageServer.Features;

/// <summary>Proposals as they are collected, each with what it replaces.</summary>
internal sealed partial class ProposalList
{
    private const int SnippetFormat = 2;

    private readonly DocumentView view;
    private readonly List<CompletionItem> items = [];
    private readonly HashSet<string> labels = new(StringComparer.Ordinal);
    private readonly int offset;
    private readonly bool hasSnippets;

    public ProposalList(DocumentView view, TextSpan run, int offset, bool hasSnippets)
    {
        this.view = view;
        this.offset = offset;
        this.hasSnippets = hasSnippets;
        Start = run.Start;
    }

    /// <summary>Where what is replaced starts.</summary>
    public int Start { get; set; }

    /// <summary>Whether there is more than is listed.</summary>
    public bool IsIncomplete { get; set; }

    public int Count => items.Count;

    /// <summary>Proposes a declared name, or another that the thing is known by.</summary>
    public void Name(Symbol symbol, string name, MarkupContent? documentation) => Add(
        name,
        name,
        Replacement().StartsWith('"') ? "\"" + name + "\"" : BindingWords.Writable(name),
        KindOf(symbol.Kind.Family),
        SymbolWords.Describe(symbol),
        symbol.IsFromLibrary ? "2" : "1",
        isSnippet: false,
        documentation);

    /// <summary>Proposes words.</summary>
    public void Text(string words, CompletionItemKind kind, string detail, string rank) =>
        Add(words.TrimEnd(), words, words, kind, detail, rank, isSnippet: false, null);

    /// <summary>Proposes words with places to fill in.</summary>
    public void Snippet(string label, string body, string detail, string rank)
    {
        bool isSnippet = hasSnippets && body.Contains('$', StringComparison.Ordinal);
        string indented = body.Replace("$$", "$", StringComparison.Ordinal);
        Add(label, label, isSnippet ? indented : WithoutPlaces(body), body.Contains('$', StringComparison.Ordinal) ? CompletionItemKind.Snippet : CompletionItemKind.Keyword, detail, rank, isSnippet, null);
    }

    public CompletionList ToList() => new(IsIncomplete, [.. items]);

    /// <summary>A snippet as plain text: its places hold what stood in them as an example.</summary>
    internal static string WithoutPlaces(string body) =>
        Places().Replace(body, match => match.Groups["choice"].Success ? match.Groups["choice"].Value.Split(',')[0] : match.Groups["text"].Value);

    private void Add(
        string label, string filter, string text, CompletionItemKind kind, string detail, string rank, bool isSnippet, MarkupContent? documentation)
    {
        if (!labels.Add(label))
        {
            return;
        }

        items.Add(new CompletionItem
        {
            Label = label,
            Kind = kind,
            Detail = detail.Length > 0 ? detail : null,
            Documentation = documentation,
            SortText = rank + label,
            FilterText = Replacement().StartsWith('"') && !filter.StartsWith('"') ? "\"" + filter : filter,
            InsertTextFormat = isSnippet ? SnippetFormat : null,
            TextEdit = new TextEdit(view.Range(TextSpan.FromBounds(FirstOnLine(), offset)), text),
        });
    }

    private string Replacement() => view.Source.ToString(TextSpan.FromBounds(FirstOnLine(), offset));

    // A client replaces nothing but a part of the line of the cursor.
    private int FirstOnLine() => Math.Max(Start, view.Source.GetLineSpan(view.Source.GetPosition(offset).Line).Start);

    private static CompletionItemKind KindOf(SymbolFamily family) => family switch
    {
        SymbolFamily.Organisation => CompletionItemKind.Class,
        SymbolFamily.Group => CompletionItemKind.Interface,
        SymbolFamily.Role => CompletionItemKind.EnumMember,
        SymbolFamily.Function => CompletionItemKind.Function,
        SymbolFamily.Matter => CompletionItemKind.Method,
        SymbolFamily.Budget => CompletionItemKind.Property,
        SymbolFamily.Place => CompletionItemKind.Module,
        SymbolFamily.Power or SymbolFamily.Agreement => CompletionItemKind.Reference,
        SymbolFamily.Condition or SymbolFamily.Measure => CompletionItemKind.Variable,
        SymbolFamily.Basis => CompletionItemKind.Unit,
        _ => CompletionItemKind.Constant,
    };

    [GeneratedRegex(@"\$\{\d+(:(?<text>[^}]*)|\|(?<choice>[^|]*)\|)\}")]
    private static partial Regex Places();
}
