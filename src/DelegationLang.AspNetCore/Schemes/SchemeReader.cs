using DelegationLang.Policy;

namespace DelegationLang.AspNetCore;

/// <summary>Reads a scheme from its file.</summary>
internal static class SchemeReader
{
    /// <exception cref="InvalidOperationException">It cannot be read, or is no scheme. The message says which file, and why.</exception>
    public static LoadedScheme Read(string path)
    {
        try
        {
            return LoadedScheme.Load(File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SchemeJsonException)
        {
            throw new InvalidOperationException($"The scheme of delegation in {path} cannot be used: {fault.Message}", fault);
        }
    }
}
