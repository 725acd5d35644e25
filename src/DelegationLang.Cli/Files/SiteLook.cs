using System.Collections.Immutable;
using System.Text;
using DelegationLang.Cli.Hosting;
using DelegationLang.Emit;
using DelegationLang.Emit.Html;
using DelegationLang.Workspaces;

namespace DelegationLang.Cli.Files;

/// <summary>How the pages look, as <c>delegation.json</c> says, with the files that it names read.</summary>
internal static class SiteLook
{
    private const int LargestLogo = 500_000;
    private const string FormerExtension = ".hbs";

    /// <summary>The look.</summary>
    /// <exception cref="CommandFailure">A file that is named cannot be read, or is no template.</exception>
    public static SiteOptions Read(SiteSettings settings, FolderFiles files) => new()
    {
        Theme = settings.Theme switch { "nhs" => SiteTheme.Nhs, "govuk" => SiteTheme.GovUk, "neutral" => SiteTheme.Neutral, _ => SiteTheme.ByOrganisation },
        Name = settings.Name,
        Address = settings.Address,
        Logo = settings.Logo.Length == 0 ? null : Logo(settings.Logo, files),
        BrandColour = settings.BrandColour,
        LinkColour = settings.LinkColour,
        ButtonColour = settings.ButtonColour,
        WordTemplate = settings.Word.Length == 0 ? default(ReadOnlyMemory<byte>?) : Content(settings.Word, files).AsMemory(),
        Templates = settings.Templates.Length == 0 ? ImmutableDictionary<string, string>.Empty : Templates(settings.Templates, files),
    };

    private static SiteLogo Logo(string path, IProjectFiles files)
    {
        ImmutableArray<byte> content = Content(path, files);
        if (content.Length > LargestLogo)
        {
            throw new CommandFailure($"{ProjectConfiguration.FileName}: the logo {path} is too large: at most {LargestLogo / 1000} kB, since every page shows it");
        }

        var logo = new SiteLogo(path[(path.LastIndexOf('.') + 1)..].ToLowerInvariant(), content.AsMemory());
        return logo.Published is not null
            ? logo
            : throw new CommandFailure($"{ProjectConfiguration.FileName}: the logo {path} cannot be read as a picture in SVG: save it as plain SVG in UTF-8, without entities");
    }

    private static ImmutableDictionary<string, string> Templates(string folder, FolderFiles files)
    {
        ImmutableDictionary<string, string>.Builder templates = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string? path in files.ListBelow(folder).Order(StringComparer.Ordinal))
        {
            string name = path[(folder.Length + 1)..];
            if (name.EndsWith(FormerExtension, StringComparison.Ordinal))
            {
                throw new CommandFailure($"{path} is a Handlebars template, and templates of the pages are written in Scriban now: see what “delegation templates” writes out as {name[..^FormerExtension.Length]}{SiteTemplates.Extension}");
            }

            if (!SiteTemplates.Names.Contains(name))
            {
                string meant = Suggestion.Closest(name, SiteTemplates.Names) is { } closest ? $"; did you mean {closest}?" : "";
                throw new CommandFailure($"{path} is no template of the pages{meant}{(meant.Length == 0 ? "." : "")} There are {string.Join(", ", SiteTemplates.Names)}");
            }

            templates.Add(name, Encoding.UTF8.GetString(Content(path, files).AsSpan()).TrimStart('\uFEFF').ReplaceLineEndings("\n"));
        }

        return templates.Count > 0 ? templates.ToImmutable() : throw new CommandFailure($"{ProjectConfiguration.FileName}: there are no templates in the folder {folder}");
    }

    /// <summary>The bytes of a file that the settings name.</summary>
    /// <exception cref="CommandFailure">It cannot be read.</exception>
    public static ImmutableArray<byte> Content(string path, IProjectFiles files)
    {
        ProjectFile file = files.Read(path);
        return file.Status == ProjectFileStatus.Read ? file.Bytes : throw new CommandFailure($"{ProjectConfiguration.FileName}: {path} cannot be read");
    }
}
