using System.Buffers;
using System.Globalization;
using System.Text.Json;
using DelegationLang.Policy;

namespace DelegationLang.Service.Serving;

/// <summary>What the service says of its schemes, as JSON.</summary>
internal static class SchemeJsonWriter
{
    /// <summary>Nothing can be decided by some scheme, because it is not in force.</summary>
    public const string Unhealthy = "unhealthy";

    private const string Degraded = "degraded";
    private const string Healthy = "healthy";

    /// <summary>How the service is: <c>healthy</c>; <c>degraded</c> where a scheme that changed could not be read; <c>unhealthy</c> where one is not in force.</summary>
    public static string StatusOf(SchemeShelf shelf, DateOnly today) =>
        shelf.All.Any(scheme => !scheme.Current.Loaded.InForce.Contains(today)) ? Unhealthy
        : shelf.All.Any(scheme => scheme.Fault is not null) ? Degraded
        : Healthy;

    /// <summary>How the service is, with every scheme.</summary>
    public static byte[] Health(SchemeShelf shelf, DateOnly today) => Json(json =>
    {
        json.WriteString("status", StatusOf(shelf, today));
        Schemes(json, shelf, today);
    });

    /// <summary>Every scheme.</summary>
    public static byte[] All(SchemeShelf shelf, DateOnly today) => Json(json => Schemes(json, shelf, today));

    /// <summary>One scheme.</summary>
    public static byte[] One(ShelvedScheme scheme, DateOnly today) => Json(json => Members(json, scheme, today));

    private static void Schemes(Utf8JsonWriter json, SchemeShelf shelf, DateOnly today)
    {
        json.WriteStartArray("schemes");
        foreach (ShelvedScheme scheme in shelf.All)
        {
            json.WriteStartObject();
            Members(json, scheme, today);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Members(Utf8JsonWriter json, ShelvedScheme shelved, DateOnly today)
    {
        LoadedScheme loaded = shelved.Current.Loaded;
        json.WriteString("key", shelved.Key);
        json.WriteString("scheme", loaded.Title);
        json.WriteString("version", loaded.Version);
        json.WriteString("contentHash", loaded.ContentHash);
        json.WriteBoolean("inForce", loaded.InForce.Contains(today));
        if (loaded.InForce.HasFirst)
        {
            json.WriteString("from", Day(loaded.InForce.First));
        }

        if (loaded.InForce.HasLast)
        {
            json.WriteString("until", Day(loaded.InForce.Last));
        }

        if (shelved.Fault is { } fault)
        {
            json.WriteString("fault", fault);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static byte[] Json(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
