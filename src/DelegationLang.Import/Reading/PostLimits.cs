using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DelegationLang.Import.Documents;

namespace DelegationLang.Import.Reading;

/// <summary>A table with a post in each row and its limits beside it: for the matter that the title names, or for one in each column.</summary>
internal sealed class PostLimits
{
    private readonly int post;
    private readonly int[] limits;
    private readonly int[] extras;
    private readonly int from;
    private readonly string title;
    private readonly HolderReader parties;

    private PostLimits(int post, int[] limits, int[] extras, int from, string title, HolderReader parties) =>
        (this.post, this.limits, this.extras, this.from, this.title, this.parties) = (post, limits, extras, from, title, parties);

    /// <summary>What limits are of that are said of nothing; whether that is so is asked.</summary>
    public const string UnsaidMatter = "expenditure";

    private bool IsUntitled { get; init; }

    /// <summary>The layout, if a table has it.</summary>
    public static PostLimits? Of(TableShape shape, HolderReader parties, TableContext context)
    {
        if (!shape.HasHead || shape.Width < 2 || shape.Heads.Any(head => ColumnHeads.RoleOf(head.Last) == ColumnRole.Matter))
        {
            return null;
        }

        int post = Enumerable.Range(0, shape.Width).OrderByDescending(column => Share(shape, column, cell => parties.IsOne(cell.Line) && !Titles.IsLevel(cell.Line)) > 0.7).FirstOrDefault(column => ColumnHeads.IsOfPosts(shape.Heads[column].Last) && Share(shape, column, cell => parties.IsOne(cell.Line) || Titles.CanBeName(cell.Line)) > 0.7, -1);
        int[] limits = [.. Enumerable.Range(0, shape.Width).Where(column => column != post && IsOfLimits(shape, column))];
        if (post < 0 || limits.Length == 0)
        {
            return null;
        }

        int from = Enumerable.Range(0, shape.Width).FirstOrDefault(column => Share(shape, column, cell => cell.Day is not null) > 0.5, -1);
        limits = [.. limits.Where(column => column != from)];
        int[] extras = [.. Enumerable.Range(0, shape.Width).Where(column => column != post && column != from && !limits.Contains(column))];
        string title = MatterOf(shape.Before.LastOrDefault(line => MatterOf(line).Length > 0, context.Caption));
        bool isUntitled = title.Length == 0 && limits.All(column => MatterOf(shape.Heads[column].Last).Length == 0);
        bool isOfPosts = Share(shape, post, cell => parties.IsOne(cell.Line)) > 0.7 && extras.All(column => column < post && Share(shape, column, cell => cell.Line.Length < 12) > 0.9);
        return limits.Length == 0 || (isUntitled && !isOfPosts) ? null : new PostLimits(post, limits, extras, from, isUntitled ? UnsaidMatter : title, parties) { IsUntitled = isUntitled };
    }

    /// <summary>Reads it.</summary>
    public void Read(TableShape shape, TableContext context, DocumentRowReader rows)
    {
        bool isByFact = limits.Length > 1 && limits.Any(column => FactOf(shape.Heads[column].Last) is not null);
        var blanks = new List<RawRow>();
        var unsaid = new List<RowResult>();
        foreach (BodyRow row in shape.Rows)
        {
            RawRow raw = TableReader.Raw(row, context) with { Function = context.SharesMatter ? shape.Table.Sheet : "" };
            string name = row.Cells[post].Line;
            if (!parties.IsOne(name))
            {
                rows.Add(new RowResult(raw.Place, raw.Words, RowState.Asked) { Section = raw.Section, Question = new Question($"“{name}” stands where the others are posts. What is decided here, and by whom?", [new Choice("Nothing; leave it as a comment.", [])]) }, "");
                continue;
            }

            foreach (RawRow tier in TiersOf(shape, row, raw, name, isByFact))
            {
                if (tier.Decider.Length == 0 && limits.Length > 1)
                {
                    blanks.Add(tier with { Decider = name });
                }
                else if (IsUntitled && rows.Try(tier) is { State: RowState.Understood } result)
                {
                    unsaid.Add(result);
                }
                else
                {
                    rows.Read(tier);
                }
            }
        }

        AskBlanks(blanks, rows);
        AskMatter(unsaid, rows);
    }

    /// <summary>Asks once, for a whole table, what rows are about that say how much each may decide, and not of what.</summary>
    public static void AskMatter(List<RowResult> unsaid, DocumentRowReader rows)
    {
        if (unsaid.Count > 0)
        {
            rows.Add(new RowResult(unsaid[0].Place, string.Join("; ", unsaid.Select(row => row.Words).Distinct(StringComparer.Ordinal)), RowState.Asked)
            {
                Section = unsaid[0].Section,
                Question = new Question("The table says how much each of these may decide, and not of what. Of what?", [new Choice($"Of spending: it is written as “{UnsaidMatter}”.", [.. unsaid.SelectMany(row => row.Powers)]), new Choice("Something else; it is written by hand.", [])]),
            }, "");
        }
    }

    // Cells that say nothing of a limit are alike, and asked about once: no power there, or the same as beside them?
    private static void AskBlanks(List<RawRow> blanks, DocumentRowReader rows)
    {
        if (blanks.Count == 0)
        {
            return;
        }

        string words = string.Join("; ", blanks.Select(blank => $"{blank.Decider}: {blank.Value}").Distinct(StringComparer.Ordinal));
        rows.Add(new RowResult(blanks[0].Place, words, RowState.Asked)
        {
            Section = blanks[0].Section,
            Question = new Question($"What does “{blanks[0].Value}” mean in the columns of limits: that these have no power there, or was it forgotten?", [new Choice("They have no power there.", []), new Choice("It is written by hand.", [])]),
        }, "");
    }

    private static bool IsOfLimits(TableShape shape, int column)
    {
        // A dash in such a column says that there is none, and nothing about what the column holds.
        Cell[] said = [.. shape.Column(column).Where(cell => !HolderReader.IsBlank(cell.Line))];
        bool isSums = said.Length > 0 && said.Count(cell => BandReader.Whole(cell.Line) is { } band && (band.IsBounded || BandReader.IsNoLimit(cell.Line))) * 2 > said.Length;
        bool isMoney = said.Any(cell => cell.Line.Contains('£', StringComparison.Ordinal)) || ColumnHeads.RoleOf(shape.Heads[column].Last) == ColumnRole.Value || shape.Heads[column].All.Contains('£', StringComparison.Ordinal) || ColumnHeads.SaysUpperEnd(shape.Heads[column].All);
        bool isNamed = ColumnHeads.SaysUpperEnd(shape.Heads[column].Last) && Share(shape, column, cell => BandReader.Whole(cell.Line) is not null || AsCell.IsMatch(cell.Line) || HolderReader.IsBlank(cell.Line)) > 0.9;
        return (isSums && isMoney) || (isNamed && shape.Column(column).Any());
    }

    private IEnumerable<RawRow> TiersOf(TableShape shape, BodyRow row, RawRow raw, string name, bool isByFact)
    {
        raw = raw with
        {
            Decider = name,
            IsValueUpperEnd = true,
            From = from < 0 ? null : row.Cells[from].Day,
            Extras = [.. extras.Select(column => row.Cells[column].Text).Where(text => text.Length > 0)],
        };
        var tiers = new List<(int Column, string Value)>();
        foreach (int column in limits)
        {
            string value = row.Cells[column].Line;
            tiers.Add((column, AsCell.Match(value) is { Success: true } other ? CellAt(shape, other.Groups[1].Value) : value));
        }

        bool isAlike = isByFact && tiers.All(tier => tier.Value == tiers[0].Value || tier.Value.Length == 0);
        if (isAlike)
        {
            yield return raw with { Matter = title, Value = tiers[0].Value, Basis = BasisOf(shape, tiers[0].Column) };
            yield break;
        }

        DraftCondition? fact = limits.Select(column => FactOf(shape.Heads[column].Last)).FirstOrDefault(found => found is not null);
        foreach ((int column, string value) in tiers)
        {
            if (value.Length == 0)
            {
                continue;
            }

            ColumnHead head = shape.Heads[column];
            DraftCondition? own = FactOf(head.Last);
            string matter = isByFact || (limits.Length == 1 && title.Length > 0) || MatterOf(head.Last).Length == 0 ? title : MatterOf(head.Last);
            yield return raw with
            {
                Words = $"{raw.Words} ({head.Last})",
                Matter = matter,
                Value = value,
                Basis = BasisOf(shape, column),
                Vat = BasisReader.Take(head.All).Vat,
                Conditions = isByFact && fact is not null ? [own ?? fact with { Holds = false }] : [],
                Decider = HolderReader.IsBlank(value) ? "" : name,
            };
        }
    }

    private static string BasisOf(TableShape shape, int column) => BasisReader.Take(shape.Heads[column].All).Basis is var basis && basis == "?" ? "" : basis is "purchase" or "order" ? "" : basis;

    // "as B5": the text, not a formula, that points to another cell of the sheet.
    private static string CellAt(TableShape shape, string place) =>
        shape.Table.Rows.SelectMany(row => row).FirstOrDefault(cell => cell.Place.Equals(place, StringComparison.OrdinalIgnoreCase))?.Line ?? "";

    private static DraftCondition? FactOf(string head) =>
        head.Contains("emergenc", StringComparison.OrdinalIgnoreCase) ? new DraftCondition("emergency", IsNormally: false)
        : head.Contains("urgen", StringComparison.OrdinalIgnoreCase) ? new DraftCondition("urgent", IsNormally: false)
        : null;

    /// <summary>What a title says that limits are of; empty where it does not.</summary>
    // "limits of authority for purchases", "Purchasing limits", "Orders – authorisation levels"
    public static string MatterOf(string text)
    {
        if (LimitsFor.Match(text) is { Success: true } named)
        {
            return named.Groups[1].Value.Trim();
        }

        string plain = BasisReader.Take(TypedNumber.Split(text).Words).Other.Trim(' ', ':', '.');
        string stripped = OnlyLimits.Replace(plain, "").Trim(' ', '–', '-', ':', '(', ')', ',', '£');
        return stripped.Length is > 2 and <= 80 && !Vague.IsMatch(stripped) && BandReader.All(stripped).Count == 0 ? stripped : "";
    }

    private static double Share(TableShape shape, int column, Func<Cell, bool> test)
    {
        Cell[] cells = [.. shape.Column(column).Take(200)];
        return cells.Length == 0 ? 0 : (double)cells.Count(test) / cells.Length;
    }

    private static readonly Regex AsCell = new(@"^as\s+(?:in\s+)?([A-Z]{1,2}\d{1,4})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex LimitsFor = new(@"\b(?:limits?|levels?|authority|thresholds?|authorisation|delegations?)\b(?:\s+of\s+(?:authority|authorisation|delegation))?\s+(?:for|to\s+approve|on|of)\s+([a-z][^–—|(]{2,60}?)(?=\s+[–—-]\s|$|\s*\()", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex OnlyLimits = new(@"\b(?:(?:financial|delegated|authoris(?:ation|ed)|approval|spending|maximum|upper)\s+)*(?:limits?|levels?|thresholds?|authorit(?:y|ies))\b(?:\s+of\s+(?:authority|authorisation|delegation))?|£|\(£\)|\bup\s+to\b|\bper\s+\w+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Vague = new(@"^(?:scheme|schedule|table|amount|value|sum|annex|appendix|within|the|excluding|including|ex|inc|sheet|notes?|general)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
