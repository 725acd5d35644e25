using System.Text.RegularExpressions;

namespace DelegationLang.Import.Reading;

/// <summary>Cells beside that of the decider: restrictions, conditions, notes.</summary>
internal sealed partial class TierReader
{
    private Tier ReadBeside(string text)
    {
        var all = new Tier();
        foreach (string sentence in Sentences.Split(text).Select(sentence => sentence.Trim(' ', '.', '•', '-', '–', '—')).Where(sentence => sentence.Length > 0 && !HolderReader.IsBlank(sentence)))
        {
            var days = DayWords.Of(sentence);
            all = all.With(ReadSentence(days.Rest) with { From = days.From, Until = days.Until });
        }

        return all;
    }

    private Tier ReadSentence(string sentence)
    {
        if (sentence.Length == 0)
        {
            return new Tier();
        }

        (string rest, _, DraftVat vat) = BasisReader.Take(sentence);
        if (vat != DraftVat.Unsaid && rest.Trim(' ', '.', '(', ')').Length == 0)
        {
            return new Tier { Band = new Band { Vat = vat } };
        }

        // "Up to £250 in any one case", in a column of limitations: a limit wherever it stands.
        if (BandReader.Whole(LimitOf.Replace(sentence, ""), allowsBare: false) is { IsBounded: true } limit)
        {
            return new Tier { Band = limit.IsBare ? new Band { Basis = "?" } : limit };
        }

        List<Marker> markers = Markers.Of(sentence, hasBands: false);
        bool isPart = markers.Count > 0 && Leading.Replace(sentence[..markers[0].Start], "").Trim().Length == 0;
        if ((!isPart || markers is [{ Kind: MarkerKind.Fact }]) && StepWords.Of(sentence) is { } said && parties.All(said.Who) is { Length: > 0 } who)
        {
            // A step that is said to be taken only at times is written as one that always is.
            return new Tier { Steps = [new DraftStep(said.Kind, [.. who])], Notes = said.Beside.Length > 0 ? [sentence] : [] };
        }

        bool hasSum = BandReader.All(sentence).Exists(found => !found.Band.IsAbovePrevious);
        if (hasSum && (Limiting.IsMatch(sentence) || !(isPart && markers[0].Kind is MarkerKind.Exception or MarkerKind.Report) && !Process.IsMatch(sentence)))
        {
            return new Tier { Band = new Band { Basis = "?" }, Notes = [sentence] };
        }

        bool isRefusal = !hasSum && !GoesNoFurther.IsMatch(sentence) && !Process.IsMatch(sentence);
        if (isRefusal && Excepting.Match(sentence) is { Success: true } start && sentence.Split(' ').Length <= 6)
        {
            return Exception(new Tier(), sentence[start.Length..]);
        }

        if (isRefusal && !isPart && Refusals.Stands(sentence) && !WholeWords.StandAt(sentence, 0, "no"))
        {
            return new Tier { Doubt = sentence };
        }

        if (!isPart && !hasSum && OnlyOf.IsMatch(sentence))
        {
            return Situation(sentence.TrimStart()) is { Length: > 0 } situation ? With(new Tier(), situation, isNormally: false) : With(new Tier(), sentence, isNormally: !IsConsent(sentence));
        }

        return isPart ? Segments(sentence, markers, "")
            : !hasSum && IsConsent(sentence) && !Process.IsMatch(sentence) && Binding.IsMatch(sentence) ? With(new Tier(), sentence, isNormally: false)
            : new Tier { Notes = [sentence] };
    }

    private static readonly Regex LimitOf = new(@"^(?:(?:subject\s+to|provided(?:\s+that)?|providing(?:\s+that)?|so\s+long\s+as|if|where|when|only|all|the|a|an|total|estimated|any\s+one|each|individual|single)\s+)*(?:(?:spend(?:ing)?|expenditure|amounts?|sums?|values?|costs?|prices?|contracts?|payments?|purchases?|items?|orders?|it|they)\s+)?(?:(?:is|are|being|to\s+be|must\s+be|value|with\s+a\s+value)\s+)*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Limiting = new(@"^(?:subject\s+to\s+(?:a\s+)?)?(?:up\s+to|not\s+exceeding|max(?:imum)?|limit(?:ed)?|no\s+more\s+than|not\s+more\s+than|below|under|less\s+than|over|above|≤|<|>)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Sentences = new(@"[.;\n](?=\s|$)|\n", RegexOptions.CultureInvariant);

    private static readonly Regex Leading = new(@"^\s*(?:but|and|to\s+be|must\s+be|only|all\s+spend(?:ing)?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // How something is bought, written down or published limits nobody's authority.
    private static readonly Regex Process = new(@"\b(?:quot(?:e|es|ation|ations)|tender|tenders|tendering|publish|published|publication|record|recorded|register|minuted|insured|insurance)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // "Not land", "no vehicles"
    private static readonly Regex Excepting = new(@"^(?:(?:but\s+)?not\s+(?!to\b|be\b|more\b|less\b|exceed|later\b|only\b)(?:for\s+|including\s+|in\s+respect\s+of\s+)?|excludes?\s+|no\s+(?!limit|restriction|condition|action|change|requirement|further|more\b|less\b|waiver))(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex GoesNoFurther = new(@"\bdelegat", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex OnlyOf = new(@"^(?:\S+\s+){1,4}only$|^only\s+(?:for\s+)?(?:\S+\s*){1,4}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Binding = new(@"\b(?:must|shall|need|needs|needed|require|requires|required|only|subject|prior|before|first|both|two|joint|jointly|no|not|unless|until|to\s+be)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
