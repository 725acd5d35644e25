using System.Globalization;
using System.Text.Json;

namespace DelegationLang.Workspaces;

/// <summary>Reads the settings of the pages.</summary>
internal sealed class SiteSettingsReader(Action<long, string> report)
{
    internal const string ThemeKey = "theme";
    internal const string NameKey = "name";
    internal const string AddressKey = "address";
    internal const string LogoKey = "logo";
    internal const string ColoursKey = "colours";
    internal const string BrandKey = "brand";
    internal const string LinksKey = "links";
    internal const string ButtonsKey = "buttons";
    internal const string TemplatesKey = "templates";
    internal const string WordKey = "word";

    /// <summary>What letters and their ground must differ by, as WCAG 2.2 counts contrast (criterion 1.4.3).</summary>
    private const double LeastContrast = 4.5;

    private static readonly string[] Keys = [ThemeKey, NameKey, AddressKey, LogoKey, ColoursKey, TemplatesKey, WordKey];
    private static readonly string[] ColourKeys = [BrandKey, LinksKey, ButtonsKey];

    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private SiteSettings settings = new();

    /// <summary>The themes as the file writes them.</summary>
    internal static string[] Themes { get; } = ["nhs", "govuk", "neutral"];

    /// <summary>Reads the object that the reader stands at.</summary>
    public SiteSettings Read(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            report(json.TokenStartIndex, "\"site\" must say how the pages look: { \"theme\": \"neutral\", \"name\": \"…\" }");
            json.Skip();
            return settings;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = json.GetString() ?? "";
            var start = json.TokenStartIndex;
            json.Read();
            if (!seen.Add(key))
            {
                report(start, $"\"{key}\" is set twice: keep one of the two");
            }

            if (key == ColoursKey)
            {
                ReadColours(ref json);
            }
            else if (!Keys.Contains(key))
            {
                report(start, $"there is no setting \"{key}\" of the site{DidYouMean(key, Keys)}");
                json.Skip();
            }
            else if (json.TokenType != JsonTokenType.String || string.IsNullOrWhiteSpace(json.GetString()))
            {
                report(json.TokenStartIndex, $"\"{key}\" must be a text in quotation marks");
                json.Skip();
            }
            else
            {
                Set(key, json.GetString() ?? "", json.TokenStartIndex);
            }
        }

        return settings;
    }

    private void Set(string key, string text, long position)
    {
        switch (key)
        {
            case ThemeKey when !Themes.Contains(text):
                report(position, $"\"theme\" must be \"nhs\", \"govuk\" or \"neutral\"{DidYouMean(text, Themes)}");
                break;
            case ThemeKey:
                settings = settings with { Theme = text };
                break;
            case NameKey:
                settings = settings with { Name = text };
                break;
            case AddressKey when AddressOf(text) is null:
                report(position, "\"address\" must be where the pages are published, without a question or an anchor: \"https://www.example.nhs.uk/scheme/\"");
                break;
            case AddressKey:
                settings = settings with { Address = AddressOf(text) ?? "" };
                break;
            case LogoKey when !SiteSettings.CanBeLogo(text):
                report(position, "\"logo\" must be a picture: a file that ends in .svg, .png, .jpg or .webp");
                break;
            case LogoKey:
                settings = settings with { Logo = Path(text, position) };
                break;
            case WordKey when !text.EndsWith(".docx", StringComparison.OrdinalIgnoreCase) && !text.EndsWith(".dotx", StringComparison.OrdinalIgnoreCase):
                report(position, "\"word\" must be a document or a template of Word: a file that ends in .docx or .dotx");
                break;
            case WordKey:
                settings = settings with { Word = Path(text, position) };
                break;
            default:
                settings = settings with { Templates = Path(text, position) };
                break;
        }
    }

    /// <summary>A folder on the web, with <c>/</c> at its end; none for what is no such address.</summary>
    internal static string? AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && text.StartsWith(address.Scheme + "://", StringComparison.OrdinalIgnoreCase) && text.IndexOfAny(['\\', ' ', '#', '?']) < 0
            && address is { Host.Length: > 0, UserInfo.Length: 0 } && address.IsWellFormedOriginalString()
            ? address.AbsoluteUri.TrimEnd('/') + "/"
            : null;

    private string Path(string text, long position)
    {
        if (ProjectPath.Resolve("", text) is { } path)
        {
            return path;
        }

        report(position, $"\"{text}\" lies outside the project folder: files are named relative to the folder of {ProjectConfiguration.FileName}");
        return "";
    }

    private void ReadColours(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            report(json.TokenStartIndex, "\"colours\" must name colours: { \"brand\": \"#1d4354\" }");
            json.Skip();
            return;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var key = json.GetString() ?? "";
            var start = json.TokenStartIndex;
            json.Read();
            if (!ColourKeys.Contains(key))
            {
                report(start, $"there is no colour \"{key}\"{DidYouMean(key, ColourKeys)}: there are \"brand\", \"links\" and \"buttons\"");
                json.Skip();
                continue;
            }

            var text = json.TokenType == JsonTokenType.String ? json.GetString() ?? "" : "";
            if (!seen.Add(ColoursKey + key))
            {
                report(start, $"the colour \"{key}\" is set twice: keep one of the two");
            }

            if (ContrastWithWhite(text) is not { } contrast)
            {
                report(json.TokenStartIndex, $"\"{key}\" must be a colour written as \"#1d4354\": a hash and six digits");
                json.Skip();
            }
            else if (contrast < LeastContrast)
            {
                report(json.TokenStartIndex, string.Create(CultureInfo.InvariantCulture, $"\"{text}\" is too light: white letters on it (or it on white) have a contrast of {contrast:0.0}, and 4.5 is the least that everybody can read. Take a darker one"));
            }
            else
            {
                settings = key switch { BrandKey => settings with { BrandColour = text }, LinksKey => settings with { LinkColour = text }, _ => settings with { ButtonColour = text } };
            }
        }
    }

    /// <summary>The contrast of a colour with white; none for what is no colour.</summary>
    internal static double? ContrastWithWhite(string colour)
    {
        if (colour.Length != 7 || colour[0] != '#' || !int.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var luminance = (0.2126 * Linear((value >> 16) & 255)) + (0.7152 * Linear((value >> 8) & 255)) + (0.0722 * Linear(value & 255));
        return 1.05 / (luminance + 0.05);
    }

    private static double Linear(int channel)
    {
        var part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }

    private static string DidYouMean(string written, IEnumerable<string> candidates) =>
        written.Length > 0 && Suggestion.Closest(written, candidates) is { } closest ? $"; did you mean \"{closest}\"?" : "";
}
