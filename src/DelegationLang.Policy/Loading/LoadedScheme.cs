using System.Collections.Immutable;
using System.Text.Json;
using DelegationLang.Policy.Asking;
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

    private readonly Lazy<LoadedNames> lookup;

    private LoadedScheme(LoadedScheme own, DecisionSpace joined)
    {
        Title = own.Title;
        Version = own.Version;
        Fingerprint = own.Fingerprint;
        ContentHash = own.ContentHash;
        Names = own.Names;
        Space = joined;
        lookup = new Lazy<LoadedNames>(() => new LoadedNames(joined.Definition, own.Names));
    }

    private LoadedScheme(LoadedSchemeFile file)
    {
        Title = file.Title;
        Version = file.Version;
        Fingerprint = file.Fingerprint;
        ContentHash = file.ContentHash ?? "";
        Names = file.Names;
        Space = DecisionSpace.Create(file.Space, new SchemeIdentity(Title, Version, ContentHash));
        lookup = new Lazy<LoadedNames>(() => new LoadedNames(Space.Definition, Names));
    }

    /// <summary>Which scheme it is, as its answers say.</summary>
    public SchemeIdentity? Identity => Space.Identity;

    /// <summary>The days on which it is in force, both ends included.</summary>
    public DateRange InForce => Space.Definition.InForce;

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
    public static LoadedScheme Load(ReadOnlySpan<byte> content) => Load(new JsonPullReader(content), isWholeRead: true);

    /// <summary>
    /// Loads a scheme from a stream. It is read no further than to the end of what is needed to answer: the rest of the file is for other programs.
    /// </summary>
    /// <param name="content">The file, which stays open.</param>
    /// <exception cref="SchemeJsonException">It is no scheme as this version builds it, or it is damaged. The message says what is wrong, and where.</exception>
    public static LoadedScheme Load(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Load(new JsonPullReader(content), isWholeRead: false);
    }

    /// <summary>
    /// The content hash that a file ought to have: SHA-256 of the values of its members <c>names</c> and <c>space</c>, one after the other, as JSON without
    /// white space. It tells a damaged file from a whole one, and nothing of who wrote it.
    /// </summary>
    /// <param name="content">The whole file.</param>
    /// <exception cref="SchemeJsonException">It is not readable as JSON.</exception>
    public static string ContentHashOf(ReadOnlySpan<byte> content)
    {
        var json = new JsonPullReader(content);
        return Reading(ref json, LoadedSchemeFile.ContentHashOf);
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
        Space.WhatMayOf(lookup.Value.PartyOn(lookup.Value.Parties.Find(party), day), day);

    /// <summary>Whether the scheme has one party of that name, alias or identifier, and the name by which answers call it.</summary>
    /// <param name="name">The name. Capitals are passed over where that leaves no doubt.</param>
    /// <param name="shownName">The name by which answers call it; empty where there is none.</param>
    public bool TryParty(string name, out string shownName) => TryName(Lookup.Parties, name, index => Space.Definition.Parties[index].Name, out shownName);

    /// <summary>Whether the scheme has one function, matter or budget of that name, alias or identifier, and the name by which answers call it.</summary>
    /// <param name="name">The name. Capitals are passed over where that leaves no doubt.</param>
    /// <param name="shownName">The name by which answers call it; empty where there is none.</param>
    public bool TrySubject(string name, out string shownName) => TryName(Lookup.Subjects, name, index => Space.Definition.Subjects[index].Name, out shownName);

    /// <summary>Whether the scheme has one place of that name, alias or identifier, and the name by which answers call it.</summary>
    /// <param name="name">The name. Capitals are passed over where that leaves no doubt.</param>
    /// <param name="shownName">The name by which answers call it; empty where there is none.</param>
    public bool TryPlace(string name, out string shownName) => TryName(Lookup.Places, name, index => Space.Definition.Places[index].Name, out shownName);

    /// <summary>
    /// The scheme behind the names of code that was emitted for it, or for another version of it: the program is compiled with the names, and answers come from
    /// what was loaded.
    /// </summary>
    /// <typeparam name="TScheme">The emitted scheme.</typeparam>
    public BoundScheme<TScheme> As<TScheme>()
        where TScheme : struct, IPolicyScheme => new(this);

    /// <summary>
    /// Where each of many parties stands, one after the other as they are read: nothing is held but the scheme. What cannot be asked, such as a name that the scheme
    /// does not have, is an <see cref="DecisionResult.Error"/> of its own line and stops nothing.
    /// </summary>
    /// <param name="requests">The decisions, in any order.</param>
    public IEnumerable<DecisionResult> DecideEach(IEnumerable<DecisionRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return requests.Select(request => DecisionResult.Of(this, request));
    }

    /// <summary>The scheme with the schemes of other bodies joined to it: what its own sentences leave with another body goes on by the scheme of that.</summary>
    /// <param name="space">The space of all of them, in which what the scheme has keeps its numbers. Its own space where it joins none.</param>
    /// <exception cref="ArgumentException">The space does not begin with that of the scheme.</exception>
    public LoadedScheme Joined(SpaceDefinition space)
    {
        ArgumentNullException.ThrowIfNull(space);
        SpaceDefinition own = Space.Definition;
        if (space.Parties.Length < own.Parties.Length || space.Subjects.Length < own.Subjects.Length || !space.Parties.Zip(own.Parties).All(pair => pair.First.Name == pair.Second.Name))
        {
            throw new ArgumentException("The space is that of another scheme.", nameof(space));
        }

        return new LoadedScheme(this, Identity is { } identity ? DecisionSpace.Create(space, identity) : DecisionSpace.Create(space));
    }

    internal LoadedNames Lookup => lookup.Value;

    /// <summary>The indexes of parties of these names.</summary>
    internal IEnumerable<int> Indexes(IEnumerable<string> parties) => parties.Select(Lookup.Parties.Find);

    private static bool TryName(NameIndex table, string name, Func<int, string> nameOf, out string shownName)
    {
        bool isFound = table.TryFind(name, out int index);
        shownName = isFound ? nameOf(index) : "";
        return isFound;
    }

    private static LoadedScheme Load(JsonPullReader json, bool isWholeRead) =>
        new(Reading(ref json, (ref JsonPullReader file) => LoadedSchemeFile.Read(ref file, isWholeRead)));

    internal static T Reading<T>(ref JsonPullReader json, ReadValue<T> read)
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
