namespace DelegationLang.Parsing;

/// <summary>Keeps one string for a name that occurs again and again: a scheme says `Board` in every second sentence.</summary>
internal sealed class NameCache
{
    private const int Size = 2048;

    private readonly string?[] slots = new string?[Size];

    /// <summary>The text as a string, one made before where there is one.</summary>
    public string Get(ReadOnlySpan<char> text)
    {
        int hash = 17;
        unchecked
        {
            foreach (char c in text)
            {
                hash = (hash * 31) + c;
            }
        }

        ref string? slot = ref slots[hash & (Size - 1)];
        if (slot is null || !text.SequenceEqual(slot))
        {
            slot = text.ToString();
        }

        return slot;
    }
}
