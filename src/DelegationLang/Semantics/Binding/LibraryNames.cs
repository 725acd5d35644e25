using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Law;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Which library declares a kind or a name. Asked only when a scheme speaks of something that nothing in it declares.</summary>
internal static class LibraryNames
{
    private static readonly ConcurrentDictionary<string, Contents> ContentsOf = new(StringComparer.Ordinal);

    /// <summary>The library that declares the kind and that is not used; none when there is none.</summary>
    public static string? WithKind(string kind, ImmutableArray<SyntaxTree> librariesUsed) => With(kind, librariesUsed, contents => contents.Kinds);

    /// <summary>The library that declares something by this name and that is not used; none when there is none.</summary>
    public static string? WithName(string name, ImmutableArray<SyntaxTree> librariesUsed) => With(name, librariesUsed, contents => contents.Names);

    /// <summary>A change that brings the library in: after the scheme sentence, which comes first by custom.</summary>
    public static CodeFix Use(Scope scope, string library)
    {
        SentenceSyntax? next = scope.Tree.Sentences.FirstOrDefault(sentence => sentence is not SchemeSyntax);
        var place = new SourceLocation(scope.Source, new TextSpan((next ?? scope.Sentence).Span.Start, 0));
        return new CodeFix($"Use the library `{library}`", [new TextEdit(place, $"use {library}.\n\n")]);
    }

    private static string? With(string name, ImmutableArray<SyntaxTree> librariesUsed, Func<Contents, FrozenSet<string>> names)
    {
        string wanted = NameKey.Of(name);
        foreach (string library in LawLibrary.Names)
        {
            if (LawLibrary.TryGet(library) is { } text
                && librariesUsed.All(tree => tree.Source.FileName != text.FileName)
                && names(ContentsOf.GetOrAdd(text.FileName, _ => Read(text))).Contains(wanted))
            {
                return library;
            }
        }

        return null;
    }

    private static Contents Read(SourceText text)
    {
        List<DeclarationSyntax> declarations = [.. Parser.Parse(text, NameTable.Collect([text])).Sentences.OfType<DeclarationSyntax>()];
        return new Contents(Keys(declarations.Where(IsKind)), Keys(declarations.Where(declaration => !IsKind(declaration))));

        bool IsKind(DeclarationSyntax declaration) => Descriptor.ParentKind(new NamePart(text, declaration.Descriptor)) is not null;
    }

    private static FrozenSet<string> Keys(IEnumerable<DeclarationSyntax> declarations) =>
        declarations.Select(declaration => NameKey.Of(declaration.Name.Text)).ToFrozenSet(StringComparer.Ordinal);

    private sealed record Contents(FrozenSet<string> Kinds, FrozenSet<string> Names);
}
