using System.Collections.Immutable;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Scenarios and questions: a decision, and what is asked or expected of it.</summary>
internal sealed partial class TreeBuilder
{
    private ProhibitionSyntax Prohibition()
    {
        int index = 1;
        ImmutableArray<NameSyntax> subjects = OrMissing(nodes.Names(ref index), 1);
        ImmutableArray<ClauseSyntax> clauses = Clauses(SentenceSort.Prohibition, 0, outline.Clauses.Count);
        ReportRecipients("a prohibition");
        return new ProhibitionSyntax { Subjects = subjects, Clauses = clauses, Span = Span };
    }

    /// <summary>The question in the window.</summary>
    public QuestionSyntax BuildQuestion()
    {
        TokenKind kind = window.KindAt(0);
        bool hasParty = kind is TokenKind.May or TokenKind.What;
        int party = kind == TokenKind.What ? 2 : 1;
        int subject = kind == TokenKind.WhoDecides ? 1 : kind == TokenKind.May ? 3 : window.Count;
        ImmutableArray<PartySyntax> others = [];
        if (kind == TokenKind.May && window.KindAt(2) == TokenKind.JointlyWith)
        {
            int index = 3;
            others = nodes.Parties(ref index).Items;
            subject = index + 1;
        }

        return new QuestionSyntax
        {
            Kind = kind == TokenKind.May ? QuestionKind.May : kind == TokenKind.What ? QuestionKind.WhatMay : QuestionKind.WhoDecides,
            Others = others,
            Party = hasParty && window.KindAt(party) == TokenKind.Name ? [nodes.Name(party)] : [],
            Decision = Decision(subject, hasSubject: kind != TokenKind.What),
            Span = Span,
        };
    }

    private ScenarioSyntax Scenario()
    {
        bool isMay = window.KindAt(4) is TokenKind.May or TokenKind.MayNot;
        int expectation = FindExpectation();
        TokenKind kind = isMay ? window.KindAt(4) : window.KindAt(expectation);
        ImmutableArray<PartySyntax> parties = [];
        bool isJoint = false;
        bool isNobody = false;
        if (isMay)
        {
            NameSyntax party = nodes.Name(3);
            parties = [new PartySyntax { Name = party, Span = party.Span }];
        }
        else if (expectation < window.Count)
        {
            parties = ExpectedParties(expectation + 1, out isJoint);
            isNobody = parties is [{ Name.IsQuoted: false, Count: 1 }] && NameKey.Of(parties[0].Name.Text) == "nobody";
        }

        return new ScenarioSyntax
        {
            Title = nodes.Quotation(1),
            Decision = Decision(isMay ? 6 : 3, hasSubject: true),
            Expectation = kind switch
            {
                TokenKind.May => ExpectationKind.May,
                TokenKind.MayNot => ExpectationKind.MayNot,
                TokenKind.IsReservedTo => ExpectationKind.ReservedTo,
                _ => isNobody ? ExpectationKind.DecidedByNobody : ExpectationKind.DecidedBy,
            },
            Parties = isNobody ? [] : parties,
            IsJoint = isJoint,
            Span = Span,
        };
    }

    private int FindExpectation()
    {
        int index = 3;
        while (index < window.Count && window.KindAt(index) is not (TokenKind.IsDecidedBy or TokenKind.IsReservedTo))
        {
            index++;
        }

        return index;
    }

    private ImmutableArray<PartySyntax> ExpectedParties(int index, out bool isJoint)
    {
        PartyListSyntax parties = nodes.Parties(ref index);
        isJoint = window.KindAt(index) == TokenKind.JointlyWith;
        if (!isJoint)
        {
            isJoint = parties.Kind == PartyListKind.Together;
            return parties.Items;
        }

        index++;
        return parties.Items.AddRange(nodes.Parties(ref index).Items);
    }

    private DecisionSyntax Decision(int subject, bool hasSubject)
    {
        ImmutableArray<ClauseSyntax> clauses = Clauses(SentenceSort.Decision, 0, outline.Clauses.Count);
        ReportRecipients("a question or a scenario");
        NameSyntax name = hasSubject ? nodes.Name(subject) : NodeFactory.MissingName(nodes.EndBefore(window.Count));
        TextSpan span = clauses.IsEmpty ? name.Span : name.IsMissing ? TextSpan.Union(clauses[0].Span, clauses[^1].Span) : TextSpan.Union(name.Span, clauses[^1].Span);
        return new DecisionSyntax { Subject = name, Clauses = clauses, Span = span };
    }
}
