namespace DelegationLang.LanguageServer.Workspace;

/// <summary>What a character of a position counts.</summary>
internal enum PositionEncoding
{
    /// <summary>UTF-16 units: what every client understands.</summary>
    Utf16,

    /// <summary>Bytes of UTF-8.</summary>
    Utf8,

    /// <summary>Code points.</summary>
    Utf32,
}

/// <summary>The names of the encodings in the protocol.</summary>
internal static class PositionEncodings
{
    /// <summary>The first of the client's that is known here, in its order of preference; UTF-16 where it says nothing.</summary>
    public static PositionEncoding Choose(IReadOnlyList<string>? offered)
    {
        foreach (string name in offered ?? [])
        {
            switch (name)
            {
                case "utf-8":
                    return PositionEncoding.Utf8;
                case "utf-16":
                    return PositionEncoding.Utf16;
                case "utf-32":
                    return PositionEncoding.Utf32;
            }
        }

        return PositionEncoding.Utf16;
    }

    public static string NameOf(PositionEncoding encoding) => encoding switch
    {
        PositionEncoding.Utf8 => "utf-8",
        PositionEncoding.Utf32 => "utf-32",
        _ => "utf-16",
    };
}
