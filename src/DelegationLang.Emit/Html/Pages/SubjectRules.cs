using DelegationLang.Emit.Scheme;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>What sentences say of a subject, a line each.</summary>
internal sealed class SubjectRules(PageContext context)
{
    private readonly TermLines words = new(context);

    /// <summary>A reservation, delegation or entrustment in a line.</summary>
    public LineView Line(Statement statement)
    {
        var line = new LineBuilder();
        switch (statement)
        {
            case ReservationStatement reservation:
                if (reservation.IsProhibition)
                {
                    line.Add(new Segment("Nobody may decide it", IsMark: true));
                    break;
                }

                line.Add(new Segment("Reserved", IsMark: true));
                if (reservation.Reserver is { } reserver)
                {
                    line.Text(" by ").Add(context.Link(reserver));
                }

                line.Text(" to ").AddLine(words.Holders(reservation.Holders));
                break;
            case DelegationStatement delegation:
                if (delegation.Delegator is { } giver)
                {
                    line.Add(context.Link(giver)).Text(delegation.IsEntrusted ? " entrusts it to " : delegation.Terms.IsEvenIfReserved ? " delegates it exceptionally to " : " delegates it to ");
                }
                else
                {
                    line.Text(delegation.IsEntrusted ? "entrusted to " : delegation.Terms.IsEvenIfReserved ? "exceptionally to " : "to ");
                }

                line.AddLine(words.Holders(delegation.Holders));
                if (!delegation.Terms.For.IsEmpty)
                {
                    line.Text(" for ").List(delegation.Terms.For.Select(reference => context.Link(reference.Symbol)));
                }

                break;
        }

        if (!context.Publication.IsEffective(statement))
        {
            line.Text(" ").Add(new Segment("Without effect", IsMark: true));
        }

        return line.ToLine();
    }

    /// <summary>The subjects that a subject lies within, nearest first, and the budgets that cover any of them or it.</summary>
    public IReadOnlyList<SubjectSymbol> Above(SubjectSymbol subject)
    {
        var found = new List<SubjectSymbol>();
        var seen = new HashSet<Symbol>(ReferenceEqualityComparer.Instance) { subject };
        var waiting = new Queue<SubjectSymbol>([subject]);
        while (waiting.TryDequeue(out SubjectSymbol? next))
        {
            foreach (SubjectSymbol wider in (next.Parent is { } parent ? [parent] : Array.Empty<SubjectSymbol>()).Concat(context.Index.Budgets[next]))
            {
                if (seen.Add(wider))
                {
                    found.Add(wider);
                    waiting.Enqueue(wider);
                }
            }
        }

        return found;
    }
}
