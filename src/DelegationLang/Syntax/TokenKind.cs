namespace DelegationLang.Syntax;

/// <summary>The kinds of token.</summary>
public enum TokenKind
{
    /// <summary>The end of the file.</summary>
    EndOfFile,

    /// <summary>A run of words that are not reserved.</summary>
    Name,
}
