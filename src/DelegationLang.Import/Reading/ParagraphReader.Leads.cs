using System.Text.RegularExpressions;
using DelegationLang.Import.Documents;

namespace DelegationLang.Import.Reading;

/// <summary>Titles and opening lines, which say who has what is listed below them, or what is listed.</summary>
internal sealed partial class ParagraphReader
{
    // What the lines below an opening line are about.
    private sealed record Lead(int Depth, bool IsFlat, string Holder, string Matter, bool IsReserved, string Number)
    {
        /// <summary>Whether it is a title, below which sentences may stand as well as items.</summary>
        public bool IsTitle { get; init; }

        /// <summary>The words by which what stands below is refused, or excepted from other powers; empty where it is not.</summary>
        public string Refusal { get; init; } = "";

        /// <summary>The rows from which what stands below is excepted.</summary>
        public int[] Excepted { get; init; } = [];

        /// <summary>How many rows there were above it.</summary>
        public int FirstRow { get; init; }
    }

    // "May:" and "May not:", below the title of a post
    private bool IsOpening(string text) => text.TrimEnd().EndsWith(':') && leads.Any(lead => lead is { IsTitle: true, Holder.Length: > 0 }) && (Opening.IsMatch(text) || Refusals.Begins(text));

    private void OpenTitle(Paragraph paragraph, string text)
    {
        if (Refusals.Stands(text) && !TableReader.IsReserved(text))
        {
            leads.Push(new Lead(0, IsFlat: true, "", "", IsReserved: false, paragraph.Number) { IsTitle = true, Refusal = text });
        }
        else if (TableReader.IsReserved(text))
        {
            leads.Push(new Lead(0, IsFlat: true, KeptFor(text), "", IsReserved: true, paragraph.Number) { IsTitle = true, FirstRow = rows.Results.Count });
        }
        else if (!Vague.IsMatch(text) && parties.IsOne(DelegatedTo.Replace(text, "")))
        {
            leads.Push(new Lead(0, IsFlat: true, DelegatedTo.Replace(text, ""), "", IsReserved: false, paragraph.Number) { IsTitle = true, FirstRow = rows.Results.Count });
        }
    }

    private bool OpenLead(Paragraph paragraph, string text)
    {
        int depth = paragraph.Depth;
        bool isFlat = depth == 0;
        string matter = leads.TryPeek(out Lead? above) ? above.Matter : "";
        if (OpenRefusal(paragraph, text))
        {
            return true;
        }

        if (KeptLead.IsMatch(text))
        {
            leads.Push(new Lead(depth, isFlat, KeptFor(text), "", IsReserved: true, paragraph.Number) { FirstRow = rows.Results.Count });
        }
        else if (HolderLead.Match(text) is { Success: true } holder && Names(holder.Groups["who"].Value))
        {
            leads.Push(new Lead(depth, isFlat, HolderReader.Name(holder.Groups["who"].Value), "", false, paragraph.Number) { FirstRow = rows.Results.Count });
        }
        else if (matter.Length > 0 && Names(ByLead.Replace(text, "")))
        {
            leads.Push(new Lead(depth, isFlat, HolderReader.Name(ByLead.Replace(text, "")), matter, false, paragraph.Number) { FirstRow = rows.Results.Count });
        }
        else if (Active.Match(text + " x") is { Success: true } active && Names(active.Groups["who"].Value))
        {
            leads.Push(new Lead(depth, isFlat, HolderReader.Name(active.Groups["who"].Value), "", false, paragraph.Number) { FirstRow = rows.Results.Count });
        }
        else if (MatterLead.Match(text) is { Success: true } subject)
        {
            leads.Push(new Lead(depth, isFlat, "", subject.Groups["np"].Value.Trim(), false, paragraph.Number) { FirstRow = rows.Results.Count });
        }
        else if (parties.IsOne(text))
        {
            leads.Push(new Lead(depth, isFlat, HolderReader.Name(text), "", false, paragraph.Number) { FirstRow = rows.Results.Count });
        }
        else
        {
            return false;
        }

        return true;
    }
}
