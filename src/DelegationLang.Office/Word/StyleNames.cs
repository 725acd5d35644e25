using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DelegationLang.Office.Word;

/// <summary>The styles that a document uses, by the names that Word gives them in any language, and the identifiers that they have in one style sheet.</summary>
internal sealed class StyleNames
{
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Body = "Scheme Body";
    public const string Cell = "Scheme Cell";
    public const string Head = "Scheme Head";
    public const string Sentence = "Scheme Sentence";
    public const string Source = "Scheme Source";
    public const string Note = "Scheme Note";
    public const string Mark = "Scheme Mark";
    public const string Table = "Scheme Table";
    public const string Contents = "Scheme Contents";
    public const string Footer = "footer";

    /// <summary>The deepest heading that is used.</summary>
    public const int Levels = 4;

    private readonly Dictionary<string, string> ids = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of a style sheet, which gets those of the built-in styles that it lacks.</summary>
    public static StyleNames Of(Styles styles)
    {
        var names = new StyleNames();
        foreach (Style style in styles.Elements<Style>())
        {
            if (style.StyleName?.Val?.Value is { } name && style.StyleId?.Value is { } id)
            {
                names.ids.TryAdd(name, id);
            }
        }

        HashSet<string> taken = new(names.ids.Values, StringComparer.OrdinalIgnoreCase);
        foreach (Style style in HouseStyles.All(names.ids.GetValueOrDefault("Normal")))
        {
            string name = style.StyleName?.Val?.Value ?? "";
            if (!names.ids.ContainsKey(name))
            {
                string wanted = style.StyleId?.Value ?? "";
                string id = wanted;
                for (int i = 2; !taken.Add(id); i++)
                {
                    id = FormattableString.Invariant($"{wanted}{i}");
                }

                style.StyleId = id;
                names.ids.Add(name, id);
                styles.Append(style);
            }
        }

        return names;
    }

    /// <summary>The name of a heading of some level.</summary>
    public static string Heading(int level) => FormattableString.Invariant($"heading {Math.Clamp(level, 1, Levels)}");

    /// <summary>The name of an entry of the table of contents.</summary>
    public static string Entry(int level) => FormattableString.Invariant($"toc {Math.Clamp(level, 1, 2)}");

    /// <summary>The identifier of a style.</summary>
    public string this[string name] => ids[name];
}
