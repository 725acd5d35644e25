using DelegationLang.Emit.Tests.Support;
using DelegationLang.Semantics;
using DelegationLang.Testing;
using DelegationLang.Tests.Reference.Generation;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace DelegationLang.Emit.Tests.Office;

/// <summary>Schemes to export, and the library's own judgement of what comes of them.</summary>
internal static class OfficeSchemes
{
    /// <summary>The examples.</summary>
    public static TheoryData<string> Examples => ["west-yorkshire-icb", "borough-council", "foundation-trust"];

    /// <summary>The sound schemes: some in the ordinary form of the tests, all in the long one.</summary>
    public static IEnumerable<Sample> Sound()
    {
        string[] folders = [.. Directory.GetDirectories(Repository.PathOf("tests", "samples", "sound")).Order(StringComparer.Ordinal)];
        return Effort.Some(1, folders.Length).Select(i => Samples.Compile(
            Path.GetFileName(folders[i]),
            Directory.GetFiles(folders[i], "*.delegation", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => (Repository.RelativePath(file), File.ReadAllText(file))),
            []));
    }

    /// <summary>Random schemes, some of them with faults.</summary>
    public static IEnumerable<Sample> Random(int ordinary) => Enumerable.Range(1, Effort.Of(ordinary, 200)).Select(seed =>
        Samples.Compile("seed " + seed, [("scheme.delegation", RandomScheme.Make(seed, seed * 13 % 90, 0, hasFaults: seed % 6 == 0).Text)], []));

    /// <summary>A party by its name.</summary>
    public static PartySymbol Party(this Sample sample, string name) => sample.Input.Model.Symbols.OfType<PartySymbol>().First(party => party.DisplayName == name);

    /// <summary>What is wrong with a package in the eyes of the validator; nothing for a sound one.</summary>
    public static void AssertValid(OpenXmlPackage package, string what)
    {
        ValidationErrorInfo? first = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package).FirstOrDefault();
        Assert.True(first is null, $"{what}: {first?.Part?.Uri} {first?.Path?.XPath}: {first?.Description}");
    }
}
