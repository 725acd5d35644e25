using System.Collections.Immutable;

namespace DelegationLang.Emit.Html;

/// <summary>
/// The scheme as one page for people: what each party may decide and by which sentences, what is reserved, limits as tables, and the sentences
/// themselves. It needs no script and fetches nothing.
/// </summary>
public sealed class HtmlEmitter : IEmitter
{
    /// <summary>The one file that is made.</summary>
    public const string FileName = "index.html";

    /// <inheritdoc/>
    public string Name => "html";

    /// <inheritdoc/>
    public ImmutableArray<EmittedFile> Emit(EmitInput input) => [EmittedFile.FromText(FileName, PageTemplate.Render(PageBuilder.Build(input)))];
}
