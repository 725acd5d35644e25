using System.Collections.Immutable;
using DelegationLang.Import.Documents;

namespace DelegationLang.Import.Reading;

/// <summary>Lists of what is refused, or excepted from a power above them.</summary>
internal sealed partial class ParagraphReader
{
    // "The Clerk may not:"; "To approve all repairs other than:"; "Except:"
    private bool OpenRefusal(Paragraph paragraph, string text)
    {
        int depth = paragraph.Depth;
        int at = Refusals.OpenException(text);
        string before = at < 0 ? "" : text[..at].Trim(' ', ',', ';', ':', '(', '–', '-');
        if (at >= 0 && !Refusals.Begins(text) && before.Any(char.IsLetter) && !IsThisOne(before))
        {
            int from = rows.Results.Count;
            if (leads.TryPeek(out Lead? lead) && lead is not { IsTitle: true, Holder.Length: 0 } && (paragraph.Depth > 0 || paragraph.IsBullet))
            {
                ReadItem(paragraph, before, lead);
            }
            else if (!ReadSentence(paragraph, before, isFirst: true))
            {
                rows.Add(new RowResult(paragraph.Place, text, RowState.Skipped) { Section = Section, Reason = "No power was found in it." }, paragraph.Number);
            }

            leads.Push(new Lead(depth, depth == 0, "", "", IsReserved: false, paragraph.Number) { Refusal = text[at..], Excepted = [.. Enumerable.Range(from, rows.Results.Count - from)] });
            return true;
        }

        if (at >= 0)
        {
            // Below one item it is excepted from that; beside the items of a list from all of them.
            int from = paragraph.Depth > lastDepth ? rows.Results.Count - 1 : leads.TryPeek(out Lead? list) ? list.FirstRow : rows.Results.Count - 1;
            leads.Push(new Lead(depth, depth == 0, "", "", IsReserved: false, paragraph.Number) { Refusal = text[at..], Excepted = from < 0 ? [] : [.. Enumerable.Range(from, rows.Results.Count - from)] });
            return true;
        }

        bool isKept = WholeWords.Find(text, "reserved") >= 0 || WholeWords.Find(text, "retained") >= 0 || (WholeWords.Last(text, "delegated") is var delegated and >= 0 && WholeWords.Find(text[delegated..], "to") < 0);
        if (isKept || !(Refusals.Begins(text) || Refusals.Stands(text)))
        {
            return false;
        }

        leads.Push(new Lead(depth, depth == 0, "", "", IsReserved: false, paragraph.Number) { Refusal = text });
        return true;
    }

    private static bool IsThisOne(string text) => text.Split(' ') is [var first, ..] words && words.Length <= 3 && first.ToLowerInvariant() is "this" or "these" or "all" or "subject";

    private void ReadRefused(Paragraph paragraph, string text, Lead lead)
    {
        foreach (int index in lead.Excepted)
        {
            rows.Results[index] = Without(rows.Results[index], WholeWords.Find(lead.Refusal, "following") >= 0 ? text : Refusals.Excepted($"{lead.Refusal} {text}"));
        }

        string reason = lead.Excepted.Length > 0 ? "It is excepted from what stands above it." : "It is refused, and gives no power.";
        rows.Add(new RowResult(paragraph.Place, $"{lead.Refusal}: {text}", RowState.Skipped) { Section = Section, Reason = reason }, "");
    }

    private static RowResult Without(RowResult row, string excepted)
    {
        if (row.State != RowState.Understood || row.Powers.IsEmpty)
        {
            return row;
        }

        ImmutableArray<Power> powers = [.. row.Powers.Select(power => power with { Conditions = power.Conditions.Add(new DraftCondition(excepted, IsNormally: false, Holds: false)) })];
        return BandReader.All(excepted).Count == 0 ? row with { Powers = powers }
            : row with { State = RowState.Asked, Powers = [], Question = new Question($"“{excepted}” is excepted from this. Is that what it must not be about, whatever it is worth itself?", [new Choice("Yes.", powers), new Choice("Nothing; leave it as a comment.", [])]) };
    }
}
