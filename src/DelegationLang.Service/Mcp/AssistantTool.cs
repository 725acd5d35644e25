using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DelegationLang.Cli.Hosting;
using DelegationLang.Cli.Rendering;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace DelegationLang.Service.Mcp;

/// <summary>A tool that reads and changes nothing, and says what it found as JSON.</summary>
internal sealed class AssistantTool : McpServerTool
{
    private readonly Func<ToolArguments, string> run;
    private readonly int longest;
    private readonly string[] members;
    private readonly string[] required;

    /// <summary>Makes a tool.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it is for, in words for assistants.</param>
    /// <param name="arguments">Its arguments, each a text, with what it is; those whose name ends in <c>?</c> may be left out.</param>
    /// <param name="longest">The most characters that an argument may have.</param>
    /// <param name="run">Finds out.</param>
    public AssistantTool(string name, string description, IReadOnlyList<(string Name, string Description)> arguments, int longest, Func<ToolArguments, string> run)
    {
        this.run = run;
        this.longest = longest;
        members = [.. arguments.Select(argument => argument.Name.TrimEnd('?'))];
        required = [.. arguments.Where(argument => !argument.Name.EndsWith('?')).Select(argument => argument.Name)];
        ProtocolTool = new Tool
        {
            Name = name,
            Description = description,
            InputSchema = Schema(arguments),
            Annotations = new ToolAnnotations { ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
        };
    }

    /// <inheritdoc/>
    public override Tool ProtocolTool { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<object> Metadata => [];

    /// <summary>JSON that <paramref name="write"/> writes, for people and programs alike.</summary>
    public static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <inheritdoc/>
    public override ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return ValueTask.FromResult(Result(run(ToolArguments.Read(request.Params?.Arguments, members, required, longest)), isError: false));
        }
        catch (CommandFailure failure)
        {
            return ValueTask.FromResult(Result(DisplayText.Sentence(failure.Message), isError: true));
        }
        catch (ArgumentException unfit)
        {
            return ValueTask.FromResult(Result(unfit.Message, isError: true));
        }
        catch (Exception fault) when (fault is IOException or StreamFailure)
        {
            return ValueTask.FromResult(Result("The question could not be recorded, so it is not answered.", isError: true));
        }
    }

    private static CallToolResult Result(string text, bool isError) => new() { Content = [new TextContentBlock { Text = text }], IsError = isError };

    private static JsonElement Schema(IReadOnlyList<(string Name, string Description)> arguments)
    {
        using var document = JsonDocument.Parse(Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            foreach ((string? name, string? description) in arguments)
            {
                json.WriteStartObject(name.TrimEnd('?'));
                json.WriteString("type", "string");
                json.WriteString("description", description);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteStartArray("required");
            foreach ((string? name, string _) in arguments.Where(argument => !argument.Name.EndsWith('?')))
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteBoolean("additionalProperties", false);
            json.WriteEndObject();
        }));
        return document.RootElement.Clone();
    }
}
