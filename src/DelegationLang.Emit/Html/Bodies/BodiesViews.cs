namespace DelegationLang.Emit.Html.Bodies;

/// <summary>The front page as its template shows it.</summary>
/// <param name="Heading">What it is called.</param>
/// <param name="Policy">The content security policy.</param>
/// <param name="Frontend">The style sheet of the frontend that it wears.</param>
/// <param name="Bodies">The schemes.</param>
internal sealed record BodiesView(string Heading, string Policy, string Frontend, IReadOnlyList<BodyView> Bodies) : View;

/// <summary>One of the schemes.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Folder">The folder of its site, as addresses have it.</param>
/// <param name="Href">Its first page.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Subtitle">Version and days; empty for none.</param>
internal sealed record BodyView(string Name, string Folder, string Href, string Title, string Subtitle) : View;
