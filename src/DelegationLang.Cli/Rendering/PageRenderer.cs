namespace DelegationLang.Cli.Rendering;

/// <summary>Shows a page of Markdown on a terminal: headings stand out, examples are set in, and the marks of Markdown are gone.</summary>
internal static class PageRenderer
{
    private const string Indent = "    ";

    /// <summary>Writes the page.</summary>
    public static void Write(TextWriter writer, Palette palette, string page)
    {
        bool isExample = false;
        foreach (string line in page.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isExample = !isExample;
            }
            else if (isExample)
            {
                writer.WriteLine(line.Length == 0 ? "" : Indent + line);
            }
            else if (line.StartsWith('#'))
            {
                writer.WriteLine(palette.Strong + line.TrimStart('#').TrimStart() + palette.End);
            }
            else
            {
                writer.WriteLine(line.Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal));
            }
        }
    }
}
