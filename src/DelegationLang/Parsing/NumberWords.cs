namespace DelegationLang.Parsing;

/// <summary>Counts written as words: <c>two of Non-Executive Director</c>, <c>with quorum five</c>.</summary>
internal static class NumberWords
{
    private static readonly string[] Words = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>The count that a word stands for, from 1 to 12; 0 for any other word.</summary>
    public static int ValueOf(ReadOnlySpan<char> word)
    {
        for (int i = 1; i < Words.Length; i++)
        {
            if (word.Equals(Words[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return 0;
    }
}
