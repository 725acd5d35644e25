using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>What the scanner noticed about a token.</summary>
[Flags]
internal enum LexemeFlags : ushort
{
    None = 0,

    /// <summary>A name with a quoted part.</summary>
    Quoted = 1,

    /// <summary>A name whose text is not simply its characters: runs of white space, line breaks, comments, marks without width.</summary>
    Folded = 2,

    /// <summary>A name that goes over a line break.</summary>
    BreaksLine = 4,

    /// <summary>The first token of its line.</summary>
    StartsLine = 8,

    /// <summary>A comma that only sets a clause off: the parser does not see it.</summary>
    Hidden = 16,

    /// <summary>Not in the text: a full stop that was left out.</summary>
    Synthetic = 32,

    /// <summary>A fault was reported about the token itself.</summary>
    Faulty = 64,

    /// <summary>A name that starts with words declared in quotation marks, or with a quotation: <c>two of</c> in it counts nobody.</summary>
    StartsDeclared = 128,

    /// <summary>A date where only a name or a party makes sense, kept for the message.</summary>
    Misplaced = 256,

    /// <summary>A name with a declared one in it that reserved words would cut, written without quotation marks.</summary>
    Joined = 512,

    /// <summary>A name where it is declared, which ends where the collector of names said.</summary>
    Declaring = 1024,
}

/// <summary>One token as the scanner made it. <see cref="End"/> is not included.</summary>
internal struct Lexeme
{
    public TokenKind Kind;
    public LexemeFlags Flags;
    public int Start;
    public int End;

    /// <summary>Which of the values that the scanner read it has, counted from 1; 0 for none.</summary>
    public int Literal;

    public readonly bool Has(LexemeFlags flag) => (Flags & flag) != 0;
}
