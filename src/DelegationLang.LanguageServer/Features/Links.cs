using System.Text.RegularExpressions;
using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Law;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;
using DelegationLang.Workspaces;

namespace DelegationLang.LanguageServer.Features;

/// <summary>Links: from a power to the Act on legislation.gov.uk, from <c>use</c> and <c>supersedes</c> to the file.</summary>
internal static partial class Links
{
    public static DocumentLink[] Of(DocumentView view)
    {
        var links = new List<DocumentLink>();
        foreach (NameSpan name in view.Project.References.In(view.Source))
        {
            if (name.Symbol is PowerSymbol power && Act(power.Name) is { } act)
            {
                links.Add(new DocumentLink(view.Range(name.Location.Span), act, "Look the Act up on legislation.gov.uk"));
            }
        }

        foreach (SentenceSyntax sentence in view.Tree.Sentences)
        {
            if (sentence is UseSyntax { Target.IsQuoted: true } use)
            {
                AddFile(links, view, use.Target, use.Target.Text);
            }
            else if (sentence is UseSchemeSyntax joined && view.Project.Compilation.JoinedFileOf(view.Source.FileName, joined.Target.Text) is { } file)
            {
                links.Add(new DocumentLink(view.Range(joined.Target), view.Project.AddressOf(file), "The scheme of " + joined.Party.Text));
            }
            else if (sentence is SchemeSyntax scheme)
            {
                foreach (TextClauseSyntax clause in scheme.Clauses.OfType<TextClauseSyntax>().Where(clause => clause.Kind == ClauseKind.Supersedes))
                {
                    AddFile(links, view, clause.Text, clause.Text.Text);
                }
            }
        }

        return [.. links];
    }

    /// <summary>Where an Act, or regulations, can be looked up by the name of a power; none where the name does not say which.</summary>
    internal static string? Act(string power)
    {
        Match match = ActName().Match(power);
        if (!match.Success)
        {
            return null;
        }

        // The short way in which the service speaks of its Acts is not their title.
        string title = match.Groups["title"].Value.Trim();
        title = title.StartsWith("NHS ", StringComparison.Ordinal) ? "National Health Service " + title["NHS ".Length..] : title;
        return $"https://www.legislation.gov.uk/all?title={Uri.EscapeDataString(title)}&year={match.Groups["year"].Value}";
    }

    private static void AddFile(List<DocumentLink> links, DocumentView view, SyntaxNode node, string name)
    {
        if (ProjectPath.Resolve(view.Source.FileName, name) is { } path && node.Span.Length > 0)
        {
            links.Add(new DocumentLink(view.Range(node), view.Project.AddressOf(path)));
        }
    }

    [GeneratedRegex(@"^(?<title>.*\b(Act|Regulations|Order|Measure))\s+(?<year>(18|19|20)\d\d)\b")]
    private static partial Regex ActName();
}
