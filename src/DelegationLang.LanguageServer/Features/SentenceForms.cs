using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Syntax;

namespace DelegationLang.LanguageServer.Features;

/// <summary>The form of the sentence at the cursor, with the part that is being written marked.</summary>
internal static class SentenceForms
{
    private static readonly Form[] Forms =
    [
        new(TokenKind.Delegates, [new("A", "Who gives the authority."), new(" delegates SUBJECT", "What it is about: a function, a matter, a budget, or all matters.", TokenKind.Delegates), new(" to B", "Who gets it. Commas give it to each; “or” lets either decide; “jointly with”, or “both A and B”, makes them act together, “any two of” that many of them.", TokenKind.To)]),
        new(TokenKind.Reserves, [new("A", "Who keeps it."), new(" reserves SUBJECT", "What is kept.", TokenKind.Reserves), new(" to B", "For whom.", TokenKind.To)]),
        new(TokenKind.Entrusts, [new("A", "Who lets the contract."), new(" entrusts SUBJECT", "What the contract is about.", TokenKind.Entrusts), new(" to B", "Who manages the money.", TokenKind.To), new(" under CONTRACT", "The contract.", TokenKind.Under)]),
        new(TokenKind.Deputises, [new("A", "Who stands in."), new(" deputises for B", "For whom, while away or conflicted.", TokenKind.For)]),
        new(TokenKind.TakesNoPart, [new("A", "Who takes no part, for a conflict of interest for example."), new(" takes no part in SUBJECT", "In what: A does not decide it, nor does its deputy.", TokenKind.TakesNoPart), new(", which goes to B", "Who decides it then; whoever gave it, where nothing is said.", TokenKind.WhichGoesTo)]),
        new(TokenKind.TakesOver, [new("A", "Who stands there from now on."), new(" takes over from B", "In whose place.", TokenKind.TakesOver), new(" on DAY", "The first day. B ends the day before.", TokenKind.On), new(" for SUBJECT", "In these alone; B goes on with the rest.", TokenKind.For)]),
        new(TokenKind.Concerns, [new("SUBJECT", "What concerns somebody."), new(" concerns A", "Whom. Where nobody takes part in what concerns them, A has no part in it.", TokenKind.Concerns)]),
        new(TokenKind.Recommends, [new("A", "Who recommends."), new(" recommends SUBJECT", "What.", TokenKind.Recommends), new(" to B", "To whom, who decides.", TokenKind.To)]),
        new(TokenKind.Advises, [new("A", "Who advises."), new(" advises B", "Whom.", TokenKind.Advises), new(" on SUBJECT", "On what.", TokenKind.On)]),
        new(TokenKind.Consults, [new("A", "Who decides."), new(" consults B", "Who is consulted.", TokenKind.Consults), new(" before SUBJECT", "Before what.", TokenKind.Before)]),
        new(TokenKind.Limits, [new("limits for SUBJECT", "What the table is about.", TokenKind.For), new(":\n  - PARTY", "Who holds the tier.", TokenKind.LineBullet)]),
        new(TokenKind.Scenario, [new("scenario \"NAME\"", "What should be so."), new(": SUBJECT", "The decision.", TokenKind.Colon), new(" is decided by B", "Who should decide it.", TokenKind.IsDecidedBy)]),
        new(TokenKind.Is, [new("NAME", "What is declared."), new(" is a KIND of OWNER", "What it is, and whose.", TokenKind.Is)]),
    ];

    public static SignatureHelp? At(DocumentView view, Position position)
    {
        int offset = view.Offset(position);
        var context = SentenceContext.At(view, offset);
        if (context.IsInText || Forms.FirstOrDefault(form => context.Has(form.Verb)) is not { } form)
        {
            return null;
        }

        // The clauses that the sentence may have come after its own parts; the one that governs the cursor is the one that is being written.
        var clauses = GivenClauses.At(view, context, offset);
        var parts = new List<Part>(form.Parts);
        foreach (ClauseEntry entry in ClauseHelp.All)
        {
            bool isOnceMore = parts.Any(part => part.Clause == entry.Kind) && entry.Kind != ClauseKind.Step;
            if (clauses.Allows(entry.Kind) && !isOnceMore)
            {
                parts.Add(new Part($" [{ProposalList.WithoutPlaces(entry.Snippet)}]", entry.Help) { Clause = entry.Kind, Keyword = entry.Keyword });
            }
        }

        string label = "";
        var parameters = new List<ParameterInformation>();
        foreach (Part part in parts)
        {
            int start = label.Length;
            label += part.Words;
            parameters.Add(new ParameterInformation([start, label.Length], new MarkupContent("plaintext", part.Help)));
        }

        return new SignatureHelp([new SignatureInformation(label, null, [.. parameters])], 0, Active(view, context, parts));
    }

    private static int Active(DocumentView view, SentenceContext context, List<Part> parts)
    {
        if (context.Governor < 0)
        {
            return 0;
        }

        SyntaxToken governor = context.Tokens[context.Governor];
        string words = SentenceContext.TextOf(view.Source, governor.Span);
        int byKind = parts.FindIndex(part => part.Clause == ClauseKind.None && part.Governor == governor.Kind);
        int byWords = parts.FindIndex(part => part.Keyword.Length > 0 && words.StartsWith(part.Keyword, StringComparison.OrdinalIgnoreCase));
        return byWords >= 0 ? byWords : byKind >= 0 ? byKind : 0;
    }

    private sealed record Form(TokenKind Verb, Part[] Parts);

    private sealed record Part(string Words, string Help, TokenKind Governor = TokenKind.EndOfFile)
    {
        public ClauseKind Clause { get; init; }

        public string Keyword { get; init; } = "";
    }
}
