using System.IO.Compression;
using System.Reflection;
using System.Text;

namespace DelegationLang.Text;

/// <summary>The texts that lie compressed in a library of this product.</summary>
public static class PackedText
{
    /// <summary>The text of a resource, its lines ended by <c>\n</c> whatever machine it was built on; none where the library has no such text.</summary>
    public static string? TryRead(Assembly library, string name)
    {
        ArgumentNullException.ThrowIfNull(library);
        using Stream? packed = library.GetManifestResourceStream(name);
        if (packed is null)
        {
            return null;
        }

        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>The text of a resource that the library must have.</summary>
    /// <exception cref="InvalidOperationException">It was built without.</exception>
    public static string Read(Assembly library, string name) => TryRead(library, name) ?? throw new InvalidOperationException($"The library was built without {name}.");
}
