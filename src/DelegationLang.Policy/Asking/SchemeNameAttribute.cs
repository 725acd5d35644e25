using System.ComponentModel;

namespace DelegationLang.Policy.Asking;

/// <summary>What the scheme calls the thing that a member of emitted code stands for. For analyzers, which hold names in strings against it; nothing reads it at run time.</summary>
/// <param name="name">The name as answers give it.</param>
/// <param name="aliases">Other names for the same.</param>
[AttributeUsage(AttributeTargets.Property)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SchemeNameAttribute(string name, params string[] aliases) : Attribute
{
    /// <summary>The name as answers give it.</summary>
    public string Name { get; } = name;

    /// <summary>Other names for the same.</summary>
    public IReadOnlyList<string> Aliases { get; } = aliases;
}
