using System.Globalization;
using System.Text;
using DelegationLang.Diagnostics;
using DelegationLang.Parsing;

namespace DelegationLang.Semantics.Binding;

/// <summary>
/// Names whose letters look like others: a Cyrillic <c>е</c> in <c>Director</c> makes a second post that no reader can tell from the first. Looked
/// for are letters of other scripts that look like Latin ones; a name in another script altogether is in order.
/// </summary>
internal static class LookAlikes
{
    // Letters of other scripts, each followed by the Latin letter that it looks like.
    private const string Pairs =
        "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwӏlкkмmтtнhвbгrпnАAВBЕEЅSКKМMНHОOРPСCТTУYХXІIЈJӀIԌGԚQԜWЗ3"
        + "αaοoρpνvιiκkυuγyτtχxηnΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX"
        + "օoսuհhոnցgզqՏSՕOԼLՍU"
        + "ɑaɡgǀlℓlᎪAᏴBᏟCᎬEᎻHᎫJᏦKᏞLᎷMᏢPᎢTᏙVᏃZ";

    private static readonly Dictionary<char, char> Latin = MakeTable();

    /// <summary>Reports declared names that look like others, or that mix letters of two scripts; one report a name.</summary>
    public static void Check(DeclarationCollector declarations, SymbolTable symbols, Reporter reporter)
    {
        foreach (Declared declared in declarations.All)
        {
            Symbol symbol = declared.Symbol;
            if (symbol.IsFromLibrary)
            {
                continue;
            }

            foreach (string name in symbol.Aliases.Prepend(symbol.Name))
            {
                if (FirstOdd(name) is { } odd)
                {
                    reporter.Report(declared.Scope, Finding(symbol, name, odd, TwinOf(name, symbols)));
                    break;
                }
            }
        }
    }

    /// <summary>What is declared by the name that this one looks like; none where it looks like itself alone.</summary>
    public static Symbol? TwinOf(string name, SymbolTable symbols)
    {
        string plain = Plain(name);
        return plain == name ? null : symbols.Find(plain, fromLibrary: false).FirstOrDefault();
    }

    private static Diagnostic Finding(Symbol symbol, string name, string odd, Symbol? twin)
    {
        string code = string.Create(CultureInfo.InvariantCulture, $"U+{char.ConvertToUtf32(odd, 0):X4}");
        return new Diagnostic(
            SemanticDiagnostics.LooksAlike,
            symbol.Location,
            twin is null
                ? $"{MessageWords.Quote(name)} holds a letter of another script that looks like a Latin one: `{odd}` ({code})"
                : $"{MessageWords.Quote(name)} looks like {MessageWords.Quote(twin.Name)}, and is another name: its `{odd}` is {code}")
        {
            Label = twin is null ? "letters of two scripts" : "the same to the eye",
            Help = "type the name again, here and wherever it is used; readers cannot tell the two spellings apart",
            Related = twin is null ? [] : [new RelatedLocation("the name that it looks like is declared here", twin.Location)],
        };
    }

    // The first letter that pretends to be a Latin one: in a word with Latin letters, or in a word of nothing but such letters.
    private static string? FirstOdd(string name)
    {
        foreach (string word in name.Split([' ', '-', '/', '\u2011'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (NameText.IsAscii(word))
            {
                continue;
            }

            string? odd = null;
            bool hasLatin = false;
            bool hasOther = false;
            foreach (Rune rune in word.EnumerateRunes())
            {
                bool isLatin = IsLatin(rune);
                hasLatin |= isLatin;
                if (!isLatin && Rune.IsLetter(rune))
                {
                    bool looksLatin = PlainOf(rune) is not null;
                    hasOther |= !looksLatin;
                    odd ??= looksLatin || !IsGreek(rune) ? rune.ToString() : null;
                }
            }

            if (odd is not null && (hasLatin || !hasOther))
            {
                return odd;
            }
        }

        return null;
    }

    private static string Plain(string name)
    {
        if (NameText.IsAscii(name))
        {
            return name;
        }

        var plain = new StringBuilder(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (PlainOf(rune) is { } letter)
            {
                plain.Append(letter);
            }
            else if (!(rune.IsBmp && Text.Characters.IsDirectional((char)rune.Value)))
            {
                plain.Append(rune.ToString());
            }
        }

        return plain.ToString();
    }

    // Letters of full width and the letters of mathematics stand in rows, in the order of the alphabet.
    private static char? PlainOf(Rune rune) => rune.Value switch
    {
        >= 0xFF21 and <= 0xFF3A => (char)('A' + rune.Value - 0xFF21),
        >= 0xFF41 and <= 0xFF5A => (char)('a' + rune.Value - 0xFF41),
        >= 0x1D400 and <= 0x1D6A3 => ((rune.Value - 0x1D400) % 52) is var place && place < 26 ? (char)('A' + place) : (char)('a' + place - 26),
        _ => rune.IsBmp && Latin.TryGetValue((char)rune.Value, out char letter) ? letter : null,
    };

    private static bool IsLatin(Rune rune) =>
        Rune.IsLetter(rune) && rune.Value is < 0x0250 or (>= 0x1E00 and <= 0x1EFF) or (>= 0xFB00 and <= 0xFB06) && PlainOf(rune) is null;

    // Greek letters stand for things in the names of other languages: μg, β-blocker.
    private static bool IsGreek(Rune rune) => rune.Value is >= 0x0370 and <= 0x03FF;

    private static Dictionary<char, char> MakeTable()
    {
        var table = new Dictionary<char, char>();
        for (int i = 0; i < Pairs.Length; i += 2)
        {
            table[Pairs[i]] = Pairs[i + 1];
        }

        return table;
    }
}
