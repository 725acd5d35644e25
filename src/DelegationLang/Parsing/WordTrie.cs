using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Names looked for in a text word by word, whatever their case, hyphens, line breaks and apostrophes; the longest wins.</summary>
internal sealed class WordTrie
{
    private const int LongestWord = 100;

    private readonly Node root = new();

    // One bit for each pair of a first character and the next: most words of a text are turned away by it.
    private readonly ulong[] starts = new ulong[64];

    /// <summary>Whether no name was added.</summary>
    public bool IsEmpty { get; private set; } = true;

    /// <summary>Adds a name by its key (see <see cref="NameKey"/>).</summary>
    public void Add(string key)
    {
        if (key.Length == 0)
        {
            return;
        }

        IsEmpty = false;
        int bit = StartBit(key[0], key.Length > 1 ? key[1] : ' ');
        starts[bit >> 6] |= 1UL << (bit & 63);
        Node node = root;
        foreach (string word in key.Split(' '))
        {
            node = node.Child(word);
        }

        node.IsEnd = true;
    }

    /// <summary>Where the longest name that starts here ends; -1 where none does. The position must be the start of a word.</summary>
    public int Match(string text, int position)
    {
        if (IsEmpty || position >= text.Length || !MayStart(text, position))
        {
            return -1;
        }

        Span<char> buffer = stackalloc char[LongestWord];
        Node? node = root;
        int longest = -1;
        while (true)
        {
            int end = ReadWord(text, position, buffer, out int length);
            if (length <= 0 || !node.TryGetChild(buffer[..length], out node))
            {
                return longest;
            }

            if (node.IsEnd && !IsJoinedOn(text, end))
            {
                longest = end;
            }

            position = SkipBetween(text, end);
            if (position == end)
            {
                return longest;
            }
        }
    }

    private bool MayStart(string text, int position)
    {
        char first = NameKey.FoldCharacter(text[position]);
        char second = position + 1 < text.Length ? NameKey.FoldCharacter(text[position + 1]) : ' ';
        if (first == '\0' || second == '\0' || first >= '\uD800' || second >= '\uD800')
        {
            return true;
        }

        int bit = StartBit(first, IsEndOfWord(text, position + 1) ? ' ' : second);
        return (starts[bit >> 6] & (1UL << (bit & 63))) != 0;
    }

    private static int StartBit(char first, char second) => ((first & 63) << 6) | (second & 63);

    private static int ReadWord(string text, int position, Span<char> buffer, out int length)
    {
        length = 0;
        while (!IsEndOfWord(text, position))
        {
            if (position + 1 < text.Length && Characters.IsVariationSelector(text[position], text[position + 1]))
            {
                position += 2;
                continue;
            }

            string letters = Characters.Ligature(text[position]);
            if (letters.Length > 0 && length + letters.Length <= buffer.Length)
            {
                letters.CopyTo(buffer[length..]);
                length += letters.Length;
                position++;
                continue;
            }

            char folded = NameKey.FoldCharacter(text[position]);
            char composed = length > 0 && folded >= '\u0300' ? Composition.Compose(buffer[length - 1], folded) : '\0';
            if (composed != '\0')
            {
                buffer[length - 1] = composed;
            }
            else if (folded != '\0')
            {
                if (length == buffer.Length)
                {
                    length = -1;
                    return position;
                }

                buffer[length++] = folded;
            }

            position++;
        }

        return position;
    }

    private static bool IsEndOfWord(string text, int position)
    {
        if (position >= text.Length)
        {
            return true;
        }

        char c = text[position];
        return c is ',' or ':' or '?' || Characters.IsQuotationMark(c) || NameKey.FoldCharacter(c) == ' ' || SourceScan.IsFullStop(text, position);
    }

    private static int SkipBetween(string text, int position)
    {
        while (position < text.Length && NameKey.FoldCharacter(text[position]) == ' ')
        {
            position++;
        }

        return position;
    }

    // `assess-team` is not `assess`.
    private static bool IsJoinedOn(string text, int end) =>
        end + 1 < text.Length && Characters.IsHyphen(text[end]) && char.IsLetterOrDigit(text[end + 1]);

    private sealed class Node
    {
        private Dictionary<string, Node>? children;

        public bool IsEnd { get; set; }

        public Node Child(string word)
        {
            children ??= new Dictionary<string, Node>(StringComparer.Ordinal);
            if (!children.TryGetValue(word, out Node? child))
            {
                child = new Node();
                children.Add(word, child);
            }

            return child;
        }

        public bool TryGetChild(ReadOnlySpan<char> word, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Node? child)
        {
            child = null;
            return children is not null && children.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out child);
        }
    }
}
