using System.Collections.Immutable;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Clauses that stand for themselves.</summary>
internal sealed partial class ClauseAssembler
{
    /// <summary>How often may be reported.</summary>
    public static readonly string[] Frequencies = ["weekly", "monthly", "quarterly", "annually", "yearly", "half-yearly"];

    private void AddPlain(ClauseOutline outline, TokenKind kind)
    {
        int index = outline.First + 1;
        TextSpan span = nodes.Between(outline.First, outline.End);
        switch (kind)
        {
            case TokenKind.To:
                Recipients.Add(new Recipient(nodes.Parties(ref index), span));
                return;
            case TokenKind.When or TokenKind.Unless:
                OpenFacts(outline, kind);
                return;
            case TokenKind.WithPower or TokenKind.WithoutPower:
                Attach(kind == TokenKind.WithPower ? Attachment.Onward : Attachment.None);
                clauses.Add(new OnwardClauseSyntax { Keyword = PhraseTable.WordsOf(kind), IsGiven = kind == TokenKind.WithPower, Span = span });
                return;
            case TokenKind.Worth:
                Attach(Attachment.Worth);
                AmountSyntax amount = nodes.Amount(ref index);
                clauses.Add(new WorthClauseSyntax { Keyword = "worth", Amount = amount, Qualifier = RangeBuilder.Unqualified(span.End), Span = span });
                return;
            case TokenKind.ProposedFrom:
                Attach(Attachment.InForce);
                clauses.Add(new InForceClauseSyntax { Keyword = PhraseTable.WordsOf(kind), IsProposed = true, From = [nodes.Date(index)], Span = span });
                return;
            case TokenKind.InForce:
                Attach(Attachment.InForce);
                clauses.Add(new InForceClauseSyntax { Keyword = "in force", Span = span });
                return;
            case TokenKind.ApprovedBy:
                Attach(Attachment.Approval);
                clauses.Add(new ApprovedByClauseSyntax { Keyword = "approved by", Party = Single(outline), Span = span });
                return;
            default:
                clauses.Add(MakePlain(outline, kind, span));
                return;
        }
    }

    private void Attach(Attachment to)
    {
        attachment = to;
        attachedTo = clauses.Count;
    }

    private ClauseSyntax MakePlain(ClauseOutline outline, TokenKind kind, TextSpan span)
    {
        int index = outline.First + 1;
        string keyword = PhraseTable.WordsOf(kind);
        switch (kind)
        {
            case TokenKind.For when window.KindAt(index) == TokenKind.FinancialYear:
                return new ForYearClauseSyntax { Keyword = keyword, Year = nodes.Year(index), Span = span };
            case TokenKind.For:
                return new ForClauseSyntax { Keyword = keyword, Names = Names(ref index), Span = span };
            case TokenKind.At:
                return new AtClauseSyntax { Keyword = keyword, Places = Names(ref index), Span = span };
            case TokenKind.Except:
                return new ExceptClauseSyntax { Keyword = keyword, Subjects = Names(ref index), Span = span };
            case TokenKind.On when window.KindAt(index) == TokenKind.Name:
                return new SubjectClauseSyntax { Keyword = keyword, Names = Names(ref index), Span = span };
            case TokenKind.Before:
                return new SubjectClauseSyntax { Keyword = keyword, Names = Names(ref index), Span = span };
            case TokenKind.On:
                return new OnClauseSyntax { Keyword = keyword, Date = nodes.Date(index), Span = span };
            case TokenKind.From:
                return new FromClauseSyntax { Keyword = keyword, Date = nodes.Date(index), Span = span };
            case TokenKind.Until:
                return new UntilClauseSyntax { Keyword = keyword, Date = nodes.Date(index), Span = span };
            case TokenKind.ReviewBy:
                return new ReviewByClauseSyntax { Keyword = keyword, Date = nodes.Date(index), Span = span };
            case TokenKind.Under:
                return new UnderClauseSyntax { Keyword = keyword, Name = Single(outline), Span = span };
            case TokenKind.RatifiedBy:
                return new RatifiedByClauseSyntax { Keyword = keyword, Party = Single(outline), Span = span };
            case TokenKind.ReportingTo:
                return ReportingTo(outline, keyword, span);
            case TokenKind.JointlyWith:
                return new JointlyClauseSyntax { Keyword = keyword, Parties = nodes.Parties(ref index), Span = span };
            case TokenKind.AfterConsulting or TokenKind.AfterRecommendation or TokenKind.AfterApproval:
                return new StepClauseSyntax { Keyword = keyword, Step = StepOf(kind), Parties = nodes.Parties(ref index), Span = span };
            case TokenKind.WithMembers:
                return new MembersClauseSyntax { Keyword = keyword, Members = nodes.Parties(ref index), Span = span };
            case TokenKind.AttendedBy:
                return new AttendanceClauseSyntax { Keyword = keyword, Parties = nodes.Parties(ref index), Span = span };
            case TokenKind.WithQuorum:
                return Quorum(outline, keyword, span);
            case TokenKind.DecidingBy:
                return new VotingClauseSyntax { Keyword = keyword, Manner = nodes.Name(index), Span = span };
            case TokenKind.MeetingIn:
                return new MeetingClauseSyntax { Keyword = keyword, Manner = nodes.Name(index), Span = span };
            case TokenKind.WithPopulation:
                return new PopulationClauseSyntax { Keyword = keyword, Number = nodes.Number(index), Span = span };
            case TokenKind.IfNotAgreed:
                index += window.KindAt(index) == TokenKind.To ? 1 : 0;
                return new IfNotAgreedClauseSyntax { Keyword = keyword, Parties = nodes.Parties(ref index), Span = span };
            case TokenKind.WithinDays:
                ReportLooseDays(span);
                return new UnreadableClauseSyntax { Keyword = keyword, Span = span };
            case TokenKind.WhichGoesTo:
                return new GoesToClauseSyntax { Keyword = keyword, Parties = nodes.Parties(ref index), Span = span };
            case TokenKind.EvenIfReserved:
                return new EvenIfReservedClauseSyntax { Keyword = keyword, Span = span };
            case TokenKind.NormallyTrue or TokenKind.NormallyFalse:
                return new NormallyClauseSyntax { Keyword = keyword, Value = kind == TokenKind.NormallyTrue, Span = span };
            case TokenKind.Unlimited:
                AddFurtherFacts(outline.First + 1, outline.End);
                return new UnlimitedClauseSyntax { Keyword = ParsingFaults.Shown(faults.Source, window[outline.First].Start, window[outline.First].End), Span = nodes.SpanOf(outline.First) };
            case TokenKind.Temporarily:
                return new TemporarilyClauseSyntax { Keyword = keyword, Span = span };
            case TokenKind.HeldBySeveral:
                return new HeldBySeveralClauseSyntax { Keyword = keyword, Span = span };
            case TokenKind.WithReservedMatters:
                return ReservedMatters(outline, span);
            case TokenKind.SubjectTo:
                return new UnreadableClauseSyntax { Keyword = keyword, Span = span };
            default:
                return NamesOrText(outline, kind, keyword, span);
        }
    }

    private ClauseSyntax NamesOrText(ClauseOutline outline, TokenKind kind, string keyword, TextSpan span)
    {
        int index = outline.First + 1;
        return ClauseTable.Of(kind) switch
        {
            { Shape: ClauseShape.Text } row => new TextClauseSyntax(row.Kind) { Keyword = keyword, Text = nodes.Quotation(index), Span = span },
            { Shape: ClauseShape.Names } row => new NamesClauseSyntax(row.Kind) { Keyword = keyword, Names = Names(ref index), Span = span },
            _ => new UnreadableClauseSyntax { Keyword = keyword, Span = span },
        };
    }

    private QuorumClauseSyntax Quorum(ClauseOutline outline, string keyword, TextSpan span)
    {
        int index = outline.First + 1;
        NumberSyntax quorum = nodes.Number(index);
        index += quorum.IsMissing ? 0 : 1;
        bool isWithNamed = index < outline.End && window.KindAt(index) == TokenKind.Including;
        index++;
        return new QuorumClauseSyntax { Keyword = keyword, Quorum = quorum, Including = isWithNamed ? [nodes.Parties(ref index)] : [], Span = span };
    }

    private ReservedMattersClauseSyntax ReservedMatters(ClauseOutline outline, TextSpan span)
    {
        int index = outline.First + 2;
        bool hasFurther = outline.End > outline.First + 1 && window.KindAt(outline.First + 1) == TokenKind.Colon;
        Lexeme words = window[outline.First];
        return new ReservedMattersClauseSyntax
        {
            Keyword = faults.Source.Content[words.Start] == 's' ? "subject to reserved matters" : "with reserved matters",
            Further = hasFurther ? Names(ref index) : [],
            Span = span,
        };
    }

    private ReportingToClauseSyntax ReportingTo(ClauseOutline outline, string keyword, TextSpan span)
    {
        int index = outline.First + 1;
        ImmutableArray<NameSyntax> parties = Names(ref index);
        string further = "";
        while (parties.Length > 1 && Frequencies.Contains(parties[^1].Text))
        {
            // `quarterly, annually`: a list of words of frequency, which the scanner cannot tell from one of names.
            further = $", {parties[^1].Text}{further}";
            parties = parties.RemoveAt(parties.Length - 1);
        }

        NameSyntax last = parties[^1];
        int length = last.IsQuoted ? last.Text.Length : FrequencyStart(last.Text);
        if (length == last.Text.Length)
        {
            return new ReportingToClauseSyntax { Keyword = keyword, Parties = parties, Frequency = further.TrimStart(',', ' '), Span = span };
        }

        // The words of frequency end the name; where they stand in the text is found from its end.
        string frequency = last.Text[length..].TrimStart();
        NameSyntax party = last with { Text = last.Text[..length], Span = PartSpan(last.Span, frequency) };
        return new ReportingToClauseSyntax { Keyword = keyword, Parties = parties.SetItem(parties.Length - 1, party), Frequency = frequency + further, Span = span };
    }

    private TextSpan PartSpan(TextSpan name, string frequency)
    {
        string content = faults.Source.Content;
        string firstWord = frequency.Split(' ')[0];
        int start = content.LastIndexOf(firstWord, name.End - 1, name.Length, StringComparison.Ordinal);
        while (start > name.Start && Characters.IsSpace(content[start - 1]))
        {
            start--;
        }

        return start <= name.Start ? name : TextSpan.FromBounds(name.Start, start);
    }

    /// <summary>Where the name ends and words such as <c>quarterly and annually</c> start; the length of the text where there are none.</summary>
    private static int FrequencyStart(string text)
    {
        int start = text.Length;
        while (true)
        {
            int space = text.LastIndexOf(' ', Math.Max(0, start - 1));
            string word = space < 0 ? "" : text[(space + 1)..start];
            if (!Frequencies.Contains(word))
            {
                return start;
            }

            start = space;
            if (text.AsSpan(0, start).EndsWith(" and"))
            {
                start -= " and".Length;
            }
            else
            {
                return start;
            }
        }
    }

    private NameSyntax Single(ClauseOutline outline)
    {
        int index = outline.First + 1;
        ImmutableArray<NameSyntax> all = Names(ref index);
        if (all.Length > 1)
        {
            ReportOneName(PhraseTable.WordsOf(window.KindAt(outline.First)), all[1].Span);
        }

        return all[0];
    }

    private ImmutableArray<NameSyntax> Names(ref int index)
    {
        int first = index;
        ImmutableArray<NameSyntax> all = nodes.Names(ref index);
        return all.IsEmpty ? [NodeFactory.MissingName(nodes.EndBefore(first))] : all;
    }

    private static StepKind StepOf(TokenKind kind) => kind switch
    {
        TokenKind.AfterRecommendation => StepKind.Recommendation,
        TokenKind.AfterApproval => StepKind.Approval,
        _ => StepKind.Consulting,
    };
}
