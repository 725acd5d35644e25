namespace DelegationLang.Text;

/// <summary>
/// Letters stored in two pieces, a plain one and a mark over or under it, as some systems copy them. The machinery for this that comes with
/// .NET needs language data that this project does without, so that it behaves alike on every machine.
/// </summary>
internal static class Composition
{
    /// <summary>For each mark, plain letters each followed by the letter with that mark: lower case, those of the languages written in Latin letters.</summary>
    private static readonly Dictionary<char, string> Marks = new()
    {
        ['\u0300'] = "aàeèiìnǹoòuùwẁyỳ",
        ['\u0301'] = "aácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzź",
        ['\u0302'] = "aâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑ",
        ['\u0303'] = "aãeẽiĩnñoõuũvṽyỹ",
        ['\u0304'] = "aāeēgḡiīoōuūyȳ",
        ['\u0306'] = "aăeĕgğiĭoŏuŭ",
        ['\u0307'] = "aȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzż",
        ['\u0308'] = "aäeëhḧiïoötẗuüwẅxẍyÿ",
        ['\u030A'] = "aåuůwẘyẙ",
        ['\u030B'] = "oőuű",
        ['\u030C'] = "aǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzž",
        ['\u0327'] = "cçdḑeȩgģhḩkķlļnņrŗsştţ",
        ['\u0328'] = "aąeęiįoǫuų",
    };

    /// <summary>The one letter that a lower-case letter and a mark after it make; <c>\0</c> where there is none.</summary>
    public static char Compose(char letter, char mark)
    {
        if (!Marks.TryGetValue(mark, out string? letters))
        {
            return '\0';
        }

        for (int i = 0; i < letters.Length; i += 2)
        {
            if (letters[i] == letter)
            {
                return letters[i + 1];
            }
        }

        return '\0';
    }
}
