using DelegationLang.Decisions;
using DelegationLang.Rules.Analysis;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>What came of looking at one sentence.</summary>
internal sealed class ReachFindings
{
    /// <summary>What is out of the sentence.</summary>
    public HashSet<SubjectSymbol> Out { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The same, with the law, as the decision space is told; what no sentence at all gives is not among it.</summary>
    public List<BarredPart> Parts { get; } = [];

    /// <summary>What is to be reported.</summary>
    public List<LegalVerdict> Verdicts { get; } = [];

    /// <summary>Whether a subject, or something that it lies within, is out.</summary>
    public bool IsOut(SubjectSymbol subject)
    {
        for (SubjectSymbol? current = subject; current is not null && Out.Count > 0; current = current.Parent)
        {
            if (Out.Contains(current))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Notes what is to be reported: once for a sentence of each thing that the law has against it, whatever number of subjects it is against.</summary>
    public void Tell(LegalVerdict verdict, SubjectReference reference, List<SubjectSymbol> subjects)
    {
        int same = Verdicts.FindIndex(other => other.GetType() == verdict.GetType() && other.IsError == verdict.IsError);
        if (same < 0)
        {
            Verdicts.Add(verdict with { Reached = new Reached(reference, [.. subjects], verdict.IsError) });
        }
        else if (Verdicts[same].Reached is Reached reached)
        {
            Verdicts[same] = Verdicts[same] with { Reached = reached with { Subjects = [.. reached.Subjects.Union(subjects)] } };
        }
    }
}

/// <summary>How a sentence comes to a subject: by itself, or as a function for which a matter is given.</summary>
/// <param name="Matter">The matter; none for the subject itself.</param>
/// <param name="IsEvery">Whether the matter is given for every function, since the sentence names none.</param>
/// <param name="IsTold">Whether it is reported, and not so far from what the sentence says that it only is out.</param>
internal sealed record ReachRoute(SubjectSymbol? Matter, bool IsEvery, bool IsTold)
{
    /// <summary>By itself.</summary>
    public static ReachRoute Itself { get; } = new(null, false, true);

    /// <summary>The subject as the sentence gives it.</summary>
    public Atom To(SubjectSymbol subject) => Matter is null ? new Atom(subject, null) : new Atom(Matter, subject);
}
