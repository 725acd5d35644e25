using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;

namespace DelegationLang.LanguageServer.Features;

/// <summary>Changes of several documents, as the client takes them.</summary>
internal static class Edits
{
    /// <summary>The changes of the files of a project. With their versions for a client that checks them, so that none is made to a text that has moved on.</summary>
    public static WorkspaceEdit Of(ProjectSnapshot project, ClientFacts client, IReadOnlyDictionary<string, IReadOnlyList<TextEdit>> byFile)
    {
        IEnumerable<KeyValuePair<string, IReadOnlyList<TextEdit>>> ordered = byFile.OrderBy(pair => pair.Key, StringComparer.Ordinal);
        return client.HasVersionedEdits
            ? new WorkspaceEdit
            {
                DocumentChanges = [.. ordered.Select(pair => new TextDocumentEdit(
                    new VersionedTextDocumentIdentifier(project.AddressOf(pair.Key), project.VersionOf(pair.Key)), [.. pair.Value]))],
            }
            : new WorkspaceEdit { Changes = ordered.ToDictionary(pair => project.AddressOf(pair.Key), pair => pair.Value.ToArray(), StringComparer.Ordinal) };
    }
}
