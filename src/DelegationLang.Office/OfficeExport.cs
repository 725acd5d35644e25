using DelegationLang.Emit;
using DelegationLang.Emit.Changes;
using DelegationLang.Emit.Html;
using DelegationLang.Emit.Html.Pages;
using DelegationLang.Emit.Scheme;
using DelegationLang.Emit.Sheets;
using DelegationLang.Office.Excel;
using DelegationLang.Office.Packaging;
using DelegationLang.Office.Word;
using DelegationLang.Semantics;

namespace DelegationLang.Office;

/// <summary>What a scheme, or what one party may decide, is exported as.</summary>
public enum OfficeFormat
{
    /// <summary>A document for Word.</summary>
    Document,

    /// <summary>A workbook for Excel.</summary>
    Workbook,

    /// <summary>Comma-separated values.</summary>
    Values,
}

/// <summary>Makes files for Word and Excel from a scheme. The same scheme gives the same bytes.</summary>
public sealed class OfficeExport
{
    private readonly PageContext context;
    private readonly FileFacts facts;
    private readonly ReadOnlyMemory<byte>? template;

    /// <summary>The files of a scheme; what they have in common is worked out once.</summary>
    /// <param name="input">The scheme, and how it is to look.</param>
    public OfficeExport(EmitInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        template = input.Site.WordTemplate;
        context = new PageContext(new Publication(input));
        SchemeModel model = context.Model;
        facts = new FileFacts(
            model.Info.Title.Length > 0 ? model.Info.Title : "Scheme of delegation",
            input.Site.Name.Length > 0 ? input.Site.Name : model.OwnOrganisation?.DisplayName ?? "",
            model.Info.Version,
            SchemeFingerprint.Of(model, context.Publication.Files));
    }

    /// <summary>The whole scheme.</summary>
    /// <exception cref="OfficeTemplateException">The template is none.</exception>
    public ReadOnlyMemory<byte> Scheme(OfficeFormat format) => format switch
    {
        OfficeFormat.Document => Document(new Papers(context, facts).Scheme()),
        OfficeFormat.Values => CsvText.Make("", new DecisionSheet(context).Whole()).Content,
        _ => WorkbookFile.Make([new DecisionSheet(context).All(), MatrixSheet.Of(context), SentenceSheet.Of(context), AboutSheet.Of(context)], facts),
    };

    /// <summary>What one party may decide.</summary>
    /// <exception cref="OfficeTemplateException">The template is none.</exception>
    public ReadOnlyMemory<byte> Of(PartySymbol party, OfficeFormat format) => format switch
    {
        OfficeFormat.Document => Document(new Papers(context, facts).Of(party)),
        OfficeFormat.Values => CsvText.Make("", new DecisionSheet(context).OfParty(party)).Content,
        _ => WorkbookFile.Make([new DecisionSheet(context).OfParty(party), AboutSheet.Of(context)], facts with { Title = "What " + party.DisplayName + " may decide" }),
    };

    /// <summary>A comparison of two versions as a paper for a board.</summary>
    /// <param name="diff">The comparison.</param>
    /// <param name="beforeFile">How a file of the earlier version is shown.</param>
    /// <param name="afterFile">How a file of the later version is shown.</param>
    /// <param name="template">The body's own Word file, of which the paper takes its look; none for the built-in one.</param>
    /// <exception cref="OfficeTemplateException">The template is none.</exception>
    public static ReadOnlyMemory<byte> Changes(SchemeDiff diff, Func<string, string> beforeFile, Func<string, string> afterFile, ReadOnlyMemory<byte>? template)
    {
        ArgumentNullException.ThrowIfNull(diff);
        Paper paper = new ChangePaper(diff, beforeFile, afterFile).Make();
        using WordTemplate? own = template is { } bytes ? new WordTemplate(bytes) : null;
        return DocumentFile.Make(paper, new FileFacts(paper.Title, diff.After.Title, diff.After.Version, ""), new DocumentLook(own));
    }

    /// <summary>All that the pages lead to, each made when it is asked for.</summary>
    internal IEnumerable<Func<EmittedFile>> Files() =>
    [
        () => new EmittedFile(Downloads.Document, Scheme(OfficeFormat.Document)),
        () => new EmittedFile(Downloads.Workbook, Scheme(OfficeFormat.Workbook)),
        .. context.ShownOf<PartySymbol>().Select(party => (Func<EmittedFile>)(() => new EmittedFile(Downloads.DocumentOf(context, party), Of(party, OfficeFormat.Document)))),
    ];

    private byte[] Document(Paper paper)
    {
        using WordTemplate? own = template is { } bytes ? new WordTemplate(bytes) : null;
        return DocumentFile.Make(paper, facts with { Title = paper.Title }, new DocumentLook(own));
    }
}
