using System.Collections.Immutable;
using DelegationLang.Import.Documents;

namespace DelegationLang.Import.Reading;

/// <summary>A table with bodies and posts across its head, and ticks, letters, verbs or sums below them.</summary>
internal sealed class Matrix
{
    private readonly Glossary glossary;
    private readonly HolderReader parties;
    private readonly int[] columns;
    private readonly string[] heads;
    private readonly int matter;
    private readonly int reference;
    private readonly int[] extras;

    private Matrix(Glossary glossary, HolderReader parties, int[] columns, string[] heads, int matter, int reference, int[] extras) =>
        (this.glossary, this.parties, this.columns, this.heads, this.matter, this.reference, this.extras) = (glossary, parties, columns, heads, matter, reference, extras);

    /// <summary>The layout, if a table has it.</summary>
    public static Matrix? Of(TableShape shape, HolderReader parties, Glossary glossary)
    {
        if (!shape.HasHead)
        {
            return null;
        }

        int[] columns = [.. Enumerable.Range(0, shape.Width).Where(column => IsOfMarks(shape, column, parties, glossary))];
        if (columns.Length < 2)
        {
            return null;
        }

        int[] others = [.. Enumerable.Range(0, shape.Width).Except(columns)];
        int reference = others.FirstOrDefault(column => ColumnHeads.RoleOf(shape.Heads[column].Last) == ColumnRole.Reference, -1);
        int matter = others.Where(column => column != reference).OrderByDescending(column => ColumnHeads.RoleOf(shape.Heads[column].Last) == ColumnRole.Matter)
            .ThenByDescending(column => shape.Column(column).Sum(cell => cell.Line.Length)).FirstOrDefault(-1);
        if (matter < 0 || (shape.Column(matter).All(cell => parties.IsOne(cell.Line)) && !columns.All(column => parties.IsOne(shape.Heads[column].Last))))
        {
            return null;
        }

        int[] extras = [.. others.Where(column => column != matter && column != reference && !shape.Heads[column].Path.IsEmpty && ColumnHeads.RoleOf(shape.Heads[column].Last) != ColumnRole.Area)];
        return new Matrix(glossary, parties, columns, [.. shape.Heads.Select(head => HolderReader.Name(head.Last))], matter, reference, extras);
    }

    /// <summary>Reads it.</summary>
    public void Read(TableShape shape, TableContext context, DocumentRowReader rows)
    {
        foreach (BodyRow row in shape.Rows)
        {
            RawRow raw = TableReader.Raw(row, context);
            string number = reference < 0 ? "" : row.Cells[reference].Line.TrimEnd('.');
            string words = string.Join(" | ", new[] { number, row.Cells[matter].Line }.Where(text => text.Length > 0)
                .Concat(columns.Where(column => !row.Cells[column].IsEmpty).Select(column => $"{heads[column]}: {row.Cells[column].Line}")));
            raw = raw with { Words = words, Reference = number };
            rows.Add(Beside(ReadRow(row, raw, rows), raw, row, rows), number);
        }
    }

    // What stands in columns of no party: conditions, notes, sums.
    private RowResult Beside(RowResult result, RawRow raw, BodyRow row, DocumentRowReader rows)
    {
        string[] texts = [.. extras.Select(column => row.Cells[column]).Where(cell => !cell.IsEmpty).Distinct().Select(cell => cell.Text)];
        if (texts.Length == 0)
        {
            return result;
        }

        string words = raw.Words + " | " + string.Join(" | ", texts).Replace('\n', ' ');
        Power?[] powers = [.. result.Powers.Select(power => rows.Beside(power, texts))];
        return powers.Any(power => power is null) ? Ask(raw with { Words = words }, "What stands beside the row says how much, or who has a part in it, in words that can be read in several ways. What is meant?", [])
            : result with { Words = words, Powers = [.. powers.OfType<Power>()] };
    }

    private RowResult ReadRow(BodyRow row, RawRow raw, DocumentRowReader rows)
    {
        var marks = columns.Select(column => (Party: heads[column], Mark: CellMarks.Read(row.Cells[column], glossary) ?? new CellMark(PartKind.Unknown))).ToList();
        MatterText read = MatterReader.Read(row.Cells[matter].Text);
        string[] deciders = [.. marks.Where(entry => entry.Mark.Kind == PartKind.Decides).Select(entry => entry.Party)];
        var template = new Power
        {
            Matter = read.Name,
            Alias = read.Alias,
            Reference = raw.Reference.Length > 0 ? raw.Reference : read.Number,
            Band = read.Band ?? Band.Any,
            Notes = raw.Notes,
            Steps = [.. Steps(marks)],
        };
        template = template with { Notes = [.. template.Notes, .. marks.Where(entry => entry.Mark is { Kind: PartKind.NoDecision, Beside.Length: > 0 }).Select(entry => $"{entry.Party}: {entry.Mark.Beside}")] };
        if (marks.Any(entry => entry.Mark.Kind == PartKind.Unknown))
        {
            return Ask(raw, "What do its letters or signs mean? The document does not say.", Each(template, marks.Where(entry => entry.Mark.Kind is PartKind.Unknown or PartKind.Decides).Select(entry => entry.Party)));
        }

        if (deciders.Length == 0)
        {
            return Ask(raw, "Who decides? No cell of this row says so.", [.. BoardOnly(template)]);
        }

        if (read.HasShare || read.Band is { IsBare: true } or { IsExcepted: true })
        {
            return Ask(raw, "What are the figures in these words of? A share needs a measure of its own.", []);
        }

        bool isOfSums = marks.Any(entry => entry.Mark is { Kind: PartKind.Decides, Band: not null });
        if (deciders.Length > 1 && !isOfSums)
        {
            return Ask(raw, $"{string.Join(", ", deciders[..^1])} and {deciders[^1]}: together, each alone, or does one of them only recommend?", Several(template, deciders));
        }

        if (Refusals.Begins(read.Name) || Refusals.Stands(read.Name) || MatterReader.IsNoDecision(read.Name) || MatterReader.IsOversight(read.Name) || MatterReader.IsExceptional(read.Name) || MatterReader.IsRestOfAKind(read.Name))
        {
            return Ask(raw, "These words name no decision by themselves. Is it one?", [.. Each(template, deciders)]);
        }

        var given = marks.Where(entry => entry.Mark.Kind == PartKind.Decides).OrderBy(entry => entry.Mark.Band is { Upper: { } upper } ? upper : decimal.MaxValue).ToList();
        ImmutableArray<Power> Powers(Func<PartyReading, Deciders> settle) => [.. given.Select(entry => template with
        {
            Kind = MatterReader.IsResidual(read.Name) ? PowerKind.Residual : PowerKind.Delegated,
            Deciders = parties.Read(entry.Party) is { Outcome: PartyOutcome.Read or PartyOutcome.Unclear, Deciders.Any.Length: > 1 } several ? settle(several) : Deciders.Of(entry.Party),
            Band = entry.Mark.Band is { IsBounded: true } own ? own with { Vat = own.Vat == DraftVat.Unsaid ? read.Vat : own.Vat } : entry.Mark.Band ?? template.Band,
        }).Select((power, i) => given[i].Mark.Beside.Length == 0 ? power : rows.Beside(power, [given[i].Mark.Beside])).OfType<Power>()];
        ImmutableArray<Power> powers = Powers(reading => reading.Deciders);
        if (powers.Length < given.Count)
        {
            return Ask(raw, "What stands beside a sum in this row can be read in several ways. What is meant?", []);
        }

        if (given.Select(entry => parties.Read(entry.Party)).FirstOrDefault(reading => reading is { Outcome: PartyOutcome.Unclear, Deciders.Any.Length: > 1 }) is { } unclear)
        {
            return Ask(raw, $"{string.Join(" and ", unclear.Deciders.Any)}: together, or each alone?",
                [new Choice("Together.", Powers(reading => new Deciders([reading.Deciders.Any[0]], reading.Deciders.Any[1..]))), new Choice("Each alone.", powers)]);
        }

        return new RowResult(raw.Place, raw.Words, RowState.Understood) { Section = raw.Section, Powers = powers };
    }

    private static IEnumerable<DraftStep> Steps(List<(string Party, CellMark Mark)> marks)
    {
        foreach ((PartKind part, DraftStepKind kind) in ((PartKind, DraftStepKind)[])[(PartKind.Recommends, DraftStepKind.Recommend), (PartKind.Consulted, DraftStepKind.Consult), (PartKind.Approves, DraftStepKind.Approve), (PartKind.Informed, DraftStepKind.Report)])
        {
            string[] who = [.. marks.Where(entry => entry.Mark.Kind == part).Select(entry => entry.Party)];
            if (who.Length > 0)
            {
                yield return new DraftStep(kind, [.. who]);
            }
        }
    }

    private static RowResult Ask(RawRow raw, string question, IEnumerable<Choice> choices) =>
        new(raw.Place, raw.Words, RowState.Asked) { Section = raw.Section, Question = new Question(question, [.. choices, new Choice("Nothing; leave it as a comment.", [])]) };

    private static IEnumerable<Choice> BoardOnly(Power template) => [new Choice("The governing body alone.", [template with { Kind = PowerKind.Reserved }])];

    private static IEnumerable<Choice> Each(Power template, IEnumerable<string> parties) =>
        parties.Distinct(StringComparer.Ordinal).Take(8).Select(party => new Choice($"{party} decides.", [template with { Deciders = Deciders.Of(party) }]));

    private static IEnumerable<Choice> Several(Power template, string[] parties) =>
    [
        new Choice("Together.", [template with { Deciders = new Deciders([parties[0]], [.. parties[1..]]) }]),
        new Choice("Each alone.", [template with { Deciders = new Deciders([.. parties], []) }]),
        .. parties.Take(4).Select(party => new Choice($"{party}, on the recommendation of the others.", [template with { Deciders = Deciders.Of(party), Steps = template.Steps.Add(new DraftStep(DraftStepKind.Recommend, [.. parties.Where(other => other != party)])) }])),
    ];

    private static bool IsOfMarks(TableShape shape, int column, HolderReader parties, Glossary glossary)
    {
        string head = HolderReader.Name(shape.Heads[column].Last);
        bool isParty = parties.IsOne(head) || parties.All(head).Length > 1 || Titles.IsAcronym(head) || glossary.Canonical(head) != head || (Titles.CanBeName(head) && ColumnHeads.RoleOf(head) == ColumnRole.None);
        if (!isParty || (ColumnHeads.RoleOf(head) is ColumnRole.Value or ColumnRole.Matter or ColumnRole.Extra && !Titles.IsParty(head)))
        {
            return false;
        }

        // A cell that is none of these is asked about; a column in which most are none is of another kind.
        Cell[] cells = [.. shape.Column(column)];
        return cells.Count(cell => CellMarks.Read(cell, glossary) is not null) * 2 >= cells.Length;
    }
}
