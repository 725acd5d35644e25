namespace DelegationLang.Testing.Generation;

/// <summary>Random choices that are the same for one seed on every machine and every version of .NET (SplitMix64).</summary>
internal sealed class Choices(int seed)
{
    private ulong state = unchecked((ulong)seed);

    /// <summary>A number from zero up to, but not including, <paramref name="bound"/>.</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return (int)(Next() % (ulong)bound);
    }

    /// <summary>Whether something happens that happens once in so many times.</summary>
    public bool OnceIn(int times) => Below(times) == 0;

    /// <summary>One of these.</summary>
    public T OneOf<T>(params ReadOnlySpan<T> items) => items[Below(items.Length)];

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
