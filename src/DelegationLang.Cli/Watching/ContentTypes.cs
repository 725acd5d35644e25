namespace DelegationLang.Cli.Watching;

/// <summary>What a file is, by the end of its name.</summary>
internal static class ContentTypes
{
    /// <summary>Whether a file is a page.</summary>
    public static bool IsPage(string name) => Of(name).StartsWith("text/html", StringComparison.Ordinal);

    /// <summary>The media type of a file, with the encoding of texts.</summary>
    public static string Of(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".html" or ".htm" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".ico" => "image/x-icon",
        ".woff2" => "font/woff2",
        ".csv" => "text/csv; charset=utf-8",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".txt" or ".cs" or ".delegation" or ".md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
}
