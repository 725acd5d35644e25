using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Features;

/// <summary>What may come at the cursor: names of the sort that belongs there, clauses not yet given, days, sums, whole sentences.</summary>
internal sealed class Completions
{
    /// <summary>How many names are proposed at once. Where there are more, the client asks again as the author goes on typing.</summary>
    private const int MostNames = 400;

    private static readonly string[] VerbsOfParties =
        ["delegates", "reserves", "entrusts", "recommends", "advises", "oversees", "consults", "deputises for", "is a", "is also"];

    private readonly DocumentView view;
    private readonly SentenceContext context;
    private readonly ProposalList list;
    private readonly string typed;

    private Completions(DocumentView view, SentenceContext context, int offset, bool hasSnippets)
    {
        this.view = view;
        this.context = context;
        typed = SentenceContext.TextOf(view.Source, context.Run);
        list = new ProposalList(view, context.Run, offset, hasSnippets);
    }

    public static CompletionList At(DocumentView view, Position position, bool hasSnippets)
    {
        int offset = view.Offset(position);
        SentenceContext context = SentenceContext.At(view, offset);
        if (context.IsInText)
        {
            return new CompletionList(false, []);
        }

        var completions = new Completions(view, context, offset, hasSnippets);
        completions.ProposeNames();
        completions.ProposeWords(offset);
        return completions.list.ToList();
    }

    private void ProposeNames()
    {
        // A name that is finished is followed by something else.
        if (context.Previous == TokenKind.Name || IsComplete(context.Previous))
        {
            return;
        }

        Slot slot = Slot.After(context, view);
        string wanted = typed;
        if (slot.Extra == SlotExtra.Kinds)
        {
            WordProposals.Kinds(list, view, wanted);
            return;
        }

        WordProposals.Of(list, view, slot.Extra);
        PartySymbol? body = slot.Families.Contains(SymbolFamily.Place) ? Body() : null;
        foreach (Symbol symbol in Fitting(slot, body))
        {
            foreach (string name in symbol.Aliases.Prepend(symbol.DisplayName).Where(name => IsLike(name, wanted)))
            {
                if (list.Count >= MostNames)
                {
                    list.IsIncomplete = true;
                    return;
                }

                list.Name(symbol, name, Documentation(symbol));
            }
        }
    }

    private IEnumerable<Symbol> Fitting(Slot slot, PartySymbol? body)
    {
        Symbol[] fitting = [.. view.Project.Compilation.Model.Symbols.Where(symbol => slot.Families.Contains(symbol.Kind.Family))];
        if (body is null)
        {
            return fitting;
        }

        // Only the places of this body, where it has any of its own.
        Symbol[] own = [.. fitting.Where(symbol => symbol is not PlaceSymbol || OrganisationOf(symbol) == body)];
        return own.Any(symbol => symbol is PlaceSymbol) ? own : fitting;
    }

    private PartySymbol? Body() => context.Subject(view) is { } subject ? OrganisationOf(subject) : null;

    private static PartySymbol? OrganisationOf(Symbol symbol)
    {
        Symbol? current = symbol;
        for (int steps = 0; current is not null && steps < 16; steps++)
        {
            if (current is PartySymbol { IsOrganisation: true } organisation)
            {
                return organisation;
            }

            current = current.Owners.IsEmpty ? null : current.Owners[0];
        }

        return null;
    }

    private MarkupContent? Documentation(Symbol symbol) =>
        symbol.Notes.IsEmpty ? null : new MarkupContent("plaintext", string.Join("\n\n", symbol.Notes));

    private void ProposeWords(int offset)
    {
        // What follows a finished name: "Place Director Leeds u" is that name, and the beginning of a clause.
        int start = context.Run.Start;
        bool isFinished = context.Previous == TokenKind.Name || IsComplete(context.Previous);
        if (!isFinished)
        {
            if (typed.Length == 0 || NameEnd(offset) is not int end)
            {
                return;
            }

            start = end;
        }

        list.Start = start;
        if (context.Governor < 0)
        {
            bool isParty = !isFinished && view.Project.Compilation.Model.Names.Find(SentenceContext.TextOf(view.Source, TextSpan.FromBounds(context.Run.Start, start)))
                .Any(symbol => symbol is PartySymbol);
            foreach (string verb in isParty ? VerbsOfParties : ["is a", "is an", "is the"])
            {
                list.Text(verb, CompletionItemKind.Keyword, "", "1");
            }

            return;
        }

        bool isDeciding = context.Has(TokenKind.Delegates) || context.Has(TokenKind.Reserves) || context.Has(TokenKind.Entrusts);
        if ((isDeciding || context.Has(TokenKind.Recommends)) && !context.Has(TokenKind.To))
        {
            list.Text("to", CompletionItemKind.Keyword, "Who gets it", "0");
        }

        if (context.Has(TokenKind.Scenario) && !context.Has(TokenKind.IsDecidedBy) && !context.Has(TokenKind.IsReservedTo))
        {
            list.Text("is decided by", CompletionItemKind.Keyword, "Who should decide it", "0");
            list.Text("is reserved to", CompletionItemKind.Keyword, "For whom it should be kept", "0");
        }

        GivenClauses clauses = GivenClauses.At(view, context, offset);
        foreach (ClauseEntry entry in ClauseHelp.All)
        {
            bool isGiven = (clauses.Given & entry.Kind) != 0 && !entry.MayRepeat;
            if ((clauses.Allowed & entry.Kind) != 0 && !isGiven)
            {
                list.Snippet(entry.Keyword, entry.Snippet, entry.Help, "2");
            }
        }
    }

    // Where the longest declared name ends that the run starts with, white space after it included; for the start of a sentence, the last word begins.
    private int? NameEnd(int offset)
    {
        string content = view.Source.Content;
        int first = -1;
        for (int at = offset; at > context.Run.Start; at--)
        {
            if (char.IsWhiteSpace(content[at - 1]) && (at == offset || !char.IsWhiteSpace(content[at])))
            {
                first = first < 0 ? at : first;
                string name = SentenceContext.TextOf(view.Source, TextSpan.FromBounds(context.Run.Start, at));
                if (name.Length > 0 && IsFinished(name))
                {
                    return at;
                }
            }
        }

        return context.Governor < 0 && first > 0 ? first : null;
    }

    // After "is", the run says what something is and whose: "a committee of Board", "a place", "a measure".
    private bool IsFinished(string words)
    {
        if (context.GovernorKind != TokenKind.Is)
        {
            return !view.Project.Compilation.Model.Names.Find(words).IsEmpty;
        }

        int of = words.LastIndexOf(" of ", StringComparison.Ordinal);
        return of < 0
            ? view.Project.Compilation.Model.Kinds.Any(kind => NameKey.Of(kind.Name) == NameKey.Of(words))
            : !view.Project.Compilation.Model.Names.Find(words[(of + 4)..]).IsEmpty;
    }

    private static bool IsLike(string name, string typed)
    {
        if (typed.Length == 0)
        {
            return true;
        }

        for (int at = name.IndexOf(typed, StringComparison.OrdinalIgnoreCase); at >= 0; at = name.IndexOf(typed, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetterOrDigit(name[at - 1]))
            {
                return true;
            }
        }

        int second = typed.LastIndexOf(" and ", StringComparison.Ordinal);
        return second > 0 && IsLike(name, typed[(second + 5)..]);
    }

    private static bool IsComplete(TokenKind kind) => kind is TokenKind.Money or TokenKind.Number or TokenKind.Date or TokenKind.FinancialYear or TokenKind.Quotation
        or TokenKind.WithReservedMatters or TokenKind.WithPower or TokenKind.WithoutPower or TokenKind.EvenIfReserved or TokenKind.InTotal
        or TokenKind.ExcludingVat or TokenKind.IncludingVat or TokenKind.NormallyTrue or TokenKind.NormallyFalse or TokenKind.Title or TokenKind.Per;
}
