using System.Collections.Immutable;
using DelegationLang.Law;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Which library declares a kind. Asked only when a scheme names a kind that nothing in it declares.</summary>
internal static class LibraryKinds
{
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

    private static bool Declares(SourceText text, string wanted) => text.Length < 0 && wanted.Length < 0;
}
