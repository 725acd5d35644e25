using DelegationLang.Law;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>A kind that the language itself declares.</summary>
/// <param name="name">Its name.</param>
/// <param name="parent">What it is a kind of.</param>
/// <param name="trait">What such things do, in words; empty for nothing.</param>
/// <param name="isHeldBySeveral">Whether several people hold such a post.</param>
internal sealed class LanguageKind(string name, string parent, string trait, bool isHeldBySeveral)
{
    public string Name { get; } = name;

    public string Parent { get; } = parent;

    public string Trait { get; } = trait;

    public bool IsHeldBySeveral { get; } = isHeldBySeveral;
}

/// <summary>
/// The kinds of the language, from the text that declares them. No sentence can be parsed before these are known, so this reads the one form that the text
/// has: <c>NAME is a kind of PARENT [that TRAIT] [held by several people].</c>
/// </summary>
internal static class LanguageKinds
{
    /// <summary>What stands between the parent of a kind and its traits.</summary>
    public const string That = " that ";

    /// <summary>What joins several traits.</summary>
    public const string And = " and ";

    private const string KindOf = " is a kind of ";
    private static readonly string HeldBySeveral = " " + PhraseTable.WordsOf(Syntax.TokenKind.HeldBySeveral);

    /// <summary>The text.</summary>
    public static SourceText Source { get; } = LawLibrary.Language;

    /// <summary>Every kind, after the one that it is a kind of.</summary>
    public static IReadOnlyList<LanguageKind> All { get; } =
        [.. Source.Content.Split('\n').Select(line => line.TrimEnd('\r', '.')).Where(line => line.Contains(KindOf, StringComparison.Ordinal) && !line.StartsWith("//", StringComparison.Ordinal)).Select(Read)];

    private static LanguageKind Read(string line)
    {
        bool isHeldBySeveral = line.EndsWith(HeldBySeveral, StringComparison.Ordinal);
        string[] parts = (isHeldBySeveral ? line[..^HeldBySeveral.Length] : line).Split(KindOf);
        string[] rest = parts[1].Split(That);
        return new LanguageKind(parts[0], rest[0], rest.Length > 1 ? rest[1] : "", isHeldBySeveral);
    }
}
