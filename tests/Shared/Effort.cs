namespace DelegationLang.Testing;

/// <summary>How much a test may cost: the long form of a test runs where <c>DELEGATION_LONG=1</c> is set.</summary>
internal static class Effort
{
    /// <summary>Whether the long forms were asked for.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("DELEGATION_LONG") == "1";

    /// <summary>One of two counts: the ordinary one, or that of the long form.</summary>
    public static int Of(int ordinary, int whole) => IsLong ? whole : ordinary;
}
