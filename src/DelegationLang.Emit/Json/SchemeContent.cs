using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;

namespace DelegationLang.Emit.Json;

/// <summary>What answers rest on: the names that questions may use, and the decision space.</summary>
internal static class SchemeContent
{
    /// <summary>Writes both.</summary>
    public static void Write(JsonContext context, SymbolWriter symbols)
    {
        context.Json.Lines("names", context.Publication.Model.Symbols, symbols.Name);
        context.Json.Object("space", () => new SpaceWriter(context.Json).Write(context.Publication.Definition));
    }

    /// <summary>SHA-256 of both as they are written, by which a program can tell that a file is whole, and that it belongs to the C# of the same build.</summary>
    public static string HashOf(Publication publication)
    {
        using var stream = new MemoryStream();
        using (var json = new JsonFields(stream))
        {
            var context = new JsonContext(json, publication);
            json.Object(() => Write(context, new SymbolWriter(context)));
        }

        return LoadedScheme.ContentHashOf(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}
