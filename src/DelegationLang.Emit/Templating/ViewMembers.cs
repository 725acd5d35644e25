using System.Collections.Frozen;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;

namespace DelegationLang.Emit.Templating;

/// <summary>What templates may read of a kind of value, by the names that they give it.</summary>
internal interface IViewMembers : IObjectAccessor
{
    /// <summary>The kind of value.</summary>
    Type Type { get; }

    /// <summary>The names.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>Reads a member.</summary>
    bool TryRead(object target, string name, out object? value);
}

/// <summary>The members of one kind of value. They are listed by hand: nothing is looked up in the program itself, which need not keep what is only named in templates.</summary>
internal sealed class ViewMembers<T>(params (string Name, Func<T, object?> Read)[] members) : IViewMembers
    where T : class
{
    private readonly FrozenDictionary<string, Func<T, object?>> readers = members.ToFrozenDictionary(member => member.Name, member => member.Read, StringComparer.Ordinal);

    /// <inheritdoc/>
    public Type Type => typeof(T);

    /// <inheritdoc/>
    public IEnumerable<string> Names => readers.Keys.Order(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool HasIndexer => false;

    /// <inheritdoc/>
    public Type? IndexType => null;

    /// <inheritdoc/>
    public bool TryRead(object target, string name, out object? value)
    {
        bool isKnown = readers.TryGetValue(name, out Func<T, object?>? read);
        value = read?.Invoke((T)target);
        return isKnown;
    }

    /// <inheritdoc/>
    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => readers.Count;

    /// <inheritdoc/>
    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => Names;

    /// <inheritdoc/>
    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => readers.ContainsKey(member);

    /// <inheritdoc/>
    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value) => TryRead(target, member, out value);

    /// <inheritdoc/>
    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;

    /// <inheritdoc/>
    public bool TryGetItem(TemplateContext context, SourceSpan span, object target, object index, out object? value)
    {
        value = null;
        return false;
    }

    /// <inheritdoc/>
    public bool TrySetItem(TemplateContext context, SourceSpan span, object target, object index, object? value) => false;
}
