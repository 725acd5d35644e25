using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Syntax;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Features;

/// <summary>From a name to where it is declared, and to every place that speaks of it.</summary>
internal static class Navigation
{
    private const int Read = 2;
    private const int Write = 3;

    public static Location[] Definition(DocumentView view, Position position)
    {
        int offset = view.Offset(position);
        if (view.Project.References.At(view.Source, offset) is { } name)
        {
            // From the declaration itself, where it stands: clients then offer the references instead.
            return [.. view.Project.References.Of(name.Symbol).Where(span => span.IsDeclaration && NamesIt(span)).Select(span => view.Project.Locate(span.Location)).OfType<Location>()];
        }

        return UsedFile(view, offset) is { } location ? [location] : [];
    }

    public static Location[] References(DocumentView view, Position position, bool includeDeclaration) =>
        view.Project.References.At(view.Source, view.Offset(position)) is { } name
            ? [.. view.Project.References.Of(name.Symbol)
                .Where(span => includeDeclaration || !span.IsDeclaration)
                .Where(span => span.IsDeclaration || view.Project.IsOfProject(span.Location.Source))
                .Select(span => view.Project.Locate(span.Location)).OfType<Location>()]
            : [];

    public static DocumentHighlight[] Highlights(DocumentView view, Position position) =>
        view.Project.References.At(view.Source, view.Offset(position)) is { } name
            ? [.. view.Project.References.Of(name.Symbol)
                .Where(span => ReferenceEquals(span.Location.Source, view.Source))
                .Select(span => new DocumentHighlight(view.Range(span.Location.Span), span.IsDeclaration ? Write : Read))]
            : [];

    // Another name that it is known by stands in the same sentence, and a sum is declared once for each run of days.
    private static bool NamesIt(NameSpan span) => NameKey.Of(span.Text) == NameKey.Of(span.Symbol.Name);

    private static Location? UsedFile(DocumentView view, int offset)
    {
        if (view.SentenceAt(offset) is not UseSyntax use || offset < use.Target.Span.Start || offset > use.Target.Span.End)
        {
            return null;
        }

        string? file = use.Target.IsQuoted ? ProjectPath.Resolve(view.Source.FileName, use.Target.Text) : use.Target.Text.ToLowerInvariant() + Project.Extension;
        foreach (SyntaxTree tree in use.Target.IsQuoted ? view.Project.Compilation.Trees : view.Project.Compilation.LibraryTrees)
        {
            if (string.Equals(tree.Source.FileName, file, StringComparison.Ordinal))
            {
                return view.Project.Locate(new Text.SourceLocation(tree.Source, new Text.TextSpan(0, 0)));
            }
        }

        return null;
    }
}
