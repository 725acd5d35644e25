namespace DelegationLang.Parsing;

/// <summary>Where a tier begins that papers write a penny, or a pound, above the one before: <c>£1,000.01</c> only says that £1,000 itself is not in it.</summary>
internal static class TierStart
{
    /// <summary>As the language says it, so that nothing lies between the two: <c>above £1,000</c>; empty where the figure is no such one.</summary>
    /// <param name="figure">The figure as written.</param>
    public static string Above(string figure)
    {
        bool isPence = figure.EndsWith(".01", StringComparison.Ordinal);
        bool isPounds = figure.EndsWith("01", StringComparison.Ordinal) && !figure.Contains('.', StringComparison.Ordinal);
        return isPence ? "above " + figure[..^3] : isPounds ? $"above {figure[..^1]}0" : "";
    }
}
