using Microsoft.AspNetCore.Http;

namespace DelegationLang.Service.Rest;

/// <summary>A request that cannot be answered. Whoever sent it gets a problem document (RFC 9457).</summary>
/// <param name="status">The status of HTTP.</param>
/// <param name="detail">Why, in a sentence.</param>
internal sealed class RequestProblem(int status, string detail) : Exception(detail)
{
    /// <summary>The status of HTTP.</summary>
    public int Status { get; } = status;

    /// <summary>A request that is not made as the description of the service says.</summary>
    public static RequestProblem Malformed(string detail) => new(StatusCodes.Status400BadRequest, detail);

    /// <summary>A request for what the scheme does not have.</summary>
    public static RequestProblem Unfit(string detail) => new(StatusCodes.Status422UnprocessableEntity, detail);

    /// <summary>Writes a problem document, unless something has been sent already.</summary>
    public static Task WriteAsync(HttpContext context, int status, string detail) => context.Response.HasStarted
        ? Task.CompletedTask
        : TypedResults.Problem(detail, statusCode: status, title: Title(status)).ExecuteAsync(context);

    /// <summary>What a status says where nothing else does.</summary>
    public static string DetailOf(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status400BadRequest => "The request cannot be read, or it is sent to a host that this service does not answer for.",
        StatusCodes.Status404NotFound => "There is nothing at this address. GET /openapi.json describes what there is.",
        StatusCodes.Status405MethodNotAllowed => $"This address does not take {Shown(context.Request.Method)}; it takes {context.Response.Headers.Allow}.",
        _ => "The request cannot be answered.",
    };

    private static string Shown(string method) => method.Length <= 16 ? method : "this method";

    private static string Title(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request is malformed.",
        StatusCodes.Status403Forbidden => "The service does not do that.",
        StatusCodes.Status404NotFound => "There is no such thing.",
        StatusCodes.Status405MethodNotAllowed => "The method is not allowed.",
        StatusCodes.Status408RequestTimeout => "The request took too long.",
        StatusCodes.Status409Conflict => "The scheme was not read again.",
        StatusCodes.Status413PayloadTooLarge => "The request is too large.",
        StatusCodes.Status415UnsupportedMediaType => "The request is not JSON.",
        StatusCodes.Status422UnprocessableEntity => "The scheme cannot be asked that.",
        StatusCodes.Status503ServiceUnavailable => "The service cannot answer now.",
        _ => "The request was not answered.",
    };
}
