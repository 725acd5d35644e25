using System.Collections.Immutable;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Sentences that say who advises, oversees, is consulted or stands in.</summary>
internal sealed partial class TreeBuilder
{
    private DeputySyntax Deputy()
    {
        int index = window.KindAt(2) == TokenKind.For ? 3 : 2;
        ImmutableArray<NameSyntax> principals = OrMissing(nodes.Names(ref index), index);
        ImmutableArray<ClauseSyntax> clauses = Clauses(SentenceSort.Deputy, 0, outline.Clauses.Count);
        ReportRecipients("a sentence about a deputy");
        return new DeputySyntax { Deputy = nodes.Name(0), Principals = principals, Clauses = clauses, Span = Span };
    }

    private InvolvementSyntax Involvement()
    {
        int index = 2;
        ImmutableArray<NameSyntax> listed = OrMissing(nodes.Names(ref index), 2);
        TokenKind verb = window.KindAt(1);
        TokenKind partner = verb == TokenKind.Advises ? TokenKind.On : verb == TokenKind.Consults ? TokenKind.Before : TokenKind.EndOfFile;
        ImmutableArray<ClauseSyntax> clauses = assembler.Assemble(outline.Clauses, 0, outline.Clauses.Count);
        ImmutableArray<NameSyntax> partners = TakeSubjects(ref clauses, partner);
        rules.Check(SentenceSort.Involvement, assembler.Given);
        if (verb == TokenKind.Recommends)
        {
            partners = assembler.Recipients.Count == 0 ? [] : [.. assembler.Recipients[0].Parties.Items.Select(party => party.Name)];
        }
        else
        {
            ReportRecipients("a sentence about who advises, oversees or is consulted");
        }

        if (partners.IsEmpty && verb != TokenKind.Oversees && !faults.AnyIn(listed[^1].Span.End, window.End))
        {
            string wanted = verb == TokenKind.Recommends ? "`to` and who decides" : verb == TokenKind.Advises ? "`on` and the subject" : "`before` and the subject";
            Report(ParsingDiagnostics.UnreadableSentence, Span, $"this sentence lacks {wanted}", $"add {wanted}");
        }

        bool listsSubjects = verb is TokenKind.Recommends or TokenKind.Oversees;
        return new InvolvementSyntax
        {
            Verb = verb switch
            {
                TokenKind.Advises => InvolvementVerb.Advises,
                TokenKind.Oversees => InvolvementVerb.Oversees,
                TokenKind.Consults => InvolvementVerb.Consults,
                _ => InvolvementVerb.Recommends,
            },
            Actor = nodes.Name(0),
            Others = listsSubjects ? partners : listed,
            Subjects = listsSubjects ? listed : OrMissing(partners, window.Count),
            Clauses = clauses,
            Span = Span,
        };
    }

    private InvolvementSyntax Recusal()
    {
        int index = 2;
        ImmutableArray<NameSyntax> subjects = OrMissing(nodes.Names(ref index), 2);
        ImmutableArray<ClauseSyntax> clauses = Clauses(SentenceSort.Recusal, 0, outline.Clauses.Count);
        ReportRecipients("a sentence about who takes no part");
        return new InvolvementSyntax
        {
            Verb = InvolvementVerb.TakesNoPart,
            Actor = nodes.Name(0),
            Others = [.. clauses.OfType<GoesToClauseSyntax>().SelectMany(clause => clause.Parties.Items).Select(party => party.Name)],
            Subjects = subjects,
            Clauses = clauses,
            Span = Span,
        };
    }

    private InvolvementSyntax Concerns()
    {
        int index = 2;
        ImmutableArray<NameSyntax> parties = OrMissing(nodes.Names(ref index), 2);
        ImmutableArray<ClauseSyntax> clauses = Clauses(SentenceSort.Conflicts, 0, outline.Clauses.Count);
        ReportRecipients("a sentence about whom something concerns");
        return new InvolvementSyntax { Verb = InvolvementVerb.Concerns, Actor = parties[0], Others = parties[1..], Subjects = [nodes.Name(0)], Clauses = clauses, Span = Span };
    }

    private ConflictsRuleSyntax ConflictsRule()
    {
        ImmutableArray<ClauseSyntax> clauses = Clauses(SentenceSort.Conflicts, 0, outline.Clauses.Count);
        ReportRecipients("the sentence about what concerns people");
        return new ConflictsRuleSyntax { Clauses = clauses, Span = Span };
    }

    private SuccessionSyntax Succession()
    {
        int index = 2;
        ImmutableArray<NameSyntax> predecessors = OrMissing(nodes.Names(ref index), 2);
        ImmutableArray<ClauseSyntax> clauses = Clauses(SentenceSort.Succession, 0, outline.Clauses.Count);
        ReportRecipients("a sentence about who takes over");
        if (!clauses.Any(clause => clause is OnClauseSyntax) && !faults.AnyIn(window.Start, window.End))
        {
            Report(ParsingDiagnostics.UnreadableSentence, Span, "this sentence does not say on which day", "add the first day, as in `on 1 October 2026`");
        }

        return new SuccessionSyntax { Successor = nodes.Name(0), Predecessors = predecessors, Clauses = clauses, Span = Span };
    }

    /// <summary>Takes the subject out of the clauses: <c>on S</c> after <c>advises</c>, <c>before S</c> after <c>consults</c>.</summary>
    private ImmutableArray<NameSyntax> TakeSubjects(ref ImmutableArray<ClauseSyntax> clauses, TokenKind kind)
    {
        string keyword = PhraseTable.WordsOf(kind);
        foreach (ClauseSyntax clause in clauses)
        {
            if (clause is SubjectClauseSyntax subject && subject.Keyword == keyword)
            {
                clauses = clauses.Remove(clause);
                RemoveGiven(clause.Span);
                return subject.Names;
            }
        }

        return [];
    }

    private void RemoveGiven(TextSpan span)
    {
        for (int i = assembler.Given.Count - 1; i >= 0; i--)
        {
            if (assembler.Given[i].Span == span)
            {
                assembler.Given.RemoveAt(i);
            }
        }
    }
}
