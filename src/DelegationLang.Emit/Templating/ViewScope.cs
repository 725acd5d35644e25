using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace DelegationLang.Emit.Templating;

/// <summary>The names that a template sees: the members of the value that it shows, and what it names itself.</summary>
internal sealed class ViewScope : IScriptObject
{
    private readonly Dictionary<string, object?> own = new(StringComparer.Ordinal);
    private object? target;

    /// <summary>What can be read of the value that is shown; none before anything is.</summary>
    public IViewMembers? Members { get; private set; }

    /// <inheritdoc/>
    public int Count => GetMembers().Count();

    /// <inheritdoc/>
    public bool IsReadOnly
    {
        get => false;
        set => throw new NotSupportedException();
    }

    /// <summary>Shows a value from now on.</summary>
    public void Show(object value, IViewMembers members)
    {
        own.Clear();
        target = value;
        Members = members;
    }

    /// <inheritdoc/>
    public IEnumerable<string> GetMembers() => (Members?.Names ?? []).Concat(own.Keys);

    /// <inheritdoc/>
    public bool Contains(string member) => own.ContainsKey(member) || !CanWrite(member);

    /// <inheritdoc/>
    public bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        if (Members is { } members && target is { } shown && members.TryRead(shown, member, out value))
        {
            return true;
        }

        return own.TryGetValue(member, out value);
    }

    /// <inheritdoc/>
    public bool CanWrite(string member) => Members is not { } members || !members.Names.Contains(member, StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly)
    {
        if (!CanWrite(member))
        {
            return false;
        }

        own[member] = value;
        return true;
    }

    /// <inheritdoc/>
    public bool Remove(string member) => own.Remove(member);

    /// <inheritdoc/>
    public void SetReadOnly(string member, bool readOnly)
    {
        // What a template names itself stays its own to change.
    }

    /// <inheritdoc/>
    public IScriptObject Clone(bool deep) => throw new NotSupportedException();
}
