namespace DelegationLang.Text;

/// <summary>A span in a named text: where a sentence, a name or a fault stands.</summary>
public readonly record struct SourceLocation(SourceText Source, TextSpan Span)
{
    /// <summary>The file as shown to people.</summary>
    public string File => Source.FileName;

    /// <summary>The line on which the span starts, from 1.</summary>
    public int Line => Source.GetPosition(Span.Start).Line;

    /// <summary>The column at which the span starts, from 1.</summary>
    public int Column => Source.GetPosition(Span.Start).Column;
}
