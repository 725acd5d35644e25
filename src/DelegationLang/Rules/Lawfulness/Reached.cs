using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>Subjects that a sentence does not name and reaches all the same, against which the law has one and the same thing.</summary>
/// <param name="By">The words of the sentence that reach them.</param>
/// <param name="Subjects">The subjects; the first is the one that the finding speaks of.</param>
/// <param name="IsOut">Whether they are without effect in the sentence, and the finding is no mere remark.</param>
internal sealed record Reached(SubjectReference By, ImmutableArray<SubjectSymbol> Subjects, bool IsOut)
{
    private const int MaximumNamed = 8;

    /// <summary>What is found of the first subject, told of a sentence that holds for the rest.</summary>
    public Diagnostic Tell(Diagnostic finding)
    {
        var names = new List<string>(Subjects.Take(MaximumNamed).Select(Phrases.Name));
        if (Subjects.Length > MaximumNamed)
        {
            names.Add(FormattableString.Invariant($"{Subjects.Length - MaximumNamed} more"));
        }

        string all = Wording.List(names);
        string more = IsOut ? $", and the rest of the sentence holds without {(Subjects.Length == 1 ? "it" : "them")}" : "";
        string except = Wording.List([.. Subjects.Take(MaximumNamed).Select(subject => Phrases.Writable(subject.DisplayName))], ",").Replace(" ,", ",", StringComparison.Ordinal);
        return finding with
        {
            Message = $"{Phrases.Subject(By)} reaches {all}{more}: {finding.Message}",
            Help = $"write `except {except}`, so that the sentence says so itself{(finding.Help.Length == 0 ? "" : "; " + finding.Help)}",
        };
    }
}
