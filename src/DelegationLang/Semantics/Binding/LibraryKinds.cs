using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using DelegationLang.Law;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Which library declares a kind. Asked only when a scheme names a kind that nothing in it declares.</summary>
internal static class LibraryKinds
{
    private static readonly ConcurrentDictionary<string, FrozenSet<string>> KindsOf = new(StringComparer.Ordinal);

    /// <summary>The library that declares the kind and that is not used; none when there is none.</summary>
    public static string? LibraryWith(string kindName, ImmutableArray<SyntaxTree> librariesUsed)
    {
        string wanted = NameKey.Of(kindName);
        foreach (string library in LawLibrary.Names)
        {
            if (LawLibrary.TryGet(library) is { } text && librariesUsed.All(tree => tree.Source.FileName != text.FileName) && Declares(text, wanted))
            {
                return library;
            }
        }

        return null;
    }

    private static bool Declares(SourceText text, string wanted) => KindsOf.GetOrAdd(text.FileName, _ => Read(text)).Contains(wanted);

    private static FrozenSet<string> Read(SourceText text) =>
        Parser.Parse(text, NameTable.Collect([text])).Sentences
            .OfType<DeclarationSyntax>()
            .Where(declaration => Descriptor.ParentKind(new NamePart(text, declaration.Descriptor)) is not null)
            .Select(declaration => NameKey.Of(declaration.Name.Text))
            .ToFrozenSet(StringComparer.Ordinal);
}
