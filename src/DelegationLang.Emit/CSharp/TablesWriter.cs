using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Policy.Tables;
using DelegationLang.Text;

namespace DelegationLang.Emit.CSharp;

/// <summary>Writes the decision space as tables of text, each row with the sentence that it was made from.</summary>
internal sealed class TablesWriter(CodeLines code, Publication publication)
{
    // A method of a few hundred rows is compiled quickly; one of ten thousand is not.
    private const int RowsInPart = 250;

    private readonly SpaceDefinition definition = publication.Definition;
    private readonly SchemeIndex index = publication.Index;
    private readonly TableWriter tables = new();

    /// <summary>Writes them.</summary>
    public void Write()
    {
        var parts = new List<Row[]>();
        AddParts(parts, definition.Parties.Select(tables.Party), i => index.Party(i)?.Declaration);
        AddParts(parts, definition.Subjects.Select(tables.Subject), i => index.Subject(i)?.Declaration);
        AddParts(parts, definition.Places.Select(tables.Place), i => index.Place(i)?.Declaration);
        AddParts(parts, definition.Conditions.Select(tables.Condition), i => index.Condition(i)?.Declaration);
        AddParts(parts, definition.Measures.Select(tables.Measure), i => index.Measure(i)?.Declaration);
        AddParts(parts, definition.Amounts.Select(tables.Amount), i => index.Amount(i)?.Declaration);
        AddParts(parts, definition.Rules.Select(tables.Rule), i => i < index.Rules.Length ? index.Rules[i].Location : null);
        AddParts(parts, definition.Kept.Select(tables.Kept), _ => null);
        AddParts(parts, definition.Deputies.Select(tables.Deputy), _ => null);

        const string Policy = "global::DelegationLang.Policy.";
        code.XmlSummary("", $"The scheme as rows of text: numbers are places in the lists of <see cref=\"{Policy}SpaceDefinition\"/>.");
        code.Line("file static class Tables");
        code.Line("{");
        code.Line($"    public static {Policy}SpaceDefinition Read() => {Policy}Tables.TableReader.Read(");
        code.Line(FormattableString.Invariant($"        {TableReader.Format},"));
        code.Line($"        {Policy}DateRange.From({Day(definition.InForce.HasFirst, definition.InForce.First)}, {Day(definition.InForce.HasLast, definition.InForce.Last)}),");
        code.Line("        Texts.All(),");
        WriteList(parts.Count, "        ", ");");
        WriteParts(parts);
        code.Line("}");
        code.Line();
        WriteTexts();
    }

    private static string Day(bool isGiven, DateOnly day) =>
        isGiven ? FormattableString.Invariant($"new global::System.DateOnly({day.Year}, {day.Month}, {day.Day})") : "null";

    private static void AddParts(List<Row[]> parts, IEnumerable<string> rows, Func<int, SourceLocation?> sentenceOf) =>
        parts.AddRange(rows.Select((row, i) => new Row(row, sentenceOf(i))).Chunk(RowsInPart));

    private void WriteTexts()
    {
        code.Summary("", "The texts to which the rows refer by number.");
        code.Line("file static class Texts");
        code.Line("{");
        List<Row[]> parts = [.. tables.Texts.Select(text => new Row(text, null)).Chunk(RowsInPart)];
        code.Line("    public static string[][] All() =>");
        WriteList(parts.Count, "        ", ";");
        WriteParts(parts);
        code.Line("}");
    }

    private void WriteList(int count, string indent, string end)
    {
        code.Line(indent + "new string[][]");
        code.Line(indent + "{");
        for (int i = 0; i < count; i++)
        {
            code.Line(FormattableString.Invariant($"{indent}    Part{i}(),"));
        }

        code.Line(indent + "}" + end);
    }

    private void WriteParts(List<Row[]> parts)
    {
        for (int i = 0; i < parts.Count; i++)
        {
            code.Line();
            code.Line(FormattableString.Invariant($"    private static string[] Part{i}() => new string[]"));
            code.Line("    {");
            foreach (Row row in parts[i])
            {
                if (row.Sentence is { Source: not null } sentence)
                {
                    code.Remark("        ", code.WithSource(sentence));
                }

                code.Line($"        {Literals.Quote(row.Text)},");
            }

            code.Line("    };");
        }
    }

    private sealed record Row(string Text, SourceLocation? Sentence);
}
