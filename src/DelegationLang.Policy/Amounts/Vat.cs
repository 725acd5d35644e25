using System.Collections.Immutable;

namespace DelegationLang.Policy;

/// <summary>Whether value added tax is counted in a figure.</summary>
public enum Vat
{
    /// <summary>Not said: a limit then holds for the figure as given.</summary>
    Unstated,

    /// <summary>Without it.</summary>
    Excluding,

    /// <summary>With it.</summary>
    Including,
}
