using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Site;

/// <summary>
/// Which subjects stand on one page. In a scheme of ordinary size each has its own. A large one would come to thousands of pages that differ in a line:
/// there a subject shares the page of the widest that it lies within (a budget that of what it covers, a matter that of what it is decided for) whose family is
/// small enough to be read together.
/// </summary>
internal sealed class SubjectFamilies
{
    private const int MostWithOwnPage = 600;
    private const int MostOnPage = 12;

    private readonly Dictionary<Symbol, SubjectSymbol> heads = new(ReferenceEqualityComparer.Instance);

    public SubjectFamilies(IReadOnlyList<SubjectSymbol> subjects, IEnumerable<DelegationStatement> delegations)
    {
        IsShared = subjects.Count > MostWithOwnPage;
        if (!IsShared)
        {
            return;
        }

        ILookup<Symbol?, SubjectSymbol> decidedFor = delegations
            .SelectMany(delegation => delegation.Subjects.SelectMany(subject => delegation.Terms.For.Select(function => (Matter: subject.Symbol, function.Symbol)))).Distinct()
            .ToLookup(pair => pair.Matter as Symbol, pair => pair.Symbol);
        var shown = new HashSet<SubjectSymbol>(subjects, ReferenceEqualityComparer.Instance);
        var sizes = new Dictionary<Symbol, int>(ReferenceEqualityComparer.Instance);
        foreach (SubjectSymbol subject in subjects)
        {
            foreach (SubjectSymbol node in Line(subject))
            {
                sizes[node] = sizes.GetValueOrDefault(node) + 1;
            }
        }

        foreach (SubjectSymbol subject in subjects)
        {
            heads.Add(subject, Line(subject).LastOrDefault(node => sizes[node] <= MostOnPage) ?? subject);
        }

        // A subject and those that it belongs to, the nearest first. What lies within itself is a fault that is reported: it ends the line.
        IEnumerable<SubjectSymbol> Line(SubjectSymbol subject)
        {
            var seen = new HashSet<Symbol>(ReferenceEqualityComparer.Instance);
            for (SubjectSymbol? node = subject; node is not null && shown.Contains(node) && seen.Add(node); node = Above(node))
            {
                yield return node;
            }
        }

        // What it lies within; of a budget the one function that it covers, and of a matter the one that it is decided for.
        SubjectSymbol? Above(SubjectSymbol node) =>
            node.Parent ?? (node.Covers is [var covered] ? covered : node.IsMatter && decidedFor[node].Take(2).ToArray() is [var function] ? function : null);
    }

    /// <summary>Whether there are so many subjects that they share pages.</summary>
    public bool IsShared { get; }

    /// <summary>The subject on whose page another stands: itself where it has its own.</summary>
    public SubjectSymbol HeadOf(SubjectSymbol subject) => heads.GetValueOrDefault(subject) ?? subject;
}
