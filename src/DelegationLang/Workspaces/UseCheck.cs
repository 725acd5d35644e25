using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Law;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>Reports the <c>use</c> sentences that lead nowhere, or round in a circle.</summary>
internal sealed class UseCheck(SourceStore store, IReadOnlyDictionary<SourceKey, SyntaxTree> trees)
{
    private readonly DiagnosticBag diagnostics = new();

    /// <summary>Everything that is wrong with the uses of these texts, in their order.</summary>
    public ImmutableArray<Diagnostic> Run(UseGraph graph)
    {
        foreach (SourceKey key in graph.All)
        {
            if (store.IsTooLarge(key))
            {
                diagnostics.Add(new Diagnostic(ParsingDiagnostics.BeyondLimits, new SourceLocation(trees[key].Source, default), "the file is too large to be a scheme")
                {
                    Help = "look for a file that is no scheme, saved under a wrong name",
                });
            }

            foreach (UseSyntax use in UsesOf(key))
            {
                var target = UseTarget.Of(use);
                switch (store.Resolve(key, target).Fault)
                {
                    case UseFault.NoSuchLibrary:
                        ReportLibrary(key, use, target);
                        break;
                    case UseFault.NoSuchFile:
                        ReportFile(key, use, target);
                        break;
                    case UseFault.Outside:
                        ReportOutside(key, use, target);
                        break;
                    default:
                        break;
                }
            }
        }

        var circles = new UseCircles(key => UsesOf(key).Select(use => new UseEdge(use, store.Resolve(key, UseTarget.Of(use)).Key)), Locate);
        diagnostics.AddRange(circles.Find(graph.All));
        return diagnostics.ToImmutable();
    }

    private IEnumerable<UseSyntax> UsesOf(SourceKey key) =>
        trees.TryGetValue(key, out SyntaxTree? tree) ? tree.Sentences.OfType<UseSyntax>().Where(use => !use.Target.IsMissing) : [];

    private SourceLocation Locate(SourceKey key, SyntaxNode node) => trees[key].LocationOf(node);

    private void ReportLibrary(SourceKey from, UseSyntax use, UseTarget target)
    {
        SourceLocation location = Locate(from, use.Target);
        var file = new[] { target.Name, target.Name + Project.Extension }
            .FirstOrDefault(name => store.Resolve(from, new UseTarget(name, IsFile: true)).Key is not null);
        var meant = file is null ? Suggestion.Closest(target.Name, LawLibrary.Names) : null;
        var replacement = file is not null ? $"\"{file}\"" : meant;
        diagnostics.Add(new Diagnostic(WorkspaceDiagnostics.UnusableFile, location, $"there is no library called `{target.Name}`")
        {
            Label = "no such library",
            Help = file is not null ? $"a file is named in quotation marks: `use \"{file}\".`"
                : meant is not null ? $"did you mean `{meant}`?"
                : $"the libraries are {string.Join(", ", LawLibrary.Names)}; a file of your own is named in quotation marks: `use \"{target.Name}{Project.Extension}\".`",
            Fixes = replacement is null ? [] : [Replace(location, replacement, isSafe: file is not null)],
        });
    }

    private void ReportFile(SourceKey from, UseSyntax use, UseTarget target)
    {
        SourceLocation location = Locate(from, use.Target);
        var key = new SourceKey(ProjectPath.Resolve(from.Name, target.Name) ?? target.Name, IsLibrary: false);
        if (!store.IsText(key))
        {
            diagnostics.Add(new Diagnostic(WorkspaceDiagnostics.UnusableFile, location, $"`{target.Name}` is not a text file")
            {
                Label = "not a text",
                Help = "a scheme is plain text in UTF-8: save it as text, or name another file",
            });
            return;
        }

        var meant = Suggestion.Closest(target.Name, store.NamesBeside(key.Name).Select(name => ProjectPath.Relative(from.Name, name)));
        var isLibrary = LawLibrary.TryGet(target.Name) is not null;
        diagnostics.Add(new Diagnostic(WorkspaceDiagnostics.UnusableFile, location, $"the file `{target.Name}` {store.Fault(key)}")
        {
            Label = "this file",
            Help = isLibrary ? $"a library is named without quotation marks: `use {target.Name}.`"
                : meant is not null ? $"did you mean `{meant}`?"
                : $"files are looked for from the folder of {from.Name}",
            Fixes = isLibrary ? [Replace(location, target.Name, isSafe: true)] : meant is not null ? [Replace(location, $"\"{meant}\"", isSafe: false)] : [],
        });
    }

    private void ReportOutside(SourceKey from, UseSyntax use, UseTarget target) =>
        diagnostics.Add(new Diagnostic(WorkspaceDiagnostics.UnusableFile, Locate(from, use.Target), $"`{target.Name}` lies outside the project folder")
        {
            Label = "outside the project folder",
            Help = "a scheme uses only files in its own folder and the folders below it: copy the file there, or check the folder above that holds both",
        });

    private static CodeFix Replace(SourceLocation location, string text, bool isSafe) => new($"Write {text}", [new TextEdit(location, text)], isSafe);
}
