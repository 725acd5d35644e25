using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Workspaces;

/// <summary>A <c>use</c>, and the text that it leads to; none where it leads to nothing.</summary>
internal sealed record UseEdge(UseSyntax Use, SourceKey? Target);

/// <summary>Finds texts that use each other in a circle. Each circle is reported once, at the sentence that closes it.</summary>
internal sealed class UseCircles(
    Func<SourceKey, IEnumerable<UseEdge>> usesOf,
    Func<SourceKey, SyntaxNode, SourceLocation> locate)
{
    private readonly HashSet<SourceKey> done = [];
    private readonly List<Step> path = [];
    private readonly List<Diagnostic> found = [];

    /// <summary>Every circle that can be reached from these texts.</summary>
    public IEnumerable<Diagnostic> Find(IEnumerable<SourceKey> roots)
    {
        foreach (SourceKey root in roots.Where(root => !done.Contains(root)))
        {
            Walk(root);
        }

        return found;
    }

    // With a path of our own, since a chain of files may be longer than the machine's stack.
    private void Walk(SourceKey root)
    {
        path.Add(new Step(root, usesOf(root).GetEnumerator()));
        while (path.Count > 0)
        {
            Step step = path[^1];
            if (!step.Uses.MoveNext())
            {
                done.Add(step.Key);
                step.Uses.Dispose();
                path.RemoveAt(path.Count - 1);
                continue;
            }

            step.Current = step.Uses.Current.Use;
            if (step.Uses.Current.Target is not { } target || done.Contains(target))
            {
                continue;
            }

            var start = path.FindIndex(earlier => earlier.Key == target);
            if (start >= 0)
            {
                Report(path[start..]);
            }
            else
            {
                path.Add(new Step(target, usesOf(target).GetEnumerator()));
            }
        }
    }

    private void Report(List<Step> circle)
    {
        Step last = circle[^1];
        if (last.Current is null)
        {
            return;
        }

        ImmutableArray<RelatedLocation>.Builder related = ImmutableArray.CreateBuilder<RelatedLocation>();
        for (var i = 0; i < circle.Count - 1; i++)
        {
            if (circle[i].Current is { } use)
            {
                related.Add(new RelatedLocation($"{circle[i].Key.Name} uses {circle[i + 1].Key.Name}", locate(circle[i].Key, use)));
            }
        }

        var names = circle.Select(step => step.Key.Name).ToList();
        var message = names.Count switch
        {
            1 => $"`{names[0]}` uses itself",
            2 => $"`{names[0]}` and `{names[1]}` use each other",
            _ => $"`{string.Join("`, `", names.Take(names.Count - 1))}` and `{names[^1]}` use each other in a circle",
        };
        found.Add(new Diagnostic(SemanticDiagnostics.Cycle, locate(last.Key, last.Current), message)
        {
            Label = $"{last.Key.Name} uses {circle[0].Key.Name}",
            Related = related.ToImmutable(),
            Help = "take one of these sentences away: each file is read once, and what it declares is known in all of them",
        });
    }

    private sealed class Step(SourceKey key, IEnumerator<UseEdge> uses)
    {
        public SourceKey Key => key;

        public IEnumerator<UseEdge> Uses => uses;

        public UseSyntax? Current { get; set; }
    }
}
