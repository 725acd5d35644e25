using System.Collections.Immutable;
using System.Text.Json;

namespace DelegationLang.Policy.Loading;

/// <summary>What is read of a built scheme.</summary>
internal sealed record LoadedSchemeFile(string Title, string Version, string Fingerprint, ImmutableArray<SchemeName> Names, SpaceDefinition Space)
{
    /// <summary>What the file says that its names and its space come to; none in those of earlier versions.</summary>
    public string? ContentHash { get; private init; }

    private static string[] Needed => ["scheme", "names", "space"];

    /// <summary>Reads the file. What is needed stands first in it, so that the rest can be left where it is not to be checked.</summary>
    public static LoadedSchemeFile Read(ref JsonPullReader json, bool isWholeRead)
    {
        if (!json.Read() || json.Token != JsonTokenType.StartObject)
        {
            throw new SchemeJsonException("The file is not a built scheme.");
        }

        string format = "";
        int version = -1;
        var file = new LoadedSchemeFile("", "", "", default, new SpaceDefinition());
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var hasher = new ContentHasher();
        while (json.NextField())
        {
            if (Once(ref json, seen, "format"u8, "format"))
            {
                format = json.Text();
            }
            else if (Once(ref json, seen, "formatVersion"u8, "formatVersion"))
            {
                version = json.Integer();
            }
            else if (Once(ref json, seen, "fingerprint"u8, "fingerprint"))
            {
                file = file with { Fingerprint = json.Text() };
            }
            else if (Once(ref json, seen, "contentHash"u8, "contentHash"))
            {
                file = file with { ContentHash = json.Text() };
                if (seen.Contains("names") || seen.Contains("space"))
                {
                    throw json.Fault("stands behind what it is about: the file was changed after it was written. Build the scheme again");
                }
            }
            else if (Once(ref json, seen, "scheme"u8, "scheme"))
            {
                file = Scheme(ref json, file);
            }
            else if (Once(ref json, seen, "names"u8, "names"))
            {
                json.BeginHash(file.ContentHash is null ? null : hasher);
                file = file with { Names = JsonParts.List(ref json, Name) };
                json.EndHash();
            }
            else if (Once(ref json, seen, "space"u8, "space"))
            {
                CheckFormat(format, version);
                json.BeginHash(file.ContentHash is null ? null : hasher);
                file = file with { Space = SpaceReader.Read(ref json) };
                json.EndHash();
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
            if (!isWholeRead && Needed.All(seen.Contains))
            {
                break;
            }
        }

        CheckFormat(format, version);
        if (isWholeRead && json.Read())
        {
            throw new SchemeJsonException("Something stands behind the end of the scheme.");
        }

        if (Needed.FirstOrDefault(field => !seen.Contains(field)) is { } missing)
        {
            throw new SchemeJsonException(missing + " is missing.");
        }

        CheckContent(file.ContentHash, hasher);
        return file;
    }

    /// <summary>The hash of the names and the space of a file, whatever else stands in it.</summary>
    public static string ContentHashOf(ref JsonPullReader json)
    {
        using var hasher = new ContentHasher();
        if (!json.Read() || json.Token != JsonTokenType.StartObject)
        {
            throw new SchemeJsonException("The file is not a built scheme.");
        }

        while (json.NextField())
        {
            if (json.Is("names"u8, "names") || json.Is("space"u8, "space"))
            {
                json.BeginHash(hasher);
                json.Skip();
                json.EndHash();
                json.Leave();
            }
            else
            {
                json.SkipField();
            }
        }

        return hasher.Result();
    }

    // What stands twice would be read differently by different programs.
    private static bool Once(ref JsonPullReader json, HashSet<string> seen, ReadOnlySpan<byte> utf8, string name) =>
        json.Is(utf8, name) && (seen.Add(name) ? true : throw json.Fault("stands twice"));

    private static void CheckContent(string? wanted, ContentHasher hasher)
    {
        if (wanted is not null && wanted != hasher.Result())
        {
            throw new SchemeJsonException(
                "The file is damaged: its “names” and “space” are not those that were written, as its “contentHash” shows. They were edited, cut, or mixed with those of another build. Build the scheme again.");
        }
    }

    private static void CheckFormat(string format, int version)
    {
        if (format != LoadedScheme.Format)
        {
            throw new SchemeJsonException($"The file is not a built scheme: its “format” is not “{LoadedScheme.Format}”.");
        }

        if (version != LoadedScheme.FormatVersion)
        {
            throw new SchemeJsonException(FormattableString.Invariant(
                $"The file is of version {version} of the format; this reads version {LoadedScheme.FormatVersion}. Build the scheme again."));
        }
    }

    private static LoadedSchemeFile Scheme(ref JsonPullReader json, LoadedSchemeFile file)
    {
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("title"u8, "title"))
            {
                file = file with { Title = json.Text() };
            }
            else if (json.Is("version"u8, "version"))
            {
                file = file with { Version = json.Text() };
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return file;
    }

    private static SchemeName Name(ref JsonPullReader json)
    {
        string name = "";
        string shownAs = "";
        string family = "";
        string kind = "";
        string id = "";
        int index = -1;
        bool isFromLibrary = false;
        ImmutableArray<string> aliases = [];
        ImmutableArray<string> owners = [];
        json.StartObject();
        while (json.NextField())
        {
            if (json.Is("name"u8, "name"))
            {
                name = json.Text();
            }
            else if (json.Is("id"u8, "id"))
            {
                id = json.Text();
            }
            else if (json.Is("index"u8, "index"))
            {
                index = json.Integer();
            }
            else if (json.Is("family"u8, "family"))
            {
                family = json.PooledText();
            }
            else if (json.Is("kind"u8, "kind"))
            {
                kind = json.PooledText();
            }
            else if (json.Is("owners"u8, "owners"))
            {
                owners = JsonParts.Texts(ref json);
            }
            else if (json.Is("aliases"u8, "aliases"))
            {
                aliases = JsonParts.Texts(ref json);
            }
            else if (json.Is("shownAs"u8, "shownAs"))
            {
                shownAs = json.Text();
            }
            else if (json.Is("library"u8, "library"))
            {
                isFromLibrary = json.Truth();
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
        }

        return name.Length == 0
            ? throw json.Fault("has no name")
            : new SchemeName
            {
                Name = name, ShownAs = shownAs, Aliases = aliases, Family = family, Kind = kind, Owners = owners, Id = id, Index = index, IsFromLibrary = isFromLibrary,
            };
    }
}
