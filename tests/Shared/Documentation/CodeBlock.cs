namespace DelegationLang.Testing.Documentation;

/// <summary>A code block of a page.</summary>
/// <param name="Line">The line of its first row of backticks, from 1.</param>
/// <param name="Kind">The first word after the backticks: <c>delegation</c>, <c>ask</c>.</param>
/// <param name="Argument">What follows it: the name of a prelude, a code, a folder; often empty.</param>
/// <param name="Text">What stands between the backticks.</param>
/// <param name="Scheme">The scheme that the block is or is about: everything that has been said by its end.</param>
internal sealed record CodeBlock(int Line, string Kind, string Argument, string Text, string Scheme)
{
    /// <summary>Its lines.</summary>
    public string[] Lines => Text.TrimEnd('\n').Split('\n');
}
