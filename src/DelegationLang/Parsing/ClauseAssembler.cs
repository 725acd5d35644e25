using System.Collections.Immutable;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>
/// Turns the flat list of clauses of a sentence into nodes: which bound belongs to a measure, to the onward power or to the sentence, and
/// which day to an approval, depends on what stands straight before.
/// </summary>
internal sealed partial class ClauseAssembler
{
    private readonly SentenceTokens window;
    private readonly NodeFactory nodes;
    private readonly FaultBag faults;
    private readonly NameTable names;

    private readonly List<ClauseSyntax> clauses = [];
    private readonly RangeBuilder limit = new();
    private readonly List<(int Slot, AmountRangeSyntax Range)> limits = [];
    private readonly RangeBuilder onwardLimit = new();
    private readonly List<FactSyntax> facts = [];

    private Attachment attachment;
    private int attachedTo;
    private int limitSlot;
    private int factSlot;
    private bool isAny;
    private bool hasFactComma;

    public ClauseAssembler(SentenceTokens window, NodeFactory nodes, FaultBag faults, NameTable names)
    {
        this.window = window;
        this.nodes = nodes;
        this.faults = faults;
        this.names = names;
    }

    /// <summary>What the next clause may still belong to.</summary>
    private enum Attachment
    {
        None,
        Facts,
        Onward,
        Worth,
        InForce,
        Approval,
    }

    /// <summary>The parties after <c>to</c>, where the sentence itself has them: the first, and where further ones start.</summary>
    public List<Recipient> Recipients { get; } = new();

    /// <summary>Which clause was at which token, for messages about clauses given twice.</summary>
    public List<GivenClause> Given { get; } = new();

    /// <summary>Assembles some of the clauses of a sentence.</summary>
    public ImmutableArray<ClauseSyntax> Assemble(List<ClauseOutline> outlines, int first, int end)
    {
        clauses.Clear();
        Recipients.Clear();
        Given.Clear();
        limit.Clear();
        limits.Clear();
        onwardLimit.Clear();
        limitSlot = -1;
        attachment = Attachment.None;
        for (int i = first; i < end; i++)
        {
            Add(outlines[i]);
        }

        CloseFacts();
        CloseOnward();
        CloseLimit();
        return [.. clauses];
    }

    private void Add(ClauseOutline outline)
    {
        TokenKind kind = window.KindAt(outline.First);
        switch (kind)
        {
            case TokenKind.UpTo or TokenKind.Below or TokenKind.Above or TokenKind.AtLeast:
                AddBound(outline, kind);
                return;
            case TokenKind.Per or TokenKind.InTotal or TokenKind.ExcludingVat or TokenKind.IncludingVat:
                AddQualifier(outline, kind);
                return;
            case TokenKind.To when attachment == Attachment.Onward:
                AttachOnwardTo(outline);
                return;
            case TokenKind.ByConsentOf when attachment == Attachment.Onward:
                AttachConsent(outline);
                return;
            case TokenKind.On when attachment == Attachment.Approval && window.KindAt(outline.First + 1) == TokenKind.Date:
                var approval = (ApprovedByClauseSyntax)clauses[attachedTo];
                clauses[attachedTo] = approval with { Date = [nodes.Date(outline.First + 1)], Span = Extend(approval.Span, outline) };
                attachment = Attachment.None;
                return;
            case TokenKind.WithinDays when clauses.Count > 0 && TryAttachDays(outline):
                return;
            case TokenKind.From or TokenKind.Until when attachment == Attachment.InForce:
                if (TryAttachInForce(outline, kind))
                {
                    return;
                }

                break;
        }

        CloseFacts();
        CloseOnward();
        attachment = Attachment.None;
        if (kind != TokenKind.To)
        {
            bool isYear = kind == TokenKind.For && window.KindAt(outline.First + 1) == TokenKind.FinancialYear;
            Given.Add(new GivenClause(isYear ? TokenKind.FinancialYear : kind, nodes.Between(outline.First, outline.End)));
        }

        AddPlain(outline, kind);
    }

    // Within how many days a step or a duty is to be done: it stands straight after it.
    private bool TryAttachDays(ClauseOutline outline)
    {
        ClauseSyntax last = clauses[^1];
        TextSpan span = Extend(last.Span, outline);
        ClauseSyntax? limited = last switch
        {
            StepClauseSyntax { WithinDays.IsEmpty: true } step => step with { WithinDays = [nodes.NumberOf(outline.First + 1)], Span = span },
            RatifiedByClauseSyntax { WithinDays.IsEmpty: true } ratified => ratified with { WithinDays = [nodes.NumberOf(outline.First + 1)], Span = span },
            ReportingToClauseSyntax { WithinDays.IsEmpty: true } reporting => reporting with { WithinDays = [nodes.NumberOf(outline.First + 1)], Span = span },
            _ => null,
        };
        if (limited is null)
        {
            return false;
        }

        clauses[^1] = limited;
        return true;
    }

    private bool TryAttachInForce(ClauseOutline outline, TokenKind kind)
    {
        var inForce = (InForceClauseSyntax)clauses[attachedTo];
        ImmutableArray<DateSyntax> date = [nodes.Date(outline.First + 1)];
        TextSpan span = Extend(inForce.Span, outline);
        if (kind == TokenKind.From && inForce.From.IsEmpty)
        {
            clauses[attachedTo] = inForce with { From = date, Span = span };
            return true;
        }

        if (kind == TokenKind.Until && inForce.Until.IsEmpty)
        {
            clauses[attachedTo] = inForce with { Until = date, Span = span };
            return true;
        }

        return false;
    }

    private void AttachOnwardTo(ClauseOutline outline)
    {
        var onward = (OnwardClauseSyntax)clauses[attachedTo];
        int index = outline.First + 1;
        PartyListSyntax parties = nodes.Parties(ref index);
        if (!onward.To.IsEmpty)
        {
            Recipients.Add(new Recipient(parties, nodes.Between(outline.First, outline.End)));
            CloseOnward();
            attachment = Attachment.None;
            return;
        }

        clauses[attachedTo] = onward with { To = [.. parties.Items.Select(party => party.Name)], Span = Extend(onward.Span, outline) };
    }

    private void AttachConsent(ClauseOutline outline)
    {
        var onward = (OnwardClauseSyntax)clauses[attachedTo];
        if (!onward.ConsentOf.IsEmpty)
        {
            ReportTwice("by consent of", nodes.Between(outline.First, outline.End), onward.ConsentOf[0].Span);
            return;
        }

        clauses[attachedTo] = onward with { ConsentOf = [nodes.Name(outline.First + 1)], Span = Extend(onward.Span, outline) };
    }

    private void AddBound(ClauseOutline outline, TokenKind kind)
    {
        int index = outline.First + 1;
        AmountSyntax amount = nodes.Amount(ref index);
        var bound = new BoundSyntax { Kind = BoundOf(kind), Amount = amount, Span = nodes.Between(outline.First, index) };
        if (attachment == Attachment.Facts && BelongsToFact(amount))
        {
            FactSyntax fact = facts[^1];
            if (amount is NumberSyntax)
            {
                // Of two in money the second may be the sentence's own: the binder, who knows the measure, says so.
                CheckBound(fact.Bounds, bound);
            }

            facts[^1] = fact with { Bounds = fact.Bounds.Add(bound), Span = TextSpan.Union(fact.Span, bound.Span) };
        }
        else if (attachment == Attachment.Onward)
        {
            CheckBound(onwardLimit.Bounds, bound);
            onwardLimit.Add(bound);
        }
        else
        {
            if (attachment is Attachment.Worth or Attachment.InForce or Attachment.Approval)
            {
                attachment = Attachment.None;
            }

            BeginFurtherLimit(bound);
            if (limitSlot < 0)
            {
                limitSlot = clauses.Count;
            }

            CheckSecondLimit(bound, outline.End);
            CheckMoney(bound);
            limit.Add(bound);
        }

        AddFurtherFacts(index, outline.End);
    }

    private void AddQualifier(ClauseOutline outline, TokenKind kind)
    {
        TextSpan span = nodes.SpanOf(outline.First);
        if (attachment == Attachment.Worth)
        {
            var worth = (WorthClauseSyntax)clauses[attachedTo];
            clauses[attachedTo] = worth with { Qualifier = Qualify(worth.Qualifier, kind, outline.First), Span = TextSpan.Union(worth.Span, span) };
        }
        else if (attachment == Attachment.Onward && onwardLimit.Bounds.Count > 0)
        {
            onwardLimit.Qualifier = Qualify(onwardLimit.Qualifier, kind, outline.First);
        }
        else
        {
            if (limitSlot < 0)
            {
                limitSlot = clauses.Count;
            }

            limit.Qualifier = Qualify(limit.Qualifier, kind, outline.First);
        }

        AddFurtherFacts(outline.First + 1, outline.End);
    }

    private AmountQualifierSyntax Qualify(AmountQualifierSyntax qualifier, TokenKind kind, int index)
    {
        TextSpan span = nodes.SpanOf(index);
        bool isVat = kind is TokenKind.ExcludingVat or TokenKind.IncludingVat;
        bool isTwice = isVat ? qualifier.Vat != VatSyntaxKind.Unstated : qualifier.Basis.Length > 0;
        if (isTwice)
        {
            ReportTwice(isVat ? "VAT" : "what the amount counts", span, qualifier.Span);
            return qualifier;
        }

        TextSpan whole = qualifier.Span.Length == 0 ? span : TextSpan.Union(qualifier.Span, span);
        if (isVat)
        {
            return qualifier with { IsMissing = false, Vat = kind == TokenKind.ExcludingVat ? VatSyntaxKind.Excluding : VatSyntaxKind.Including, Span = whole };
        }

        if (kind == TokenKind.InTotal)
        {
            return qualifier with { IsMissing = false, Basis = "total", BasisSpan = span, Span = whole };
        }

        string content = faults.Source.Content;
        int basis = SourceScan.SkipTrivia(content, span.Start + "per".Length);
        return qualifier with { IsMissing = false, Basis = NameText.Fold(content, basis, span.End), BasisSpan = TextSpan.FromBounds(basis, span.End), Span = whole };
    }

    private TextSpan Extend(TextSpan span, ClauseOutline outline) => TextSpan.Union(span, nodes.Between(outline.First, outline.End));
}
