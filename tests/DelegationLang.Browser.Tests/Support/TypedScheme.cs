using System.Text.RegularExpressions;

namespace DelegationLang.Browser.Tests.Support;

/// <summary>What is done at one place of a scheme that is typed.</summary>
/// <param name="Text">What is typed before it.</param>
/// <param name="Offer">What the list must offer first there; empty where no list may come up.</param>
/// <param name="Rest">What the first offer completes when it is taken with Tab; empty where typing just goes on.</param>
internal sealed record TypedPart(string Text, string? Offer, string Rest);

/// <summary>
/// A scheme as somebody types it. In the file, <c>⟦delegates⟧</c> stands where the list must offer that first, <c>⟦⟧</c> where none may come up, and
/// <c>⟦Place Committee⇥Committee⟧</c> where the first offer is taken with Tab and puts the rest there.
/// </summary>
internal sealed partial class TypedScheme
{
    private TypedScheme(string name, string text)
    {
        Name = name;
        var parts = new List<TypedPart>();
        int start = 0;
        foreach (Match mark in Mark().Matches(text))
        {
            parts.Add(new TypedPart(text[start..mark.Index], mark.Groups["offer"].Value, mark.Groups["rest"].Value));
            start = mark.Index + mark.Length;
        }

        parts.Add(new TypedPart(text[start..], null, ""));
        Parts = parts;
        Text = string.Concat(parts.Select(part => part.Text + part.Rest));
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>What is typed, part by part.</summary>
    public IReadOnlyList<TypedPart> Parts { get; }

    /// <summary>The whole text, as it must stand in the file.</summary>
    public string Text { get; }

    /// <summary>Reads a scheme.</summary>
    public static TypedScheme Read(string path) => new(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));

    [GeneratedRegex("⟦(?<offer>[^⟧⇥]*)(?:⇥(?<rest>[^⟧]*))?⟧")]
    private static partial Regex Mark();
}
