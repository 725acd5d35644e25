using System.Security.Claims;
using DelegationLang.Policy;

namespace DelegationLang.AspNetCore;

/// <summary>Which schemes a program decides by, and how it finds the posts of whoever is signed in. Can be bound from configuration.</summary>
public sealed class DelegationOptions
{
    // A field: the binding of configuration looks at properties, whoever may see them.
    private readonly List<KeyValuePair<string, LoadedScheme>> loaded = [];

    /// <summary>The files with the schemes: one for each version of each body's scheme.</summary>
    public IList<SchemeFile> Schemes { get; } = [];

    /// <summary>Whether files are read again when they change. One that cannot be read leaves the scheme as it was; the log and the health check say so.</summary>
    public bool ReloadOnChange { get; set; } = true;

    /// <summary>Where midnight is: the day of a decision is the day there. An identifier of the IANA time zones.</summary>
    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>The type of the claims that say which posts somebody holds. Roles by default.</summary>
    public string PostClaim { get; set; } = ClaimTypes.Role;

    /// <summary>The type of the claim that says who somebody is. One person never counts as two signatures.</summary>
    public string PersonClaim { get; set; } = ClaimTypes.NameIdentifier;

    /// <summary>Which post a claim's value stands for, where it is not the post's own name: a role or group of the identity provider.</summary>
    public IDictionary<string, string> Posts { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether a claim whose value stands in <see cref="Posts"/> for nothing names the post itself.</summary>
    public bool AreOtherClaimsPosts { get; set; } = true;

    /// <summary>How many days before the last day of a scheme the health check begins to say that no later version is there.</summary>
    public int DaysOfNotice { get; set; } = 30;

    /// <summary>Adds a file.</summary>
    /// <param name="path">Its path, from the folder of the program.</param>
    /// <param name="body">Whose scheme it is, in any words; empty where the program has the scheme of one body alone.</param>
    public DelegationOptions Add(string path, string body = "")
    {
        Schemes.Add(new SchemeFile { Path = path, Body = body });
        return this;
    }

    /// <summary>Adds a scheme that is loaded already.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="body">Whose it is; empty where the program has the scheme of one body alone.</param>
    public DelegationOptions Add(LoadedScheme scheme, string body = "")
    {
        ArgumentNullException.ThrowIfNull(scheme);
        loaded.Add(KeyValuePair.Create(body, scheme));
        return this;
    }

    /// <summary>The schemes that the program has loaded itself, each with the body whose it is.</summary>
    internal IEnumerable<KeyValuePair<string, LoadedScheme>> AlreadyLoaded() => loaded;

    /// <summary>Takes all schemes away.</summary>
    internal void Clear()
    {
        Schemes.Clear();
        loaded.Clear();
    }
}

/// <summary>A file with one version of a scheme: the <c>scheme.json</c> of a build.</summary>
public sealed class SchemeFile
{
    /// <summary>Its path, from the folder of the program.</summary>
    public string Path { get; set; } = "";

    /// <summary>Whose scheme it is, in any words; empty where the program has the scheme of one body alone.</summary>
    public string Body { get; set; } = "";
}
