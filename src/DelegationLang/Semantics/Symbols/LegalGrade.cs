namespace DelegationLang.Semantics;

/// <summary>How much was read of the text on which a sentence of a library rests, and so how much may follow from it.</summary>
public enum LegalGrade
{
    /// <summary>Professional knowledge that nobody has checked: it excludes nothing, and is at most remarked on.</summary>
    Unverified,

    /// <summary>The text was read in part, or through somebody else's account of it: at most a warning.</summary>
    Partly,

    /// <summary>The words of the statute, instrument or guidance were read: it may be an error.</summary>
    Seen,
}

/// <summary>Reads grades from what libraries say of their sentences: <c>recorded in "seen: Local Government Act 1972, text of 2024"</c>.</summary>
public static class LegalGrades
{
    /// <summary>The grade of a symbol; none where it says nothing of that.</summary>
    public static LegalGrade? Of(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        foreach (string text in symbol.RecordedIn)
        {
            if (Of(text) is LegalGrade grade)
            {
                return grade;
            }
        }

        return null;
    }

    /// <summary>The text on which it rests: what stands behind the grade; empty where nothing does.</summary>
    public static string TextOf(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        foreach (string text in symbol.RecordedIn)
        {
            if (Of(text) is not null)
            {
                int colon = text.IndexOf(':', StringComparison.Ordinal);
                return colon < 0 ? "" : text[(colon + 1)..].Trim();
            }
        }

        return "";
    }

    /// <summary>The word for a grade, as libraries write it.</summary>
    public static string Word(LegalGrade grade) => grade switch
    {
        LegalGrade.Seen => "seen",
        LegalGrade.Partly => "partly",
        _ => "unverified",
    };

    private static LegalGrade? Of(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return (colon < 0 ? text : text[..colon]).Trim() switch
        {
            "seen" => LegalGrade.Seen,
            "partly" => LegalGrade.Partly,
            "unverified" => LegalGrade.Unverified,
            _ => null,
        };
    }
}
