using System.Text.Json;
using DelegationLang.Policy;
using DelegationLang.Service.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DelegationLang.Service.Rest;

/// <summary>
/// The members of a request's JSON. Nothing is passed over: a member that a request does not have is refused, since a misspelt amount that nobody reads would have the question
/// answered for any amount.
/// </summary>
internal sealed class RequestMembers
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    private readonly JsonElement json;
    private readonly int longest;

    private RequestMembers(JsonElement json, int longest)
    {
        this.json = json;
        this.longest = longest;
    }

    /// <summary>Reads the body of a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="longest">The most characters that a text may have.</param>
    /// <param name="known">The members that it may have.</param>
    /// <exception cref="RequestProblem">It is not a JSON object with these members.</exception>
    public static async Task<RequestMembers> ReadAsync(HttpContext context, int longest, string[] known)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out MediaTypeHeaderValue? type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            throw new RequestProblem(StatusCodes.Status415UnsupportedMediaType, "The body must be JSON in UTF-8, with the content type application/json.");
        }

        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(context.Request.Body, Options, context.RequestAborted).ConfigureAwait(false);
            var members = new RequestMembers(document.RootElement.Clone(), longest);
            members.Check(known);
            return members;
        }
        catch (JsonException)
        {
            throw RequestProblem.Malformed("The body is not readable as JSON, is nested too deep, or says a member twice.");
        }
        catch (InvalidOperationException)
        {
            throw RequestProblem.Malformed("The body holds text that cannot be read.");
        }
    }

    /// <summary>A text that must be there.</summary>
    public string Text(string name) => OptionalText(name) ?? throw RequestProblem.Malformed($"The member {name} is missing.");

    /// <summary>A text; none where it is not said.</summary>
    public string? OptionalText(string name) => Find(name) is { } value ? Text(name, value) : null;

    /// <summary>A number that is not negative; none where it is not said.</summary>
    public decimal? Figure(string name) => Find(name) is { } value ? Figure(name, value) : null;

    /// <summary>A day; none where it is not said.</summary>
    public DateOnly? Day(string name) => OptionalText(name) is not { } text ? null
        : ServiceWords.Day(text) is { } day && day != default ? day
        : throw RequestProblem.Malformed($"The member {name} must be a day such as 2026-05-01.");

    /// <summary>Whether value added tax is in an amount.</summary>
    public Vat Vat(string name) => OptionalText(name) switch
    {
        null => Policy.Vat.Unstated,
        "including" => Policy.Vat.Including,
        "excluding" => Policy.Vat.Excluding,
        _ => throw RequestProblem.Malformed($"The member {name} must be including or excluding."),
    };

    /// <summary>A list of texts; empty where it is not said.</summary>
    public IReadOnlyList<string> Texts(string name) => Find(name) is not { } value ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(text => Text(name, text))]
        : throw RequestProblem.Malformed($"The member {name} must be a list of texts.");

    /// <summary>Numbers by name; empty where they are not said.</summary>
    public IReadOnlyList<(string Name, decimal Value)> Figures(string name) => Find(name) is not { } value ? []
        : value.ValueKind == JsonValueKind.Object ? [.. value.EnumerateObject().Select(member => (member.Name, Figure(name, member.Value)))]
        : throw RequestProblem.Malformed($"The member {name} must be an object of numbers.");

    private void Check(string[] known)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw RequestProblem.Malformed("The body must be a JSON object.");
        }

        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                throw RequestProblem.Malformed($"The body has a member that this request does not have. It may have {Wording.List(known)}.");
            }

            // Half a surrogate pair is found only when a text is read.
            _ = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null;
        }
    }

    private JsonElement? Find(string name) => json.TryGetProperty(name, out JsonElement value) ? value : null;

    private string Text(string name, JsonElement value)
    {
        try
        {
            return value.ValueKind != JsonValueKind.String || value.GetString() is not { } text ? throw RequestProblem.Malformed($"The member {name} must be a text.")
                : text.Length > longest ? throw RequestProblem.Malformed(FormattableString.Invariant($"A text of the member {name} is longer than {longest} characters."))
                : text;
        }
        catch (InvalidOperationException)
        {
            throw RequestProblem.Malformed($"The member {name} holds text that cannot be read.");
        }
    }

    private static decimal Figure(string name, JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var figure) && figure >= 0
        ? figure
        : throw RequestProblem.Malformed($"The member {name} must have a number that is not negative, and not too large to be counted exactly.");
}
