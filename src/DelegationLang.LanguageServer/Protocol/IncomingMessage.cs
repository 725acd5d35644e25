using System.Text.Json;

namespace DelegationLang.LanguageServer.Protocol;

/// <summary>A message of the client: a request (with an id), a notification (without one), or the answer to something that the server asked.</summary>
/// <param name="Id">The id of a request.</param>
/// <param name="Method">What is wanted; empty for an answer.</param>
/// <param name="Parameters">With what; undefined where nothing was given.</param>
internal sealed record IncomingMessage(JsonElement? Id, string Method, JsonElement Parameters)
{
    /// <summary>Whether it is the answer to something that the server asked.</summary>
    public bool IsAnswer => Method.Length == 0;

    /// <summary>Whether the client waits for an answer.</summary>
    public bool IsRequest => Id is not null;

    /// <summary>Reads the content of a message.</summary>
    /// <exception cref="RequestFailure">It is no JSON, or no message.</exception>
    public static IncomingMessage Read(byte[] content)
    {
        JsonElement root;
        try
        {
            // A copy, because the elements outlive the document.
            using var document = JsonDocument.Parse(LoneSurrogates.Replace(content));
            root = document.RootElement.Clone();
        }
        catch (JsonException trouble)
        {
            throw new RequestFailure(ErrorCodes.ParseError, "The message is not JSON: " + trouble.Message);
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new RequestFailure(ErrorCodes.InvalidRequest, "A message is one object.");
        }

        JsonElement? id = root.TryGetProperty("id", out JsonElement given) && given.ValueKind is JsonValueKind.Number or JsonValueKind.String ? given : null;
        bool hasMethod = root.TryGetProperty("method", out JsonElement method);
        if (hasMethod && method.ValueKind != JsonValueKind.String)
        {
            throw new RequestFailure(ErrorCodes.InvalidRequest, "The method of a message is a string.");
        }

        if (!hasMethod && !root.TryGetProperty("result", out _) && !root.TryGetProperty("error", out _))
        {
            throw new RequestFailure(ErrorCodes.InvalidRequest, "A message has a method, a result or an error.");
        }

        root.TryGetProperty("params", out JsonElement parameters);
        return new IncomingMessage(id, hasMethod ? method.GetString() ?? "" : "", parameters);
    }

    /// <summary>The id as the key by which the client may cancel the request: a number and a string of the same digits are two ids.</summary>
    public static string KeyOf(JsonElement id) => id.GetRawText();
}
