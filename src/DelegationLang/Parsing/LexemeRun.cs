using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <summary>Some of the scanner's tokens, one after another. (A span would have to be compiled for this type whenever a program starts.)</summary>
/// <param name="items">All tokens of the text.</param>
/// <param name="literals">The money, numbers, dates and years among them.</param>
/// <param name="start">The first of the run.</param>
/// <param name="length">How many they are.</param>
internal readonly struct LexemeRun(Lexeme[] items, List<SyntaxNode> literals, int start, int length)
{
    /// <summary>What <see cref="Lexeme.Literal"/> counts.</summary>
    public List<SyntaxNode> Literals => literals;

    /// <summary>How many there are.</summary>
    public int Length => length;

    /// <summary>One of them.</summary>
    public ref readonly Lexeme this[int index] => ref items[start + index];

    /// <summary>A part of the run.</summary>
    public LexemeRun Slice(int first, int count) => new(items, literals, start + first, count);
}
