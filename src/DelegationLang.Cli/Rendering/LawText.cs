using System.Globalization;
using DelegationLang.Cli.Hosting;
using DelegationLang.Policy;
using DelegationLang.Semantics;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Rendering;

/// <summary>The law of the libraries for people.</summary>
internal sealed class LawText(Host host)
{
    private readonly Palette palette = new(host.HasColour);

    /// <summary>A list: a line an entry, by family.</summary>
    public void Write(IReadOnlyList<LawEntry> entries)
    {
        string? family = null;
        foreach (LawEntry entry in entries)
        {
            string heading = entry.Symbol is PowerSymbol && entry.Family.Length == 0 ? "Powers" : entry.Family.Length == 0 ? "Functions, matters and sums" : entry.Family;
            if (heading != family)
            {
                host.Output.WriteLine((family is null ? "" : "\n") + palette.Strong + heading + palette.End);
                family = heading;
            }

            string grade = entry.Grade is { } known ? ", " + LegalGrades.Word(known) : "";
            string section = entry.References is [var first, ..] && first != entry.Name ? ": " + first : "";
            host.Output.WriteLine($"  {entry.Name}{section} ({entry.Kind}{Days(entry)}{grade}{Origin(entry)})");
        }

        host.Output.WriteLine("\n" + entries.Count.ToString(CultureInfo.InvariantCulture) + (entries.Count == 1 ? " entry" : " entries") + ". This is not legal advice. More of one: delegation explain \"NAME\"");
    }

    /// <summary>What changes, by day.</summary>
    public void Write(IReadOnlyList<LawChange> changes, DateOnly since)
    {
        foreach (LawChange change in changes)
        {
            host.Output.WriteLine($"{Wording.Day(change.Day)}  {change.Entry.Name} {change.Words}");
        }

        if (changes.Count == 0)
        {
            host.Output.WriteLine($"Nothing changes on {Wording.Day(since)} or after it, as far as the libraries know.");
        }
    }

    /// <summary>One entry whole.</summary>
    public void Write(LawEntry entry)
    {
        host.Output.WriteLine($"{palette.Strong}{entry.Name}{palette.End}, {(entry.Kind[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a")} {entry.Kind}");
        host.Output.WriteLine();
        foreach (string reference in entry.References)
        {
            Line("section", reference);
        }

        if (entry.Symbol is not AmountSymbol)
        {
            Line("days", Wording.Days(entry.Days) is { Length: > 0 } days ? days : "no first or last day is known");
        }

        foreach (LawLine line in entry.Lines)
        {
            Line(line.Heading, line.Words);
        }

        Line("how sure", entry.Grade switch
        {
            LegalGrade.Seen => "the words were read: it may be an error",
            LegalGrade.Partly => "read in part, or through an account of it: at most a warning",
            LegalGrade.Unverified => "nobody has checked it: at most a remark",
            _ => "its own comment says",
        });
        if (entry.Text.Length > 0)
        {
            Line("text", entry.Text);
        }

        foreach (string note in entry.Notes)
        {
            host.Output.WriteLine();
            host.Output.WriteLine(note);
        }
    }

    private static string Origin(LawEntry entry) =>
        entry.IsInPlaceOfLibrary ? ", the scheme's own, in place of the library's" : entry.IsOwn ? ", the scheme's own" : "";

    private static string Days(LawEntry entry) => entry.Symbol is AmountSymbol || Wording.Days(entry.Days) is not { Length: > 0 } days ? "" : ", " + days;

    private void Line(string heading, string words) => host.Output.WriteLine($"  {(heading + ":").PadRight(10)} {words}");
}
