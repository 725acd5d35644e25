using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DelegationLang.Parsing;

namespace DelegationLang.Import.Reading;

/// <summary>Reads the cell that says who decides, and those beside it that say under what.</summary>
/// <param name="parties">Reads names.</param>
internal sealed class TierReader(HolderReader parties)
{
    // The same few texts stand in most rows of a long table.
    private readonly Dictionary<string, List<Tier>> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tier> extras = new(StringComparer.Ordinal);

    /// <summary>The tiers of a cell that says who decides; one where it has no sums of its own.</summary>
    public List<Tier> Read(string text) => read.TryGetValue(text, out List<Tier>? tiers) ? tiers : read[text] = ReadCell(Turned(text));

    /// <summary>What a cell beside that of the decider adds: steps, conditions, and its words as notes where they are neither.</summary>
    public Tier ReadExtras(string text) => extras.TryGetValue(text, out Tier? tier) ? tier : extras[text] = ReadBeside(Turned(text));

    // "with the Board's approval" is with the approval of the Board.
    private static string Turned(string text) => OwnersApproval.Replace(text, "$1the $3 of $2");

    private List<Tier> ReadCell(string text)
    {
        var tiers = new List<Tier>();
        foreach (string line in Lines(text))
        {
            tiers.AddRange(TiersOf(line).Select(ReadOne));
        }

        bool isTiered = tiers.Count > 1 && tiers.All(tier => tier.Band is not null);
        return isTiered || tiers.Count <= 1 ? tiers : [ReadOne(Whole(text))];
    }

    private Tier ReadBeside(string text)
    {
        var all = new Tier();
        foreach (string sentence in Sentences.Split(text).Select(sentence => sentence.Trim(' ', '.', '•', '-', '–', '—')).Where(sentence => sentence.Length > 0 && !HolderReader.IsBlank(sentence)))
        {
            (string rest, _, DraftVat vat) = BasisReader.Take(sentence);
            if (vat != DraftVat.Unsaid && rest.Trim(' ', '.', '(', ')').Length == 0)
            {
                all = all.With(new Tier { Band = new Band { Vat = vat } });
                continue;
            }

            // "Up to £250 in any one case", in a column of limitations: a limit wherever it stands.
            if (BandReader.Whole(LimitOf.Replace(sentence, ""), allowsBare: false) is { IsBounded: true } limit)
            {
                all = all.With(new Tier { Band = limit.IsBare ? new Band { Basis = "?" } : limit });
                continue;
            }

            if (Limiting.IsMatch(sentence) && BandReader.All(sentence).Count > 0)
            {
                all = all.With(new Tier { Band = new Band { Basis = "?" }, Notes = [sentence] });
                continue;
            }

            List<Marker> markers = Markers.Of(sentence, hasBands: false);
            bool isPart = markers.Count > 0 && Leading.Replace(sentence[..markers[0].Start], "").Trim().Length == 0;
            all = all.With(isPart ? Segments(sentence, markers, "") : new Tier { Notes = [sentence] });
        }

        return all;
    }

    private static string Whole(string text) => string.Join(" and ", text.Split('\n').Select(line => line.Trim('•', ' ', ';', ','))).Replace(" and or ", " or ", StringComparison.OrdinalIgnoreCase).Replace(" and and ", " and ", StringComparison.OrdinalIgnoreCase);

    // A line that begins with a small joining word goes on from the one above.
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (lines.Count > 0 && (char.IsLower(line[0]) || line[0] is '(' or '&'))
            {
                lines[^1] += " " + line;
            }
            else
            {
                lines.Add(line.TrimStart('•', ' '));
            }
        }

        return lines;
    }

    // Several sums in one line: each after its decider, or each before it.
    private static IEnumerable<string> TiersOf(string line)
    {
        List<FoundBand> bands = BandReader.All(line);
        if (bands.Count < 2)
        {
            return [line];
        }

        bool isBefore = line[..bands[0].Start].Trim(' ', '(', '•').Length == 0;
        var pieces = new List<string>();
        int from = 0;
        for (int i = 1; i < bands.Count; i++)
        {
            int cut = bands[i].Start;
            if (!isBefore)
            {
                // What belongs to the sum before it stands up to the next mark or joining word.
                Match mark = TierEnd.Match(line, bands[i - 1].End);
                cut = mark.Success && mark.Index < bands[i].Start ? mark.Index : cut;
            }

            pieces.Add(line[from..cut]);
            from = cut;
        }

        pieces.Add(line[from..]);
        return pieces.Select(piece => Joining.Replace(piece, "").Trim(' ', ',', ';', '.'));
    }

    private Tier ReadOne(string text)
    {
        List<Marker> markers = Markers.Of(text, hasBands: true);
        string head = markers.Count == 0 ? text : text[..markers[0].Start];
        return Segments(text, markers, head) with { Words = text };
    }

    private Tier Segments(string text, List<Marker> markers, string head)
    {
        var tier = new Tier();
        string who = Edge(head);
        var joint = new List<string>();
        for (int i = 0; i < markers.Count; i++)
        {
            Marker marker = markers[i];
            int end = i + 1 < markers.Count ? markers[i + 1].Start : text.Length;
            string words = Edge(text[marker.End..end]);
            switch (marker.Kind)
            {
                case MarkerKind.Band:
                    (string rest, string basis, DraftVat vat) = BasisReader.Take(words);
                    Band band = (marker.Band ?? Band.Any) is { Basis: "?" } unclear ? unclear : (marker.Band ?? Band.Any) with { Basis = basis, Vat = vat };
                    tier = tier.Band is null ? tier with { Band = band } : tier with { Notes = tier.Notes.Add(text), Band = tier.Band with { Basis = "?" } };
                    string left = Edge(Joining.Replace(Edge(rest), ""));
                    if (who.Length == 0 && left.Length > 0)
                    {
                        who = left;
                    }
                    else if (left.Length > 0 && left is not ("in value" or "value"))
                    {
                        tier = tier with { Notes = tier.Notes.Add(left) };
                    }

                    break;
                case MarkerKind.Joint:
                    string[] others = parties.All(words);
                    joint.AddRange(others);
                    tier = others.Length > 0 ? tier : tier with { Companions = tier.Companions.Add(words) };
                    break;
                case MarkerKind.Companion:
                    tier = parties.All(words) is { Length: > 0 } companions ? tier with { Companions = [.. tier.Companions, .. companions] } : tier with { Companions = tier.Companions.Add(words) };
                    break;
                case MarkerKind.Record:
                    tier = tier with { RecordedIn = HolderReader.Name(words) };
                    break;
                case MarkerKind.Deputy:
                    tier = tier with { Notes = tier.Notes.Add(Edge(text[marker.Start..end])) };
                    break;
                case MarkerKind.Exception or MarkerKind.Fact:
                    tier = Fact(tier, marker, text[marker.Start..end], words);
                    break;
                default:
                    tier = AddStep(tier, marker, Edge(text[marker.Start..end]), words);
                    break;
            }
        }

        PartyReading party = parties.Read(who);
        if (joint.Count > 0 && party.Outcome is PartyOutcome.Read or PartyOutcome.Unclear && party.Deciders.With.IsEmpty)
        {
            party = new PartyReading(PartyOutcome.Read, party.Deciders with { With = [.. joint] });
        }

        return tier with { Party = party };
    }

    private Tier AddStep(Tier tier, Marker marker, string whole, string words)
    {
        words = Meeting.Replace(words, "");
        int count = 0;
        if (AtLeast.Match(words) is { Success: true } several)
        {
            count = NumberWords.ValueOf(several.Groups[1].Value);
            words = words[several.Length..];
        }

        string[] who = parties.All(words);
        DraftStepKind kind = marker.Kind switch
        {
            MarkerKind.Consult => DraftStepKind.Consult,
            MarkerKind.Recommend => DraftStepKind.Recommend,
            MarkerKind.Approve => DraftStepKind.Approve,
            MarkerKind.Ratify => DraftStepKind.Ratify,
            _ => DraftStepKind.Report,
        };
        return who.Length == 0 || (count > 0 && who.Length > 1 && who.Length < count)
            ? tier with { Notes = tier.Notes.Add(whole) }
            : tier with { Steps = tier.Steps.Add(new DraftStep(kind, [.. who], count)) };
    }

    private static Tier Fact(Tier tier, Marker marker, string raw, string words)
    {
        string whole = Edge(raw);
        string lower = whole.ToLowerInvariant();
        if (words.ToLowerInvariant() is "the value" or "the amount" or "the cost" or "the sum" or "value" or "the value is" or "the cost is" or "the total value" or "it is" or "the amount is")
        {
            return tier;
        }

        if (lower.Contains("emergenc", StringComparison.Ordinal))
        {
            return tier with { Conditions = tier.Conditions.Add(new DraftCondition("emergency", IsNormally: false)) };
        }

        if (lower.StartsWith("in exceptional", StringComparison.Ordinal))
        {
            return tier with { Conditions = tier.Conditions.Add(new DraftCondition("exceptional circumstances", IsNormally: false)) };
        }

        if (lower.StartsWith("in ", StringComparison.Ordinal) && lower.Contains("urgen", StringComparison.Ordinal))
        {
            return tier with { Conditions = tier.Conditions.Add(new DraftCondition("urgent", IsNormally: false)) };
        }

        bool isRare = lower.StartsWith("outside", StringComparison.Ordinal);
        bool isNegative = lower.StartsWith("unless", StringComparison.Ordinal) && words.Length > 0;
        string fact = isNegative ? words : Announced.Replace(whole, "");
        return fact.Length < 3 ? tier with { Notes = tier.Notes.Add(whole) }
            : tier with { Conditions = tier.Conditions.Add(isNegative ? new DraftCondition(fact, IsNormally: false, Holds: false) : new DraftCondition(fact, !isRare)) };
    }

    private static string Edge(string text)
    {
        string edge = text.Trim(' ', ',', ';', ':', '–', '—', '-', '\n', '.', '‘');
        edge = edge.EndsWith(" and", StringComparison.Ordinal) ? edge[..^4] : edge;
        int open = edge.Count(c => c == '(') - edge.Count(c => c == ')');
        edge = open < 0 && edge.EndsWith(')') ? edge[..^1] : open > 0 && edge.EndsWith('(') ? edge[..^1] : open < 0 && edge.StartsWith(')') ? edge[1..] : edge;
        return edge.Trim(' ', ',', ';', ':', '–', '—', '-', '.');
    }

    private static readonly Regex OwnersApproval = new(@"\b((?:subject\s+to|with)\s+)(?:the\s+)?([A-Z][\w&-]*(?:\s+(?:[A-Z&][\w&-]*|of|and|for)){0,6})(?:['’]s|s['’])\s+(?:prior\s+|written\s+)*(approval|agreement|consent|authorisation)\b", RegexOptions.CultureInvariant);

    private static readonly Regex LimitOf = new(@"^(?:subject\s+to\s+(?:a\s+)?|(?:all\s+)?(?:spend(?:ing)?|expenditure|amounts?|sums?|values?|contracts?|payments?|only)\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Limiting = new(@"^(?:subject\s+to\s+(?:a\s+)?)?(?:up\s+to|not\s+exceeding|max(?:imum)?|limit(?:ed)?|no\s+more\s+than|not\s+more\s+than|below|under|less\s+than|over|above|≤|<|>)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Sentences = new(@"[.;\n](?=\s|$)|\n", RegexOptions.CultureInvariant);

    private static readonly Regex Leading = new(@"^\s*(?:but|and|to\s+be|must\s+be|only|all\s+spend(?:ing)?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex TierEnd = new(@"[;,)\n]|\s(?:and|or)\s(?=(?:by\s+|the\s+)*[A-Z])", RegexOptions.CultureInvariant);

    private static readonly Regex Joining = new(@"^[\s,;.)]*(?:(?:and|or|by|but|for|approved\s+by)\s+)*(?:(?:by|from)\s+)?(?:the\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Meeting = new(@"^(?:the\s+)?(?:next|following|subsequent|first\s+available)\s+(?:ordinary\s+|available\s+)?(?:meeting|session)\s+of\s+(?:the\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex AtLeast = new(@"^(?:at\s+least|any|a\s+minimum\s+of)\s+(two|three|four|five)\s+(?:of\s+(?:the\s+)?)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Announced = new(@"^(?:provided\s+(?:that\s+)?|providing\s+(?:that\s+)?|subject\s+to\s+|but\s+|where\s+|when\s+|if\s+)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
