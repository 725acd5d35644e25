namespace DelegationLang.Emit.Templating;

/// <summary>Something is wrong with a template.</summary>
/// <param name="template">Its name: <c>footer.sbn-html</c>.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="problem">What is wrong, without a full stop.</param>
public sealed class TemplateFault(string template, int line, string problem) : Exception(FormattableString.Invariant($"{template}, line {line}: {problem}"))
{
    /// <summary>The name of the template: <c>footer.sbn-html</c>.</summary>
    public string Template { get; } = template;

    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>What is wrong, without a full stop.</summary>
    public string Problem { get; } = problem;
}
