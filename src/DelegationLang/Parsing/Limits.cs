namespace DelegationLang.Parsing;

/// <summary>
/// How large a text may be. Real schemes stay far below; the limits are here so that a file that is no scheme at all (a spreadsheet saved
/// under a wrong name, a generated text) is turned away with a message, in a moment, and never with a crash. Nothing in the language nests,
/// so there is no limit on depth: a list holds names, <c>the lower of</c> holds amounts, and neither holds another of its kind.
/// </summary>
public static class Limits
{
    /// <summary>The most UTF-16 units a file may have. A larger one is not read at all.</summary>
    public const int FileLength = 16 * 1024 * 1024;

    /// <summary>The most UTF-16 units a line may have.</summary>
    public const int LineLength = 20_000;

    /// <summary>The most UTF-16 units a quotation may have, its marks included.</summary>
    public const int QuotationLength = 10_000;

    /// <summary>The most UTF-16 units a sentence may have, from its first word to its full stop.</summary>
    public const int SentenceLength = 1_000_000;

    /// <summary>The most words a name may have.</summary>
    public const int NameWords = 60;

    /// <summary>The most UTF-16 units a name may have.</summary>
    public const int NameLength = 1_000;

    /// <summary>The most items a list may have: names after one clause, or lines of one table.</summary>
    public const int ListItems = 10_000;

    /// <summary>The most clauses one sentence or one line may have.</summary>
    public const int Clauses = 1_000;

    /// <summary>The largest amount of money, in units of its currency: a thousand million million.</summary>
    public const decimal Amount = 1_000_000_000_000_000m;

    /// <summary>The most faults of reading that one file reports. What comes after is likely to be no scheme.</summary>
    public const int Faults = 500;

    /// <summary>The most faults of reading that one sentence, or one line of a table, reports.</summary>
    public const int FaultsInSentence = 12;
}
