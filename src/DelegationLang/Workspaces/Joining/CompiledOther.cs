using System.Collections.Immutable;
using DelegationLang.Decisions;
using DelegationLang.Diagnostics;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Workspaces.Joining;

/// <summary>A joined scheme that is read from its sentences.</summary>
internal static class CompiledOther
{
    /// <summary>The scheme of a project.</summary>
    /// <param name="by">The sentences by which it is found.</param>
    /// <param name="other">The project, compiled by itself.</param>
    /// <param name="own">The body that it is the scheme of.</param>
    /// <param name="place">Where it lies.</param>
    /// <param name="leadsBack">Whether what a sentence of it joins is the scheme itself.</param>
    public static OtherScheme Of(JoinedBy by, Compilation other, PartySymbol own, JoinedPlace place, Func<JoinStatement, bool> leadsBack)
    {
        var sources = other.Trees.ToDictionary(tree => tree.Source.FileName, tree => new ShownTree(tree, new SourceText(place.Shown(tree.Source.FileName), tree.Source.Content)), StringComparer.Ordinal);
        string Shown(string file) => sources.TryGetValue(file, out ShownTree? tree) ? tree.Source.FileName : file;
        var shown = sources.Values.ToDictionary(tree => tree.Source.FileName, StringComparer.Ordinal);
        Diagnostic[] errors = other.Errors.Where(finding => finding.Code != WorkspaceDiagnostics.ScenarioFails.Code).ToArray();
        return new OtherScheme
        {
            By = by with { Place = place },
            Space = other.Engine.Space.Definition.WithFiles(Shown),
            Symbols = other.Model.Symbols,
            IndexOf = symbol => other.Engine.Symbols[symbol],
            Names = other.Model.Names,
            Own = own,
            Joins = [.. other.Model.Joins.Where(join => !join.HasErrors).SelectMany(join => join.Body is { } body ? [new JoinedInTurn(body.Symbol, join.Target, JoinedPlace.Of(join, place.Folder), leadsBack(join))] : ImmutableArray<JoinedInTurn>.Empty)],
            Refusing = SpaceBuilder.Refusing(other.Model),
            Agreements = [.. other.Model.Symbols.OfType<AgreementSymbol>().Where(agreement => !agreement.IsFromLibrary).Select(agreement => AgreementTerms.Of(agreement, symbol => other.Engine.Symbols[symbol], Relocated))],
            Find = source => shown.TryGetValue(source.File ?? "", out ShownTree? tree) ? tree.At(source.Line) : null,
            Errors = errors.Length,
            FirstError = errors is [var first, ..] ? FormattableString.Invariant($"{Shown(first.Location.File)}:{first.Location.Line}: {first.Message}") : "",
            SchemeFile = other.Model.Info.Location is { } scheme ? Shown(scheme.File) : null,
        };

        SourceLocation Relocated(SourceLocation location) =>
            sources.TryGetValue(location.File, out ShownTree? tree) ? location with { Source = tree.Source } : location;
    }

    private sealed class ShownTree(SyntaxTree tree, SourceText source)
    {
        private Dictionary<int, SourceLocation>? byLine;

        public SourceText Source => source;

        // The smallest sentence or line that begins on it.
        public SourceLocation? At(int line) => (byLine ??= ByLine()).TryGetValue(line, out SourceLocation found) ? found : null;

        private Dictionary<int, SourceLocation> ByLine()
        {
            var smallest = new Dictionary<int, SourceLocation>();
            foreach (SyntaxNode part in new SentenceMap([tree]).PartsOf(tree.Source))
            {
                var line = tree.Source.GetPosition(part.Span.Start).Line;
                if (!smallest.TryGetValue(line, out SourceLocation known) || part.Span.Length < known.Span.Length)
                {
                    smallest[line] = new SourceLocation(source, part.Span);
                }
            }

            return smallest;
        }
    }
}
