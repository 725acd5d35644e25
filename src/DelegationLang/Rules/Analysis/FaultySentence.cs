using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Rules.Analysis;

/// <summary>A sentence in error, and what of it is certain.</summary>
internal sealed class FaultySentence
{
    private readonly string words;

    public FaultySentence(SourceText source, SentenceSyntax sentence, FaultPositions positions)
    {
        words = OneLine(source.ToString(sentence.Span));
        IsUnread = sentence is BrokenSentenceSyntax;
        IsWide = words.Contains("all matters", StringComparison.OrdinalIgnoreCase) || words.Contains("all other matters", StringComparison.OrdinalIgnoreCase);
        if (sentence is DecidingSyntax deciding)
        {
            IsSubjectUnknown = deciding.Subjects.Any(IsFaulty);
            IsHolderUnknown = IsFaulty(deciding.To) || deciding.To.Items.Any(item => item.Name.IsMissing);
        }
        else if (sentence is LimitsTableSyntax table)
        {
            IsSubjectUnknown = table.Subjects.Any(IsFaulty);
            IsHolderUnknown = table.Lines.Any(line => IsFaulty(line.Holders));
        }

        bool IsFaulty(SyntaxNode node) => node.IsMissing || positions.IsIn(new SourceLocation(source, node.Span));
    }

    /// <summary>Whether nobody could tell what kind of sentence it is.</summary>
    public bool IsUnread { get; }

    /// <summary>Whether it speaks of all (other) matters.</summary>
    public bool IsWide { get; }

    /// <summary>Whether one of the subjects it names could not be understood.</summary>
    public bool IsSubjectUnknown { get; }

    /// <summary>Whether one of those to whom it gives could not be understood.</summary>
    public bool IsHolderUnknown { get; }

    /// <summary>Whether the words stand in it.</summary>
    public bool Mentions(string text) => words.Contains(text, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name or another name of the thing stands in it.</summary>
    public bool Mentions(Symbol symbol) => Mentions(symbol.Name) || symbol.Aliases.Any(Mentions);

    /// <summary>Whether a name or another name of the thing stands in it by itself, and not only within longer names.</summary>
    public bool Mentions(Symbol symbol, IEnumerable<string> longerNames)
    {
        string rest = longerNames.Aggregate(words, (text, name) => text.Replace(name, "", StringComparison.OrdinalIgnoreCase));
        return symbol.Aliases.Prepend(symbol.Name).Any(name => rest.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
