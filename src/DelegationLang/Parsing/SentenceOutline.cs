namespace DelegationLang.Parsing;

/// <summary>A clause in a sentence: its first token, and the one after its last.</summary>
internal readonly record struct ClauseOutline(int First, int End);

/// <summary>A line of a table or a list: its tokens, and which of the sentence's clauses are its own.</summary>
internal readonly record struct LineOutline(int First, int End, int FirstClause, int EndClause);

/// <summary>Something in a sentence that the grammar cannot use.</summary>
/// <param name="Index">The token that cannot be used; the count of tokens for the end.</param>
/// <param name="Rule">The rule of the grammar that was being read.</param>
/// <param name="ClauseStart">The first token of the clause that was being read; -1 outside any.</param>
/// <param name="Resumed">Where reading went on.</param>
internal readonly record struct SyntaxFault(int Index, int Rule, int ClauseStart, int Resumed);

/// <summary>What the parser found in a sentence, as places in its window: filled while reading, turned into a tree afterwards.</summary>
internal sealed class SentenceOutline
{
    /// <summary>The clauses in the order of the text, those of lines included.</summary>
    public List<ClauseOutline> Clauses { get; } = new();

    /// <summary>The lines of a table or list.</summary>
    public List<LineOutline> Lines { get; } = new();

    /// <summary>What could not be used.</summary>
    public List<SyntaxFault> Faults { get; } = new();

    public void Clear()
    {
        Clauses.Clear();
        Lines.Clear();
        Faults.Clear();
    }

    public void AddClause(int first, int end) => Clauses.Add(new ClauseOutline(first, end));

    /// <summary>Adds a line; the clauses added since the line before are its own.</summary>
    public void AddLine(int first, int end)
    {
        int firstClause = Clauses.Count;
        while (firstClause > 0 && Clauses[firstClause - 1].First > first)
        {
            firstClause--;
        }

        Lines.Add(new LineOutline(first, end, firstClause, Clauses.Count));
    }
}
