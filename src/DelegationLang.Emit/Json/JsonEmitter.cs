using System.Collections.Immutable;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Json;

/// <summary>
/// The scheme as data for other programs: everything that the compiler knows, with identifiers that stay the same while other sentences
/// come and go, and the decision space itself, from which questions can be answered without the sentences.
/// </summary>
public sealed class JsonEmitter : IEmitter
{
    /// <summary>The one file that is made.</summary>
    public const string FileName = "scheme.json";

    /// <summary>What the field <c>format</c> says.</summary>
    public const string Format = LoadedScheme.Format;

    /// <summary>The version of the format. Fields may be added to a version; none is taken away or changes its meaning.</summary>
    public const int FormatVersion = LoadedScheme.FormatVersion;

    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public ImmutableArray<EmittedFile> Emit(EmitInput input)
    {
        using var stream = new MemoryStream();
        using (var json = new JsonFields(stream))
        {
            Write(json, new Publication(input));
        }

        stream.WriteByte((byte)'\n');
        return [new EmittedFile(FileName, stream.ToArray())];
    }

    private static void Write(JsonFields json, Publication publication)
    {
        var context = new JsonContext(json, publication);
        var symbols = new SymbolWriter(context);
        var statements = new StatementWriter(context);
        json.Object(() =>
        {
            json.Text("format", Format);
            json.Integer("formatVersion", FormatVersion);
            json.Text("fingerprint", SchemeFingerprint.Of(publication.Model, publication.Files));
            json.Text("contentHash", SchemeContent.HashOf(publication));
            json.Object("scheme", () => SchemeInfoWriter.Write(context));
            // What answers rest on comes first: whoever loads the file to ask need not read the rest.
            SchemeContent.Write(context, symbols);
            json.Objects("files", publication.Model.Trees, tree => SchemeInfoWriter.File(context, tree), always: true);
            symbols.WriteAll();
            statements.WriteAll();
            json.Objects("sentences", publication.Sentences.All, context.Sentence, always: true);
            AuthorityWriter.Write(context);
        });
    }
}
