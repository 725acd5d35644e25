using DelegationLang.LanguageServer.Protocol;

namespace DelegationLang.LanguageServer;

/// <summary>What the client tells the server. What is not known here is no concern of the server's.</summary>
internal static class Notifications
{
    private static readonly ProtocolJson Json = ProtocolJson.Default;

    public static void Handle(LanguageServer server, IncomingMessage message)
    {
        switch (message.Method)
        {
            case "initialized":
                server.OnInitialized();
                break;
            case "$/cancelRequest":
                server.OnCancel(Requests.Read(message.Parameters, Json.CancelParams));
                break;
            case "textDocument/didOpen":
                server.OnOpen(Requests.Read(message.Parameters, Json.DidOpenParams));
                break;
            case "textDocument/didChange":
                server.OnChange(Requests.Read(message.Parameters, Json.DidChangeParams));
                break;
            case "delegation/cursor":
                server.OnCursor(Requests.Read(message.Parameters, Json.PositionParams));
                break;
            case "textDocument/didClose":
                server.OnClose(Requests.Read(message.Parameters, Json.DidCloseParams));
                break;
            case "textDocument/didSave":
            case "workspace/didChangeWatchedFiles":
                server.OnDiskChanged();
                break;
            case "workspace/didChangeWorkspaceFolders":
                server.OnFolders(Requests.Read(message.Parameters, Json.DidChangeWorkspaceFoldersParams).Event);
                break;
        }
    }
}
