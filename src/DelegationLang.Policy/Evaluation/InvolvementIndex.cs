namespace DelegationLang.Policy.Evaluation;

/// <summary>Which involvements may be about a subject, so that a question looks at those alone and not at all of a scheme.</summary>
internal sealed class InvolvementIndex
{
    private readonly SpaceDefinition definition;
    private readonly int[] always;
    private readonly ILookup<int, int> bySubject;

    /// <summary>Sorts the involvements of a scheme.</summary>
    public InvolvementIndex(SpaceDefinition definition)
    {
        this.definition = definition;
        int[] all = [.. Enumerable.Range(0, definition.Involvements.Length)];
        always = [.. all.Where(number => definition.Involvements[number] is { IsOfAll: true } or { Subjects.IsEmpty: true })];
        bySubject = all.SelectMany(number => definition.Involvements[number].Subjects.SelectMany(Stands).Distinct().Select(subject => (Subject: subject, Number: number)))
            .ToLookup(pair => pair.Subject, pair => pair.Number);
    }

    /// <summary>Those that may be about a decision, in the order of the scheme.</summary>
    public IEnumerable<InvolvementDefinition> About(Decision decision)
    {
        var found = new SortedSet<int>(always);
        foreach (int asked in (int[])[decision.Function, decision.Matter])
        {
            for (int at = asked; at >= 0; at = definition.Subjects[at].Parent)
            {
                found.UnionWith(bySubject[at]);
            }
        }

        return found.Select(number => definition.Involvements[number]);
    }

    // A budget is also about what it covers.
    private IEnumerable<int> Stands(int subject) => definition.Subjects[subject] is { Kind: SubjectKind.Budget } budget ? budget.Covers.SelectMany(Stands).Prepend(subject) : [subject];
}
