using System.Text;

namespace DelegationLang.Emit;

/// <summary>Texts that are part of this library.</summary>
internal static class Resources
{
    /// <summary>The text of an embedded file, lines ended by <c>\n</c> whatever machine it was built on.</summary>
    /// <param name="name">Folder and file, joined by full stops.</param>
    public static string Read(string name)
    {
        string fullName = "DelegationLang.Emit." + name;
        using Stream stream = typeof(Resources).Assembly.GetManifestResourceStream(fullName)
            ?? throw new InvalidOperationException($"The library was built without {fullName}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
