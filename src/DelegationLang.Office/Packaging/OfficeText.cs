using DelegationLang.Emit.Naming;

namespace DelegationLang.Office.Packaging;

/// <summary>Users' texts as XML can hold them.</summary>
internal static class OfficeText
{
    /// <summary>The text with what nobody sees, and what XML cannot hold, described.</summary>
    public static string Of(string text) => VisibleText.Show(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>The same without breaks of lines.</summary>
    public static string OnOneLine(string text) => Of(text).Replace('\n', ' ').Replace('\t', ' ');
}
