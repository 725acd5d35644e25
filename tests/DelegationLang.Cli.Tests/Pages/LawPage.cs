using System.Text;
using DelegationLang.Law;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Tests.Pages;

/// <summary>The page <c>docs/law.md</c>: what the libraries say, and how they are amended.</summary>
internal static class LawPage
{
    private const string Beginning = """
        # The law

        What the law libraries say: the powers by which functions pass, the functions and matters of councils and NHS bodies, and the sums that national rules set.
        It is a summary in plain words for a compiler to judge by. **It is not legal advice; the statute itself decides.**

        `delegation explain "NAME"` prints one entry, `delegation law` lists them, `delegation law --changes 2026-01-01` says what begins, ends or comes to another
        sum from that day, and `delegation law PATH` keeps to what a scheme relies on. The site that `delegation build` makes has a page for each power that a scheme
        names, with the sentences that rest on it.

        This page is generated from `src/DelegationLang/Law`; to write it again, run
        `UPDATE_PAGES=1 dotnet test tests/DelegationLang.Cli.Tests --filter up_to_date`.

        ## How sure it is

        | word | what was read | what may follow |
        |---|---|---|
        | seen | the words of the statute, the instrument or the guidance | an error |
        | partly | some of the words, or an account of them | at most a warning |
        | unverified | nothing: professional knowledge that nobody has checked | at most a remark |

        ## How to amend it

        The libraries are text in the language that they serve. A change of law is a change of that text:

        - **a power ends**: give it its last day, `until 31 March 2027`. Do not delete it: schemes of earlier days are judged by it;
        - **a power begins**: write a new one with its first day, `from`;
        - **a sum changes**: give the old sum its last day, and write the sentence again with the new sum and its first day;
        - **what is only proposed** goes into `england-bills.delegation`, with the Bill and how it stood. Nobody gets that library without `use england-bills.`;
        - **say what was read**: `recorded in "seen: Local Government Act 1972 section 101, text of 2024"`, and no more than was read.

        A body need not wait for that. In a file of its own, which its scheme uses (`use "our-law.delegation".`), it **adds** a power under a name of its own, and
        **replaces** one of the library by declaring a power or a sum under the very same name: then the library's counts for nothing in that scheme. Each replacement
        is reported ([DL4018](rules/DL4018.md)), `delegation law PATH` lists the body's own entries as such, and so does the site.

        """;

    /// <summary>The text.</summary>
    public static string Text()
    {
        var text = new StringBuilder(Beginning.ReplaceLineEndings("\n"));
        foreach (var library in LawLibrary.Names)
        {
            IReadOnlyList<LawEntry> entries = LawLists.Of(library);
            text.Append("## ").Append(library).Append("\n\n");
            foreach (LawEntry? entry in entries.Where(entry => entry.Symbol is PowerSymbol && entry.Family.Length == 0))
            {
                Whole(text, entry);
            }

            foreach (IGrouping<(bool, string Family), LawEntry> family in entries.Where(entry => entry.Symbol is not PowerSymbol || entry.Family.Length > 0).GroupBy(entry => (entry.Symbol is PowerSymbol, entry.Family)))
            {
                Table(text, library, family.Key.Family, [.. family]);
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    // What is always read and is judged by: each with all that it says.
    private static void Whole(StringBuilder text, LawEntry entry)
    {
        text.Append("### ").Append(Safe(entry.Name)).Append("\n\n");
        foreach (var note in entry.Notes)
        {
            text.Append(Safe(note)).Append("\n\n");
        }

        text.Append("- ").Append(entry.Kind).Append("; days: ").Append(Days(entry)).Append('\n');
        foreach (LawLine line in entry.Lines)
        {
            text.Append("- ").Append(line.Heading).Append(": ").Append(Safe(line.Words)).Append('\n');
        }

        if (entry.References.Length > 0)
        {
            text.Append("- rests on: ").Append(Safe(string.Join("; ", entry.References))).Append('\n');
        }

        text.Append("- how sure: ").Append(Sure(entry)).Append(entry.Text.Length > 0 ? "; text: " + Safe(entry.Text) : "").Append("\n\n");
    }

    private static void Table(StringBuilder text, string library, string family, IReadOnlyList<LawEntry> entries)
    {
        text.Append("### ").Append(Safe(family.Length > 0 ? family : "Functions, matters and sums of " + library)).Append("\n\n| name | what it is | rests on | days | how sure |\n|---|---|---|---|---|\n");
        foreach (LawEntry entry in entries)
        {
            var sums = entry.Symbol is AmountSymbol ? string.Join("; ", entry.Lines.Select(line => line.Words + " " + line.Heading)) : Days(entry);
            text.Append("| ").Append(Safe(entry.Name)).Append(" | ").Append(entry.Kind).Append(" | ").Append(Safe(string.Join("; ", entry.References)))
                .Append(" | ").Append(sums).Append(" | ").Append(Sure(entry)).Append(" |\n");
        }

        text.Append('\n');
    }

    private static string Days(LawEntry entry) => Wording.Days(entry.Days) is { Length: > 0 } days ? days : "none known";

    private static string Sure(LawEntry entry) => entry.Grade is { } grade ? LegalGrades.Word(grade) : "as its comment in the library says";

    private static string Safe(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);
}
