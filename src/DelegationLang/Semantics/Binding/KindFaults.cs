using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Semantics.Binding;

/// <summary>Reports of kinds that nobody declared: a slip of the pen, or a library that is not used.</summary>
internal sealed class KindFaults(KindTable kinds, ImmutableArray<SyntaxTree> libraryTrees, bool isIncomplete, Reporter reporter)
{
    /// <summary>Reports an unknown kind. Gives the kind that was probably meant, where one is close enough to be used in its stead.</summary>
    public KindSymbol? UnknownKind(Scope scope, NamePart name)
    {
        string written = MessageWords.Quote(name.Text);
        if (isIncomplete && Closest(name) is null)
        {
            // A file or a library that could not be brought in may well declare it.
            scope.HasErrors = true;
            return null;
        }

        if (LibraryNames.WithKind(name.Text, libraryTrees) is { } library)
        {
            reporter.Report(scope, new Diagnostic(SemanticDiagnostics.UnknownKind, name.Location, $"{written} is a kind of the library `{library}`, which no file uses")
            {
                Label = "unknown without its library",
                Help = $"write `use {library}.` before the first declaration",
                Fixes = [LibraryNames.Use(scope, library)],
            });
            return null;
        }

        if (BeginsWithKind(scope, name) is { } beginning && kinds.Find(name.Text[..beginning], scope.IsLibrary) is { } known)
        {
            TextSpan span = name.Location.Span;
            if (Slips.In(scope.Source.Content, span.Start, span.End, canStart: false, words => kinds.Find(words, scope.IsLibrary) is not null) is { } slip)
            {
                reporter.Report(scope, ParsingFaults.NoClause(scope.Source, slip) with { Descriptor = SemanticDiagnostics.UnknownKind });
                return known;
            }

            reporter.Report(scope, new Diagnostic(SemanticDiagnostics.UnknownKind, name.Location, $"{MessageWords.Quote(known.Name)} is a kind, but {written} is not")
            {
                Label = "unknown kind",
                Help = $"{MessageWords.Quote(name.Text[beginning..].TrimStart())} is no clause that is known here: a comma or a word such as `of`, `reporting to` or `at` may be missing",
            });
            return known;
        }

        KindSymbol? suggestion = UsualKinds.Named(name.Text, Find) ?? Closest(name) ?? UsualKinds.NamedAtEnd(name.Text, Find);
        reporter.Report(scope, new Diagnostic(SemanticDiagnostics.UnknownKind, name.Location, $"{written} is not a kind of thing that is known here")
        {
            Label = "unknown kind",
            Help = suggestion is null
                ? $"use a known kind, or declare this one: `{name.AsWritten} is a kind of committee.`, for example"
                : $"did you mean {MessageWords.Quote(suggestion.Name)}?",
            Fixes = suggestion is null
                ? []
                : [new CodeFix($"Replace it by {MessageWords.Quote(suggestion.Name)}", [new TextEdit(name.Location, suggestion.Name)])],
        });
        return suggestion;

        KindSymbol? Find(string words) => kinds.Find(words, scope.IsLibrary);
    }

    private KindSymbol? Closest(NamePart name) =>
        Spelling.Closest(name.Text, kinds.All.Select(kind => NameKey.Of(kind.Name))) is { } key ? kinds.All.First(kind => NameKey.Of(kind.Name) == key) : null;

    // "officer reporting Board": the length of the longest kind that it begins with.
    private int? BeginsWithKind(Scope scope, NamePart name)
    {
        for (int space = name.Text.LastIndexOf(' '); space > 0; space = name.Text.LastIndexOf(' ', space - 1))
        {
            if (kinds.Find(name.Text[..space], scope.IsLibrary) is not null)
            {
                return space;
            }
        }

        return null;
    }
}
