using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;
using DelegationLang.Semantics.Binding;
using DelegationLang.Syntax;

namespace DelegationLang.LanguageServer.Features;

/// <summary>What a sentence cannot do without at a place, which therefore comes before every clause that it may have: <c>to</c>, how often, a unit.</summary>
internal sealed class SentenceParts(ProposalList list, SchemeModel model, DocumentView view, SentenceContext context)
{
    private static readonly string[] Frequencies = ["monthly", "quarterly", "annually"];

    /// <summary>Proposes what is wanted here.</summary>
    /// <param name="name">The name that has been finished straight before; empty for none.</param>
    public void Propose(string name)
    {
        ProposeParts();
        ProposeUnits(name);
    }

    // The parts of a sentence that it cannot do without.
    private void ProposeParts()
    {
        bool isDeciding = context.Has(TokenKind.Delegates) || context.Has(TokenKind.Reserves) || context.Has(TokenKind.Entrusts);
        if ((isDeciding || context.Has(TokenKind.Recommends)) && !context.Has(TokenKind.To))
        {
            list.Text("to", CompletionItemKind.Keyword, "Who gets it", 0);
        }
        else if (context.Has(TokenKind.Advises) && !context.Has(TokenKind.On))
        {
            list.Text("on", CompletionItemKind.Keyword, "On what", 0);
        }
        else if (context.Has(TokenKind.Consults) && !context.Has(TokenKind.Before))
        {
            list.Text("before", CompletionItemKind.Keyword, "Before what", 0);
        }
        else if (context.Has(TokenKind.Deputises) && !context.Has(TokenKind.For))
        {
            list.Text("for", CompletionItemKind.Keyword, "For whom", 0);
        }

        if (context.Has(TokenKind.Scenario) && context.Has(TokenKind.Colon) && !context.Has(TokenKind.IsDecidedBy) && !context.Has(TokenKind.IsReservedTo))
        {
            list.Text("is decided by", CompletionItemKind.Keyword, "Who should decide it", 0);
            list.Text("is reserved to", CompletionItemKind.Keyword, "For whom it should be kept", 1);
        }

        if (context.Has(TokenKind.May) && !context.Has(TokenKind.Decide))
        {
            list.Text("decide", CompletionItemKind.Keyword, "What", 0);
        }

        if (context.GovernorKind is TokenKind.ReportingTo or TokenKind.MeetingIn)
        {
            for (int i = 0; i < Frequencies.Length; i++)
            {
                list.Text(Frequencies[i], CompletionItemKind.Constant, "How often", 2 + i);
            }
        }

        if (context.Previous == TokenKind.IfNotAgreed)
        {
            list.Text("to", CompletionItemKind.Keyword, "Who then decides", 0);
        }

        if (context.Previous == TokenKind.InForce)
        {
            list.Text("from", CompletionItemKind.Keyword, "The first day", 0);
            list.Text("until", CompletionItemKind.Keyword, "The last day", 1);
        }

        if (context.GovernorKind == TokenKind.ApprovedBy)
        {
            list.Text("on", CompletionItemKind.Keyword, "The day of the approval", 2);
        }

        if (ListHead.FamilyIn(context, view) == SymbolFamily.Matter && !context.Has(TokenKind.Colon) && !context.Has(TokenKind.ReservedTo))
        {
            list.Text("reserved to", CompletionItemKind.Keyword, "For whom all of them are kept", 0);
        }
    }

    // "when contract length" is followed by a figure of it, and the figure by its unit.
    private void ProposeUnits(string name)
    {
        bool isFigure = context.Previous == TokenKind.Number;
        string measured = !isFigure && context.GovernorKind is TokenKind.When or TokenKind.Unless
            ? name.Length > 0 ? name : context.Tokens is [.., { Kind: TokenKind.Name } last] ? SentenceContext.TextOf(view.Source, last.Span) : ""
            : isFigure ? MeasureBefore() : "";
        if (measured.Length == 0 || model.Names.Find(measured).OfType<MeasureSymbol>().FirstOrDefault() is not { } measure)
        {
            return;
        }

        if (isFigure)
        {
            list.Text(measure.Unit, CompletionItemKind.Unit, "The unit of " + measure.DisplayName, 0);
            return;
        }

        // The usual one first: in the order of their ranks, not of the alphabet.
        int rank = 0;
        foreach (ClauseEntry bound in ClauseHelp.All.Where(entry => entry.Kind == ClauseKind.Limit))
        {
            list.Text(bound.Keyword, CompletionItemKind.Keyword, bound.Help, rank++);
        }
    }

    private string MeasureBefore()
    {
        for (int i = context.Tokens.Count - 1; i > 0; i--)
        {
            if (context.Tokens[i].Kind == TokenKind.Name)
            {
                return SentenceContext.TextOf(view.Source, context.Tokens[i].Span);
            }
        }

        return "";
    }
}
