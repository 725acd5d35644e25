using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace DelegationLang.Emit.Templating;

/// <summary>How a value is written at one place of a template.</summary>
internal delegate void ValueWriter(EncodingContext context, object? value, SourceSpan span);

/// <summary>A value that a template writes, with the way that is safe where it stands. It takes the place of the statement that the parser made.</summary>
internal sealed class EncodedStatement(ValueWriter write) : ScriptExpressionStatement
{
    /// <summary>The way.</summary>
    public ValueWriter Writer => write;

    /// <inheritdoc/>
    public override object? Evaluate(TemplateContext context)
    {
        write((EncodingContext)context, base.Evaluate(context), Span);
        return null;
    }
}
