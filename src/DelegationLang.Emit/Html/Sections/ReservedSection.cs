using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Sections;

/// <summary>What is kept back from every delegation, and for whom: one table for each party that reserves.</summary>
internal static class ReservedSection
{
    public static SectionView Build(PageContext context)
    {
        var words = new TermLines(context);
        var tables = new List<TableView>();
        foreach (IGrouping<PartySymbol?, ReservationStatement> group in context.Model.Reservations.GroupBy(reservation => reservation.Reserver))
        {
            var table = new TableBuilder("Matters reserved by " + (group.Key?.DisplayName ?? "a party that is not declared"), "Matter", "Reserved to", "Where, when and how", "Sentence");
            foreach (ReservationStatement reservation in group)
            {
                table.Row(
                    "",
                    [words.Subjects(reservation.Subjects, reservation.Terms, group.Key), .. SubjectNotes(reservation)],
                    [words.Holders(reservation.Holders)],
                    [.. words.Bounds(reservation), .. words.Conditions(reservation), .. words.Duties(reservation)],
                    words.Source(reservation));
            }

            tables.AddRange(table.ToTables());
        }

        return new SectionView(
            "reserved",
            "Reserved matters",
            new ContentView
            {
                Lines = LineBuilder.Lines(tables.Count > 0
                    ? "These are kept for the party named, and lie outside every delegation by the party that reserves them."
                    : "This scheme reserves nothing."),
                Tables = tables,
            },
            []);
    }

    // A line of "matters of A reserved to B" declares the matter and reserves it: what it says stands with the matter.
    private static IEnumerable<LineView> SubjectNotes(ReservationStatement reservation) =>
        reservation.Subjects.Length == 1 && reservation.Subjects[0].Symbol is { } subject && reservation.Terms.Notes.IsEmpty
            ? subject.Notes.Select(note => LineBuilder.Of("Note: " + note, "note"))
            : [];
}
