using DelegationLang.Emit.Scheme;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Sections;

/// <summary>Each table of limits as a table, its tiers in the order of the text.</summary>
internal static class LimitsSection
{
    public static SectionView? Build(PageContext context)
    {
        if (context.Model.Tables.IsEmpty)
        {
            return null;
        }

        var words = new TermLines(context);
        var tables = new List<TableView>();
        foreach (LimitsTable limits in context.Model.Tables)
        {
            DelegationStatement? first = limits.Lines.FirstOrDefault();
            string subjects = string.Concat(words.Subjects(limits.Subjects, first?.Terms ?? Terms.None, first?.Delegator).Segments.Select(segment => segment.Text));
            string of = first?.Delegator is { } giver && !subjects.EndsWith(" of " + giver.DisplayName, StringComparison.Ordinal) ? ", from " + giver.DisplayName : "";
            var table = new TableBuilder("Limits for " + subjects + of, "Who", "How much", "Where and when", "Conditions and duties", "Sentence");
            foreach (DelegationStatement line in limits.Lines)
            {
                table.Row(
                    "",
                    [words.Holders(line.Holders)],
                    LineBuilder.Lines(line.Terms.Limit is { } limit ? AmountWords.Of(limit) : "any amount"),
                    [.. words.PlaceAndDays(line)],
                    [.. words.Conditions(line), .. words.Duties(line)],
                    words.Source(line));
            }

            tables.AddRange(table.ToTables());
        }

        return new SectionView(
            "limits",
            "Tables of limits",
            new ContentView
            {
                Lines = LineBuilder.Lines("In each table the first line that applies decides. Those on later lines that also reach the sum keep authority above it."),
                Tables = tables,
            },
            []);
    }
}
