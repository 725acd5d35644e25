namespace DelegationLang.Office.Packaging;

/// <summary>What a file says of itself.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Creator">Whose it is; empty for nobody's in particular.</param>
/// <param name="Version">The version of the scheme; empty for none.</param>
/// <param name="Fingerprint">What tells the text that it was made from from any other.</param>
internal sealed record FileFacts(string Title, string Creator, string Version, string Fingerprint);
