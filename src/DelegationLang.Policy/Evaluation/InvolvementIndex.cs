namespace DelegationLang.Policy.Evaluation;

/// <summary>Which involvements may be about a subject, and who may come to no decision, so that a question looks at those alone and not at all of a scheme.</summary>
internal sealed class InvolvementIndex
{
    private readonly SpaceDefinition definition;
    private readonly int[] always;
    private readonly ILookup<int, int> bySubject;

    /// <summary>Sorts the involvements of a scheme. A budget stands for what it covers.</summary>
    public InvolvementIndex(SpaceDefinition definition, SubjectIndex subjects)
    {
        this.definition = definition;
        Undecided = [.. definition.Parties.Where(party => !party.IfNotAgreed.IsEmpty)];
        int[] all = [.. Enumerable.Range(0, definition.Involvements.Length)];
        always = [.. all.Where(number => definition.Involvements[number] is { IsOfAll: true } or { Subjects.IsEmpty: true })];
        bySubject = all.SelectMany(number => definition.Involvements[number].Subjects.SelectMany(subjects.Expand).Distinct().Select(subject => (Subject: subject, Number: number)))
            .ToLookup(pair => pair.Subject, pair => pair.Number);
    }

    /// <summary>The groups of which it is said who decides where they do not agree.</summary>
    public PartyDefinition[] Undecided { get; }

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
}
