using System.Globalization;
using System.Text;

namespace DelegationLang.Cli.Watching;

/// <summary>An answer to a request.</summary>
/// <param name="Status">The status, such as 404.</param>
/// <param name="Type">The media type.</param>
/// <param name="Content">The bytes.</param>
internal sealed record HttpReply(int Status, string Type, ReadOnlyMemory<byte> Content)
{
    /// <summary>A text in UTF-8.</summary>
    public static HttpReply Of(string type, string text) => new(200, type + "; charset=utf-8", Encoding.UTF8.GetBytes(text));

    /// <summary>A refusal, in words.</summary>
    public static HttpReply Refusal(int status, string words) => Of("text/plain", words + "\n") with { Status = status };

    /// <summary>
    /// What comes before the content. Nothing is kept by the browser, since it may be different a moment later; and no other site may take a page of
    /// this one into its own, or read what it says.
    /// </summary>
    public string Head() => string.Create(CultureInfo.InvariantCulture,
        $"HTTP/1.1 {Status} {Reason}\r\nContent-Type: {Type}\r\nContent-Length: {Content.Length}\r\n{(Status == 405 ? "Allow: GET, HEAD\r\n" : "")}Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\nX-Frame-Options: SAMEORIGIN\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n");

    private string Reason => Status switch
    {
        200 => "OK",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Error",
    };
}
