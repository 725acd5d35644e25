using System.Text;
using DelegationLang.Decisions;
using DelegationLang.LanguageServer.Analysis;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer.Features;

/// <summary>What a name is and holds today; over other words, what the sentence means.</summary>
internal static class Hovers
{
    /// <summary>How many things a party holds are listed. The rest is counted: a chief executive may hold hundreds.</summary>
    private const int MostAuthorities = 8;

    public static Hover? At(DocumentView view, Position position, bool isMarkdown)
    {
        int offset = view.Offset(position);
        var text = new MarkdownText(isMarkdown);
        if (view.Project.References.At(view.Source, offset) is { } name)
        {
            Describe(text, view, name.Symbol);
            ChangeMessages.Describe(text, view, offset);
            return new Hover(text.Content, view.Range(name.Location.Span));
        }

        if (SentenceWords.At(view.Project.Compilation.Model, view.Source, offset) is { } statement)
        {
            Explain(text, view, statement);
        }

        ChangeMessages.Describe(text, view, offset);

        if (WordHelp.Describe(text, view, offset) is { } word)
        {
            return new Hover(text.Content, view.Range(word));
        }

        return text.IsEmpty ? null : new Hover(text.Content, null);
    }

    /// <summary>What a thing is and, where it can hold or be decided, how matters stand today.</summary>
    public static void Describe(MarkdownText text, DocumentView view, Symbol symbol)
    {
        text.Paragraph($"{text.Bold(symbol.DisplayName)} is {text.Plain(SymbolWords.Describe(symbol))}.");
        text.Bullets(SymbolWords.Facts(symbol).Select(text.Plain));
        foreach (string note in symbol.Notes)
        {
            text.Paragraph(text.Plain(note));
        }

        switch (symbol)
        {
            case PartySymbol party when view.Project.Authority.Holding(party, view.Project.Compilation.AsOf) is { } answer:
                Holding(text, party, answer);
                break;
            case SubjectSymbol { IsFromLibrary: false } subject:
                Answer decided = view.Project.Authority.WhoDecides(subject);
                if (decided.Outcome != Outcome.Error)
                {
                    text.Paragraph($"Today, {Wording.Day(view.Project.Compilation.AsOf)}: {text.Plain(AnswerText.Summarise(decided))}.");
                }

                break;
        }

        if (symbol.IsFromLibrary)
        {
            text.Paragraph("Declared in the library " + text.Plain(symbol.Location.File) + ".");
        }
    }

    private static void Holding(MarkdownText text, PartySymbol party, Answer answer)
    {
        string day = Wording.Day(answer.Day);
        if (answer.Authorities.IsEmpty)
        {
            text.Paragraph($"Today, {day}, {text.Plain(party.DisplayName)} may decide nothing by itself.");
            return;
        }

        text.Paragraph($"Today, {day}, {text.Plain(party.DisplayName)} may decide:");
        var lines = new List<string>();
        foreach (Authority authority in answer.Authorities.Take(MostAuthorities))
        {
            lines.Add(text.Plain(Line(authority)));
        }

        if (answer.Authorities.Length > MostAuthorities)
        {
            lines.Add($"and {Wording.Amount(answer.Authorities.Length - MostAuthorities, "")} more");
        }

        text.Bullets(lines);
    }

    private static string Line(Authority authority)
    {
        var parts = new List<string> { authority.Subject, authority.Limit, authority.Place, Wording.Days(authority.Days) };
        parts.AddRange(authority.Conditions);
        parts.Add(authority.JointlyWith.IsEmpty ? "" : "jointly with " + Wording.List(authority.JointlyWith));
        parts.Add(authority.IsReserved ? "reserved to it" : "");
        parts.Add(authority.IsExceptional ? "by an exceptional power" : "");
        parts.Add(authority.MayDelegate ? "and may delegate it on" : "");
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static void Explain(MarkdownText text, DocumentView view, Statement statement)
    {
        if (statement is ScenarioStatement scenario)
        {
            ScenarioResult? result = view.Project.Compilation.Scenarios.FirstOrDefault(result => ReferenceEquals(result.Scenario, scenario));
            if (result is not null)
            {
                text.Paragraph(result.Passed ? "This scenario holds." : result.Waits ? "This scenario cannot be tried while a scheme that is joined cannot be used." : $"This scenario fails: expected {text.Plain(result.Expected)}, but it is {text.Plain(result.Actual)}.");
                text.Verbatim(AnswerText.Write(result.Answer));
            }

            return;
        }

        foreach (string paragraph in SentenceWords.Of(statement, view.Project.Compilation, view.Project.Authority))
        {
            text.Paragraph(text.Plain(paragraph));
        }
    }
}
