using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DelegationLang.Import.Documents;
using DelegationLang.Syntax;

namespace DelegationLang.Import.Reading;

/// <summary>A table in which a row is a matter, or a tier of one: a column says what, one says who, and others how much and under what.</summary>
internal static class PlainRows
{
    /// <summary>Reads one.</summary>
    public static void Read(TableShape shape, TableContext context, DocumentRowReader rows, HolderReader parties)
    {
        var ends = EndColumns.Of(shape);
        ColumnRole[] roles = ColumnRoles.Of(shape, parties, ends);
        int matterColumn = Array.IndexOf(roles, ColumnRole.Matter);
        int deciderColumn = Array.IndexOf(roles, ColumnRole.Decider);
        int referenceColumn = Array.IndexOf(roles, ColumnRole.Reference);
        string holder = deciderColumn >= 0 ? "" : HolderOf(context, parties);
        bool isKept = deciderColumn < 0 && (TableReader.IsReserved(context.Section) || TableReader.IsReserved(context.Caption) || shape.Rows.Any(row => TableReader.IsReserved(row.Section)));
        if (matterColumn < 0 && deciderColumn >= 0 && Array.IndexOf(roles, ColumnRole.Value) >= 0)
        {
            ReadWithoutMatter(shape, context, rows, roles, ends, parties, deciderColumn, referenceColumn);
            return;
        }

        if (matterColumn < 0 || (deciderColumn < 0 && holder.Length == 0 && !isKept))
        {
            ReadSentences(shape, context, rows, parties, referenceColumn);
            return;
        }

        var parts = PartColumn.Of(shape, roles, matterColumn, deciderColumn, parties);
        Cell matter = Cell.Empty;
        Cell reference = Cell.Empty;
        string area = "";
        foreach (BodyRow row in shape.Rows)
        {
            Cell own = row.Cells[matterColumn];
            bool goesOn = own.IsEmpty && !matter.IsEmpty;
            if (!goesOn)
            {
                matter = own;
                reference = referenceColumn >= 0 && !row.Cells[referenceColumn].IsEmpty ? row.Cells[referenceColumn] : referenceColumn >= 0 && row.Cells[referenceColumn].IsEmpty ? Cell.Empty : reference;
            }

            area = Joined(row, roles, ColumnRole.Area) is { Length: > 0 } stated ? stated : goesOn ? area : "";
            string decider = DeciderOf(shape, row, roles, deciderColumn, holder);
            string tiers = deciderColumn < 0 ? "" : TiersBeside(row, deciderColumn, roles);
            RawRow raw = Beside(shape, row, context, roles, ends, parties);
            raw = raw with
            {
                Section = area.Length > 0 && raw.Section.Length == 0 ? area : raw.Section,
                Reference = referenceColumn >= 0 ? reference.Line.TrimEnd('.') : "",
                Decider = decider,
                IsReservedSection = raw.IsReservedSection || (isKept && TableReader.IsReserved(context.Caption)),
                Rival = string.Join('\n', row.Cells.Where((cell, column) => roles[column] == ColumnRole.Rival && !cell.IsEmpty && !ReferenceEquals(cell, row.Cells[Math.Max(0, deciderColumn)])).Distinct().Select(cell => cell.Text)),
                Value = ends is null && tiers.Length > 0 ? "" : raw.Value,
            };
            foreach (string line in MattersOf(matter, decider, isList: deciderColumn >= 0 && deciderColumn < matterColumn && Several.IsMatch(shape.Heads[matterColumn].Last)))
            {
                RawRow one = raw with { Matter = WithoutTiers(line, tiers) };
                if (parts?.Read(row, one) is { } apart)
                {
                    rows.Add(apart with { Section = one.Section }, one.Reference);
                    continue;
                }

                rows.Read(parts is null ? one : one with { Steps = one.Steps.AddRange(parts.StepsOf(one.Matter)) });
            }
        }
    }

    // What a row says beside what is decided and who decides: how much, under what, after whom, on which days.
    private static RawRow Beside(TableShape shape, BodyRow row, TableContext context, ColumnRole[] roles, EndColumns? ends, HolderReader parties) => TableReader.Raw(row, context) with
    {
        Value = ends is not null ? ends.Said(row) : Joined(row, roles, ColumnRole.Value),
        IsValueUpperEnd = ends is null && roles.Select((role, column) => (role, column)).Any(entry => entry.role == ColumnRole.Value && ColumnHeads.SaysUpperEnd(shape.Heads[entry.column].All)),
        Basis = BasisOf(shape, row, roles),
        Vat = VatOf(shape, roles),
        Extras = [.. Extras(shape, row, roles)],
        Steps = [.. ColumnSteps.Of(row, roles, parties)],
        Conditions = [.. ColumnSteps.Unread(shape, row, roles, parties)],
        Notes = [.. TableReader.NotesOf(row), .. ColumnSteps.Notes(shape, row, roles, parties)],
        From = DayOf(row, roles, ColumnRole.From),
        Until = DayOf(row, roles, ColumnRole.Until),
    };

    // "Contract value | Who approves": the matter stands in the title, or nowhere; then it is asked once.
    private static void ReadWithoutMatter(TableShape shape, TableContext context, DocumentRowReader rows, ColumnRole[] roles, EndColumns? ends, HolderReader parties, int deciderColumn, int referenceColumn)
    {
        string said = shape.Before.Append(context.Caption).Select(PostLimits.MatterOf).LastOrDefault(matter => matter.Length > 0, "");
        RawRow[] raws = [.. shape.Rows.Select(row => Beside(shape, row, context, roles, ends, parties) with
        {
            Matter = said.Length > 0 ? said : PostLimits.UnsaidMatter,
            Reference = referenceColumn < 0 ? "" : row.Cells[referenceColumn].Line.TrimEnd('.'),
            Decider = row.Cells[deciderColumn].Text,
        })];
        if (said.Length > 0)
        {
            foreach (RawRow raw in raws)
            {
                rows.Read(raw);
            }

            return;
        }

        RowResult[] read = [.. raws.Select(rows.Try)];
        PostLimits.AskMatter([.. read.Where(result => result.State == RowState.Understood)], rows);
        foreach (RowResult result in read.Where(result => result.State != RowState.Understood))
        {
            rows.Add(result, "");
        }
    }

    // Nobody has a column of their own: who decides stands in sentences, as in minutes, or nowhere.
    private static void ReadSentences(TableShape shape, TableContext context, DocumentRowReader rows, HolderReader parties, int referenceColumn)
    {
        var sentences = new ParagraphReader(rows, parties);
        foreach (BodyRow row in shape.Rows)
        {
            Cell longest = row.Cells.MaxBy(cell => cell.Line.Length) ?? Cell.Empty;
            if (longest.Line.Split(' ').Length > 4 && longest.Line.Length * 2 > row.Words.Length)
            {
                sentences.Read(new Paragraph(row.Place, longest.Text) { Number = referenceColumn >= 0 ? row.Cells[referenceColumn].Line.TrimEnd('.') : "", Notes = TableReader.NotesOf(row) }, isTitle: false);
                sentences.Close();
            }
            else
            {
                rows.Add(new RowResult(row.Place, row.Words, RowState.Skipped) { Section = context.Section, Reason = "No column of this table says who decides." }, "");
            }
        }
    }

    // Bullets below each other are matters of their own, where one decides them all.
    private static IEnumerable<string> MattersOf(Cell matter, string decider, bool isList)
    {
        string[] lines = matter.Text.Split('\n');
        if (isList && lines.Length > 1 && lines.All(line => char.IsUpper(line.TrimStart('•', ' ', '-')[..1], 0)) && !lines[0].EndsWith(':'))
        {
            return lines;
        }

        isList = lines.Length > 1 && (lines.All(line => line.StartsWith("To ", StringComparison.Ordinal)) || lines.Count(line => line.StartsWith('•') || TypedNumber.Split(line).Number.Length > 0) >= lines.Length - 1);
        return !isList || decider.Contains('\n', StringComparison.Ordinal) ? [matter.Text] : lines.Where(line => line.StartsWith("To ", StringComparison.Ordinal) || line.StartsWith('•') || TypedNumber.Split(line).Number.Length > 0);
    }

    // Columns beside each other for the board, for committees, for officers: whichever is filled. A tick there stands for whom its head names.
    private static string DeciderOf(TableShape shape, BodyRow row, ColumnRole[] roles, int main, string holder)
    {
        if (main < 0)
        {
            return holder;
        }

        int[] filled = [.. Enumerable.Range(0, roles.Length).Where(column => roles[column] == ColumnRole.Decider && !row.Cells[column].IsEmpty)];
        int[] distinct = [.. filled.DistinctBy(column => row.Cells[column])];
        // "Up to £1,000" and "£1,001 to £10,000" below each other, and a post beside each of them.
        if (distinct is [var one] && TiersBeside(row, one, roles) is { Length: > 0 } tiers)
        {
            return tiers;
        }

        return distinct.Length == 0 ? row.Cells[main].Text
            : string.Join(" and ", distinct.Select(column => CellMarks.IsTick(row.Cells[column].Line) ? shape.Heads[column].Last : row.Cells[column].Text));
    }

    private static string TiersBeside(BodyRow row, int decider, ColumnRole[] roles)
    {
        string[] posts = row.Cells[decider].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (posts.Length < 2 || posts.Any(post => BandReader.All(post).Count > 0))
        {
            return "";
        }

        foreach (int column in Enumerable.Range(0, roles.Length).Where(column => roles[column] is ColumnRole.Matter or ColumnRole.Value))
        {
            string[] sums = [.. row.Cells[column].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipWhile(line => roles[column] == ColumnRole.Matter && BandReader.Whole(line, allowsBare: false) is null)];
            if (sums.Length == posts.Length && sums.All(sum => BandReader.Whole(sum, allowsBare: false) is not null))
            {
                return string.Join('\n', posts.Zip(sums, (post, sum) => $"{post}, {sum}"));
            }
        }

        return "";
    }

    // Of a cell that says what and, below it, the sums of the tiers, what.
    private static string WithoutTiers(string matter, string tiers) =>
        tiers.Length == 0 ? matter : string.Join('\n', matter.Split('\n').TakeWhile(line => BandReader.Whole(line, allowsBare: false) is null));

    // "Delegated to the Audit Committee" above a table in which nobody stands.
    private static string HolderOf(TableContext context, HolderReader parties) =>
        new[] { context.Caption, context.Section }.Select(title => DelegatedTo.Replace(TypedNumber.Split(title).Words, "")).FirstOrDefault(title => title.Length > 0 && parties.IsOne(title) && !TableReader.IsReserved(title), "");

    private static string Joined(BodyRow row, ColumnRole[] roles, ColumnRole role) => string.Join(' ', Texts(row, roles, role));

    private static IEnumerable<string> Texts(BodyRow row, ColumnRole[] roles, ColumnRole role) =>
        row.Cells.Where((cell, column) => roles[column] == role && !cell.IsEmpty).Distinct().Select(cell => cell.Line);

    // "No", below "Sub-delegation permitted", says something only with its head.
    private static IEnumerable<string> Extras(TableShape shape, BodyRow row, ColumnRole[] roles) =>
        Enumerable.Range(0, roles.Length).Where(column => roles[column] is ColumnRole.Extra or ColumnRole.Absence && !row.Cells[column].IsEmpty).DistinctBy(column => row.Cells[column])
            .Select(column => roles[column] == ColumnRole.Absence || DayHead.IsMatch(shape.Heads[column].Last) || YesOrNo.IsMatch(row.Cells[column].Line) ? $"{shape.Heads[column].Last}: {row.Cells[column].Line}" : row.Cells[column].Text);

    private static DateOnly? DayOf(BodyRow row, ColumnRole[] roles, ColumnRole role) => row.Cells.Where((cell, column) => roles[column] == role).Select(cell => cell.Day ?? Cells.DayOf(cell.Line)).FirstOrDefault(day => day is not null);

    private static string BasisOf(TableShape shape, BodyRow row, ColumnRole[] roles)
    {
        string text = Joined(row, roles, ColumnRole.Basis);
        string heads = string.Join(' ', shape.Heads.Where((_, column) => roles[column] == ColumnRole.Value || column == Array.LastIndexOf(roles, ColumnRole.Bound)).Select(head => head.All));
        (_, string stated, _) = BasisReader.Take(text);
        (_, string said, _) = BasisReader.Take(heads);
        return stated.Length > 0 ? stated : said;
    }

    private static DraftVat VatOf(TableShape shape, ColumnRole[] roles) =>
        BasisReader.Take(string.Join(' ', shape.Heads.Where((_, column) => roles[column] == ColumnRole.Value || column == Array.LastIndexOf(roles, ColumnRole.Bound)).Select(head => head.All))).Vat;

    private static readonly Regex Several = new(@"\b(?:matters|functions|powers|duties|responsibilities|decisions|delegations|terms\s+of\s+reference|remit)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex DayHead = new(@"\b(?:date|review(?:ed)?|expir(?:y|es))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex YesOrNo = new(@"^(?:yes|no)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex DelegatedTo = new(@"^(?:(?:matters|powers|functions|decisions|authority)\s+)?(?:delegated|delegations|powers|authority)\s*(?:to|of)\s+(?:the\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
