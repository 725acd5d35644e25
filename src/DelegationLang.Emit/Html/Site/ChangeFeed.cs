using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using DelegationLang.Emit.Changes;
using DelegationLang.Emit.Html.Pages;
using DelegationLang.Emit.Naming;
using DelegationLang.Emit.Templating;
using DelegationLang.Policy;
using DelegationLang.Policy.Comparison;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Site;

/// <summary>
/// A feed of dated changes, as RFC 4287 (Atom) has it: an entry for each day on which something in who may decide what is otherwise than on the day before,
/// and one for each day from which the version says otherwise than the one that it supersedes. An entry is updated on the day of its change, so that the
/// same scheme gives the same feed.
/// </summary>
internal sealed class ChangeFeed(PageContext context, SiteFrame frame)
{
    /// <summary>The file.</summary>
    public const string FileName = "feed.xml";

    // Readers of feeds show a few lines: the rest stands on the page that the entry leads to.
    private const int MostTold = 20;
    private const string Atom = "http://www.w3.org/2005/Atom";

    // What says no day at all was so since before anybody could subscribe.
    private static readonly DateOnly Undated = new(1970, 1, 1);

    private string Address => context.Publication.Input.Site.Address;

    /// <summary>The feed.</summary>
    public EmittedFile Make()
    {
        SchemeInfo info = context.Model.Info;
        Entry[] entries = [.. Days().Concat(Versions()).OrderByDescending(entry => entry.Day).ThenBy(entry => entry.Id, StringComparer.Ordinal)];
        DateOnly updated = entries.Length > 0 ? entries[0].Day : info.InForce.HasFirst ? info.InForce.First : info.ApprovedBy?.On ?? Undated;
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = "  ", NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize };
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, settings))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, "en-GB");
            Text(xml, "id", Address);
            Text(xml, "title", frame.Title + ": dated changes");
            Text(xml, "updated", Instant(updated));
            xml.WriteStartElement("author", Atom);
            Text(xml, "name", frame.Organisation.Length > 0 ? frame.Organisation : frame.Title);
            xml.WriteEndElement();
            Link(xml, "self", "application/atom+xml", Address + FileName);
            Link(xml, "alternate", "text/html", Address + DayPages.List);
            foreach (Entry entry in entries)
            {
                Write(xml, entry);
            }

            xml.WriteEndElement();
        }

        bytes.WriteByte((byte)'\n');
        return new EmittedFile(FileName, bytes.ToArray());
    }

    private static void Write(XmlWriter xml, Entry entry)
    {
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", entry.Id);
        Text(xml, "title", entry.Title);
        Text(xml, "updated", Instant(entry.Day));
        Link(xml, "alternate", "text/html", entry.Link);
        xml.WriteStartElement("content", Atom);
        xml.WriteAttributeString("type", "html");
        xml.WriteString(Html(entry));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // Markup in a text: what authors wrote is encoded in the markup, and the writer encodes it all once more.
    private static string Html(Entry entry)
    {
        var html = new Utf8Output();
        html.Write("<ul>");
        foreach (string words in entry.Words.Take(MostTold))
        {
            html.Write("<li>");
            HtmlText.Write(html, words);
            html.Write("</li>");
        }

        html.Write("</ul>");
        if (entry.Words.Length > MostTold)
        {
            html.Write(string.Create(CultureInfo.InvariantCulture, $"<p>And {entry.Words.Length - MostTold} more.</p>"));
        }

        return Encoding.UTF8.GetString(html.Take());
    }

    private static void Text(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement(name, Atom);
        xml.WriteString(VisibleText.OnOneLine(value));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    // The day begins at its first moment.
    private static string Instant(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";

    private IEnumerable<Entry> Days()
    {
        Dictionary<DateOnly, string> addresses = new DayPages(context).Addresses();
        return context.Days.Days.Select(day => new Entry(
            day.Day,
            Address + DayPages.List + "#" + DayPages.Anchor(day.Day),
            Address + addresses[day.Day],
            $"{Wording.Day(day.Day)}: {DayPages.Count(day.Changes.Length)} in who may decide what",
            Words(day.Changes)));
    }

    // What is otherwise from the first day on is a change of the day on which the version came into force, or else was approved.
    private IEnumerable<Entry> Versions()
    {
        if (context.Publication.Input.Changes is not { } diff)
        {
            return [];
        }

        SchemeInfo info = context.Model.Info;
        DateOnly first = info.InForce.HasFirst ? info.InForce.First : info.ApprovedBy?.On ?? Undated;
        string version = info.Version.Length > 0 ? "version " + info.Version : "this version";
        string anchor = info.Version.Length > 0 ? "version-" + Uri.EscapeDataString(info.Version) : "version";
        return diff.Changes.GroupBy(change => change.Change.Days.First > first ? change.Change.Days.First : first).Select(day => new Entry(
            day.Key,
            $"{Address}{ChangesPage.File}#{anchor}-{DayPages.Anchor(day.Key)}",
            Address + ChangesPage.File,
            $"{Wording.Day(day.Key)}: {DayPages.Count(day.Count())} by {version}",
            Words([.. day.Select(change => change.Change)])));
    }

    // What follows from others comes last.
    private static ImmutableArray<string> Words(ImmutableArray<SpaceChange> changes)
    {
        (ImmutableArray<SpaceChange> first, ImmutableArray<SpaceChange> following) = ArrangedChanges.Split(changes, change => change);
        return [.. first.Concat(following).Select(ChangeTerms.Sentence)];
    }

    private sealed record Entry(DateOnly Day, string Id, string Link, string Title, ImmutableArray<string> Words);
}
