using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DelegationLang.LanguageServer.Protocol;

/// <summary>Writes messages, each whole, from any thread.</summary>
internal sealed class MessageWriter(Stream output)
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(2);

    private readonly Lock door = new();
    private bool isClosed;
    private int nextId;

    /// <summary>Answers a request.</summary>
    public void Result<T>(JsonElement id, T result, JsonTypeInfo<T> type) => Send(json =>
    {
        WriteId(json, id);
        json.WritePropertyName("result");
        JsonSerializer.Serialize(json, result, type);
    });

    /// <summary>Answers a request to which there is nothing to say.</summary>
    public void Nothing(JsonElement id) => Send(json =>
    {
        WriteId(json, id);
        json.WriteNull("result");
    });

    /// <summary>Answers a request by an error; without an id where none could be read.</summary>
    public void Error(JsonElement? id, int code, string message) => Send(json =>
    {
        WriteId(json, id);
        json.WriteStartObject("error");
        json.WriteNumber("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    /// <summary>Tells the client something.</summary>
    public void Notify<T>(string method, T parameters, JsonTypeInfo<T> type) => Send(json => WriteCall(json, method, parameters, type));

    /// <summary>Tells the client something if it is still so at the moment of telling. Nothing else is written in between.</summary>
    /// <returns>Whether it was told.</returns>
    public bool NotifyIf<T>(Func<bool> isStillSo, string method, T parameters, JsonTypeInfo<T> type)
    {
        ReadOnlyMemory<byte> message = Message(json => WriteCall(json, method, parameters, type));
        lock (door)
        {
            if (!isStillSo())
            {
                return false;
            }

            Write(message.Span);
            return true;
        }
    }

    /// <summary>Asks the client for something; what it answers is of no consequence.</summary>
    public void Ask<T>(string method, T parameters, JsonTypeInfo<T> type)
    {
        int id = Interlocked.Increment(ref nextId);
        Send(json =>
        {
            json.WriteString("id", "server-" + id.ToString(CultureInfo.InvariantCulture));
            WriteCall(json, method, parameters, type);
        });
    }

    /// <summary>Asks the client for something that has no parameters; what it answers is of no consequence.</summary>
    public void Ask(string method)
    {
        int id = Interlocked.Increment(ref nextId);
        Send(json =>
        {
            json.WriteString("id", "server-" + id.ToString(CultureInfo.InvariantCulture));
            json.WriteString("method", method);
        });
    }

    private static void WriteCall<T>(Utf8JsonWriter json, string method, T parameters, JsonTypeInfo<T> type)
    {
        json.WriteString("method", method);
        json.WritePropertyName("params");
        JsonSerializer.Serialize(json, parameters, type);
    }

    private static void WriteId(Utf8JsonWriter json, JsonElement? id)
    {
        json.WritePropertyName("id");
        if (id is JsonElement known)
        {
            known.WriteTo(json);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <summary>
    /// The message that is being written is the last, and is waited for, though not for long: a client that has gone may read none of it. What is told after it is
    /// told to nobody.
    /// </summary>
    public void Close()
    {
        if (!door.TryEnter(LongestEnd))
        {
            return;
        }

        isClosed = true;
        door.Exit();
    }

    private static ReadOnlyMemory<byte> Message(Action<Utf8JsonWriter> write)
    {
        var content = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(content))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            write(json);
            json.WriteEndObject();
        }

        return content.WrittenMemory;
    }

    private void Send(Action<Utf8JsonWriter> write)
    {
        ReadOnlyMemory<byte> message = Message(write);
        lock (door)
        {
            Write(message.Span);
        }
    }

    private void Write(ReadOnlySpan<byte> message)
    {
        if (isClosed)
        {
            return;
        }

        try
        {
            output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {message.Length}\r\n\r\n")));
            output.Write(message);
            output.Flush();
        }
        catch (Exception trouble) when (trouble is IOException or ObjectDisposedException)
        {
            // The client has gone. Its end of the other stream says so too, and ends the session.
        }
    }
}
