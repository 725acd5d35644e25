namespace DelegationLang.Policy.Comparison;

/// <summary>The lists of a decision space whose entries have names.</summary>
public enum NameFamily
{
    /// <summary>Organisations, groups and posts.</summary>
    Party,

    /// <summary>Functions, matters and budgets.</summary>
    Subject,

    /// <summary>Places.</summary>
    Place,

    /// <summary>Conditions.</summary>
    Condition,

    /// <summary>Measures.</summary>
    Measure,
}

/// <summary>Something that has another name in the later version, and the same sentences otherwise.</summary>
/// <param name="Family">What it is.</param>
/// <param name="Before">Its name in the earlier version.</param>
/// <param name="After">Its name in the later one.</param>
public sealed record RenamedName(NameFamily Family, string Before, string After);
