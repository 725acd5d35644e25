namespace DelegationLang.Semantics.Binding;

/// <summary>Addresses of pages, as a scheme gives them.</summary>
internal static class WebAddress
{
    /// <summary>Whether it is a whole address of a page on the web; nothing else becomes a link.</summary>
    public static bool Is(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme is "https" or "http") && address.Host.Length > 0;
}
