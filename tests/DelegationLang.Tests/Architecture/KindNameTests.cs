using DelegationLang.Law;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DelegationLang.Tests.Architecture;

/// <summary>What a kind does is said by its traits: no product code goes by the name of one.</summary>
public sealed class KindNameTests
{
    // Where kinds are guessed from words, for suggestions and drafts, and where schemes to begin with are listed.
    private static readonly string[] Suggestions =
        ["DelegationLang/Semantics/Binding/KindGuess.cs", "DelegationLang/Semantics/Binding/UsualKinds.cs", "DelegationLang.Import/", "DelegationLang.Cli/Commands/NewCommand.cs"];

    // The same words with another meaning.
    private static readonly HashSet<(string File, string Words)> OtherMeanings =
    [
        ("DelegationLang/Semantics/Binding/Bases.cs", "contract"),
        ("DelegationLang/Rules/Analysis/Comparability.cs", "contract"),
        ("DelegationLang.Policy/Amounts/Markers.cs", "contract"),
        ("DelegationLang.Policy/Permission/AmountCheck.cs", "contract"),
        ("DelegationLang.Service/Understanding/SchemeVocabulary.cs", "contract"),
        ("DelegationLang.LanguageServer/Features/WordProposals.cs", "contract"),
        ("DelegationLang.Emit/Html/Pages/HomePage.cs", "contract"),
        ("DelegationLang.Emit/CSharp/SourceWriter.cs", "contract"),
        ("DelegationLang/Rules/PlacePartnershipVoices.cs", "local authority"),
        ("DelegationLang/Rules/PlacePartnershipVoices.cs", "the local authority"),
        ("DelegationLang/Rules/ContractForDelegation.cs", "a contract"),
        ("DelegationLang.Cli/Rendering/ImpactText.cs", "member"),
        ("DelegationLang/Rules/SchemeApprover.cs", "BOARD"),
        ("DelegationLang.Emit/Json/SymbolWriter.cs", "chair"),
        ("DelegationLang.Emit/Html/Map/BodyCards.cs", "board"),
        ("DelegationLang.Emit/Map/MapLevels.cs", "System"),
        ("DelegationLang.Emit/Map/MapStyles.cs", "Committee"),
        ("DelegationLang.Emit/Map/MapStyles.cs", "Joint committee"),
        ("DelegationLang.Cli/Rendering/SarifPlaces.cs", "region"),
        ("DelegationLang.LanguageServer/Features/Folding.cs", "region"),
        ("DelegationLang.Analyzers/DayAnalyzer.cs", "System"),
    ];

    [Fact]
    public void No_code_names_a_kind()
    {
        HashSet<string> kinds = [.. LanguageKinds.All.Select(kind => NameKey.Of(kind.Name)), .. LawLibrary.Names.SelectMany(Declared)];
        var found = new HashSet<(string File, string Words)>();
        string root = Repository.PathOf("src");
        foreach (string path in Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            string file = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (file.Contains("/obj/", StringComparison.Ordinal) || file.Contains("/bin/", StringComparison.Ordinal) || Suggestions.Any(file.StartsWith))
            {
                continue;
            }

            found.UnionWith(CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
                .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && kinds.Contains(NameKey.Of(literal.Token.ValueText)))
                .Select(literal => (file, literal.Token.ValueText)));
        }

        Assert.True(kinds.Count > 80, "the libraries have many kinds");
        Assert.Empty(found.Except(OtherMeanings).Select(one => one.ToString()));
        Assert.Empty(OtherMeanings.Except(found).Select(one => one.ToString()));
    }

    private static IEnumerable<string> Declared(string library) => LawLibrary.TryGet(library) is { } source
        ? Parser.Parse(source, NameTable.Empty).Sentences.OfType<DeclarationSyntax>()
            .Where(sentence => KindNames.ParentIn(sentence.Descriptor.Text) is not null)
            .Select(sentence => NameKey.Of(sentence.Name.Text))
        : [];
}
