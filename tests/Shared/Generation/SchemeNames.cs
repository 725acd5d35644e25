using System.Globalization;

namespace DelegationLang.Testing.Generation;

/// <summary>Names that look like those in real schemes, each different from all others of its sort.</summary>
internal static class SchemeNames
{
    private static readonly string[] Manners =
        ["community", "specialist", "urgent", "routine", "home-based", "school", "virtual", "seven-day", "out-of-hours", "walk-in",
         "rapid response", "shared", "neighbourhood team", "early", "long-term", "enhanced", "integrated", "weekend", "outreach", "residential"];

    private static readonly string[] People =
        ["adult", "children's", "older people's", "maternity", "women's", "men's", "carer", "young people's", "family", "veteran",
         "traveller", "student", "inclusion", "frailty", "workforce"];

    private static readonly string[] Services =
        ["podiatry", "audiology", "physiotherapy", "wound care", "nursing", "dermatology", "ophthalmology", "rehabilitation", "phlebotomy",
         "dietetics", "speech therapy", "continence care", "diabetes care", "respiratory care", "cardiac care", "stroke care", "pain management",
         "sexual health", "equipment loans", "end of life care"];

    private static readonly string[] Parts = ["assessment", "treatment", "aftercare", "outreach", "prescribing", "diagnostics"];

    private static readonly string[] Beginnings =
        ["Ash", "Birk", "Cold", "Dun", "Elm", "Fern", "Gorse", "Hazel", "Ivy", "Kirk", "Lang", "Mill", "North", "Oak", "Pen", "Rams", "Stan", "Thorn", "Wal", "York"];

    private static readonly string[] Endings = ["dale", "field", "ford", "ham", "hurst", "ley", "moor", "port", "ton", "wick"];

    private static readonly string[] Directorates =
        ["Nursing", "Medical", "Strategy", "Estates", "Digital", "People", "Quality", "Planning", "Primary Care", "Mental Health", "Urgent Care",
         "Cancer", "Medicines", "Contracts", "Research", "Improvement", "Safeguarding", "Communications", "Procurement", "Transformation"];

    /// <summary>The name of the function at an index, such as <c>urgent adult podiatry</c>.</summary>
    public static string Function(int index)
    {
        var whole = Manners.Length * People.Length * Services.Length;
        // A step that has no factor in common with the number of names visits each of them before any comes again.
        var at = (int)(index % whole * 3571L % whole);
        return $"{Manners[at % Manners.Length]} {People[at / Manners.Length % People.Length]} "
            + $"{Services[at / Manners.Length / People.Length]}{Round(index, whole)}";
    }

    /// <summary>The name of a part of a function.</summary>
    public static string PartOf(string function, int index) => $"{function} {Parts[index % Parts.Length]}{Round(index, Parts.Length)}";

    /// <summary>The name of the place at an index, such as <c>Oakham</c>.</summary>
    public static string Place(int index)
    {
        var whole = Beginnings.Length * Endings.Length;
        var at = index % whole * 37 % whole;
        return Beginnings[at % Beginnings.Length] + Endings[at / Beginnings.Length] + Round(index, whole);
    }

    /// <summary>The name of the directorate at an index, such as <c>Primary Care</c>.</summary>
    public static string Directorate(int index) => Directorates[index % Directorates.Length] + Round(index, Directorates.Length);

    private static string Round(int index, int length) =>
        index < length ? "" : " " + (index / length + 1).ToString(CultureInfo.InvariantCulture);
}
