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
}
