using System.Security.Cryptography;
using System.Text.Json;

namespace DelegationLang.Policy.Loading;

/// <summary>
/// SHA-256 over JSON as it is read, in the form that <c>JSON.stringify</c> gives it: no white space, and nothing escaped in texts that need not be. It does
/// not change when a file is indented anew or its ends of lines are converted, and a program in any language has it in a line.
/// </summary>
internal sealed class ContentHasher : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] buffer = new byte[1 << 14];
    private int length;
    private bool isBehindValue;

    /// <summary>Adds the token that was read last.</summary>
    public void Add(ref readonly Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                Begin((byte)'{');
                break;
            case JsonTokenType.StartArray:
                Begin((byte)'[');
                break;
            case JsonTokenType.EndObject:
                End((byte)'}');
                break;
            case JsonTokenType.EndArray:
                End((byte)']');
                break;
            case JsonTokenType.PropertyName:
                Separate();
                Text(in reader);
                Put((byte)':');
                isBehindValue = false;
                break;
            case JsonTokenType.String:
                Separate();
                Text(in reader);
                isBehindValue = true;
                break;
            default:
                Separate();
                Put(reader.ValueSpan);
                isBehindValue = true;
                break;
        }
    }

    /// <summary>Ends a value: the next one follows without anything between them.</summary>
    public void EndValue() => isBehindValue = false;

    /// <summary>The hash of all that was added, as lower-case hexadecimal digits.</summary>
    public string Result()
    {
        Flush();
        return Convert.ToHexString(hash.GetHashAndReset()).ToLowerInvariant();
    }

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();

    private void Begin(byte bracket)
    {
        Separate();
        Put(bracket);
        isBehindValue = false;
    }

    private void End(byte bracket)
    {
        Put(bracket);
        isBehindValue = true;
    }

    private void Separate()
    {
        if (isBehindValue)
        {
            Put((byte)',');
        }
    }

    private void Text(ref readonly Utf8JsonReader reader)
    {
        Put((byte)'"');
        if (!reader.ValueIsEscaped)
        {
            Put(reader.ValueSpan);
        }
        else
        {
            // Unescaped it is never longer.
            byte[] plain = new byte[reader.ValueSpan.Length];
            foreach (byte unit in plain.AsSpan(0, reader.CopyString(plain)))
            {
                Escape(unit);
            }
        }

        Put((byte)'"');
    }

    private void Escape(byte unit)
    {
        int letter = "\b\t\n\f\r\"\\"u8.IndexOf(unit);
        if (letter >= 0)
        {
            Put((byte)'\\');
            Put("btnfr\"\\"u8[letter]);
        }
        else if (unit < ' ')
        {
            Put("\\u00"u8);
            Put("0123456789abcdef"u8[unit >> 4]);
            Put("0123456789abcdef"u8[unit & 15]);
        }
        else
        {
            Put(unit);
        }
    }

    private void Put(byte unit)
    {
        if (length == buffer.Length)
        {
            Flush();
        }

        buffer[length++] = unit;
    }

    private void Put(ReadOnlySpan<byte> units)
    {
        if (units.Length > buffer.Length - length)
        {
            Flush();
        }

        if (units.Length > buffer.Length)
        {
            hash.AppendData(units);
        }
        else
        {
            units.CopyTo(buffer.AsSpan(length));
            length += units.Length;
        }
    }

    private void Flush()
    {
        hash.AppendData(buffer, 0, length);
        length = 0;
    }
}
