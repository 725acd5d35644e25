using DelegationLang.Cli.Hosting;
using DelegationLang.Decisions;
using DelegationLang.Emit;
using DelegationLang.Emit.Changes;
using DelegationLang.Emit.Json;
using DelegationLang.Emit.SideBySide;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Cli.Files;

/// <summary>A <c>scheme.json</c> that was built earlier. Apart from what reads schemes as text, so that the emitters are loaded only here.</summary>
internal static class BuiltScheme
{
    /// <summary>Whether a file is asked as a built scheme: every <c>.json</c> is, since a scheme's text never has that ending.</summary>
    public static bool IsNamedLikeOne(string path) => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads one. Its answers name files as they were named when it was built.</summary>
    /// <exception cref="CommandFailure">It cannot be read, or is no built scheme.</exception>
    public static QuestionAnswerer Open(string path, string fullPath) => Read(path, () => SchemeJson.Read(File.ReadAllBytes(fullPath)).Answerer, "asked");

    /// <summary>Which scheme a project would be built as.</summary>
    public static SchemeIdentity IdentityOf(SchemeModel model, DecisionEngine engine) => SchemeJson.IdentityOf(EmitInput.Of(model, engine));

    /// <summary>Reads one as a version to compare.</summary>
    /// <exception cref="CommandFailure">It cannot be read, or is no built scheme.</exception>
    public static SchemeVersion Version(string path, string fullPath) => Read(path, () => SchemeVersion.Of(File.ReadAllBytes(fullPath)), "compared");

    /// <summary>A version to compare of the bytes of one.</summary>
    /// <exception cref="CommandFailure">They are no built scheme.</exception>
    public static SchemeVersion Version(string path, ReadOnlyMemory<byte> bytes) => Read(path, () => SchemeVersion.Of(bytes), "compared");

    /// <summary>Reads one as the scheme of a body to compare with others.</summary>
    /// <exception cref="CommandFailure">It cannot be read, or is no built scheme.</exception>
    public static ComparedBody Body(string path, string fullPath, DateOnly asOf) => Read(path, () => ComparedBody.Of(path, File.ReadAllBytes(fullPath), asOf, file => file), "compared");

    private static T Read<T>(string path, Func<T> read, string what)
    {
        try
        {
            return read();
        }
        catch (SchemeJsonException trouble)
        {
            throw new CommandFailure($"{path} cannot be {what}: {trouble.Message}");
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"{path} cannot be read: {FolderFiles.Reason(trouble)}");
        }
    }
}
