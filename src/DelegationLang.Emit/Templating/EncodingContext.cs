using System.Collections;
using System.Globalization;
using DelegationLang.Workspaces;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace DelegationLang.Emit.Templating;

/// <summary>
/// A run of templates. Text is encoded for the place where it is written (see <see cref="EncodedStatement"/>). Every name must be known, nothing is cut
/// for being long, and there is nothing in reach that differs from run to run: no clock, no chance, no files.
/// </summary>
internal sealed class EncodingContext : TemplateContext
{
    private readonly TemplateSet templates;
    private readonly ViewScope scope = new();
    private EncodingContext? inner;

    /// <summary>A context for the outermost template.</summary>
    public EncodingContext(TemplateSet templates)
        : this(templates, new Utf8Output())
    {
    }

    private EncodingContext(TemplateSet templates, Utf8Output target)
        : base(templates.MakeFunctions())
    {
        this.templates = templates;
        Target = target;
        StrictVariables = true;
        EnableRelaxedMemberAccess = false;
        EnableRelaxedIndexerAccess = false;
        AutoIndent = false;
        LoopLimit = 0;
        LimitToString = 0;
        NewLine = "\n";
        TryGetVariable = Library;
        TryGetMember = Unknown;
        PushOutput(target);
        PushGlobal(scope);
    }

    /// <summary>Where everything is written to.</summary>
    public Utf8Output Target { get; }

    /// <summary>Writes a template with a value of its kind.</summary>
    public void Run(LoadedTemplate template, object value)
    {
        scope.Show(value, template.Members);
        Evaluate(template.Page);
    }

    /// <summary>Writes another template, which sees nothing of this one, with a value of its kind.</summary>
    public void Show(LoadedTemplate template, object value)
    {
        inner ??= new EncodingContext(templates, Target);
        inner.Run(template, value);
    }

    /// <summary>A value as text.</summary>
    /// <exception cref="ScriptRuntimeException">It is no text, number or truth.</exception>
    public string Text(object? value, SourceSpan span) => value switch
    {
        null => "",
        string text => text,
        bool or IFormattable => ObjectToString(value) ?? "",
        Markup => throw new ScriptRuntimeException(span, "this is markup, which can stand between elements alone"),
        _ => throw new ScriptRuntimeException(span, "this is no text: say which part of it to write, or show it"),
    };

    /// <summary>Whether something is so: also a text is not when it is empty, and a list is not when there is nothing in it.</summary>
    public override bool ToBool(SourceSpan span, object? value) => value switch
    {
        string text => text.Length > 0,
        ICollection list => list.Count > 0,
        _ => base.ToBool(span, value),
    };

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject) =>
        throw new ScriptRuntimeException(span, "this cannot be written here");

    /// <inheritdoc/>
    protected override IObjectAccessor? GetMemberAccessorImpl(object target) => target switch
    {
        _ when templates.Views.GetValueOrDefault(target.GetType()) is { } members => members,
        string or IScriptObject or IList or bool or IFormattable => base.GetMemberAccessorImpl(target),
        _ => null,
    };

    // The functions of the template language on texts, lists and numbers. Most templates use none, and making them takes longer than a page.
    private bool Library(TemplateContext context, SourceSpan span, ScriptVariable variable, out object? value)
    {
        value = variable.Name switch
        {
            "string" => new StringFunctions(),
            "array" => new ArrayFunctions(),
            "regex" => new RegexFunctions(),
            "math" => Exact(new MathFunctions()),
            "empty" => EmptyScriptObject.Default,
            _ => throw new ScriptRuntimeException(span, NotKnown(variable.Name, (scope.Members?.Names ?? []).Concat(BuiltinObject.Keys))),
        };
        BuiltinObject.SetValue(variable.Name, value, readOnly: true);
        return true;
    }

    private static MathFunctions Exact(MathFunctions functions)
    {
        functions.Remove("random");
        functions.Remove("uuid");
        return functions;
    }

    private bool Unknown(TemplateContext context, SourceSpan span, object target, string member, out object? value) =>
        throw new ScriptRuntimeException(span, NotKnown(member, GetMemberAccessor(target).GetMembers(this, span, target)));

    private static string NotKnown(string name, IEnumerable<string> known)
    {
        string[] names = [.. known.Order(StringComparer.Ordinal)];
        string meant = Suggestion.Closest(name, names) is { } closest ? $"; did you mean {closest}?" : names.Length > 0 ? $"; there are {string.Join(", ", names)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"there is no “{name}” here{meant}");
    }
}
