using System.Globalization;
using System.Text;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Rules.Lawfulness;

/// <summary>
/// The subjects at which the law begins to see something else than in what they lie within. What lies within one and is none itself is, to the law, the
/// same; so whoever looks for what a wide sentence reaches looks at these alone, and at each sort of them once.
/// </summary>
internal sealed class SubjectRoots
{
    private readonly LawBook book;
    private readonly HashSet<SubjectSymbol> roots = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SubjectSymbol, List<SubjectSymbol>> parts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SubjectSymbol, SubjectClass[]> below = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SubjectSymbol, int> numbers = new(ReferenceEqualityComparer.Instance);

    public SubjectRoots(LawBook book)
    {
        this.book = book;
        var all = new List<SubjectSymbol>();
        foreach (Symbol symbol in book.Model.Symbols)
        {
            if (symbol is not SubjectSymbol { IsBudget: false } subject)
            {
                continue;
            }

            if (subject.Parent is SubjectSymbol parent)
            {
                parts.AddTo(parent, subject);
            }

            if (IsRoot(subject))
            {
                roots.Add(subject);
                all.Add(subject);
            }
        }

        All = ClassesOf(all);
    }

    /// <summary>Every such subject of the scheme, by what it is to the law and whose it is.</summary>
    public SubjectClass[] All { get; }

    /// <summary>Those that lie within a subject and are not that subject itself.</summary>
    public SubjectClass[] Below(SubjectSymbol subject)
    {
        if (!below.TryGetValue(subject, out SubjectClass[]? found))
        {
            var list = new List<SubjectSymbol>();
            var waiting = new Stack<SubjectSymbol>();
            waiting.Push(subject);
            while (waiting.TryPop(out SubjectSymbol? current))
            {
                if (parts.TryGetValue(current, out List<SubjectSymbol>? inner))
                {
                    foreach (SubjectSymbol part in inner)
                    {
                        waiting.Push(part);
                        if (roots.Contains(part) && !book.ProfileOf(part).IsPlain)
                        {
                            list.Add(part);
                        }
                    }
                }
            }

            below.Add(subject, found = list.Count == 0 ? [] : ClassesOf(list));
        }

        return found;
    }

    /// <summary>The subject that is to the law what a subject within it is: itself, or the nearest around it.</summary>
    public SubjectSymbol Of(SubjectSymbol subject)
    {
        SubjectSymbol root = subject;
        while (!roots.Contains(root) && root.Parent is SubjectSymbol parent)
        {
            root = parent;
        }

        return root;
    }

    private bool IsRoot(SubjectSymbol subject)
    {
        SubjectProfile profile = book.ProfileOf(subject);
        return subject.Parent is not SubjectSymbol parent
            || !ReferenceEquals(profile, book.ProfileOf(parent))
            || !ReferenceEquals(OwnerOf(subject), OwnerOf(parent));
    }

    private static Symbol? OwnerOf(SubjectSymbol subject) => subject.Owners.IsEmpty ? null : subject.Owners[0];

    private SubjectClass[] ClassesOf(List<SubjectSymbol> subjects)
    {
        var classes = new List<SubjectClass>();
        var known = new Dictionary<string, SubjectClass>(StringComparer.Ordinal);
        foreach (SubjectSymbol subject in subjects)
        {
            string key = KeyOf(subject);
            if (!known.TryGetValue(key, out SubjectClass? found))
            {
                known.Add(key, found = new SubjectClass(OwnerOf(subject) as PartySymbol, book.ProfileOf(subject), []));
                classes.Add(found);
            }

            found.Subjects.Add(subject);
        }

        return [.. classes];
    }

    // What the law can tell apart: kind, names, owner, and the days of the subject.
    private string KeyOf(SubjectSymbol subject)
    {
        SubjectProfile profile = book.ProfileOf(subject);
        StringBuilder key = new System.Text.StringBuilder(profile.Kind?.Name ?? "").Append(subject.IsMatter ? "|m" : "|f").Append(subject.IsExecutive ? 'x' : '-');
        foreach (SubjectSymbol named in profile.Named)
        {
            if (!numbers.TryGetValue(named, out int number))
            {
                numbers.Add(named, number = numbers.Count);
            }

            key.Append(CultureInfo.InvariantCulture, $"|{number}");
        }

        key.Append("|of ").Append(OwnerOf(subject)?.DisplayName);
        if (subject.Lifetime != DateRange.Always)
        {
            key.Append(CultureInfo.InvariantCulture, $"|{subject.Lifetime.First.DayNumber}-{subject.Lifetime.Last.DayNumber}");
        }

        return key.ToString();
    }
}

/// <summary>Subjects that are the same to the law, and of the same owner.</summary>
internal sealed record SubjectClass(PartySymbol? Owner, SubjectProfile Profile, List<SubjectSymbol> Subjects);
