using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Semantics;
using DelegationLang.Text;
using DelegationLang.Workspaces;
using Diagnostic = DelegationLang.LanguageServer.Protocol.Types.Diagnostic;
using DiagnosticSeverity = DelegationLang.LanguageServer.Protocol.Types.DiagnosticSeverity;
using Range = DelegationLang.LanguageServer.Protocol.Types.Range;

namespace DelegationLang.LanguageServer.Features;

/// <summary>What is wrong with a project, document by document.</summary>
internal static class DiagnosticReport
{
    private const int Unnecessary = 1;

    /// <summary>A report for each document of the project, those without a fault included; a library's only where something is wrong with it.</summary>
    /// <param name="project">The project.</param>
    /// <param name="writing">Where the author is writing: what is wrong with that sentence is no more than a hint.</param>
    public static IReadOnlyList<PublishDiagnosticsParams> Of(ProjectSnapshot project, WritingPlace? writing)
    {
        DocumentView? written = writing is null ? null : project.ViewOf(writing.Key);
        TextSpan? inHand = written is null ? null : writing?.SentenceIn(written);

        var found = new Dictionary<string, List<Diagnostic>>(StringComparer.Ordinal);
        foreach (SourceText source in project.Compilation.Sources)
        {
            found.TryAdd(project.AddressOf(source.FileName), []);
        }

        foreach (DelegationLang.Diagnostics.Diagnostic diagnostic in project.Compilation.Diagnostics)
        {
            if (project.Locate(diagnostic.Location) is { } location)
            {
                bool isInHand = inHand is { } sentence && ReferenceEquals(diagnostic.Location.Source, written?.Source)
                    && diagnostic.Location.Span.Start >= sentence.Start && diagnostic.Location.Span.Start <= sentence.End;
                Diagnostic told = Of(project, diagnostic);
                ListOf(found, location.Uri).Add(isInHand ? told with { Severity = DiagnosticSeverity.Hint } : told);
            }
        }

        if (!project.Faults.IsEmpty)
        {
            ListOf(found, project.AddressOf(ProjectConfiguration.FileName)).AddRange(project.Faults.Select(Of));
        }

        return [.. found.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new PublishDiagnosticsParams(pair.Key, [.. pair.Value], VersionOf(project, pair.Key)))];
    }

    /// <summary>One finding as the protocol gives it.</summary>
    public static Diagnostic Of(ProjectSnapshot project, DelegationLang.Diagnostics.Diagnostic diagnostic) => new()
    {
        Range = new Positions(diagnostic.Location.Source, project.Encoding).Range(diagnostic.Location.Span),
        Severity = diagnostic.Severity switch
        {
            // Whoever has just made a file is not told off for it.
            _ when diagnostic.Code == WorkspaceDiagnostics.NoScheme.Code && project.Compilation.Trees.All(tree => tree.Sentences.IsEmpty) => DiagnosticSeverity.Information,
            DelegationLang.Diagnostics.DiagnosticSeverity.Error => DiagnosticSeverity.Error,
            DelegationLang.Diagnostics.DiagnosticSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Information,
        },
        Code = diagnostic.Code,
        CodeDescription = project.PageOf(diagnostic.Code) is { } page ? new CodeDescription(page) : null,
        Source = "delegation",
        Message = diagnostic.Help.Length == 0 ? diagnostic.Message : MessageStyle.Sentence(diagnostic.Message) + "\n" + diagnostic.Help,
        Tags = diagnostic.Code == SemanticDiagnostics.NeverUsed.Code ? [Unnecessary] : null,
        RelatedInformation = Related(project, diagnostic.Related),
    };

    private static Diagnostic Of(ConfigurationFault fault)
    {
        var place = new Position(Math.Max(0, fault.Line - 1), Math.Max(0, fault.Column - 1));
        return new Diagnostic
        {
            Range = new Range(place, place with { Character = place.Character + 1 }),
            Severity = DiagnosticSeverity.Error,
            Source = "delegation",
            Message = MessageStyle.Sentence(fault.Message),
        };
    }

    private static DiagnosticRelatedInformation[]? Related(ProjectSnapshot project, ImmutableArray<RelatedLocation> related)
    {
        var places = new List<DiagnosticRelatedInformation>(related.Length);
        foreach (RelatedLocation item in related)
        {
            if (project.Locate(item.Location) is { } location)
            {
                places.Add(new DiagnosticRelatedInformation(location, item.Label));
            }
        }

        return places.Count == 0 ? null : [.. places];
    }

    private static int? VersionOf(ProjectSnapshot project, string address)
    {
        foreach (SourceText source in project.Compilation.Sources)
        {
            if (project.AddressOf(source.FileName) == address)
            {
                return project.VersionOf(source.FileName);
            }
        }

        return null;
    }

    private static List<Diagnostic> ListOf(Dictionary<string, List<Diagnostic>> found, string address)
    {
        if (!found.TryGetValue(address, out List<Diagnostic>? list))
        {
            list = [];
            found.Add(address, list);
        }

        return list;
    }
}
