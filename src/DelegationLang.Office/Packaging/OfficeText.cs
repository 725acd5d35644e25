using DelegationLang.Emit.Naming;

namespace DelegationLang.Office.Packaging;

/// <summary>Users' texts as XML can hold them.</summary>
internal static class OfficeText
{
    /// <summary>The text with what nobody sees, and what XML cannot hold, described.</summary>
    public static string Of(string text) => VisibleText.Show(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
