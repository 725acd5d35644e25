using System.Collections.Immutable;
using System.Text.Json;

namespace DelegationLang.Policy.Loading;

/// <summary>What is read of a built scheme.</summary>
internal sealed record SchemeFile(string Title, string Version, string Fingerprint, ImmutableArray<SchemeName> Names, SpaceDefinition Space)
{
    /// <summary>Reads the file. What is needed stands first in it, so that the rest can be left where it is not to be checked.</summary>
    public static SchemeFile Read(ref JsonPull json, bool isWholeRead)
    {
        if (!json.Read() || json.Token != JsonTokenType.StartObject)
        {
            throw new SchemeJsonException("The file is not a built scheme.");
        }

        string format = "";
        int version = -1;
        var file = new SchemeFile("", "", "", default, new SpaceDefinition());
        bool hasScheme = false;
        bool hasSpace = false;
        while (json.NextField())
        {
            if (json.Is("format"u8, "format"))
            {
                format = json.Text();
            }
            else if (json.Is("formatVersion"u8, "formatVersion"))
            {
                version = json.Integer();
            }
            else if (json.Is("fingerprint"u8, "fingerprint"))
            {
                file = file with { Fingerprint = json.Text() };
            }
            else if (json.Is("scheme"u8, "scheme"))
            {
                file = Scheme(ref json, file);
                hasScheme = true;
            }
            else if (json.Is("names"u8, "names"))
            {
                file = file with { Names = JsonParts.List(ref json, Name) };
            }
            else if (json.Is("space"u8, "space"))
            {
                CheckFormat(format, version);
                file = file with { Space = SpaceReader.Read(ref json) };
                hasSpace = true;
            }
            else
            {
                json.SkipField();
                continue;
            }

            json.Leave();
            if (!isWholeRead && hasScheme && hasSpace && !file.Names.IsDefault)
            {
                return file;
            }
        }

        CheckFormat(format, version);
        if (json.Read())
        {
            throw new SchemeJsonException("Something stands behind the end of the scheme.");
        }

        return hasScheme && hasSpace && !file.Names.IsDefault
            ? file
            : throw new SchemeJsonException((!hasScheme ? "scheme" : !hasSpace ? "space" : "names") + " is missing.");
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

    private static SchemeFile Scheme(ref JsonPull json, SchemeFile file)
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

    private static SchemeName Name(ref JsonPull json)
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
                isFromLibrary = json.Truth() == true;
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
