using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Text;

namespace DelegationLang.Emit.CSharp;

/// <summary>The decision space as tables of text, each row with the sentence that it was made from.</summary>
internal sealed class CodeRows
{
    // A method of a few hundred rows is compiled quickly; one of ten thousand is not.
    private const int RowsInPart = 250;

    private readonly Func<SourceLocation?, string> sentenceAt;
    private readonly List<RowView[]> parts = [];

    /// <summary>Makes them.</summary>
    /// <param name="publication">The scheme.</param>
    /// <param name="sentenceAt">The text of a sentence; empty for none.</param>
    public CodeRows(Publication publication, Func<SourceLocation?, string> sentenceAt)
    {
        this.sentenceAt = sentenceAt;
        SpaceDefinition definition = publication.Definition;
        SchemeIndex index = publication.Index;
        var tables = new TableWriter();
        Add(definition.Parties.Select(tables.Party), i => index.Party(i)?.Declaration);
        Add(definition.Subjects.Select(tables.Subject), i => index.Subject(i)?.Declaration);
        Add(definition.Places.Select(tables.Place), i => index.Place(i)?.Declaration);
        Add(definition.Conditions.Select(tables.Condition), i => index.Condition(i)?.Declaration);
        Add(definition.Measures.Select(tables.Measure), i => index.Measure(i)?.Declaration);
        Add(definition.Amounts.Select(tables.Amount), i => index.Amount(i)?.Declaration);
        Add(definition.Rules.Select(tables.Rule), i => i < index.Rules.Length ? index.Rules[i].Location : null);
        Add(definition.Kept.Select(tables.Kept), _ => null);
        Add(definition.Deputies.Select(tables.Deputy), _ => null);
        Add(definition.Involvements.Select(tables.Involvement), _ => null);
        Texts = [.. tables.Texts.Chunk(RowsInPart)];
    }

    /// <summary>The rows, in parts.</summary>
    public IReadOnlyList<RowView[]> Parts => parts;

    /// <summary>The texts to which they refer, in parts.</summary>
    public IReadOnlyList<string[]> Texts { get; }

    private void Add(IEnumerable<string> rows, Func<int, SourceLocation?> locationOf) =>
        parts.AddRange(rows.Select((row, i) => new RowView(row, sentenceAt(locationOf(i)))).Chunk(RowsInPart));
}
