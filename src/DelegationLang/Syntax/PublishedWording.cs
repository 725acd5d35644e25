namespace DelegationLang.Syntax;

/// <summary>How an address is published that a clause gives of a body or a post, and that means nothing else.</summary>
/// <param name="Key">Its name in the JSON of the scheme.</param>
/// <param name="Heading">What stands before it on a page.</param>
/// <param name="Words">What stands before it in a sentence.</param>
public sealed record PublishedWording(string Key, string Heading, string Words);
