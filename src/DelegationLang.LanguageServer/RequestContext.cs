using DelegationLang.LanguageServer.Protocol;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.LanguageServer.Workspace;

namespace DelegationLang.LanguageServer;

/// <summary>What a request is answered from: the documents as they were when it came, whatever came after it.</summary>
internal sealed record RequestContext(WorkspaceState State, ClientFacts Client, CancellationToken Cancellation)
{
    /// <summary>The document in its project; none where it is no part of any.</summary>
    public DocumentView? View(string address)
    {
        Cancellation.ThrowIfCancellationRequested();
        DocumentView? view = State.ViewOf(address);
        Cancellation.ThrowIfCancellationRequested();
        return view;
    }

    /// <summary>The document in its project.</summary>
    /// <exception cref="RequestFailure">It is no part of any.</exception>
    public DocumentView Required(TextDocumentIdentifier document) =>
        View(document.Uri) ?? throw new RequestFailure(ErrorCodes.RequestFailed, "This document is no part of a scheme.");
}
