using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DelegationLang.Import.Documents;
using DelegationLang.Syntax;

namespace DelegationLang.Import.Reading;

/// <summary>Reads rules that stand in paragraphs: sentences that give a power, and lists under a line that says who has what is listed.</summary>
internal sealed partial class ParagraphReader(DocumentRowReader rows, HolderReader parties)
{
    private readonly Stack<Lead> leads = new();
    private readonly List<(int Index, string Object, bool IsActive)> objects = [];
    private string lastMatter = "";
    private int lastDepth;
    private bool hasOpened;

    /// <summary>The section that the next paragraphs stand in.</summary>
    public string Section { get; private set; } = "";

    /// <summary>Ends the lists that are open, as a table does.</summary>
    public void Close() => leads.Clear();

    /// <summary>Reads the next paragraph.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="isTitle">Whether it is a title: a heading, or a number and a few words above others.</param>
    public void Read(Paragraph paragraph, bool isTitle)
    {
        bool isBelow = leads.TryPeek(out Lead? numbered) && numbered is { IsTitle: true, Number.Length: > 0 } && paragraph.Number.StartsWith(numbered.Number + ".", StringComparison.Ordinal);
        bool isItem = isBelow || paragraph.Depth > 0 || paragraph.IsBullet || Item.IsMatch(paragraph.Number) || (leads.TryPeek(out Lead? title) && title is { IsTitle: true, Holder.Length: > 0 } && LimitOf(paragraph.Text).Length > 0);
        bool isOpening = !isTitle && IsOpening(paragraph.Text);
        if (hasOpened && leads.TryPeek(out Lead? refused) && refused.Refusal.Length > 0 && paragraph.Depth > 0 && refused.Depth == paragraph.Depth)
        {
            // "Except:" and what is excepted, as items of one list.
            leads.Push(leads.Pop() with { Depth = refused.Depth - 1, IsFlat = false });
        }

        hasOpened = false;
        while (leads.Count > 0 && !(isOpening && leads.Peek().IsTitle) && (isTitle || isOpening || (leads.Peek().IsFlat ? !isItem : leads.Peek().Depth >= paragraph.Depth)))
        {
            leads.Pop();
        }

        string text = paragraph.Text.Replace('\n', ' ').Trim();
        if (isTitle)
        {
            Section = (paragraph.Number.Length > 0 && paragraph.Depth == 0 ? paragraph.Number + ". " : "") + text.TrimEnd('.', ':');
            OpenTitle(paragraph, text);
            return;
        }

        // "3. Director of Resources", above 3.1 and 3.2
        if (Digits.IsMatch(paragraph.Number) && paragraph.Depth == 0 && !text.EndsWith('.') && !Vague.IsMatch(text) && parties.IsOne(Aside.Replace(text, "")))
        {
            Section = paragraph.Number.TrimEnd('.') + ". " + text;
            leads.Push(new Lead(0, IsFlat: true, HolderReader.Name(Aside.Replace(text, "")), "", IsReserved: false, paragraph.Number.TrimEnd('.')) { IsTitle = true });
            return;
        }

        if (text.EndsWith(':') ? OpenLead(paragraph, text.TrimEnd(':', ' ')) : Refusals.OpenException(text) is var open and >= 0 && !Refusals.Excepted(text[open..]).Any(char.IsLetter) && OpenRefusal(paragraph, text))
        {
            (lastDepth, hasOpened) = (paragraph.Depth, true);
            return;
        }

        if (isOpening)
        {
            rows.Add(new RowResult(paragraph.Place, text, RowState.Skipped) { Section = Section, Reason = "It opens the list below it." }, "");
            return;
        }

        lastDepth = paragraph.Depth;

        if (leads.TryPeek(out Lead? holder) && holder is { Holder.Length: > 0, Matter.Length: 0 } && Several.Split(text) is { Length: > 1 } several && several.All(part => part.StartsWith("to ", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (string part in several)
            {
                ReadItem(paragraph, End.Replace(part, ""), holder);
            }

            return;
        }

        if (leads.TryPeek(out Lead? lead) && !(lead.IsTitle && text.EndsWith('.') && ReadSentence(paragraph, text.TrimEnd('.', ';'), isFirst: true)))
        {
            ReadItem(paragraph, End.Replace(text, ""), lead);
            return;
        }

        if (lead is not null)
        {
            return;
        }

        ReadSentences(paragraph, text);
    }

    private void ReadSentences(Paragraph paragraph, string text)
    {
        string[] sentences = Sentence.Split(text);
        var unread = new List<string>();
        bool isAny = false;
        foreach (string sentence in sentences)
        {
            bool isRead = ReadSentence(paragraph, sentence.Trim().TrimEnd('.', ';'), isFirst: sentence == sentences[0]);
            isAny |= isRead;
            if (!isRead && sentences.Length > 1)
            {
                unread.Add(sentence.Trim());
            }
        }

        if (!isAny || unread.Count > 0)
        {
            rows.Add(new RowResult(paragraph.Place, isAny ? string.Join(' ', unread) : text, RowState.Skipped) { Section = Section, Reason = "No power was found in it." }, isAny ? "" : paragraph.Number);
        }
    }

    private void ReadItem(Paragraph paragraph, string text, Lead lead)
    {
        string number = paragraph.IsBullet || lead.Number.Length == 0 || paragraph.Number.StartsWith(lead.Number, StringComparison.Ordinal) || paragraph.Depth > 0 ? paragraph.Number : $"{lead.Number}({paragraph.Number})";
        paragraph = number != paragraph.Number ? paragraph with { Place = "paragraph " + number } : paragraph;
        if (lead.Refusal.Length > 0)
        {
            ReadRefused(paragraph, text, lead);
        }
        else if (lead is { Holder.Length: 0, Matter.Length: > 0 })
        {
            Give(paragraph, lead.Matter, ByLead.Replace(text, ""), number, text);
        }
        else if (lead.Matter.Length > 0)
        {
            Give(paragraph, lead.Matter, $"{lead.Holder}, {text}", number, text);
        }
        else if (lead.IsReserved)
        {
            Give(paragraph, ToVerb.Replace(text, ""), lead.Holder.Length > 0 ? lead.Holder + " only" : "Reserved", number, text);
        }
        else if (LimitOf(text) is { Length: > 0 } limit && Labelled.Match(text) is { Success: true } label)
        {
            string rest = label.Groups["rest"].Value[limit.Length..].Trim(' ', ',', ';', '.');
            Give(paragraph, label.Groups["np"].Value, rest.Length == 0 ? lead.Holder : $"{lead.Holder}, {rest}", number, text, limit);
        }
        else
        {
            (string matter, string tail) = Parts(ToVerb.Replace(text, ""));
            Give(paragraph, matter, tail.Length == 0 ? lead.Holder : $"{lead.Holder}, {tail}", number, text, isActive: true);
        }
    }

    private bool ReadSentence(Paragraph paragraph, string text, bool isFirst)
    {
        if (Resolved.Match(text) is { Success: true } resolved)
        {
            text = text[resolved.Length..];
            text = ToBe.Replace(char.ToUpperInvariant(text[0]) + text[1..], " is $1", 1);
        }

        if (TakeBack.IsMatch(text))
        {
            return false;
        }

        if (!isFirst && Reported.Match(text) is { Success: true } reported && parties.All(MeetingOf.Replace(reported.Groups["who"].Value, "")) is { Length: > 0 } told && rows.Results.Count > 0)
        {
            RowResult before = rows.Results[^1];
            rows.Results[^1] = before with { Powers = [.. before.Powers.Select(power => power with { Steps = power.Steps.Add(new DraftStep(DraftStepKind.Report, [.. told])) })] };
            return true;
        }

        if (ToWhom.Match(text) is { Success: true } given && Names(given.Groups["who"].Value))
        {
            (string matter, string tail) = Parts(given.Groups["np"].Value);
            string who = HolderReader.Name(given.Groups["who"].Value);
            Give(paragraph, matter, tail.Length == 0 ? who : $"{who}, {tail}", paragraph.Number, text, isActive: true);
            return true;
        }

        text = OwnLimit.Replace(text, "above that limit");
        if (Active.Match(text) is { Success: true } active && Names(active.Groups["who"].Value))
        {
            string act = active.Groups["vp"].Value;
            bool isKept = NotDelegable.IsMatch(act);
            (string matter, string tail) = Parts(NotDelegable.Replace(act, ""));
            string who = HolderReader.Name(active.Groups["who"].Value);
            Give(paragraph, matter, isKept ? who + " only" : tail.Length == 0 ? who : $"{who}, {tail}", paragraph.Number, text, isActive: true);
            return true;
        }

        if (Passive.Match(text) is { Success: true } passive)
        {
            string who = passive.Groups["who"].Value;
            bool isReserved = passive.Groups["verb"].Value.Equals("reserved", StringComparison.OrdinalIgnoreCase) || passive.Groups["verb"].Value.Equals("retained", StringComparison.OrdinalIgnoreCase);
            string subject = passive.Groups["np"].Value;
            if (NoDecisionVerb.IsMatch(passive.Groups["verb"].Value))
            {
                return false;
            }

            bool isPronoun = Pronoun.Match(subject) is { Success: true } && lastMatter.Length > 0;
            Give(paragraph, isPronoun ? lastMatter : ToVerb.Replace(subject, ""), isReserved ? "reserved to " + who : who, paragraph.Number, text, isPronoun ? Pronoun.Replace(subject, "") : "");
            return true;
        }

        if (TieredRule.Of(text) is { } tiers && tiers.Tiers.Split('\n').All(tier => parties.Read(Parts(tier).Head).Outcome is PartyOutcome.Read or PartyOutcome.Unclear or PartyOutcome.Reserved))
        {
            Give(paragraph, tiers.Matter, tiers.Tiers, paragraph.Number, text);
            return true;
        }

        if (Labelled.Match(text) is { Success: true } label && parties.Read(Parts(label.Groups["rest"].Value).Head).Outcome is PartyOutcome.Read or PartyOutcome.Reserved or PartyOutcome.AsAbove or PartyOutcome.Unclear)
        {
            Give(paragraph, label.Groups["np"].Value, label.Groups["rest"].Value, paragraph.Number, text);
            return true;
        }

        return false;
    }

    private void Give(Paragraph paragraph, string matter, string decider, string number, string words, string value = "", bool isActive = false)
    {
        rows.Read(new RawRow
        {
            Place = paragraph.Place,
            Words = words,
            Section = Section,
            Reference = number,
            Matter = matter,
            Decider = decider,
            Value = value,
            IsValueUpperEnd = value.Length > 0,
            Notes = paragraph.Notes,
        });
        lastMatter = MatterReader.Read(matter).Name;
        objects.Add((rows.Results.Count - 1, isActive ? Object(lastMatter) : lastMatter, isActive));
    }

    private bool Names(string text) => parties.Read(text).Outcome is PartyOutcome.Read or PartyOutcome.Unclear && parties.All(text).Length > 0;
}
