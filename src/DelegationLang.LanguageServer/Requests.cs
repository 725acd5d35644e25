using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DelegationLang.LanguageServer.Features;
using DelegationLang.LanguageServer.Protocol;
using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.Text;

namespace DelegationLang.LanguageServer;

/// <summary>Answers one request: reads its parameters, and gives what writes the result.</summary>
internal delegate Action<MessageWriter, JsonElement> RequestHandler(RequestContext context, JsonElement parameters);

/// <summary>Every request that the server answers, by its method, with the types of what goes in and comes out.</summary>
internal static partial class Requests
{
    private static readonly ProtocolJson Json = ProtocolJson.Default;

    /// <summary>The handlers by method.</summary>
    public static IReadOnlyDictionary<string, RequestHandler> All { get; } = new Dictionary<string, RequestHandler>(StringComparer.Ordinal)
    {
        ["textDocument/formatting"] = On(Json.DocumentParams, Json.TextEditArray, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? Layout.Whole(view) : null),
        ["textDocument/rangeFormatting"] = On(Json.RangeParams, Json.TextEditArray, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? Layout.Lines(view, given.Range) : null),
        ["textDocument/onTypeFormatting"] = On(Json.PositionParams, Json.TextEditArray, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? Layout.Typed(view, given.Position) : null),
        ["textDocument/selectionRange"] = On(Json.SelectionRangeParams, Json.SelectionRangeArray, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? [.. given.Positions.Select(position => Selections.At(view, position))] : null),
        ["textDocument/documentSymbol"] = OnDocumentSymbol,
        ["textDocument/foldingRange"] = On(Json.DocumentParams, Json.FoldingRangeArray, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? Folding.Of(view) : null),
        ["textDocument/definition"] = On(Json.PositionParams, Json.LocationArray, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? Navigation.Definition(view, given.Position) : null),
        ["textDocument/references"] = On(Json.ReferenceParams, Json.LocationArray, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? Navigation.References(view, given.Position, given.Context?.IncludeDeclaration ?? true) : null),
        ["textDocument/documentHighlight"] = On(Json.PositionParams, Json.DocumentHighlightArray, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? Navigation.Highlights(view, given.Position) : null),
        ["textDocument/hover"] = On(Json.PositionParams, Json.Hover, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? Hovers.At(view, given.Position, context.Client.HasMarkdown) : null),
        ["textDocument/completion"] = On(Json.CompletionParams, Json.CompletionList, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view
                ? Completions.At(view, given.Position, given.Context?.TriggerKind == CompletionContext.TriggerCharacterKind ? given.Context.TriggerCharacter : null, context.Client.HasSnippets)
                : null),
        ["textDocument/signatureHelp"] = On(Json.PositionParams, Json.SignatureHelp, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? SentenceForms.At(view, given.Position) : null),
        ["textDocument/prepareRename"] = On(Json.PositionParams, Json.PrepareRenameResult, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? Renaming.Prepare(view, given.Position) : null),
        ["textDocument/rename"] = On(Json.RenameParams, Json.WorkspaceEdit, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? Renaming.Rename(view, given.Position, given.NewName, context.Client) : null),
        ["textDocument/codeAction"] = On(Json.CodeActionParams, Json.CodeActionArray, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? CodeActions.At(view, given.Range, given.Context?.Only, context.Client) : null),
        ["textDocument/semanticTokens/full"] = On(Json.DocumentParams, Json.SemanticTokens, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? SemanticColours.Of(view, new TextSpan(0, view.Source.Length)) : null),
        ["textDocument/semanticTokens/range"] = On(Json.RangeParams, Json.SemanticTokens, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? SemanticColours.Of(view, view.Span(given.Range)) : null),
        ["textDocument/documentLink"] = On(Json.DocumentParams, Json.DocumentLinkArray, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? Links.Of(view) : null),
        ["textDocument/codeLens"] = On(Json.DocumentParams, Json.CodeLensArray, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? Lenses.Of(view) : null),
        ["codeLens/resolve"] = On(Json.CodeLens, Json.CodeLens, (context, given) =>
            Lenses.Resolve(given.Data is { } data ? context.View(data.Uri) : null, given)),
        ["textDocument/inlayHint"] = On(Json.RangeParams, Json.InlayHintArray, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? Hints.Of(view, view.Span(given.Range)) : null),
        ["textDocument/prepareCallHierarchy"] = On(Json.PositionParams, Json.CallHierarchyItemArray, (context, given) =>
            context.View(given.TextDocument.Uri) is { } view ? Chain.Prepare(view, given.Position) : null),
        ["callHierarchy/incomingCalls"] = On(Json.CallHierarchyParams, Json.CallHierarchyIncomingCallArray, (context, given) =>
            context.View(given.Item.Uri) is { } view ? Chain.From(view, given.Item) : null),
        ["callHierarchy/outgoingCalls"] = On(Json.CallHierarchyParams, Json.CallHierarchyOutgoingCallArray, (context, given) =>
            context.View(given.Item.Uri) is { } view ? Chain.To(view, given.Item) : null),
        ["workspace/symbol"] = On(Json.WorkspaceSymbolParams, Json.SymbolInformationArray, (context, given) =>
            WorkspaceSymbols.Find(context.State, given.Query, context.Cancellation)),
        ["delegation/ask"] = On(Json.AskParams, Json.AskedQuestion, (context, given) => Asking.Ask(context.Required(given.TextDocument), given)),
        ["delegation/completeQuestion"] = On(Json.QuestionCompletionParams, Json.CompletionList, (context, given) =>
            QuestionCompletions.At(context.Required(given.TextDocument).Project, given.Question, given.Character)),
        ["delegation/keep"] = On(Json.KeepParams, Json.WorkspaceEdit, (context, given) => KeptScenario.Keep(context.Required(given.TextDocument), given, context.Client)),
        ["delegation/scenarios"] = On(Json.ScenariosParams, Json.TriedScenarioArray, (context, given) =>
            ScenarioList.Of(given.TextDocument is { } one ? [context.Required(one).Project] : context.State.AllProjects(), context.Cancellation)),
        ["delegation/map"] = On(Json.MapParams, Json.MadeMap, (context, given) => Mapping.Of(context.Required(given.TextDocument).Project, given)),
        ["delegation/changes"] = On(Json.DocumentParams, Json.ToldChanges, (context, given) => Mapping.Changes(context.Required(given.TextDocument).Project, context.Cancellation)),
        ["workspace/executeCommand"] = On(Json.ExecuteCommandParams, Json.String, Commands.Run),
    };

    private static RequestHandler On<TParams, TResult>(JsonTypeInfo<TParams> input, JsonTypeInfo<TResult> output, Func<RequestContext, TParams, TResult?> answer) =>
        (context, parameters) =>
        {
            TResult? result = answer(context, Read(parameters, input));
            return (writer, id) =>
            {
                if (result is null)
                {
                    writer.Nothing(id);
                }
                else
                {
                    writer.Result(id, result, output);
                }
            };
        };

    /// <summary>The parameters of a message.</summary>
    /// <exception cref="RequestFailure">They are not what the method wants.</exception>
    public static T Read<T>(JsonElement parameters, JsonTypeInfo<T> type)
    {
        try
        {
            if (parameters.ValueKind == JsonValueKind.Object && parameters.Deserialize(type) is { } read)
            {
                return read;
            }
        }
        catch (JsonException trouble)
        {
            throw new RequestFailure(ErrorCodes.InvalidParams, trouble.Message);
        }

        throw new RequestFailure(ErrorCodes.InvalidParams, "The parameters of this method are an object.");
    }

    // Clients that cannot show a tree get the same as a list.
    private static Action<MessageWriter, JsonElement> OnDocumentSymbol(RequestContext context, JsonElement parameters)
    {
        string address = Read(parameters, Json.DocumentParams).TextDocument.Uri;
        DocumentSymbol[]? outline = context.View(address) is { } view ? Outline.Of(view) : null;
        if (context.Client.HasOutlineTree || outline is null)
        {
            return (writer, id) => writer.Result(id, outline ?? [], Json.DocumentSymbolArray);
        }

        SymbolInformation[] flat = [.. outline.SelectMany(symbol => Flatten(symbol, address, null))];
        return (writer, id) => writer.Result(id, flat, Json.SymbolInformationArray);
    }

    private static IEnumerable<SymbolInformation> Flatten(DocumentSymbol symbol, string address, string? container) =>
        (symbol.Children ?? []).SelectMany(child => Flatten(child, address, symbol.Name))
            .Prepend(new SymbolInformation(symbol.Name, symbol.Kind, new Location(address, symbol.Range), container));
}
