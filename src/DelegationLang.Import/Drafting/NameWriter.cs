using System.Text;
using DelegationLang.Text;

namespace DelegationLang.Import.Drafting;

/// <summary>Writes names and quotations so that they read as one name, whatever words they hold.</summary>
internal static class NameWriter
{
    private static readonly HashSet<string> Reserved = new(
        ("is delegates reserves entrusts recommends advises oversees consults deputises may decide to from until by at for on under between within with without when unless except or before "
        + "covering stating jointly together as and per total vat all any each every both either one two three four five six seven eight nine ten")
            .Split(' '), StringComparer.Ordinal);

    private static readonly string[] Starts = ["scheme ", "section ", "use ", "limits ", "scenario ", "matters ", "functions ", "officers ", "committees ", "places ", "budgets "];

    /// <summary>A name, in quotation marks where a word or a mark in it could be read as something else.</summary>
    public static string Name(string name)
    {
        string plain = Plain(name);
        return NeedsQuotes(plain) ? $"\"{plain}\"" : plain;
    }

    /// <summary>A quotation, such as a note or a reference.</summary>
    public static string Quoted(string text) => $"\"{Plain(text)}\"";

    /// <summary>A text as a name can hold it: on one line, without quotation marks and marks that nobody sees.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (Characters.IsQuotationMark(c) || c is '`')
            {
                plain.Append('\'');
            }
            else if (Characters.IsSpace(c) || char.IsControl(c))
            {
                plain.Append(plain.Length > 0 && plain[^1] != ' ' ? " " : "");
            }
            else if (!Characters.IsDirectional(c) && !char.IsSurrogate(c) && c is not ('\uFFFE' or '\uFFFF'))
            {
                plain.Append(c);
            }
        }

        return plain.ToString().Trim();
    }

    private static bool NeedsQuotes(string name)
    {
        if (name.Length == 0 || Starts.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)) || !char.IsLetter(name[0]) || !name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '&' or '(' or ')' or '-' or '\'' or '’' or '/' or '+'))
        {
            return true;
        }

        // Signs that join words stand between letters or figures alone, and brackets in pairs.
        bool isLoose = name.Contains(" -", StringComparison.Ordinal) || name.Contains("- ", StringComparison.Ordinal) || name.Contains("//", StringComparison.Ordinal) || name.EndsWith('-') || name.EndsWith('/')
            || name.Contains(" /", StringComparison.Ordinal) || name.Contains("/ ", StringComparison.Ordinal) || name.Contains('+', StringComparison.Ordinal) || name.EndsWith('\'') || name.EndsWith('’')
            || name.Contains("' ", StringComparison.Ordinal) || name.Contains("’ ", StringComparison.Ordinal) || name.Count(c => c == '(') != name.Count(c => c == ')');
        return isLoose || name.ToLowerInvariant().Split([' ', '-', '(', ')', '/']).Any(Reserved.Contains);
    }
}
