using System.Globalization;
using System.Text.RegularExpressions;
using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;
using DelegationLang.Semantics.Binding;
using DelegationLang.Text;

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

    public int Count => items.Count;

    /// <summary>Proposes a declared name, or another that the thing is known by.</summary>
    /// <param name="fit">What it stands for, and what there is to say of it here.</param>
    /// <param name="name">The name.</param>
    /// <param name="rank">Its place among the proposals.</param>
    /// <param name="documentation">More about it.</param>
    public void Name(FittingName fit, string name, int rank, MarkupContent? documentation) => Add(new CompletionItem
    {
        Label = name,
        Kind = KindOf(fit.Symbol.Kind.Family),
        Detail = fit.Remark.Length > 0 ? $"{fit.Remark}; {SymbolWords.Describe(fit.Symbol)}" : SymbolWords.Describe(fit.Symbol),
        Documentation = documentation,
        SortText = Sorted(rank),
        FilterText = name,
        TextEdit = Edit(MessageWords.Writable(name)),
    });

    /// <summary>Proposes words.</summary>
    public void Text(string words, CompletionItemKind kind, string detail, int rank) => Add(new CompletionItem
    {
        Label = words,
        Kind = kind,
        Detail = detail.Length > 0 ? detail : null,
        SortText = Sorted(rank),
        FilterText = words,
        TextEdit = Edit(words),
    });

    /// <summary>Proposes words with places to fill in.</summary>
    public void Snippet(string label, string body, string detail, int rank, MarkupContent? documentation = null)
    {
        bool hasPlaces = body.Contains('$', StringComparison.Ordinal);
        Add(new CompletionItem
        {
            Label = label,
            Kind = hasPlaces ? CompletionItemKind.Snippet : CompletionItemKind.Keyword,
            Detail = detail.Length > 0 ? detail : null,
            Documentation = documentation,
            SortText = Sorted(rank),
            FilterText = label,
            InsertTextFormat = hasSnippets && hasPlaces ? SnippetFormat : null,
            TextEdit = Edit(hasSnippets && hasPlaces ? body : WithoutPlaces(body)),
        });
    }

    /// <summary>The list. The client asks again at each key, so that nothing stays in it that has been typed meanwhile.</summary>
    public CompletionList ToList() => new(IsIncomplete: items.Count > 0, [.. items]);

    /// <summary>A snippet as plain text: its places hold what stood in them as an example.</summary>
    internal static string WithoutPlaces(string body) =>
        Places().Replace(body, match => match.Groups["choice"].Success ? match.Groups["choice"].Value.Split(',')[0] : match.Groups["text"].Value);

    private static string Sorted(int rank) => rank.ToString("D6", CultureInfo.InvariantCulture);

    private TextEdit Edit(string text) => new(view.Range(TextSpan.FromBounds(FirstOnLine(), offset)), text);

    // A client shows only what begins like the text that it replaces, and replaces nothing but a part of the line of the cursor.
    private void Add(CompletionItem item)
    {
        string typed = view.Source.ToString(TextSpan.FromBounds(FirstOnLine(), offset));
        string text = item.TextEdit.NewText;
        string filter = item.FilterText ?? item.Label;
        if (Start < FirstOnLine())
        {
            string before = SentenceContext.TextOf(view.Source, TextSpan.FromBounds(Start, FirstOnLine())) + " ";
            if (!text.StartsWith(before, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            text = text[before.Length..];
            filter = filter.StartsWith(before, StringComparison.OrdinalIgnoreCase) ? filter[before.Length..] : filter;
        }

        if (typed.StartsWith('"'))
        {
            bool isClosed = offset < view.Source.Length && view.Source.Content[offset] == '"';
            text = "\"" + text.Trim('"') + (isClosed ? "" : "\"");
            filter = "\"" + filter.Trim('"');
        }

        // Nothing is offered that stands there already.
        if (text != typed && labels.Add(item.Label))
        {
            items.Add(item with { FilterText = filter, TextEdit = item.TextEdit with { NewText = text } });
        }
    }

    private int FirstOnLine()
    {
        int first = Math.Max(Start, view.Source.GetLineSpan(view.Source.GetPosition(offset).Line).Start);
        while (first > Start && first < offset && char.IsWhiteSpace(view.Source.Content[first]))
        {
            first++;
        }

        return first;
    }

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
        SymbolFamily.Class => CompletionItemKind.Enum,
        _ => CompletionItemKind.Constant,
    };

    [GeneratedRegex(@"\$\{\d+(:(?<text>[^}]*)|\|(?<choice>[^|]*)\|)\}")]
    private static partial Regex Places();
}
