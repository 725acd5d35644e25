using System.Collections.Concurrent;
using System.Collections.Immutable;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Analysis;

/// <summary>Who holds what, each asked of the engine once.</summary>
internal sealed class AuthorityBook
{
    private readonly Compilation compilation;
    private readonly ConcurrentDictionary<string, Answer> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PartyOnDay, Answer> holdings = new();
    private readonly Lazy<Dictionary<Statement, int>> rules;

    public AuthorityBook(Compilation compilation)
    {
        this.compilation = compilation;
        rules = new(() => NumberRules(compilation.Model));
    }

    /// <summary>What a party may decide on a day; none for one that the engine does not know.</summary>
    public Answer? Holding(PartySymbol party, DateOnly day)
    {
        int index = compilation.Engine.Symbols[party];
        return index < 0 ? null : holdings.GetOrAdd(new PartyOnDay(index, day), key => compilation.Engine.Space.WhatMay(key.Party, key.Day));
    }

    /// <summary>The answer to a question about today.</summary>
    public Answer Ask(string question) => answers.GetOrAdd(question, words => compilation.JoinedEngine.Ask(words, compilation.AsOf));

    /// <summary>Who decides a subject today.</summary>
    public Answer WhoDecides(SubjectSymbol subject) => Ask(QuestionOf(subject));

    /// <summary>The question who decides a subject, in the words of the language.</summary>
    public static string QuestionOf(SubjectSymbol subject) => $"who decides \"{subject.DisplayName}\"?";

    /// <summary>The rule of the decision space that a sentence makes; none where it makes none.</summary>
    public RuleDefinition? RuleOf(Statement statement) =>
        rules.Value.TryGetValue(statement, out int index) && index < compilation.Engine.Space.Definition.Rules.Length
            ? compilation.Engine.Space.Definition.Rules[index]
            : null;

    /// <summary>
    /// What those to whom a sentence gives something really hold by it, through the chain above it: on today where it is in force then, on its first day
    /// where that is still to come. Empty where nobody holds anything by it.
    /// </summary>
    public IReadOnlyList<Authority> Effect(DelegationStatement statement)
    {
        if (!rules.Value.TryGetValue(statement, out int index) || RuleOf(statement) is not { IsEffective: true } rule || DayOf(rule) is not DateOnly day)
        {
            return [];
        }

        var found = new List<Authority>();
        foreach (PartySymbol party in statement.Holders.SelectMany(holder => holder.Group.Parties).Distinct())
        {
            if (Holding(party, day) is { } answer)
            {
                found.AddRange(answer.Authorities.Where(authority => authority.Rule == index));
            }
        }

        return found;
    }

    private DateOnly? DayOf(RuleDefinition rule)
    {
        DateOnly today = compilation.AsOf;
        DateRange scheme = compilation.Model.Info.InForce;
        DateOnly first = rule.Days.HasFirst ? rule.Days.First : DateOnly.MinValue;
        first = scheme.HasFirst && scheme.First > first ? scheme.First : first;
        DateOnly day = first > today ? first : today;
        return rule.Days.Contains(day) ? day : null;
    }

    // As the decision space numbers them: reservations and delegations together, in the order of the text.
    private static Dictionary<Statement, int> NumberRules(SchemeModel model)
    {
        ImmutableArray<Statement> deciding = [.. model.Reservations.AsEnumerable<Statement>().Concat(model.Delegations).OrderBy(statement => statement.Order)];
        var numbers = new Dictionary<Statement, int>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < deciding.Length; i++)
        {
            numbers.Add(deciding[i], i);
        }

        return numbers;
    }

    private sealed record PartyOnDay(int Party, DateOnly Day);
}
