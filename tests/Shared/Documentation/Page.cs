namespace DelegationLang.Testing.Documentation;

/// <summary>A page of the documentation, and the schemes that its code blocks build up. What each kind of block is stands in docs/codebase.md.</summary>
internal sealed class Page
{
    private const string Fence = "```";
    private const string PreludeStart = "<!-- prelude ";
    private const string CommentEnd = "-->";

    private readonly Dictionary<string, string> preludes = new(StringComparer.Ordinal);
    private readonly List<CodeBlock> blocks = [];
    private string scheme = "";

    private Page(string name, string text)
    {
        Name = name;
        Text = text;
        Read(text.Split('\n'));
    }

    /// <summary>The path below the root of the repository.</summary>
    public string Name { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>The code blocks in the order of the page.</summary>
    public IReadOnlyList<CodeBlock> Blocks => blocks;

    /// <summary>Reads a page by its path below the root.</summary>
    public static Page Open(string name) =>
        new(name, File.ReadAllText(Repository.PathOf(name.Split('/'))).Replace("\r\n", "\n", StringComparison.Ordinal));

    private void Read(string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(PreludeStart, StringComparison.Ordinal))
            {
                string name = lines[i][PreludeStart.Length..].Trim();
                preludes.Add(name, Until(lines, ref i, CommentEnd));
            }
            else if (lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                int start = i;
                string[] words = lines[i][Fence.Length..].Split(' ', 2);
                string text = Until(lines, ref i, Fence);
                Add(start + 1, words[0], words.Length > 1 ? words[1].Trim() : "", text);
            }
        }
    }

    private static string Until(string[] lines, ref int i, string end)
    {
        int first = i + 1;
        do
        {
            i++;
        }
        while (i < lines.Length && lines[i].TrimEnd() != end);

        return string.Concat(lines[first..i].Select(line => line + "\n"));
    }

    private void Add(int line, string kind, string argument, string text)
    {
        string whole = kind switch
        {
            "delegation" => text,
            "delegation-fragment" => preludes.GetValueOrDefault(argument, "") + "\n" + text,
            "delegation-more" or "delegation-mistake" => scheme + "\n" + text,
            _ => scheme,
        };
        if (kind != "delegation-mistake")
        {
            scheme = whole;
        }

        blocks.Add(new CodeBlock(line, kind, argument, text, whole));
    }
}
