namespace DelegationLang.Service.Rest;

/// <summary>How a service answers over HTTP.</summary>
internal sealed record ServeOptions
{
    /// <summary>Where it listens unless told otherwise: this machine alone.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Where it listens: an address of <c>http</c>.</summary>
    public Uri Url { get; init; } = new(DefaultUrl);

    /// <summary>Whether schemes may be read again by request.</summary>
    public bool AllowsReload { get; init; }

    /// <summary>The most bytes that the body of a request may have.</summary>
    public int MaxBody { get; init; } = 1_048_576;

    /// <summary>The most questions that a request may have.</summary>
    public int MaxQuestions { get; init; } = 1_000;

    /// <summary>The most characters that a text of a request may have.</summary>
    public int MaxLength { get; init; } = 2_000;
}
