using DelegationLang.Emit.Html.Map;
using DelegationLang.Policy;
using DelegationLang.Policy.Definition;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html;

/// <summary>Subjects that are treated alike, of a large scheme in few names: what lies within another of them goes without saying, and what lies within but is not among them is told apart.</summary>
internal static class SubjectGroups
{
    private const int MostNames = 14;

    /// <summary>In a scheme of ordinary size, each by itself. In a large one, the subjects that lie within no other of them, in order, each with whether others of them lie within it, and those that lie within it but are not among them.</summary>
    public static IReadOnlyList<SubjectGroup> Of(PageContext context, IReadOnlyList<TableSubject> subjects)
    {
        if (!context.Addresses.IsLarge)
        {
            return [.. subjects.Select(subject => new SubjectGroup(subject, HasParts: false, []))];
        }

        var all = new HashSet<TableSubject>(subjects);
        var groups = new List<SubjectGroup>();
        foreach (TableSubject top in subjects.Where(subject => !Wider(context, subject).Any(all.Contains)))
        {
            var apart = new List<int>();
            bool hasParts = false;
            Collect(top);
            groups.Add(new SubjectGroup(top, hasParts, apart));

            void Collect(TableSubject whole)
            {
                foreach (TableSubject part in PartsOf(context, whole))
                {
                    if (all.Contains(part))
                    {
                        hasParts = true;
                        Collect(part);
                    }
                    else
                    {
                        apart.Add(part.Function >= 0 && part.Function != whole.Function ? part.Function : part.Matter);
                    }
                }
            }
        }

        return groups;
    }

    /// <summary>The name of a subject with what lies within it: <c>podiatry with all within it but nail surgery</c>.</summary>
    public static LineView NameOf(PageContext context, SubjectGroup group)
    {
        LineBuilder line = new LineBuilder().AddLine(context.SubjectOf(group.Subject.Function, group.Subject.Matter));
        if (!group.HasParts)
        {
            return line.ToLine();
        }

        line.Text(" with all within it");
        if (group.Apart.Count > 0)
        {
            line.Text(" but ").List(group.Apart.Take(MostNames).Select(context.SubjectLink))
                .Text(group.Apart.Count > MostNames ? FormattableString.Invariant($" and {group.Apart.Count - MostNames} more") : "");
        }

        return line.ToLine();
    }

    /// <summary>What says the same of more: the matter by itself, and what a function or a matter lies right within.</summary>
    public static IEnumerable<TableSubject> Wider(PageContext context, TableSubject subject)
    {
        if (subject.Matter >= 0 && subject.Function >= 0)
        {
            yield return subject with { Function = -1 };
        }

        if (subject.Function >= 0 && Parent(context, subject.Function) is >= 0 and var wider)
        {
            yield return subject with { Function = wider };
        }

        if (subject.Matter >= 0 && Parent(context, subject.Matter) is >= 0 and var above)
        {
            yield return context.Definition.Subjects[above].Kind == SubjectKind.Matter ? subject with { Matter = above } : new TableSubject(above, -1);
        }
    }

    /// <summary>The subject that another lies right within, by index; -1 for none.</summary>
    public static int Parent(PageContext context, int subject) => context.Publication.Index.Subject(subject)?.Parent is { } parent ? context.Publication.Index.IndexOf(parent) : -1;

    private static IEnumerable<TableSubject> PartsOf(PageContext context, TableSubject whole)
    {
        foreach (SubjectSymbol part in context.Publication.Index.Subject(whole.Matter >= 0 ? whole.Matter : whole.Function) is { } symbol ? context.Index.Parts[symbol].Where(context.Shown.Contains) : [])
        {
            if (!part.IsBudget && context.Publication.Index.IndexOf(part) is >= 0 and var index)
            {
                yield return part.IsMatter ? new TableSubject(whole.Matter >= 0 ? whole.Function : -1, index) : whole.Matter >= 0 ? whole with { Function = index } : new TableSubject(index, -1);
            }
        }
    }
}

/// <summary>A subject for itself and for others that lie within it.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="HasParts">Whether others that lie within it are meant too.</param>
/// <param name="Apart">What lies within them but is not meant, by index.</param>
internal sealed record SubjectGroup(TableSubject Subject, bool HasParts, IReadOnlyList<int> Apart) : OutputPart;
