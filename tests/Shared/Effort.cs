namespace DelegationLang.Testing;

/// <summary>
/// How much a test may cost: the long form of a test runs where <c>DELEGATION_LONG=1</c> is set, and some times the ordinary one where
/// <c>DELEGATION_TIMES</c> says how many; with <c>DELEGATION_WHOLE=1</c>, as continuous integration has it, what is tried with some of many things is tried with
/// all of them.
/// </summary>
internal static class Effort
{
    /// <summary>Whether the long forms were asked for.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("DELEGATION_LONG") == "1";

    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("DELEGATION_TIMES"), out int times) ? Math.Max(1, times) : 1;

    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("DELEGATION_WHOLE") == "1";

    /// <summary>How many of something to try: the ordinary count as often as was asked for, at most that of the long form.</summary>
    public static int Of(int ordinary, int whole) => IsLong ? whole : Math.Min(whole, ordinary * Times);

    /// <summary>Whether more than the ordinary is asked for, as continuous integration does.</summary>
    public static bool IsThorough => IsLong || IsWhole || Times > 1;

    /// <summary>What a test that takes long is tried with: every third where nobody asked for more, all otherwise.</summary>
    public static IEnumerable<T> Part<T>(IEnumerable<T> all) => all.Where((_, i) => IsThorough || i % 3 == 0);

    /// <summary>Some of the numbers below an end, evenly spread: as many as the ordinary form of a test tries, all in the long form.</summary>
    public static IEnumerable<int> Some(int ordinary, int end)
    {
        int count = Of(Math.Min(ordinary, end), end);
        return Enumerable.Range(0, count).Select(i => (int)((long)i * end / count));
    }
}
