using System.Text;

namespace DelegationLang.Emit.CSharp;

/// <summary>The part of emitted C# that is the same for every scheme.</summary>
internal static class SupportCode
{
    /// <summary>The text of a file of <c>Support</c>, lines ended by <c>\n</c>.</summary>
    public static string Read(string file) => Resources.Read("CSharp.Support." + file);
}
