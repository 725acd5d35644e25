using DelegationLang.Text;

namespace DelegationLang.Emit;

/// <summary>Texts that are part of this library.</summary>
internal static class Resources
{
    /// <summary>The text of an embedded file.</summary>
    /// <param name="name">Folder and file, joined by full stops.</param>
    public static string Read(string name) => PackedText.Read(typeof(Resources).Assembly, "DelegationLang.Emit." + name);
}
