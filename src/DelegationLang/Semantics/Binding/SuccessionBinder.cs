using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Policy;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Binds <c>A takes over from B on D [for S]</c>: who it is, and how long B is there.</summary>
internal sealed class SuccessionBinder(NameResolver resolver, ClauseBinder clauses, Reporter reporter)
{
    private readonly List<(Scope Scope, SuccessionSyntax Syntax)> sentences = [];

    /// <summary>The sentences, by day.</summary>
    public ImmutableArray<SuccessionStatement> All { get; private set; } = [];

    public void Add(Scope scope, SuccessionSyntax sentence) => sentences.Add((scope, sentence));

    /// <summary>Ends the life of whoever is taken over from, the day before, unless it is said or only some subjects pass.</summary>
    public void EndLives()
    {
        foreach ((Scope scope, SuccessionSyntax sentence) in sentences)
        {
            if (DayOf(sentence) is not { } day || sentence.Clauses.Any(clause => clause is ForClauseSyntax))
            {
                continue;
            }

            foreach (NameSyntax name in sentence.Predecessors)
            {
                foreach (NamePart part in resolver.SplitAtAnd(scope, scope.Part(name)))
                {
                    if (resolver.Find(scope, part) is [PartySymbol { Lifetime.HasLast: false } ended] && ended.Lifetime.First < day)
                    {
                        ended.Lifetime = ended.Lifetime with { Last = day.AddDays(-1) };
                    }
                }
            }
        }
    }

    /// <summary>Resolves the sentences.</summary>
    /// <param name="nextOrder">Gives each a number.</param>
    public void Bind(Func<int> nextOrder)
    {
        var bound = new List<SuccessionStatement>();
        foreach ((Scope scope, SuccessionSyntax sentence) in sentences)
        {
            PartySymbol? successor = resolver.Resolve<PartySymbol>(scope, scope.Part(sentence.Successor), Expectation.Successor);
            ImmutableArray<PartySymbol> predecessors = [.. resolver.ResolveList<PartySymbol>(scope, sentence.Predecessors, Expectation.Successor).Select(one => one.Symbol)];
            Terms terms = clauses.Bind(scope, sentence.Clauses, SentenceSort.Succession, () => "a sentence about who takes over").Terms;
            if (successor is null || DayOf(sentence) is not { } day || !Check(scope, sentence, successor, predecessors, day))
            {
                continue;
            }

            bound.Add(new SuccessionStatement
            {
                Order = nextOrder(),
                Location = scope.Location,
                Syntax = scope.Node,
                Section = scope.Section,
                Successor = successor,
                Predecessors = predecessors,
                On = day,
                Scope = scope,
                Terms = terms,
                HasErrors = scope.HasErrors,
            });
        }

        All = [.. bound.Where(statement => !statement.HasErrors).OrderBy(statement => statement.On).ThenBy(statement => statement.Order)];
    }

    private bool Check(Scope scope, SuccessionSyntax sentence, PartySymbol successor, ImmutableArray<PartySymbol> predecessors, DateOnly day)
    {
        if (predecessors.Contains(successor))
        {
            Report(scope, new Diagnostic(SemanticDiagnostics.Cycle, scope.At(sentence.Successor), $"{MessageWords.Quote(successor.DisplayName)} is said to take over from itself")
            {
                Help = "a group that becomes one of another kind is declared twice: `until` the last day of the one, `from` the first of the other",
            });
            return false;
        }

        if (!successor.Lifetime.Contains(day))
        {
            Report(scope, new Diagnostic(
                SemanticDiagnostics.NotAlive,
                scope.At(sentence.Successor),
                $"{MessageWords.Quote(successor.DisplayName)} does not exist on {Wording.Day(day)}, when it is to take over")
            {
                Label = successor.Lifetime.First > day ? "not yet there" : "ended by then",
                Help = "let it take over on a day on which it is there, or correct its days",
                Related = [new RelatedLocation("declared here", successor.Declaration)],
            });
            return false;
        }

        return !predecessors.IsEmpty;
    }

    private void Report(Scope scope, Diagnostic diagnostic) => reporter.Report(scope, diagnostic);

    private static DateOnly? DayOf(SuccessionSyntax sentence) =>
        sentence.Clauses.OfType<OnClauseSyntax>().FirstOrDefault() is { Date: { IsInvalid: false, IsMissing: false } date } ? date.Value : null;
}
