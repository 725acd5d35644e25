namespace DelegationLang.LanguageServer.Protocol;

/// <summary>A request that is answered by an error. The message is shown to people.</summary>
internal sealed class RequestFailure(int code, string message) : Exception(message)
{
    /// <summary>One of <see cref="ErrorCodes"/>.</summary>
    public int Code { get; } = code;
}
