using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Decisions;

/// <summary>
/// Answers questions in words about a decision space, wherever it came from: the text of a scheme or data built from it earlier.
/// Immutable; may be asked from many threads at once.
/// </summary>
public sealed class QuestionAnswerer
{
    private readonly IQuestionNames names;
    private readonly NameTable nameTable;

    /// <summary>Makes an answerer.</summary>
    /// <param name="space">The space that is asked.</param>
    /// <param name="names">What names in questions stand for.</param>
    /// <param name="nameTable">The names that change how a question is cut into tokens.</param>
    public QuestionAnswerer(DecisionSpace space, IQuestionNames names, NameTable nameTable)
    {
        Space = space;
        this.names = names;
        this.nameTable = nameTable;
    }

    /// <summary>The space that is asked.</summary>
    public DecisionSpace Space { get; }

    /// <summary>What is asked where this cannot make out a question: with further names, of the same space. None mostly.</summary>
    internal QuestionAnswerer? Wider { get; private init; }

    /// <summary>This answerer with another behind it.</summary>
    internal QuestionAnswerer WithWider(QuestionAnswerer wider) => new(Space, names, nameTable) { Wider = wider };

    /// <summary>What answers the same questions about another space that has the same names in the same places, and maybe more behind them.</summary>
    /// <param name="space">The other space.</param>
    public QuestionAnswerer With(DecisionSpace space) => new(space, names, nameTable) { Wider = Wider?.With(space) };

    /// <summary>Answers a question. One that cannot be read gives <see cref="Outcome.Error"/> with a message.</summary>
    /// <param name="question">The question, such as <c>who decides podiatry at Leeds worth £400,000 on 1 May 2026?</c></param>
    /// <param name="asOf">The day that a question without a date is about.</param>
    public Answer Ask(string question, DateOnly asOf)
    {
        Answer answer = AskWithOwnNames(question, asOf);
        return answer.Outcome == Outcome.Error && Wider?.Ask(question, asOf) is { Outcome: not Outcome.Error } wider ? wider : answer;
    }

    private Answer AskWithOwnNames(string question, DateOnly asOf)
    {
        if (!IsQuestion(question))
        {
            return Error("A question starts with “who decides”, “may” or “what may”: for example, “who decides podiatry at Leeds worth £400,000”.", asOf);
        }

        QuestionParse parse = Parser.ParseQuestion(new SourceText("question", question), nameTable);
        if (!parse.Diagnostics.IsEmpty)
        {
            Diagnostic first = MessageStyle.Of(parse.Diagnostics[0]);
            return Error(string.Join(' ', new[] { MessageStyle.Sentence(first.Message), first.Help }.Where(part => part.Length > 0)), asOf);
        }

        return Ask(parse.Question, asOf);
    }

    /// <summary>The decision that a question is about, as the space numbers things; none for one that cannot be read, is about no decision, or says that somebody is away.</summary>
    /// <param name="question">The question, such as <c>who decides podiatry at Leeds worth £400,000 on 1 May 2026?</c></param>
    /// <param name="asOf">The day that a question without a date is about.</param>
    public Decision? DecisionOf(string question, DateOnly asOf)
    {
        if (!IsQuestion(question) || Parser.ParseQuestion(new SourceText("question", question), nameTable) is not { Diagnostics.IsEmpty: true, Question: { Kind: not QuestionKind.WhatMay } read })
        {
            return Wider?.DecisionOf(question, asOf);
        }

        return DecisionOf(read.Decision, asOf) ?? Wider?.DecisionOf(question, asOf);
    }

    /// <summary>The decision that a scenario is about, as the space numbers things; none where a name in it is not known, or it says that somebody is away.</summary>
    /// <param name="decision">The decision as it was read.</param>
    /// <param name="asOf">The day of one that names no day.</param>
    public Decision? DecisionOf(DecisionSyntax decision, DateOnly asOf)
    {
        var binder = new QuestionBinder(Space.Definition, names, decision, asOf);
        Decision made = binder.Decision();
        return binder.Problem.Length > 0 || binder.Away.Count > 0 ? null : made;
    }

    /// <summary>Answers a question that has been read.</summary>
    public Answer Ask(QuestionSyntax question, DateOnly asOf)
    {
        NameSyntax? party = question.Party.IsEmpty ? null : question.Party[0];
        return Ask(question.Kind, party, question.Decision, asOf, question.Others);
    }

    internal Answer Ask(QuestionKind kind, NameSyntax? party, DecisionSyntax decision, DateOnly asOf, ImmutableArray<PartySyntax> others = default)
    {
        var binder = new QuestionBinder(Space.Definition, names, decision, asOf);
        int index = party is null ? -1 : binder.Party(party);
        int[] together = others.IsDefaultOrEmpty ? [] : [index, .. others.SelectMany(other => Enumerable.Repeat(binder.Party(other.Name), other.Count))];
        Decision bound = binder.Decision();
        if (binder.Problem.Length > 0)
        {
            Answer problem = Error(binder.Problem, bound.Day);
            return Wider?.Ask(kind, party, decision, asOf, others) is { Outcome: not Outcome.Error } wider ? wider : problem;
        }

        if (together.Length > 0)
        {
            DecisionSpace there = binder.Away.Count == 0 ? Space : Space.WhileAway(binder.Away, bound);
            return together.FirstOrDefault(binder.Away.Contains, -1) is var absent and >= 0 ? Absent(there, absent, bound) : there.MayTogether(together, bound);
        }

        return kind switch
        {
            QuestionKind.WhatMay when binder.Away.Count > 0 => Error("What a party may decide is asked of a day on which nobody is away: ask “who decides” or “may”.", bound.Day),
            QuestionKind.WhatMay => WhatMay(index, bound),
            _ => AnswerAt(binder.Away.Count == 0 ? Space : Space.WhileAway(binder.Away, bound), kind, index, binder.Away, bound),
        };
    }

    private static Answer AnswerAt(DecisionSpace space, QuestionKind kind, int party, List<int> away, Decision decision)
    {
        if (kind != QuestionKind.May)
        {
            return space.WhoDecides(decision);
        }

        return away.Contains(party) ? Absent(space, party, decision) : space.May(party, decision);
    }

    private static Answer Absent(DecisionSpace space, int party, Decision decision) =>
        new() { Outcome = Outcome.No, Reasons = [$"{space.Definition.Parties[party].Name} is away or conflicted"], Day = decision.Day };

    /// <summary>The name that answers give a party named in a scenario; the name itself when it stands for no one party.</summary>
    internal string AnswerNameOf(string name)
    {
        NamedThing[] parties = [.. names.Find(name).Where(thing => thing.Kind == NamedThingKind.Party)];
        return parties.Length == 1 || parties.Select(party => party.DisplayName).Distinct(StringComparer.Ordinal).Count() == 1 ? Space.Definition.Parties[parties[0].Index].Name : Wider?.AnswerNameOf(name) ?? name;
    }

    private static bool IsQuestion(string question)
    {
        string[] words = question.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        return words is ["may" or "May", ..] or ["who" or "Who", "decides", ..] or ["what" or "What", "may", ..];
    }

    private static Answer Error(string message, DateOnly day) =>
        new() { Outcome = Outcome.Error, Message = message, Day = day };

    private Answer WhatMay(int party, Decision decision)
    {
        Answer answer = Space.WhatMay(party, decision.Day);
        return decision.IsDayAssumed ? answer with { Assumed = ["on " + Wording.Day(decision.Day)] } : answer;
    }
}
