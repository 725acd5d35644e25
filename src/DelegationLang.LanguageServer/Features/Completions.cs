using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Parsing;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Features;

/// <summary>What may come at the cursor: names of the sort that belongs there, clauses not yet given, days, sums, whole sentences; the likeliest first.</summary>
internal sealed class Completions
{
    /// <summary>How many names are proposed at once. Where there are more, the client asks again as the author goes on typing.</summary>
    private const int MostNames = 400;

    private readonly DocumentView view;
    private readonly SentenceContext context;
    private readonly ProposalList list;
    private readonly RecentWords recent;
    private readonly FittingNames names;
    private readonly string typed;
    private readonly int offset;

    private Completions(DocumentView view, SentenceContext context, int offset, bool hasSnippets)
    {
        this.view = view;
        this.context = context;
        this.offset = offset;
        typed = SentenceContext.TextOf(view.Source, context.Run);
        list = new ProposalList(view, context.Run, offset, hasSnippets);
        recent = new RecentWords(view, context.Run.Start);
        names = new FittingNames(view, context, recent);
    }

    private SchemeModel Model => view.Project.Compilation.Model;

    /// <summary>The proposals for a place.</summary>
    /// <param name="view">The document.</param>
    /// <param name="position">The cursor.</param>
    /// <param name="trigger">The character whose typing makes the client ask by itself; none where the author asks, or types a word.</param>
    /// <param name="hasSnippets">Whether the client knows places to fill in.</param>
    public static CompletionList At(DocumentView view, Position position, string? trigger, bool hasSnippets)
    {
        int offset = view.Offset(position);
        var context = SentenceContext.At(view, offset);
        bool isFile = context.Quotation is not null && context.Tokens is [.., { Kind: TokenKind.Use or TokenKind.Supersedes }, _] or [{ Kind: TokenKind.Use }];
        if ((context.IsInText && !isFile) || (trigger is not null && !isFile && IsQuiet(context)))
        {
            return new CompletionList(false, []);
        }

        var completions = new Completions(view, context, offset, hasSnippets);
        if (isFile)
        {
            completions.ProposeFiles();
        }
        else
        {
            completions.Propose();
        }

        return completions.list.ToList();
    }

    /// <summary>The proposals for a place of a question.</summary>
    public static CompletionList InQuestion(DocumentView view, SentenceContext context, int offset)
    {
        if (context.IsInText)
        {
            return new CompletionList(false, []);
        }

        var completions = new Completions(view, context, offset, hasSnippets: false);
        completions.Propose();
        return completions.list.ToList();
    }

    // Between two sentences, and after text in quotation marks, nothing comes up by itself before a word is begun.
    private static bool IsQuiet(SentenceContext context) =>
        context.Run.Length == 0 && context.Previous is TokenKind.EndOfFile or TokenKind.Quotation or TokenKind.Title or TokenKind.FullStop;

    private void ProposeFiles()
    {
        list.Start = context.Quotation is { } quotation ? quotation.Start : context.Run.Start;
        WordProposals.Files(list, view, areQuoted: true);
    }

    private void Propose()
    {
        bool isHeadOfClauses = context.GovernorKind == TokenKind.Colon && context.Has(TokenKind.EveryDelegation);
        bool isFinished = context.IsPhraseBegun || isHeadOfClauses || context.Previous == TokenKind.Name || IsComplete(context.Previous);
        int? end = isFinished ? context.Run.Start : typed.Length == 0 ? null : NameEnd();
        if (!isFinished)
        {
            ProposeNames(end);
        }

        if (end is int start)
        {
            list.Start = start;
            ProposeWords(SentenceContext.TextOf(view.Source, TextSpan.FromBounds(context.Run.Start, start)));
        }
    }

    private void ProposeNames(int? end)
    {
        if (context.GovernorKind == TokenKind.Deputises)
        {
            list.Text("for", CompletionItemKind.Keyword, "For whom", 0);
            return;
        }

        var slot = Slot.After(context, view);
        if (slot.Extra == SlotExtra.Kinds)
        {
            new KindProposals(list, view, context, names).Propose(typed, recent);
            return;
        }

        // A finished name is followed by something else: sentences start afresh only before one.
        if (end is null)
        {
            WordProposals.Of(list, view, slot.Extra, context, recent);
        }

        int rank = 0;
        foreach (FittingName fit in names.In(slot))
        {
            foreach (string name in fit.Symbol.Aliases.Prepend(fit.Symbol.DisplayName).Where(name => IsLike(name, typed) && (end is null || GoesOn(name))))
            {
                if (++rank > MostNames)
                {
                    return;
                }

                list.Name(fit, name, 1_000 + rank, Documentation(fit.Symbol));
            }
        }
    }

    // "Board d": a longer name than that of the board only where its letters are those typed, capitals included.
    private bool GoesOn(string name) => name.Contains(typed, StringComparison.Ordinal) && char.IsLetter(view.Source.Content[offset - 1]);

    private static MarkupContent? Documentation(Symbol symbol) =>
        symbol.Notes.IsEmpty ? null : new MarkupContent("plaintext", string.Join("\n\n", symbol.Notes));

    // What follows a finished name: "Place Director Leeds u" is that name, and the beginning of a clause.
    private void ProposeWords(string name)
    {
        if (context.Governor < 0)
        {
            ProposeVerbs(name);
            return;
        }

        if (context.GovernorKind == TokenKind.EveryDelegation || (context.Has(TokenKind.EveryDelegation) && !context.Has(TokenKind.Colon)))
        {
            WordProposals.Of(list, view, SlotExtra.DelegationScope, context, recent);
            return;
        }

        new SentenceParts(list, Model, view, context).Propose(name);
        var clauses = GivenClauses.At(view, context, offset);
        int rank = 100;
        foreach (ClauseEntry entry in ClauseHelp.All)
        {
            bool isGiven = clauses.Has(entry.Kind) && entry.Row.Repeat != ClauseRepeat.Again;
            if (clauses.Allows(entry.Kind) && !isGiven)
            {
                list.Snippet(entry.Keyword, entry.Snippet, entry.Help, ++rank, entry.Documentation);
            }
        }
    }

    private void ProposeVerbs(string name)
    {
        string party = name.Length > 0 ? name : context.Tokens is [.., { Kind: TokenKind.Name } last] ? SentenceContext.TextOf(view.Source, last.Span) : "";
        Symbol[] meant = [.. Model.Names.Find(party)];
        if (meant is [])
        {
            KindProposals.ForNew(list, Model, party);
        }
        else if (meant.OfType<PartySymbol>().FirstOrDefault() is { } known)
        {
            int rank = 0;
            foreach (SentenceVerb verb in SentenceVerb.Of(known))
            {
                list.Snippet(verb.Words, verb.Words, verb.Help, ++rank, verb.Documentation);
            }
        }
    }

    // Where the longest declared name ends that the run starts with, white space after it included; for the start of a sentence, the last word begins.
    private int? NameEnd()
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

        return first > 0 && (context.Governor < 0 || IsClauseBegun(content[first..offset])) ? first : null;
    }

    // "Locality Manager repo": the name is not declared yet, and what follows can only be a clause.
    private static bool IsClauseBegun(string words) => words.Length > 1 && ClauseHelp.All.Any(entry => entry.Keyword.StartsWith(words, StringComparison.Ordinal));

    // After "is", the run says what something is and whose: "a committee of Board", "a place", "a measure".
    private bool IsFinished(string words)
    {
        if (context.GovernorKind != TokenKind.Is)
        {
            return !Model.Names.Find(words).IsEmpty;
        }

        int of = words.LastIndexOf(" of ", StringComparison.Ordinal);
        return of < 0
            ? KindProposals.KindOf(Model, words) is { } kind && !KindProposals.WantsMore(kind)
            : !Model.Names.Find(words[(of + 4)..]).IsEmpty;
    }

    private static bool IsLike(string name, string typed)
    {
        if (typed.Length == 0)
        {
            return true;
        }

        string wanted = typed.Trim('"');
        for (int at = name.IndexOf(wanted, StringComparison.OrdinalIgnoreCase); at >= 0 && at < name.Length; at = name.IndexOf(wanted, at + 1, StringComparison.OrdinalIgnoreCase))
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
        or TokenKind.WithReservedMatters or TokenKind.WithPower or TokenKind.WithoutPower or TokenKind.EvenIfReserved or TokenKind.InTotal or TokenKind.InForce
        or TokenKind.ExcludingVat or TokenKind.IncludingVat or TokenKind.NormallyTrue or TokenKind.NormallyFalse or TokenKind.Title or TokenKind.Per
        or TokenKind.EveryDelegation;
}
