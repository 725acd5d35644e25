using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DelegationLang.Import.Documents;
using DelegationLang.Syntax;

namespace DelegationLang.Import.Reading;

/// <summary>What a document comes to.</summary>
/// <param name="Preamble">What it says of itself.</param>
/// <param name="Glossary">What its words mean.</param>
/// <param name="Rows">Its rows and rules, and what became of each.</param>
/// <param name="Remarks">What was done with it on the way.</param>
internal sealed record ReadScheme(Preamble Preamble, Glossary Glossary, ImmutableArray<RowResult> Rows, ImmutableArray<string> Remarks) : DocumentPart;

/// <summary>Reads a document as a scheme.</summary>
internal sealed class DraftReader
{
    private readonly Preamble preamble = new();
    private readonly Glossary glossary = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<Block> used = [];
    private readonly HolderReader parties;
    private readonly DocumentRowReader rows;

    private DraftReader()
    {
        parties = new HolderReader(name => known.Contains(NameKey.Of(name)) || glossary.Explains(name));
        rows = new DocumentRowReader(new TierReader(parties), glossary);
    }

    /// <summary>Reads one.</summary>
    /// <param name="document">The document.</param>
    /// <param name="parties">The keys of parties that are known without it.</param>
    public static ReadScheme Read(SourceDocument document, IEnumerable<string> parties)
    {
        var reader = new DraftReader();
        reader.known.UnionWith(parties);
        document = ScaledFigures.Apply(document);
        TableShape[] shapes = [.. document.Blocks.OfType<SourceTable>().Select(TableShape.Of)];
        reader.LookAhead(document, shapes);
        reader.ReadBlocks(document, shapes);
        return new ReadScheme(reader.preamble, reader.glossary, [.. reader.rows.Results], document.Remarks);
    }

    // What the document says of itself and its words may stand after what uses it.
    private void LookAhead(SourceDocument document, TableShape[] shapes)
    {
        foreach (string name in shapes.SelectMany(shape => shape.Heads.Select(head => head.Last).Concat(shape.Rows.SelectMany(row => row.Cells).Distinct().Select(cell => cell.Line))).Distinct(StringComparer.Ordinal))
        {
            string plain = HolderReader.Name(name);
            if (plain.Length is > 1 and < 60 && Titles.IsParty(plain) && !Several.IsMatch(plain) && plain.Any(char.IsLower) && Markers.Of(plain, hasBands: false).Count == 0
                && (!Titles.IsPlural(plain) || !plain.Contains(' ', StringComparison.Ordinal)))
            {
                known.Add(NameKey.Of(plain));
            }
        }

        bool isTop = true;
        foreach (Block block in document.Blocks)
        {
            if (block is Paragraph paragraph)
            {
                bool isTitle = isTop && paragraph is { Depth: 0, IsBullet: false } && (paragraph.IsHeading || paragraph.IsBold || !paragraph.Text.TrimEnd().EndsWith('.')) && paragraph.Number.Length == 0;
                if (preamble.Read(paragraph.Text, isTitle))
                {
                    used.Add(block);
                }

                glossary.Read(paragraph.Text, parties);
                continue;
            }

            TableShape shape = Array.Find(shapes, shape => shape.Table == block) ?? throw new InvalidOperationException("Each table has a shape.");
            if (ReadFacts(shape))
            {
                used.Add(block);
            }
            else
            {
                isTop = false;
            }
        }
    }

    private bool ReadFacts(TableShape shape)
    {
        foreach (string line in shape.Before)
        {
            _ = preamble.Read(line, isTitle: true);
        }

        ImmutableArray<ImmutableArray<Cell>> all = shape.Table.Rows;
        foreach (ImmutableArray<Cell> row in all.Take(15))
        {
            ReadPairs(row);
        }

        bool isGlossary = shape.Width is 2 or 3 && shape.HasHead && GlossaryHead.IsMatch(shape.Heads[0].Last) && MeaningHead.IsMatch(shape.Heads[1].Last);
        bool isLegend = NotesSheet.IsMatch(shape.Table.Sheet) || (all.Length > 0 && all[0].Length == 2 && all[0][0].Line.Equals("Key", StringComparison.OrdinalIgnoreCase));
        if (glossary.ReadLevels(shape, parties) && shape.Width == 2)
        {
            return true;
        }

        if (isGlossary || isLegend)
        {
            glossary.ReadTable(shape.Table, parties);
            foreach (string line in all.Select(row => string.Join(" ", row.Distinct().Select(cell => cell.Line))))
            {
                _ = preamble.Read(line, isTitle: false);
            }

            return true;
        }

        return all.Length > 0 && all.All(row => row.Count(cell => !cell.IsEmpty) == 0 || Preamble.IsLabel(row[0].Line));
    }

    // Labels and values beside each other, as many pairs as a row has.
    private void ReadPairs(ImmutableArray<Cell> row)
    {
        Cell[] cells = [.. row.Where(cell => !cell.IsEmpty).Distinct()];
        for (int i = 0; i + 1 < cells.Length; i += 2)
        {
            if (!Preamble.IsLabel(cells[i].Line))
            {
                return;
            }

            _ = preamble.ReadPair(cells[i].Line, cells[i + 1]);
        }
    }

    private void ReadBlocks(SourceDocument document, TableShape[] shapes)
    {
        var paragraphs = new ParagraphReader(rows, parties);
        var tables = new TableReader(rows, parties, glossary);
        bool sharesMatter = shapes.Count(shape => !used.Contains(shape.Table) && shape.Table.Sheet.Length > 0) > 1 && SharesTitle(shapes);
        string caption = "";
        for (int i = 0; i < document.Blocks.Length; i++)
        {
            Block block = document.Blocks[i];
            if (block is SourceTable table)
            {
                paragraphs.Close();
                TableShape shape = shapes.First(shape => shape.Table == table);
                if (!used.Contains(block))
                {
                    string section = table.Sheet.Length > 0 ? table.Sheet : paragraphs.Section;
                    tables.Read(shape, new TableContext(caption, section, sharesMatter));
                    Keep(shape.Loose, section, "No row stands below it.");
                }
                else
                {
                    Keep(shape.Table.Rows.Select(row => (string.Join(" | ", row.Where(cell => !cell.IsEmpty).Distinct().Select(cell => cell.Line)), $"{shape.Table.Place}, {row[0].Place}")), "", "It says what words mean, or what the scheme is.");
                }

                continue;
            }

            var paragraph = (Paragraph)block;
            bool isTitle = IsTitle(document, i, paragraph);
            caption = !used.Contains(block) && (isTitle || paragraph.Text.Length < 90) ? paragraph.Text : used.Contains(block) && !isTitle ? "" : caption;
            if (used.Contains(block) && !(isTitle && paragraph.Number.Length > 0))
            {
                if (!isTitle)
                {
                    rows.Add(new RowResult(paragraph.Place, paragraph.Text, RowState.Skipped) { Reason = "It says what the scheme is, and from when." }, "");
                }

                continue;
            }

            if (Key.IsMatch(paragraph.Text))
            {
                rows.Add(new RowResult(paragraph.Place, paragraph.Text, RowState.Skipped) { Reason = "It says what words mean." }, "");
            }
            else
            {
                paragraphs.Read(paragraph, isTitle);
            }
        }

        paragraphs.Finish();
        DropPointers();
        AskForTwice();
        FromDays();
    }

    private void Keep(IEnumerable<(string Words, string Place)> lines, string section, string reason)
    {
        foreach ((string words, string place) in lines.Where(line => line.Words.Length > 0))
        {
            rows.Add(new RowResult(place, words, RowState.Skipped) { Section = section, Reason = reason }, "");
        }
    }

    // A heading; bold words before others; the first number of several levels above a few words.
    private static bool IsTitle(SourceDocument document, int at, Paragraph paragraph)
    {
        if (paragraph.IsHeading)
        {
            return true;
        }

        bool isShort = paragraph.Text.Length < 90 && !paragraph.Text.EndsWith('.') && !paragraph.Text.EndsWith(':') && !paragraph.Text.EndsWith(';');
        bool isAbove = paragraph.Depth == 1 && at + 1 < document.Blocks.Length && document.Blocks[at + 1] is Paragraph { Depth: > 1 } && paragraph.Text.Split(' ').Length <= 8;
        bool isBeforeTable = at + 1 < document.Blocks.Length && document.Blocks[at + 1] is SourceTable && isShort && paragraph.Text.Split(' ').Length <= 12;
        return isShort && (paragraph.IsBold || isAbove || isBeforeTable);
    }

    // Sheets whose titles name the same matter are one for each area of work.
    private static bool SharesTitle(TableShape[] shapes)
    {
        string[] titles = [.. shapes.Select(shape => shape.Before.FirstOrDefault("")).Where(title => title.Length > 0)];
        return titles.Length > 1 && shapes.Where(shape => shape.Before.Length > 0).All(shape => shape.Table.Sheet.Length > 0 && shape.Before[0].EndsWith(shape.Table.Sheet, StringComparison.OrdinalIgnoreCase));
    }

    // "See Table B", where that says who decides the same matter.
    private void DropPointers()
    {
        HashSet<string> decided = [.. rows.Results.SelectMany(row => row.Powers).Select(power => NameKey.Of(power.Matter))];
        for (int i = 0; i < rows.Results.Count; i++)
        {
            RowResult row = rows.Results[i];
            if (row is { State: RowState.Asked, IsPointer: true } && decided.Contains(row.MatterKey))
            {
                rows.Results[i] = row with { State = RowState.Skipped, Question = null, Reason = "It points to other rows of the document, which say who decides." };
            }
        }
    }

    // Below headings that are posts the same words are the same matter, of which each decides so much.
    private static bool IsBelowItsHolder(RowResult row) => row.Powers.All(power => power.Deciders.Any is [var holder] && NameKey.Of(holder) == NameKey.Of(row.Section));

    // Two rows of one name in different sections may be two matters.
    private void AskForTwice()
    {
        var first = new Dictionary<string, RowResult>(StringComparer.Ordinal);
        for (int i = 0; i < rows.Results.Count; i++)
        {
            RowResult row = rows.Results[i];
            if (row.State != RowState.Understood || row.Powers.IsEmpty || row.Powers[0].Kind is PowerKind.Residual)
            {
                continue;
            }

            string key = NameKey.Of(row.Powers[0].Function) + "\u0001" + NameKey.Of(row.Powers[0].Matter);
            if (!first.TryGetValue(key, out RowResult? before))
            {
                first[key] = row;
            }
            else if (before.Section != row.Section && !(IsBelowItsHolder(before) && IsBelowItsHolder(row)))
            {
                string own = $"{row.Powers[0].Matter} ({row.Section})";
                rows.Results[i] = row with
                {
                    State = RowState.Asked,
                    Powers = [],
                    Question = new Question($"{before.Place} has the same words. Is it the same matter?", [new Choice("Yes, it is one matter.", row.Powers), new Choice($"No, this one is “{own}”.", [.. row.Powers.Select(power => power with { Matter = own })]), new Choice("Nothing; leave it as a comment.", [])]),
                };
            }
        }
    }

    // A column of first days says when the scheme begins, where nothing else does; what begins then says so no more.
    private void FromDays()
    {
        DateOnly[] days = [.. rows.Results.SelectMany(row => row.Powers).Select(power => power.From).OfType<DateOnly>()];
        preamble.From ??= days.Length == 0 ? null : days.GroupBy(day => day).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
        preamble.From ??= preamble.ApprovedOn;
        for (int i = 0; i < rows.Results.Count; i++)
        {
            rows.Results[i] = rows.Results[i] with { Powers = [.. rows.Results[i].Powers.Select(power => power.From <= preamble.From ? power with { From = null } : power)] };
        }
    }

    // "Key: CO = Chief Officer; EM = Executive Member"
    private static readonly Regex Key = new(@"^(?:(?:key|legend|abbreviations|codes)\b[^=]{0,40}[:=–]|[A-Z0-9]{1,5}\s*=\s*[^=;]{2,60}[;,]\s*[A-Z0-9]{1,5}\s*=)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Several = new(@"\s(?:or|and|&)\s|[,;/+]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex GlossaryHead = new(@"^(?:term|abbreviation|code|acronym|key|symbol|letter|word|title|initials)s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex MeaningHead = new(@"^(?:meaning|definition|explanation|description|stands\s+for|full\s+(?:name|title)|post)s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex NotesSheet = new(@"^(?:notes?|legend|key|glossary|read\s?me|definitions|abbreviations|version\s+control|cover|about|introduction)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
