using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DelegationLang.Parsing;

namespace DelegationLang.Import.Reading;

/// <summary>Reads the cell that says who decides, and those beside it that say under what.</summary>
/// <param name="parties">Reads names.</param>
internal sealed partial class TierReader(HolderReader parties)
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
        var days = DayWords.Of(text);
        string said = days.Rest;
        List<Marker> markers = Markers.Of(said, hasBands: true);
        string head = markers.Count == 0 ? said : said[..markers[0].Start];
        return Segments(said, markers, head) with { Words = text, From = days.From, Until = days.Until };
    }

    private Tier Segments(string text, List<Marker> markers, string head)
    {
        var tier = new Tier();
        string who = Edge(head);
        var joint = new List<string>();
        bool isUnclear = false;
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
                    else if (left.Any(char.IsUpper) && parties.All(left).Length > 0)
                    {
                        // "Clerk and, over £500, the Chair"
                        isUnclear = true;
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
                case MarkerKind.Exception when !WholeWords.StandAt(text, marker.Start, "unless") && parties.All(Refusals.Excepted(text[marker.Start..end])).Length > 0:
                    isUnclear = true;
                    break;
                case MarkerKind.Exception:
                    tier = Exception(tier, text[marker.Start..end]);
                    break;
                case MarkerKind.Fact:
                    tier = Fact(tier, text[marker.Start..end], words);
                    break;
                default:
                    tier = AddStep(tier, marker, Edge(text[marker.Start..end]), words);
                    break;
            }
        }

        (who, string aside) = NameAsides.Take(who);
        tier = aside.Length > 0 ? tier with { Notes = tier.Notes.Add(aside) } : tier;
        PartyReading party = parties.Read(who);
        if (joint.Count > 0 && party.Outcome is PartyOutcome.Read or PartyOutcome.Unclear && party.Deciders.With.IsEmpty)
        {
            party = new PartyReading(PartyOutcome.Read, party.Deciders with { With = [.. joint] });
        }

        // Beside the decider, those who act with it are known by name alone.
        tier = joint.Count > 0 && party.Outcome == PartyOutcome.Blank ? tier with { Companions = tier.Companions.AddRange(joint) } : tier;

        // "All officers except the Clerk": who is left has to be written.
        return tier with { Party = isUnclear ? PartyReading.Of(PartyOutcome.Unknown) : party };
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
            ? Unnamed(tier, kind, whole)
            : tier with { Steps = tier.Steps.Add(new DraftStep(kind, [.. who], count)) };
    }

    private static string Edge(string text)
    {
        string edge = text.Trim(' ', ',', ';', ':', '–', '—', '-', '\n', '.', '‘');
        edge = edge.EndsWith(" and", StringComparison.Ordinal) ? edge[..^4] : edge;
        int open = edge.Count(c => c == '(') - edge.Count(c => c == ')');
        edge = open < 0 && edge.EndsWith(')') ? edge[..^1] : open > 0 && edge.EndsWith('(') ? edge[..^1] : open < 0 && edge.StartsWith(')') ? edge[1..] : edge;
        return edge.Trim(' ', ',', ';', ':', '–', '—', '-', '.');
    }

    private static readonly Regex OwnersApproval = new(@"\b((?:subject\s+to|with|after|following)\s+)(?:the\s+)?([A-Z][\w&-]*(?:\s+(?:[A-Z&][\w&-]*|of|and|for)){0,6})(?:['’]s|s['’])?\s+(?:prior\s+|written\s+|final\s+)*(approval|agreement|consent|authorisation|sign[\s-]off)\b", RegexOptions.CultureInvariant);

    private static readonly Regex TierEnd = new(@"[;,)\n]|\s(?:and|or)\s(?=(?:by\s+|the\s+)*[A-Z])", RegexOptions.CultureInvariant);

    private static readonly Regex Joining = new(@"^[\s,;.)]*(?:(?:and|or|by|but|for|approved\s+by)\s+)*(?:(?:by|from)\s+)?(?:the\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Meeting = new(@"^(?:the\s+)?(?:next|following|subsequent|first\s+available)\s+(?:ordinary\s+|available\s+)?(?:meeting|session)\s+of\s+(?:the\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex AtLeast = new(@"^(?:at\s+least|any|a\s+minimum\s+of)\s+(two|three|four|five)\s+(?:of\s+(?:the\s+)?)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
