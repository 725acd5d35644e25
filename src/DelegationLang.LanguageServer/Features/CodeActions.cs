using System.Collections.Immutable;
using DelegationLang.Diagnostics;
using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Parsing;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;
using DelegationLang.Workspaces.Fixing;
using Diagnostic = DelegationLang.Diagnostics.Diagnostic;
using TextEdit = DelegationLang.LanguageServer.Protocol.Types.TextEdit;

namespace DelegationLang.LanguageServer.Features;

/// <summary>What can be done at a place: every fix of what is reported there, an exemption from it, and changes that are often wanted.</summary>
internal static class CodeActions
{
    public const string QuickFix = "quickfix";
    public const string Rewrite = "refactor.rewrite";
    public const string FixAll = "source.fixAll";

    public static CodeAction[] At(DocumentView view, Protocol.Types.Range range, IReadOnlyList<string>? only, ClientFacts client)
    {
        var actions = new List<CodeAction>();
        TextSpan span = view.Span(range);
        Diagnostic[] here = [.. view.Project.Compilation.Diagnostics.Where(diagnostic => ReferenceEquals(diagnostic.Location.Source, view.Source))];
        if (IsWanted(only, QuickFix))
        {
            foreach (Diagnostic diagnostic in here.Where(diagnostic => Touches(diagnostic.Location.Span, span)))
            {
                AddFixes(actions, view, diagnostic, client);
            }

            if (here.Any(diagnostic => Touches(diagnostic.Location.Span, span) && diagnostic.Severity == DelegationLang.Diagnostics.DiagnosticSeverity.Error))
            {
                AddQuotation(actions, view, span, client);
            }
        }

        if (IsWanted(only, Rewrite))
        {
            AddReservedMatters(actions, view, span, client);
        }

        if (only is { Count: > 0 } && IsWanted(only, FixAll))
        {
            AddFixAll(actions, view, here, client);
        }

        return [.. actions];
    }

    // "quickfix" wants all that is called quickfix.something; without a wish, all are wanted but those that change the whole document.
    private static bool IsWanted(IReadOnlyList<string>? only, string kind) =>
        only is not { Count: > 0 } || only.Any(wish => kind == wish || kind.StartsWith(wish + ".", StringComparison.Ordinal) || wish.StartsWith(kind + ".", StringComparison.Ordinal));

    private static bool Touches(TextSpan a, TextSpan b) => a.Start <= b.End && b.Start <= a.End;

    private static void AddFixes(List<CodeAction> actions, DocumentView view, Diagnostic diagnostic, ClientFacts client)
    {
        Protocol.Types.Diagnostic shown = DiagnosticReport.Of(view.Project, diagnostic);
        foreach (CodeFix fix in diagnostic.Fixes)
        {
            if (Edit(view.Project, fix.Edits, client) is { } edit)
            {
                actions.Add(new CodeAction { Title = fix.Title, Kind = QuickFix, Diagnostics = [shown], IsPreferred = fix.IsSafe ? true : null, Edit = edit });
            }
        }

        if (diagnostic.Severity != DelegationLang.Diagnostics.DiagnosticSeverity.Error && view.SentenceAt(diagnostic.Location.Span.Start) is { } sentence)
        {
            int line = view.Source.GetLineSpan(view.Source.GetPosition(sentence.Span.Start).Line).Start;
            actions.Add(new CodeAction
            {
                Title = $"Exempt this sentence from {diagnostic.Code}, with a reason",
                Kind = QuickFix,
                Diagnostics = [shown],
                Edit = Insert(view, line, $"// allow {diagnostic.Code}: because …{view.Source.LineBreak}", client),
            });
        }
    }

    // Where a sentence cannot be read, a name is often meant that would be read otherwise without quotation marks. One that would not needs none.
    private static void AddQuotation(List<CodeAction> actions, DocumentView view, TextSpan span, ClientFacts client)
    {
        if (span.Length == 0 || view.Source.ToString(span) is not { } words || words.Trim().Length == 0 || words.AsSpan().IndexOfAny("\"\u201C\u201D\n\r.") >= 0)
        {
            return;
        }

        int start = span.Start + (words.Length - words.TrimStart().Length);
        string name = words.Trim();
        if (Scanner.IsPlainName(name))
        {
            return;
        }

        actions.Add(new CodeAction
        {
            Title = $"Make “{name}” a name: quote it",
            Kind = QuickFix,
            Edit = Edits.Of(view.Project, client, One(view, new TextEdit(view.Range(new TextSpan(start, name.Length)), $"\"{name}\""))),
        });
    }

    private static void AddReservedMatters(List<CodeAction> actions, DocumentView view, TextSpan span, ClientFacts client)
    {
        if (view.SentenceAt(span.Start) is not DecidingSyntax { HasErrors: false, Verb: not DecidingVerb.Reserves } sentence
            || sentence.Clauses.Any(clause => clause is ReservedMattersClauseSyntax or EvenIfReservedClauseSyntax)
            || SentenceWords.At(view.Project.Compilation.Model, view.Source, span.Start) is not DelegationStatement { Terms.IsSubjectToReservedMatters: false } statement
            || !Reserves(view.Project.Compilation.Model, statement.Delegator))
        {
            return;
        }

        int stop = view.Source.Content[sentence.Span.End - 1] == '.' ? sentence.Span.End - 1 : sentence.Span.End;
        actions.Add(new CodeAction
        {
            Title = "Add “with reserved matters”",
            Kind = Rewrite,
            Edit = Insert(view, stop, (sentence.Clauses.IsEmpty ? " " : view.Source.LineBreak + "  ") + "with reserved matters", client),
        });
    }

    // To say it of somebody who reserves nothing would be empty words.
    private static bool Reserves(SchemeModel model, PartySymbol? party) =>
        party is not null && model.Reservations.Any(reservation => ReferenceEquals(reservation.Reserver, party));

    private static void AddFixAll(List<CodeAction> actions, DocumentView view, IEnumerable<Diagnostic> here, ClientFacts client)
    {
        var edits = new List<DelegationLang.Diagnostics.TextEdit>();
        foreach (Diagnostic diagnostic in here)
        {
            if (SafeFixes.Of(diagnostic) is { } fix
                && fix.Edits.All(edit => edits.All(other => !ReferenceEquals(edit.Location.Source, other.Location.Source) || !Touches(edit.Location.Span, other.Location.Span))))
            {
                edits.AddRange(fix.Edits);
            }
        }

        if (edits.Count > 0 && Edit(view.Project, [.. edits], client) is { } all)
        {
            actions.Add(new CodeAction { Title = "Mend everything that is certain", Kind = FixAll, Edit = all });
        }
    }

    private static WorkspaceEdit Insert(DocumentView view, int offset, string text, ClientFacts client) =>
        Edits.Of(view.Project, client, One(view, new TextEdit(view.Range(new TextSpan(offset, 0)), text)));

    private static Dictionary<string, IReadOnlyList<TextEdit>> One(DocumentView view, TextEdit edit) => new(StringComparer.Ordinal) { [view.Source.FileName] = [edit] };

    private static WorkspaceEdit? Edit(ProjectSnapshot project, ImmutableArray<DelegationLang.Diagnostics.TextEdit> edits, ClientFacts client)
    {
        if (edits.IsEmpty || edits.Any(edit => !project.IsOfProject(edit.Location.Source)))
        {
            return null;
        }

        return Edits.Of(project, client, edits.GroupBy(edit => edit.Location.File, StringComparer.Ordinal).ToDictionary(
            same => same.Key,
            same => (IReadOnlyList<TextEdit>)[.. same.Select(edit => new TextEdit(new Positions(edit.Location.Source, project.Encoding).Range(edit.Location.Span), edit.NewText))],
            StringComparer.Ordinal));
    }
}
