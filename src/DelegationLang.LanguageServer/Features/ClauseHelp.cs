using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.Parsing;
using DelegationLang.Syntax;

namespace DelegationLang.LanguageServer.Features;

/// <summary>One clause as it is proposed and explained.</summary>
/// <param name="Row">What is known of the clause.</param>
/// <param name="Words">The words that open it, and what is proposed after them.</param>
internal sealed record ClauseEntry(ClauseRow Row, ClauseWords Words)
{
    /// <summary>Which clause it is.</summary>
    public ClauseKind Kind => Row.Kind;

    /// <summary>The words that open it.</summary>
    public string Keyword => Words.Words;

    /// <summary>The clause with places to fill in.</summary>
    public string Snippet => Words.Words + Words.After;

    /// <summary>What it means, in a sentence.</summary>
    public string Help => Words.Help;

    /// <summary>A whole sentence with it.</summary>
    public string Example => Words.Example;

    /// <summary>The help and the example, as a client shows them.</summary>
    public MarkupContent Documentation => WithExample(Help, Example);

    /// <summary>A text with an example of the language below it.</summary>
    public static MarkupContent WithExample(string help, string example) => new("markdown", $"{help}\n\n```delegation\n{example}\n```");
}

/// <summary>Every clause of the language that is proposed: how it is written and what it means.</summary>
internal static class ClauseHelp
{
    /// <summary>The clauses in the order in which people tend to write them.</summary>
    public static readonly ClauseEntry[] All =
        [.. ClauseRows.All.SelectMany(row => row.Words.Where(words => words.Help.Length > 0).Select(words => new ClauseEntry(row, words)))];

    private static readonly Dictionary<string, ClauseEntry> ByKeyword = All.ToDictionary(entry => entry.Keyword, StringComparer.OrdinalIgnoreCase);

    /// <summary>The clause that these words open; none for words that open none.</summary>
    public static ClauseEntry? Find(string keyword) => ByKeyword.GetValueOrDefault(keyword);
}
