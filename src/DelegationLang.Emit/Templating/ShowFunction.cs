using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace DelegationLang.Emit.Templating;

/// <summary>A function that templates call with a fixed number of values.</summary>
internal abstract class TemplateFunction(params string[] parameters) : IScriptCustomFunction
{
    /// <inheritdoc/>
    public int RequiredParameterCount => parameters.Length;

    /// <inheritdoc/>
    public int ParameterCount => parameters.Length;

    /// <inheritdoc/>
    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    /// <inheritdoc/>
    public Type ReturnType => typeof(object);

    /// <inheritdoc/>
    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), parameters[index]);

    /// <inheritdoc/>
    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        Call(arguments, callerContext?.Span ?? context.CurrentSpan);

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        ValueTask.FromResult(Invoke(context, callerContext, arguments, blockStatement));

    /// <summary>What comes of the values.</summary>
    protected abstract object? Call(ScriptArray arguments, SourceSpan span);
}

/// <summary><c>show NAME VALUE</c>: the markup that another template makes of a value.</summary>
internal sealed class ShowFunction(TemplateSet templates) : TemplateFunction("template", "value")
{
    /// <inheritdoc/>
    protected override object Call(ScriptArray arguments, SourceSpan span)
    {
        if (templates.Find(arguments[0] as string ?? "") is not { } template)
        {
            throw new ScriptRuntimeException(span, $"there is no template “{arguments[0]}”; there are {string.Join(", ", templates.Names)}");
        }

        return arguments[1] is { } value && value.GetType() == template.Members.Type
            ? new Shown(template, value)
            : throw new ScriptRuntimeException(span, $"the template {template.Name} does not show this: it wants something with {string.Join(", ", template.Members.Names)}");
    }

    private sealed class Shown(LoadedTemplate template, object value) : Markup
    {
        public override void WriteTo(EncodingContext context) => context.Show(template, value);
    }
}
