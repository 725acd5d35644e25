using DelegationLang.Diagnostics;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>What is said of names that hold reserved words, once for each: where it is declared, or where a use can be read in two ways.</summary>
internal static class NamePlaceFaults
{
    /// <summary>Reports the names of a text that are declared in a way that leaves open what they are.</summary>
    public static void Report(NamePlaces places, FaultBag faults)
    {
        foreach (NamePlace place in places.All)
        {
            switch (place.Trouble)
            {
                case NameTrouble.Reserved:
                    faults.Add(Reserved(faults.Source, place));
                    break;
                case NameTrouble.Circle:
                    faults.Add(Circle(faults.Source, place));
                    break;
                case NameTrouble.Misspelt or NameTrouble.OfAnotherSort:
                    faults.Add(NearlyClause(faults.Source, place));
                    break;
            }
        }
    }

    /// <summary>A use that reads whole in two ways.</summary>
    public static Diagnostic TwoReadings(SourceText source, Lexeme name, NameSplit split)
    {
        string whole = NameText.Fold(source.Content, name.Start, name.End);
        string left = NameText.Fold(source.Content, name.Start, split.LeftEnd);
        string rest = NameText.Fold(source.Content, split.WordStart, name.End);
        return ParsingFaults.Make(ParsingDiagnostics.TwoReadings, source, name.Start, name.End, $"`{whole}` can be read in two ways: all of it is declared as one name, and so is `{left}`") with
        {
            Label = $"one name, or `{left}` and then `{rest}`?",
            Help = $"put quotation marks around the name that is meant: \"{whole}\", or \"{left}\" {rest}",
            Fixes = [Quote(source, name.Start, name.End), Quote(source, name.Start, split.LeftEnd, " " + rest)],
        };
    }

    /// <summary>A use after which the verb lacks its word, and which more than one shorter name could supply.</summary>
    public static Diagnostic ManyReadings(SourceText source, Lexeme name, List<NameSplit> splits)
    {
        string[] lefts = splits.Select(split => NameText.Fold(source.Content, name.Start, split.LeftEnd)).Distinct(StringComparer.Ordinal).ToArray();
        return ParsingFaults.Make(ParsingDiagnostics.TwoReadings, source, name.Start, name.End, $"it is not clear which name ends before `{ParsingFaults.Shown(source, splits[0].WordStart, splits[0].WordEnd)}` here") with
        {
            Label = "more than one declared name starts here",
            Help = $"put quotation marks around the name that is meant: {string.Join(" or ", lefts.Select(left => $"\"{left}\""))}",
            Fixes = [.. splits.Where(split => split.Index == splits[0].Index).Select(split => Quote(source, name.Start, split.LeftEnd))],
        };
    }

    private static Diagnostic Reserved(SourceText source, NamePlace place)
    {
        string name = NameText.Fold(source.Content, place.Start, place.End);
        string word = ParsingFaults.Shown(source, place.WordStart, place.WordEnd);
        return ParsingFaults.Make(ParsingDiagnostics.ReservedWordInName, source, place.WordStart, place.WordEnd, $"`{word}` belongs to the sentence wherever it stands, so the name `{name}` needs quotation marks") with
        {
            Label = "part of the name",
            Help = $"write \"{name}\" here; everywhere else it may then stand without quotation marks",
            Fixes = [Quote(source, place.Start, place.End) with { IsSafe = true }],
        };
    }

    private static Diagnostic Circle(SourceText source, NamePlace place)
    {
        string whole = NameText.Fold(source.Content, place.Start, place.End);
        int leftEnd = SourceScan.TrimEnd(source.Content, place.Start, place.WordStart);
        string left = NameText.Fold(source.Content, place.Start, leftEnd);
        string rest = NameText.Fold(source.Content, place.WordStart, place.End);
        return ParsingFaults.Make(ParsingDiagnostics.NamesInCircle, source, place.Start, place.End, $"it is not clear whether `{whole}` is one name: that depends on {place.Meant}, and the other way round") with
        {
            Label = $"one name, or `{left}` and then `{rest}`?",
            Help = $"put quotation marks around the name that is meant: \"{whole}\", or \"{left}\" {rest}",
            Fixes = [Quote(source, place.Start, place.End), Quote(source, place.Start, leftEnd, " " + rest)],
        };
    }

    private static Diagnostic NearlyClause(SourceText source, NamePlace place)
    {
        string name = NameText.Fold(source.Content, place.Start, place.End);
        string word = ParsingFaults.Shown(source, place.WordStart, place.WordEnd);
        int objectStart = SourceScan.SkipTrivia(source.Content, place.WordEnd);
        string after = NameText.Fold(source.Content, objectStart, place.ObjectEnd);
        bool isMisspelt = place.Trouble == NameTrouble.Misspelt;
        CodeFix quote = Quote(source, place.Start, place.End);
        return ParsingFaults.Make(ParsingDiagnostics.NearlyAClause, source, place.WordStart, place.ObjectEnd, isMisspelt
            ? $"`{name}` is read as one name: nothing is called `{after}`, though `{place.Meant}` is declared"
            : $"`{name}` is read as one name: `{after}` is declared, but not as what can follow `{word}` here") with
        {
            Label = "part of the name",
            Help = isMisspelt ? $"write `{word} {place.Meant}` if that is meant, or \"{name}\" in quotation marks if it is one name" : $"write \"{name}\" in quotation marks if it is one name",
            Fixes = isMisspelt ? [ParsingFaults.Replace(source, objectStart, place.ObjectEnd, place.Meant, $"Write {word} {place.Meant}"), quote] : [quote],
        };
    }

    private static CodeFix Quote(SourceText source, int start, int end, string rest = "")
    {
        string name = NameText.Fold(source.Content, start, end);
        return ParsingFaults.Replace(source, start, end, $"\"{name}\"", $"Write \"{name}\"{rest}");
    }
}
