using System.Collections.Immutable;
using System.Text;
using DelegationLang.Emit.Naming;

namespace DelegationLang.Emit.CSharp;

/// <summary>C# identifiers from names of any text: legal, unique in their class, and the same from run to run.</summary>
internal static class Identifiers
{
    private const int MaximumLength = 120;

    // What every class has from System.Object: a member of that name would hide it, which the compiler warns of.
    private static readonly string[] Inherited = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed",
        "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong",
        "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    /// <summary>One identifier a name, in the order of the names.</summary>
    /// <param name="names">The names as answers give them, which differ from each other.</param>
    /// <param name="className">The class that they will be members of.</param>
    public static ImmutableArray<string> ForMembers(IEnumerable<string> names, string className) =>
        UniqueNames.Make([.. names.Select(name => (FromName(name), name))], "_", [className, .. Inherited]);

    /// <summary>A name in Pascal case, letters and digits alone: <c>2026/27 budget</c> gives <c>_2026_27Budget</c>.</summary>
    public static string FromName(string name)
    {
        var identifier = new StringBuilder();
        foreach (string word in NameWords.Split(name))
        {
            if (identifier.Length > 0 && char.IsAsciiDigit(identifier[^1]) && char.IsAsciiDigit(word[0]))
            {
                // Otherwise "1 11" and "11 1" would be one.
                identifier.Append('_');
            }

            identifier.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        }

        if (identifier.Length > MaximumLength)
        {
            identifier.Length = MaximumLength;
            identifier.Append('_').Append(Fingerprint.Short(name));
        }

        if (identifier.Length == 0)
        {
            return "_" + Fingerprint.Short(name);
        }

        return char.IsAsciiDigit(identifier[0]) ? "_" + identifier : identifier.ToString();
    }

    /// <summary>
    /// Whether a text can be the namespace of emitted code: identifiers joined by full stops, none of them a keyword. That of the package which the
    /// code rests on is its own: a namespace within it could hide one of its types.
    /// </summary>
    public static bool IsNamespace(string text) =>
        text.Split('.').All(IsPlainIdentifier) && !(text + ".").StartsWith("DelegationLang.Policy.", StringComparison.Ordinal);

    private static bool IsPlainIdentifier(string text) =>
        text.Length > 0
        && (char.IsLetter(text[0]) || text[0] == '_')
        && text.All(character => char.IsLetterOrDigit(character) || character == '_')
        && !Keywords.Contains(text);
}
