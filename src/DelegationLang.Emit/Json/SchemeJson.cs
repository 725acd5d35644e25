using DelegationLang.Decisions;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Json;

/// <summary>A scheme that was built earlier, read from its <c>scheme.json</c>: it answers questions as its sentences did.</summary>
public sealed class SchemeJson
{
    private SchemeJson(string title, string version, string fingerprint, QuestionAnswerer answerer)
    {
        Title = title;
        Version = version;
        Fingerprint = fingerprint;
        Answerer = answerer;
    }

    /// <summary>The title of the scheme.</summary>
    public string Title { get; }

    /// <summary>The version of the scheme; empty when it does not say.</summary>
    public string Version { get; }

    /// <summary>SHA-256 of the sentences that it was built from.</summary>
    public string Fingerprint { get; }

    /// <summary>The decision space.</summary>
    public DecisionSpace Space => Answerer.Space;

    /// <summary>What answers questions in words.</summary>
    public QuestionAnswerer Answerer { get; }

    /// <summary>Whether a file looks like one that this class reads, by its first bytes: anything but JSON of this format does not.</summary>
    public static bool IsSchemeJson(ReadOnlySpan<byte> start)
    {
        ReadOnlySpan<byte> text = start.StartsWith(ByteOrderMark) ? start[ByteOrderMark.Length..] : start;
        int i = 0;
        while (i < text.Length && text[i] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            i++;
        }

        return i < text.Length && text[i] == (byte)'{';
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Which scheme would be built: the same as that which is read of the file when it was.</summary>
    public static SchemeIdentity IdentityOf(EmitInput input)
    {
        var publication = new Publication(input);
        return new SchemeIdentity(publication.Model.Info.Title, publication.Model.Info.Version, SchemeContent.HashOf(publication));
    }

    /// <summary>Reads a built scheme.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <exception cref="SchemeJsonException">The file is no scheme as this version builds it.</exception>
    public static SchemeJson Read(ReadOnlyMemory<byte> content)
    {
        var scheme = LoadedScheme.Load(content.Span);
        var names = StoredQuestionNames.Create(scheme);
        return new SchemeJson(scheme.Title, scheme.Version, scheme.Fingerprint, new QuestionAnswerer(scheme.Space, names.Names, names.Table));
    }
}
