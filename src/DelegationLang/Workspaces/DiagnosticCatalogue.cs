using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Rules;
using DelegationLang.Semantics;
using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>Every diagnostic there is, and the page that explains it. The pages are those of the documentation, in <c>docs/rules</c>.</summary>
public static class DiagnosticCatalogue
{
    private const string Prefix = "DelegationLang.Diagnostics.Pages.";
    private const string Extension = ".md";

    private static readonly Lazy<ImmutableSortedSet<string>> AllCodes = new(FindCodes);

    private static readonly Lazy<DiagnosticDescriptor[]> AllDescriptors = new(FindDescriptors);

    /// <summary>The codes, sorted.</summary>
    public static IReadOnlyCollection<string> Codes => AllCodes.Value;

    /// <summary>What each code stands for, sorted by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors => [.. AllDescriptors.Value];

    /// <summary>The page of a code in Markdown, its lines ended by <c>\n</c>; none for a code that does not exist. Upper and lower case are alike.</summary>
    public static string? PageOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return PackedText.TryRead(typeof(DiagnosticCatalogue).Assembly, Prefix + code.ToUpperInvariant() + Extension);
    }

    /// <summary>The code that was probably meant; none when nothing is close.</summary>
    public static string? Suggest(string code) => Suggestion.Closest(code, Codes);

    private static DiagnosticDescriptor[] FindDescriptors()
    {
        // A code that two phases find (an end before a beginning, say) is one diagnostic.
        var byCode = new SortedDictionary<string, DiagnosticDescriptor>(StringComparer.Ordinal);
        foreach (DiagnosticDescriptor descriptor in (IEnumerable<DiagnosticDescriptor>)[.. ParsingDiagnostics.All, .. SemanticDiagnostics.All, .. RuleSet.Descriptors, .. WorkspaceDiagnostics.All, .. Joining.JoinDiagnostics.All])
        {
            byCode.TryAdd(descriptor.Code, descriptor);
        }

        return [.. byCode.Values];
    }

    private static ImmutableSortedSet<string> FindCodes() =>
        typeof(DiagnosticCatalogue).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Extension, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Extension.Length])
            .ToImmutableSortedSet(StringComparer.Ordinal);
}
