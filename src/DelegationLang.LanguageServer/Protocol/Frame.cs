namespace DelegationLang.LanguageServer.Protocol;

/// <summary>What was read from the stream: the content of one message, or why there is none.</summary>
/// <param name="Content">The content; empty where there is none.</param>
/// <param name="Fault">What is wrong with the header, in words; empty where nothing is.</param>
internal sealed record Frame(byte[] Content, string Fault)
{
    public static Frame Of(byte[] content) => new(content, "");

    public static Frame Bad(string fault) => new([], fault);
}
