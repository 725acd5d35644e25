using DelegationLang.Diagnostics;
using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Parsing;
using DelegationLang.Syntax;
using DelegationLang.Text;
using DelegationLang.Workspaces;
using TextEdit = DelegationLang.LanguageServer.Protocol.Types.TextEdit;

namespace DelegationLang.LanguageServer.Features;

/// <summary>
/// Gives a thing another name, in every file of the project, with quotation marks where the new name needs them. Another name that it is known by is
/// another name: that one alone is changed where it stands. A renaming after which the project would have an error that it has not now is refused.
/// </summary>
internal static class Renaming
{
    /// <summary>What would be renamed at a place.</summary>
    /// <exception cref="RequestFailure">Nothing that can be.</exception>
    public static PrepareRenameResult Prepare(DocumentView view, Position position)
    {
        NameSpan name = Find(view, position);
        return new PrepareRenameResult(view.Range(name.Location.Span), name.Text);
    }

    /// <summary>The edits that rename what stands at a place.</summary>
    /// <exception cref="RequestFailure">It cannot be renamed, or not so.</exception>
    public static WorkspaceEdit Rename(DocumentView view, Position position, string newName, ClientFacts client)
    {
        NameSpan name = Find(view, position);
        string wanted = string.Join(' ', newName.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('"', '\u201C', '\u201D');
        if (wanted.Length == 0 || wanted.AsSpan().IndexOfAny("\"\u201C\u201D\n\r") >= 0)
        {
            throw new RequestFailure(ErrorCodes.RequestFailed, "A name is one or more words, without quotation marks in it.");
        }

        string key = NameKey.Of(name.Text);
        // A name needs quotation marks where joining words in it would be read as clauses; where they would not, nobody quotes it.
        bool isPlain = NeedsNoQuotation(wanted);
        if (isPlain && !HoldsJoiningWord(wanted))
        {
            return Edit(view, name, key, wanted, isQuoted: false, client);
        }

        try
        {
            return Edit(view, name, key, wanted, isQuoted: !isPlain, client);
        }
        catch (RequestFailure) when (isPlain)
        {
            return Edit(view, name, key, wanted, isQuoted: true, client);
        }
    }

    private static WorkspaceEdit Edit(DocumentView view, NameSpan name, string key, string wanted, bool isQuoted, ClientFacts client)
    {
        var edits = new Dictionary<string, List<Change>>(StringComparer.Ordinal);
        foreach (NameSpan span in view.Project.References.Of(name.Symbol))
        {
            if (NameKey.Of(span.Text) != key || !view.Project.IsOfProject(span.Location.Source))
            {
                continue;
            }

            if (!edits.TryGetValue(span.Location.File, out List<Change>? list))
            {
                edits.Add(span.Location.File, list = []);
            }

            list.Add(new Change(span.Location.Span, Written(span, wanted, isQuoted)));
        }

        Check(view.Project, edits, wanted);
        return Edits.Of(view.Project, client, edits.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<TextEdit>)[.. pair.Value.Select(change => new TextEdit(
            new Positions(SourceOf(view.Project, pair.Key), view.Project.Encoding).Range(change.Span), change.Text))], StringComparer.Ordinal));
    }

    private static NameSpan Find(DocumentView view, Position position)
    {
        NameSpan name = view.Project.References.At(view.Source, view.Offset(position))
            ?? throw new RequestFailure(ErrorCodes.RequestFailed, "There is no name here that can be changed.");
        return name.Symbol.IsFromLibrary
            ? throw new RequestFailure(ErrorCodes.RequestFailed, $"“{name.Text}” is declared in a library, which cannot be changed from here.")
            : name;
    }

    private static string Written(NameSpan span, string wanted, bool isQuoted)
    {
        string written = isQuoted ? $"\"{wanted}\"" : wanted;
        string before = span.Location.Source.ToString(span.Location.Span);
        string article = before.Split(' ', 2)[0];
        bool keepsArticle = article is "the" or "The" or "a" or "A" or "an" or "An" && NameKey.Of(before) != before.ToLowerInvariant() && NameKey.Of(span.Text) == NameKey.Of(before[(article.Length + 1)..]);
        return keepsArticle ? article + " " + written : written;
    }

    private static bool NeedsNoQuotation(string name) => Scanner.IsPlainName(name) || (HoldsJoiningWord(name) && name.Split(' ').All(IsFree) && !SentenceStarts.IsStart(name.Split(' ')[0]));

    private static bool HoldsJoiningWord(string name) => name.Split(' ').Any(word => IsJoining(word));

    private static bool IsFree(string word) =>
        word.Length > 0 && SourceScan.WordEnd(word, 0) == word.Length && (IsJoining(word) || PhraseTable.StartingWith(word).Length == 0);

    private static bool IsJoining(string word) => PhraseTable.StartingWith(word) is [.., var last] && last.Rest.Length == 0 && LineClauses.IsJoining(last.Kind);

    // The project as it would be, read again: the surest test that nothing else comes to mean something else.
    private static void Check(ProjectSnapshot project, Dictionary<string, List<Change>> edits, string wanted)
    {
        MemoryFiles after = MemoryFiles.Empty;
        foreach (SourceText source in project.Compilation.Sources)
        {
            string text = source.Content;
            if (edits.TryGetValue(source.FileName, out List<Change>? changes))
            {
                foreach (Change change in changes.OrderByDescending(change => change.Span.Start))
                {
                    text = string.Concat(text.AsSpan(0, change.Span.Start), change.Text, text.AsSpan(change.Span.End));
                }
            }

            after = after.With(source.FileName, [.. source.WithContent(text).ToBytes()]);
        }

        Compilation renamed = Project.OfFolder(after).Compile(project.Compilation.AsOf);
        Dictionary<string, int> before = Count(project.Compilation);
        foreach ((string code, int count) in Count(renamed))
        {
            if (count > before.GetValueOrDefault(code))
            {
                string fault = renamed.Diagnostics.First(diagnostic => diagnostic.Code == code && diagnostic.Severity == DelegationLang.Diagnostics.DiagnosticSeverity.Error).Message;
                throw new RequestFailure(ErrorCodes.RequestFailed, $"“{wanted}” cannot be its name: {fault}.");
            }
        }
    }

    private static Dictionary<string, int> Count(Compilation compilation) => compilation.Diagnostics
        .Where(diagnostic => diagnostic.Severity == DelegationLang.Diagnostics.DiagnosticSeverity.Error)
        .GroupBy(diagnostic => diagnostic.Code, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);

    private static SourceText SourceOf(ProjectSnapshot project, string file) => project.Compilation.Sources.First(source => source.FileName == file);

    private sealed record Change(TextSpan Span, string Text);
}
