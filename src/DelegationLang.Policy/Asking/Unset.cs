using System.Diagnostics.CodeAnalysis;

namespace DelegationLang.Policy;

/// <summary>Refuses values that nobody set. Apart from what is asked a thousand times a second, which stays small enough to be compiled into its callers.</summary>
internal static class Unset
{
    /// <exception cref="InvalidOperationException">Always.</exception>
    [DoesNotReturn]
    public static int Index(string kind) => throw new InvalidOperationException($"This value is no {kind} of the scheme.");
}
