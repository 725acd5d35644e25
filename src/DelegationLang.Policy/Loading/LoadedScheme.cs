using System.Collections.Immutable;
using System.Text.Json;
using DelegationLang.Policy.Loading;
using DelegationLang.Policy.Permission;

namespace DelegationLang.Policy;

/// <summary>
/// A scheme loaded at run time from the <c>scheme.json</c> of a build: it answers as its sentences do, without the compiler. Immutable; may be asked
/// from many threads at once.
/// </summary>
public sealed class LoadedScheme
{
    /// <summary>What the field <c>format</c> of the file says.</summary>
    public const string Format = "delegation-scheme";

    /// <summary>The version of the format that this class reads.</summary>
    public const int FormatVersion = 1;

    private readonly Lazy<NameLookup> lookup;

    private LoadedScheme(SchemeFile file)
    {
        Title = file.Title;
        Version = file.Version;
        Fingerprint = file.Fingerprint;
        ContentHash = file.ContentHash ?? "";
        Names = file.Names;
        Space = DecisionSpace.Create(file.Space);
        lookup = new Lazy<NameLookup>(() => new NameLookup(Space.Definition, Names));
    }

    /// <summary>The title of the scheme.</summary>
    public string Title { get; }

    /// <summary>The version of the scheme; empty when it does not say.</summary>
    public string Version { get; }

    /// <summary>SHA-256 of the sentences that it was built from.</summary>
    public string Fingerprint { get; }

    /// <summary>
    /// SHA-256 of the names and the space, as the file says it and as it was found when it was loaded: the same as in the C# of the same build. Empty for a
    /// file of an earlier version, which says none.
    /// </summary>
    public string ContentHash { get; }

    /// <summary>What questions may call things, and where those stand in the space.</summary>
    public ImmutableArray<SchemeName> Names { get; }

    /// <summary>What the scheme means.</summary>
    public DecisionSpace Space { get; }

    /// <summary>Loads a scheme from the bytes of its file.</summary>
    /// <param name="content">The whole file.</param>
    /// <exception cref="SchemeJsonException">It is no scheme as this version builds it, or it is damaged. The message says what is wrong, and where.</exception>
    public static LoadedScheme Load(ReadOnlySpan<byte> content) => Load(new JsonPull(content), isWholeRead: true);

    /// <summary>
    /// Loads a scheme from a stream. It is read no further than to the end of what is needed to answer: the rest of the file is for other programs.
    /// </summary>
    /// <param name="content">The file, which stays open.</param>
    /// <exception cref="SchemeJsonException">It is no scheme as this version builds it, or it is damaged. The message says what is wrong, and where.</exception>
    public static LoadedScheme Load(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Load(new JsonPull(content), isWholeRead: false);
    }

    /// <summary>
    /// The content hash that a file ought to have: SHA-256 of the values of its members <c>names</c> and <c>space</c>, one after the other, as JSON without
    /// white space. It tells a damaged file from a whole one, and nothing of who wrote it.
    /// </summary>
    /// <param name="content">The whole file.</param>
    /// <exception cref="SchemeJsonException">It is not readable as JSON.</exception>
    public static string ContentHashOf(ReadOnlySpan<byte> content)
    {
        var json = new JsonPull(content);
        return Reading(ref json, SchemeFile.ContentHashOf);
    }

    /// <summary>Asks who decides something.</summary>
    /// <param name="subject">The function, matter or budget, by its name or its identifier.</param>
    /// <param name="function">Where the subject is a matter: the function or budget that it is in relation to; empty for none.</param>
    /// <exception cref="ArgumentException">The scheme has nothing of that name, or several things.</exception>
    public NamedWhoQuestion WhoDecides(string subject, string function = "") => new(this, lookup.Value.Point(subject, function));

    /// <summary>Asks whether a party may decide something alone.</summary>
    /// <param name="party">The party, by its name or its identifier.</param>
    /// <param name="subject">The function, matter or budget, by its name or its identifier.</param>
    /// <param name="function">Where the subject is a matter: the function or budget that it is in relation to; empty for none.</param>
    /// <exception cref="ArgumentException">The scheme has nothing of that name, or several things.</exception>
    public NamedMayQuestion May(string party, string subject, string function = "") =>
        new(this, lookup.Value.Parties.Find(party), lookup.Value.Point(subject, function));

    /// <summary>What a party may decide on a day, in <see cref="Answer.Authorities"/>.</summary>
    /// <param name="party">The party, by its name or its identifier.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is the default one, which nobody set.</exception>
    /// <exception cref="ArgumentException">The scheme has no party of that name, or several.</exception>
    public Answer WhatMay(string party, DateOnly day) =>
        day == default ? throw DecisionPoint.NoDay() : Space.WhatMay(lookup.Value.Parties.Find(party), day);

    internal NameLookup Lookup => lookup.Value;

    private static LoadedScheme Load(JsonPull json, bool isWholeRead) =>
        new(Reading(ref json, (ref JsonPull file) => SchemeFile.Read(ref file, isWholeRead)));

    private static T Reading<T>(ref JsonPull json, ReadValue<T> read)
    {
        try
        {
            return read(ref json);
        }
        catch (JsonException exception)
        {
            throw new SchemeJsonException("The file is not readable as JSON.", exception);
        }
        catch (InvalidOperationException exception)
        {
            // A string that holds half a surrogate pair is found only when it is read.
            throw new SchemeJsonException("The file holds text that cannot be read.", exception);
        }
    }
}
