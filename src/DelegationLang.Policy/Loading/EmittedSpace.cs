using System.ComponentModel;
using System.Text.Json;

namespace DelegationLang.Policy.Loading;

/// <summary>Reads the decision space that emitted code carries: the member <c>space</c> of <c>scheme.json</c>; sentences stand in it as comments.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EmittedSpace
{
    /// <summary>The form of emitted code that this version reads.</summary>
    public const int Format = 2;

    /// <summary>Reads it.</summary>
    /// <param name="format">The form that the code was emitted in.</param>
    /// <param name="json">The space as JSON.</param>
    /// <exception cref="InvalidOperationException">The code was emitted for another version of this package.</exception>
    /// <exception cref="SchemeJsonException">The code was changed after it was emitted.</exception>
    public static SpaceDefinition Read(int format, ReadOnlySpan<byte> json)
    {
        if (format != Format)
        {
            throw new InvalidOperationException(FormattableString.Invariant(
                $"The policy objects were emitted in form {format}, and this version of DelegationLang.Policy reads form {Format}: emit them again with the tool of this version."));
        }

        var pull = new JsonPull(json, JsonCommentHandling.Skip);
        return LoadedScheme.Reading(ref pull, ReadSpace);
    }

    private static SpaceDefinition ReadSpace(ref JsonPull json)
    {
        json.Read();
        return SpaceReader.Read(ref json);
    }
}
