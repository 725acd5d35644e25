using Scriban.Parsing;
using Scriban.Syntax;

namespace DelegationLang.Emit.Templating;

/// <summary>A language that templates write, such as HTML.</summary>
internal interface IWrittenLanguage
{
    /// <summary>Has each value of a template written in the way that is safe where it stands.</summary>
    /// <exception cref="ScriptRuntimeException">A value stands where none is safe, or the template holds what templates may not.</exception>
    void Prepare(ScriptBlockStatement body);
}

/// <summary>
/// Goes through a template in the order in which it writes, and follows where in the language each value stands. Both ways of an <c>if</c> must come to the
/// same place, and a loop back to where it began: then it is known for every run.
/// </summary>
/// <typeparam name="TPlace">A place in the language: between elements, in an attribute and so on.</typeparam>
internal abstract class WrittenLanguage<TPlace> : IWrittenLanguage
    where TPlace : struct
{
    /// <summary>Where every template begins and ends.</summary>
    protected abstract TPlace Start { get; }

    /// <inheritdoc/>
    public void Prepare(ScriptBlockStatement body)
    {
        TPlace end = Block(body, Start);
        if (!Meet(end, Start, out _))
        {
            throw new ScriptRuntimeException(new SourceSpan(body.Span.FileName, body.Span.End, body.Span.End), $"the template ends {Describe(end)}");
        }
    }

    /// <summary>The place after some text of the template itself.</summary>
    protected abstract TPlace Read(TPlace place, ReadOnlySpan<char> text);

    /// <summary>How a value is written at a place, and the place after it; none, with what is wrong, where none may stand.</summary>
    protected abstract ValueWriter? Writer(TPlace place, out TPlace after, out string problem);

    /// <summary>Whether two ways that lead to these places can go on as one, and from which place.</summary>
    protected abstract bool Meet(TPlace one, TPlace other, out TPlace place);

    /// <summary>A place in words: <c>within a tag</c>.</summary>
    protected abstract string Describe(TPlace place);

    private TPlace Block(ScriptBlockStatement? block, TPlace place)
    {
        if (block is null)
        {
            return place;
        }

        for (int i = 0; i < block.Statements.Count; i++)
        {
            place = block.Statements[i] is ScriptExpressionStatement { Expression: { } expression and not ScriptAssignExpression } written and not EncodedStatement
                ? Value(block, i, written, expression, place)
                : Step(block.Statements[i], place);
        }

        return place;
    }

    private TPlace Value(ScriptBlockStatement block, int index, ScriptExpressionStatement written, ScriptExpression expression, TPlace place)
    {
        ValueWriter writer = WriterAt(written, place, out TPlace after);
        written.Expression = null;
        block.Statements.RemoveAt(index);
        block.Statements.Insert(index, new EncodedStatement(writer) { Expression = expression, Span = written.Span });
        return after;
    }

    private ValueWriter WriterAt(ScriptExpressionStatement written, TPlace place, out TPlace after) =>
        Writer(place, out after, out string problem) ?? throw new ScriptRuntimeException(written.Span, problem);

    private TPlace Step(ScriptStatement statement, TPlace place) => statement switch
    {
        ScriptRawStatement raw => Read(place, raw.Text.FullText.AsSpan(raw.Text.Index, raw.Text.Length)),
        EncodedStatement written => Again(written, place),
        ScriptCaseStatement cases => Block(cases.Body, place),
        ScriptConditionStatement condition => Ways(condition, place),
        ScriptForStatement loop => Loop(loop, place),
        ScriptExpressionStatement or ScriptEscapeStatement or ScriptNopStatement or ScriptEndStatement => place,
        _ => throw new ScriptRuntimeException(statement.Span, "templates may write values, and use if, case and for; this is something else"),
    };

    private TPlace Again(EncodedStatement written, TPlace place) => WriterAt(written, place, out TPlace after) == written.Writer
        ? after
        : throw new ScriptRuntimeException(written.Span, "this is written at different places of the output from one round of the loop to the next");

    // The place after the ways that a condition offers; with none of them, that before it.
    private TPlace Ways(ScriptConditionStatement? condition, TPlace place) => condition switch
    {
        null => place,
        ScriptElseStatement otherwise => Block(otherwise.Body, place),
        ScriptIfStatement choice => Join(choice, Block(choice.Then, place), Ways(choice.Else, place)),
        ScriptWhenStatement one => Join(one, Block(one.Body, place), Ways(one.Next, place)),
        _ => throw new ScriptRuntimeException(condition.Span, "this is no way of an if or a case"),
    };

    private TPlace Loop(ScriptForStatement loop, TPlace place)
    {
        TPlace end = Join(loop, Block(loop.Body, place), place);
        if (!EqualityComparer<TPlace>.Default.Equals(end, place))
        {
            // From its second round on, the loop begins where it ends.
            end = Join(loop, Block(loop.Body, end), end);
        }

        return loop.Else is { } otherwise ? Join(loop, end, Ways(otherwise, place)) : end;
    }

    private TPlace Join(ScriptStatement at, TPlace one, TPlace other) => Meet(one, other, out TPlace place)
        ? place
        : throw new ScriptRuntimeException(at.Span, $"the ways from here must come to the same place, but one comes to stand {Describe(one)} and the other {Describe(other)}");
}
