using System.Globalization;
using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Features;

/// <summary>The map beside the text: of a day, and with what is otherwise in it than in the version before.</summary>
internal static class Mapping
{
    private const string DayForm = "yyyy-MM-dd";

    /// <summary>Makes the map.</summary>
    /// <exception cref="RequestFailure">It cannot be made, or the day is none.</exception>
    public static MadeMap Of(ProjectSnapshot project, MapParams given)
    {
        DateOnly day = project.Compilation.AsOf;
        if (given.Day is { Length: > 0 } wanted && !DateOnly.TryParseExact(wanted, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            throw new RequestFailure(ErrorCodes.InvalidParams, "The day of a map is written as 2026-04-01.");
        }

        string html = project.Map(day, given.Part) ?? throw new RequestFailure(ErrorCodes.RequestFailed, "The map cannot be made.");
        return new MadeMap(html, Written(day), Written(project.Compilation.AsOf), Files(project));
    }

    /// <summary>Tells which sentences have changed.</summary>
    public static ToldChanges Changes(ProjectSnapshot project, CancellationToken cancellation)
    {
        if (project.Compare(cancellation) is not { } changes)
        {
            return new ToldChanges("", 0, []);
        }

        return new ToldChanges(changes.Since, changes.All.Length, [.. project.Compilation.Sources.SelectMany(source => changes.In(source)).Select(sentence => new ToldSentence(
            sentence.Source.FileName,
            new SourceLocation(sentence.Source, new TextSpan(sentence.Span.Start, 0)).Line,
            new SourceLocation(sentence.Source, new TextSpan(sentence.Span.End, 0)).Line,
            ChangeMessages.Of(sentence, changes)))]);
    }

    private static Dictionary<string, string> Files(ProjectSnapshot project)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (SourceText source in project.Compilation.Sources.Concat(project.Compilation.LibraryTrees.Select(tree => tree.Source)))
        {
            if (project.Locate(new SourceLocation(source, new TextSpan(0, 0))) is { } location)
            {
                files[source.FileName] = location.Uri;
            }
        }

        return files;
    }

    private static string Written(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);
}
