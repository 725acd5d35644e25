using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace DelegationLang.Emit.Templating;

/// <summary>A template that can be run: what it is called, what it does, and what it shows.</summary>
internal sealed record LoadedTemplate(string Name, ScriptPage Page, IViewMembers Members) : OutputPart;

/// <summary>A template as it is written: its file name, its text, and the kind of value that it shows.</summary>
internal sealed record TemplateText(string File, string Text, Type Shows) : OutputPart;

/// <summary>Templates that show each other, read once and run as often as wanted, on several threads at once.</summary>
internal sealed class TemplateSet
{
    private readonly ImmutableArray<(string Name, Func<TemplateFunction> Make)> functions;
    private readonly FrozenDictionary<string, LoadedTemplate> templates;
    private readonly ConcurrentBag<EncodingContext> idle = [];

    /// <summary>Reads templates.</summary>
    /// <param name="texts">The templates, which show each other by their file names without the extension.</param>
    /// <param name="views">What can be read of each kind of value.</param>
    /// <param name="language">The language that they write.</param>
    /// <param name="functions">The functions that they may call besides <c>show</c>.</param>
    /// <exception cref="TemplateFault">One of them is no template.</exception>
    public TemplateSet(IEnumerable<TemplateText> texts, FrozenDictionary<Type, IViewMembers> views, IWrittenLanguage language, params ImmutableArray<(string Name, Func<TemplateFunction> Make)> functions)
    {
        Views = views;
        this.functions = functions;
        templates = texts.Select(text => new LoadedTemplate(text.File[..text.File.IndexOf('.', StringComparison.Ordinal)], Read(text, language), views[text.Shows])).ToFrozenDictionary(template => template.Name, StringComparer.Ordinal);
    }

    /// <summary>What can be read of each kind of value.</summary>
    public FrozenDictionary<Type, IViewMembers> Views { get; }

    /// <summary>The names of the templates.</summary>
    public IEnumerable<string> Names => templates.Keys.Order(StringComparer.Ordinal);

    /// <summary>The template of a name; none when there is none.</summary>
    public LoadedTemplate? Find(string name) => templates.GetValueOrDefault(name);

    /// <summary>Writes a value with a template.</summary>
    /// <returns>The text as UTF-8.</returns>
    /// <exception cref="TemplateFault">The template, or one that it shows, names what there is not.</exception>
    public byte[] Write(string template, object value)
    {
        if (!idle.TryTake(out EncodingContext? context))
        {
            context = new EncodingContext(this);
        }

        try
        {
            context.Run(templates[template], value);
        }
        catch (ScriptRuntimeException failure)
        {
            // The context stands somewhere in the middle: it is not used again.
            throw Fault(failure.Span, failure.OriginalMessage);
        }

        byte[] written = context.Target.Take();
        idle.Add(context);
        return written;
    }

    /// <summary>The functions that templates may call, made anew for a context.</summary>
    public ScriptObject MakeFunctions()
    {
        var all = new ScriptObject { { "show", new ShowFunction(this) } };
        foreach ((string name, Func<TemplateFunction> make) in functions)
        {
            all.Add(name, make());
        }

        return all;
    }

    private static ScriptPage Read(TemplateText text, IWrittenLanguage language)
    {
        var template = Template.Parse(text.Text, text.File);
        if (template.Messages.FirstOrDefault(message => message.Type == ParserMessageType.Error) is { } error)
        {
            throw Fault(error.Span, error.Message);
        }

        if (template.Page?.Body is not { } body)
        {
            throw new TemplateFault(text.File, 1, "this is no template");
        }

        try
        {
            language.Prepare(body);
        }
        catch (ScriptRuntimeException failure)
        {
            throw Fault(failure.Span, failure.OriginalMessage);
        }

        return template.Page;
    }

    private static TemplateFault Fault(SourceSpan span, string problem) => new(span.FileName ?? "", span.Start.Line + 1, problem.TrimEnd('.'));
}
