using DelegationLang.Diagnostics;
using DelegationLang.Semantics;

namespace DelegationLang.Rules;

/// <summary>DL4012: a subject whose name says that accountability or liability passes.</summary>
internal sealed class AccountabilityPassed : IRule
{
    private static readonly HashSet<string> Burdens = new(StringComparer.OrdinalIgnoreCase) { "accountability", "liability", "liabilities" };

    // What may stand before the word and leave it the thing that the name is about.
    private static readonly HashSet<string> Degrees = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "all", "any", "full", "whole", "overall", "ultimate", "final", "total", "sole", "legal", "statutory", "financial", "clinical", "accountability", "liability", "and", "or",
    };

    // "transfer of liability", "holding accountability": the word is what passes.
    private static readonly HashSet<string> Passings = new(StringComparer.OrdinalIgnoreCase)
    {
        "transfer", "transferring", "handover", "passing", "pass", "delegation", "delegating", "delegate", "assumption", "assuming", "assume", "assignment",
        "devolution", "devolving", "acceptance", "accepting", "accept", "taking", "take", "holding", "hold", "bearing", "bear", "carrying", "carry",
    };

    /// <inheritdoc/>
    public DiagnosticDescriptor Descriptor { get; } = new(
        "DL4012", "accountability-passed", "A name that says that accountability or liability passes", DiagnosticSeverity.Warning, RuleBasis.Law);

    /// <summary>The word of a name that says that accountability or liability is what it is about; none otherwise.</summary>
    internal static string? BurdenIn(string name)
    {
        string[] words = name.Split((char[])[' ', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < words.Length; i++)
        {
            if (Burdens.Contains(words[i]) && IsItsOwnObject(words, i) && PassesBefore(words, i))
            {
                return words[i];
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Run(RuleRun run)
    {
        if (run.Law.Book.IsEmpty)
        {
            return;
        }

        var burdens = new Dictionary<SubjectSymbol, string?>(ReferenceEqualityComparer.Instance);
        foreach (DelegationStatement statement in run.Delegations)
        {
            foreach (SubjectReference subject in statement.Subjects)
            {
                if (subject.Symbol is SubjectSymbol symbol
                    && BurdenOf(symbol) is string burden
                    && statement.Delegator is PartySymbol giver
                    && run.Law.BodiesOf(giver).Any(body => run.Law.Book.LawOf(body).IsBound)
                    && !(IsLiability(burden) && run.Law.BodiesOf(giver).All(body => run.Law.Book.PassesLiability(body, statement.Terms))))
                {
                    run.Report(statement, Describe(statement, subject, symbol, burden.ToLowerInvariant()));
                }
            }
        }

        string? BurdenOf(SubjectSymbol symbol)
        {
            if (!burdens.TryGetValue(symbol, out string? burden))
            {
                burdens.Add(symbol, burden = BurdenIn(symbol.Name));
            }

            return burden;
        }
    }

    private Diagnostic Describe(DelegationStatement statement, SubjectReference subject, SubjectSymbol symbol, string burden) =>
        new(Descriptor, subject.Location, $"{burden} does not pass with a delegation: {Phrases.Delegator(statement)} goes on answering for what is decided")
        {
            Label = $"{burden} stays with {Phrases.Delegator(statement)}",
            Related = [new RelatedLocation("declared here", symbol.Location)],
            Help = "delegate the function by its own name, and say to whom the delegate accounts: `reporting to …`",
        };

    private static bool IsLiability(string burden) => burden.StartsWith("liabilit", StringComparison.OrdinalIgnoreCase);

    // "liability insurance" is about insurance; "liability for damage" and "liability" alone are about liability.
    private static bool IsItsOwnObject(string[] words, int index) =>
        index == words.Length - 1
        || Is(words[index + 1], "for")
        || Is(words[index + 1], "to")
        || ((Is(words[index + 1], "and") || Is(words[index + 1], "or")) && index + 2 < words.Length && Burdens.Contains(words[index + 2]));

    private static bool PassesBefore(string[] words, int index)
    {
        int first = index;
        while (first > 0 && Degrees.Contains(words[first - 1]))
        {
            first--;
        }

        if (first > 0 && Is(words[first - 1], "of"))
        {
            first--;
        }

        return first == 0 || Passings.Contains(words[first - 1]);
    }

    private static bool Is(string word, string other) => word.Equals(other, StringComparison.OrdinalIgnoreCase);
}
