using System.Collections.Immutable;
using DelegationLang.Emit.Html.Site;

namespace DelegationLang.Emit.Html;

/// <summary>
/// The scheme as a small static site for people: a form that answers who decides, a page for each party, subject and place, the whole text, and
/// a matrix. It works from a disk and offline, fetches nothing from elsewhere, and needs no script.
/// </summary>
public sealed class HtmlEmitter : IEmitter
{
    /// <summary>The first page.</summary>
    public const string FileName = "index.html";

    /// <inheritdoc/>
    public string Name => "html";

    /// <inheritdoc/>
    public ImmutableArray<EmittedFile> Emit(EmitInput input) => SiteBuilder.Build(input);

    /// <summary>
    /// The decision map as one page of HTML by itself, for an editor that shows it beside the text: nothing else is loaded, and each link to a sentence or a name, and each line that tells a sentence,
    /// says where that stands (<c>data-file</c>, <c>data-line</c>, counted from 1). Of a large scheme it is the overview, or another part; a link to a part says which
    /// (<c>data-part</c>). No other part is made.
    /// </summary>
    /// <param name="input">The scheme, which may have errors.</param>
    /// <param name="part">Which part: 0 for the first, which is all of it mostly. The first for one that there is none of.</param>
    public static string Map(EmitInput input, int part = 0)
    {
        ArgumentNullException.ThrowIfNull(input);
        return SiteBuilder.Map(input, part);
    }
}
