using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;
using DelegationLang.Semantics.Binding;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Features;

/// <summary>What something may be declared to be, and whose: what its name says that it is comes first.</summary>
internal sealed class KindProposals(ProposalList list, DocumentView view, SentenceContext context, FittingNames names)
{
    private const string Of = " of ";

    private static readonly string[] Units = ["years", "months", "weeks", "days", "pounds", "people", "percent"];

    private SchemeModel Model => view.Project.Compilation.Model;

    /// <summary>Proposes what may follow <c>is</c>.</summary>
    /// <param name="typed">What stands there already.</param>
    /// <param name="recent">What was named before.</param>
    public void Propose(string typed, RecentWords recent)
    {
        string begun = view.Source.ToString(context.Run);
        if (begun.StartsWith("also ", StringComparison.Ordinal))
        {
            MoveTo(begun.IndexOf(' ', StringComparison.Ordinal) + 1);
            Posts();
        }
        else if (After(begun, Of) is int of)
        {
            MoveTo(of);
            Owners(SentenceContext.TextOf(view.Source, TextSpan.FromBounds(context.Run.Start, context.Run.Start + of))[..^3].Trim());
        }
        else if (After(begun, " in ") is int unit && begun.StartsWith("a measure", StringComparison.Ordinal))
        {
            MoveTo(unit);
            MeasuredIn(recent);
        }
        else
        {
            Kinds(context.Subject(view) is { } known ? known.DisplayName : NameOf());
        }
    }

    /// <summary>Proposes what follows a name that nobody declared yet.</summary>
    public static void ForNew(ProposalList list, SchemeModel model, string name)
    {
        int rank = 0;
        foreach (KindSymbol kind in KindGuess.Of(model.Kinds, name).Take(3))
        {
            list.Text("is " + TextOf(kind), CompletionItemKind.Keyword, MessageWords.Family(kind.Family), ++rank);
        }

        foreach (string words in (string[])["is a", "is an", "is the board of"])
        {
            list.Text(words, CompletionItemKind.Keyword, "Declare it", ++rank);
        }
    }

    /// <summary>The kind that words name, with an article or without; none where they name none.</summary>
    public static KindSymbol? KindOf(SchemeModel model, string words)
    {
        string name = words.Split(' ', 2) is [("a" or "an" or "the"), var rest] ? rest : words;
        return model.Kinds.FirstOrDefault(kind => string.Equals(kind.Name, name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the name of a kind is followed by more: whose it is, or how it is counted.</summary>
    public static bool WantsMore(KindSymbol kind) => kind.Family is SymbolFamily.Measure or SymbolFamily.Amount || IsOwned(kind);

    private static bool IsOwned(KindSymbol kind) =>
        kind.Family is SymbolFamily.Group or SymbolFamily.Role or SymbolFamily.Function or SymbolFamily.Matter or SymbolFamily.Budget or SymbolFamily.Place;

    private static string TextOf(KindSymbol kind) =>
        (kind.Is("board") && kind.Name == "board" ? "the board" : MessageWords.WithArticle(kind.Name))
        + (kind.Family switch
        {
            SymbolFamily.Measure => " in",
            SymbolFamily.Amount => " of",
            _ when IsOwned(kind) => " of",
            _ => "",
        });

    private void Kinds(string name)
    {
        int rank = 0;
        foreach (KindSymbol kind in KindGuess.Of(Model.Kinds, name).Concat(Model.Kinds.OrderBy(kind => kind.Location is null ? 0 : 1)).Distinct())
        {
            list.Text(TextOf(kind), CompletionItemKind.Enum, MessageWords.Family(kind.Family), ++rank);
        }

        if (name.Length > 0 && Model.Names.Find(name).Any(symbol => symbol is PartySymbol { IsRole: true }))
        {
            list.Text("also", CompletionItemKind.Keyword, "A post that the same person holds too", 0);
        }
    }

    private void Posts()
    {
        int rank = 0;
        foreach (PartySymbol post in Model.Symbols.OfType<PartySymbol>().Where(party => party.IsRole && party != context.Subject(view)).OrderBy(party => !party.IsFromLibrary))
        {
            list.Name(new FittingName(post, ""), post.DisplayName, ++rank, null);
        }
    }

    private void Owners(string head)
    {
        if (head is "a kind" or "kind")
        {
            foreach (KindSymbol kind in Model.Kinds)
            {
                list.Text(kind.Name, CompletionItemKind.Enum, MessageWords.Family(kind.Family), 1);
            }

            return;
        }

        int rank = 0;
        foreach (FittingName owner in KindOf(Model, head) is { } known ? names.Owners(known) : [])
        {
            list.Name(owner, owner.Symbol.Aliases is [var alias, ..] ? alias : owner.Symbol.DisplayName, ++rank, null);
            if (!owner.Symbol.Aliases.IsEmpty)
            {
                list.Name(owner, owner.Symbol.DisplayName, ++rank, null);
            }
        }
    }

    private void MeasuredIn(RecentWords recent)
    {
        int rank = 0;
        foreach (string unit in Model.Symbols.OfType<MeasureSymbol>().OrderBy(recent.AgeOf).Select(measure => measure.Unit).Where(unit => unit.Length > 0).Concat(Units).Distinct())
        {
            list.Text(unit, CompletionItemKind.Unit, "", ++rank);
        }
    }

    private string NameOf() => context.Tokens is [{ Kind: Syntax.TokenKind.Name } first, ..] ? SentenceContext.TextOf(view.Source, first.Span) : "";

    // Where the last of some words ends in what was typed; none where they are not in it.
    private static int? After(string begun, string words) => begun.LastIndexOf(words, StringComparison.Ordinal) is var at and >= 0 ? at + words.Length : null;

    private void MoveTo(int at) => list.Start = context.Run.Start + at;
}
