using DelegationLang.Emit.Naming;
using DelegationLang.Emit.Templating;
using Scriban.Syntax;

namespace DelegationLang.Emit.CSharp;

/// <summary>The parts of C# that a template can be within.</summary>
internal enum CodePlace
{
    /// <summary>Code.</summary>
    Code,

    /// <summary>After a slash.</summary>
    Slash,

    /// <summary>After two.</summary>
    Slashes,

    /// <summary>In a comment to the end of the line.</summary>
    Comment,

    /// <summary>In a documentation comment.</summary>
    Documentation,

    /// <summary>In a string literal.</summary>
    Literal,

    /// <summary>After a backslash in one.</summary>
    Escape,
}

/// <summary>C# as a template writes it. A value is text in a comment or a string literal; in the code itself it must be <see cref="Code"/> or a number.</summary>
internal sealed class CodeLanguage : WrittenLanguage<CodePlace>
{
    private static readonly ValueWriter InCode = (context, value, span) => context.Target.Write(value switch
    {
        Code code => code.Text,
        int => context.Text(value, span),
        _ => throw new ScriptRuntimeException(span, "text cannot stand in code: it can in a comment or a string literal"),
    });

    private static readonly ValueWriter InComment = (context, value, span) => context.Target.Write(VisibleText.OnOneLine(Text(context, value, span)));

    private static readonly ValueWriter InDocumentation = (context, value, span) => context.Target.Write(Literals.Xml(Text(context, value, span)));

    private static readonly ValueWriter InLiteral = (context, value, span) => context.Target.Write(Literals.Content(Text(context, value, span)));

    /// <inheritdoc/>
    protected override CodePlace Start => CodePlace.Code;

    /// <inheritdoc/>
    protected override CodePlace Read(CodePlace place, ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            place = place switch
            {
                CodePlace.Escape => CodePlace.Literal,
                CodePlace.Literal => character switch { '"' => CodePlace.Code, '\\' => CodePlace.Escape, _ => CodePlace.Literal },
                _ when character == '\n' => CodePlace.Code,
                CodePlace.Comment or CodePlace.Documentation => place,
                CodePlace.Slashes => character == '/' ? CodePlace.Documentation : CodePlace.Comment,
                CodePlace.Slash when character == '/' => CodePlace.Slashes,
                _ => character switch { '/' => CodePlace.Slash, '"' => CodePlace.Literal, _ => CodePlace.Code },
            };
        }

        return place;
    }

    /// <inheritdoc/>
    protected override ValueWriter? Writer(CodePlace place, out CodePlace after, out string problem)
    {
        after = place;
        problem = $"no value can stand {Describe(place)}";
        return place switch
        {
            CodePlace.Code => InCode,
            CodePlace.Comment => InComment,
            CodePlace.Documentation => InDocumentation,
            CodePlace.Literal => InLiteral,
            _ => null,
        };
    }

    /// <inheritdoc/>
    protected override bool Meet(CodePlace one, CodePlace other, out CodePlace place)
    {
        place = one;
        return one == other;
    }

    /// <inheritdoc/>
    protected override string Describe(CodePlace place) => place switch
    {
        CodePlace.Code => "in code",
        CodePlace.Comment or CodePlace.Documentation => "in a comment",
        CodePlace.Literal => "in a string literal",
        _ => "after a stroke",
    };

    private static string Text(EncodingContext context, object? value, Scriban.Parsing.SourceSpan span) => value is Code code ? code.Text : context.Text(value, span);
}
