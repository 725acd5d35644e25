namespace DelegationLang.Parsing;

/// <summary>Some of the scanner's tokens, one after another. (A span would have to be compiled for this type whenever a program starts.)</summary>
internal readonly struct LexemeRun(Lexeme[] items, int start, int length)
{
    /// <summary>How many there are.</summary>
    public int Length => length;

    /// <summary>One of them.</summary>
    public ref readonly Lexeme this[int index] => ref items[start + index];

    /// <summary>A part of the run.</summary>
    public LexemeRun Slice(int first, int count) => new(items, start + first, count);
}
