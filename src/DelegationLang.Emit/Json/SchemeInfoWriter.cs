using DelegationLang.Emit.Naming;
using DelegationLang.Semantics;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Json;

/// <summary>Writes what the scheme says of itself, and its files.</summary>
internal static class SchemeInfoWriter
{
    /// <summary>The scheme sentence.</summary>
    public static void Write(JsonContext context)
    {
        JsonFields json = context.Json;
        SchemeInfo info = context.Publication.Model.Info;
        json.Text("title", info.Title);
        json.Text("version", info.Version);
        context.Id("organisation", context.Publication.Model.OwnOrganisation);
        Approval(context, info.ApprovedBy);
        if (info.Approvals.Length > 1)
        {
            json.Objects("approvals", info.Approvals, approval =>
            {
                context.Id("party", approval.By.Symbol);
                json.Day("on", approval.On);
            });
        }

        json.Flag("proposed", info.IsProposed);
        json.Days("inForce", info.InForce);
        json.Day("reviewBy", info.ReviewBy);
        context.Id("interpretedBy", info.InterpretedBy?.Symbol);
        json.Text("supersedes", info.Supersedes);
        json.Texts("references", info.References);
        json.Texts("notes", info.Notes);
        context.Source("source", info.Location);
    }

    /// <summary>An approval, of the scheme or of a sentence.</summary>
    public static void Approval(JsonContext context, Approval? approval)
    {
        if (approval is not null)
        {
            context.Json.Object("approvedBy", () =>
            {
                context.Id("party", approval.By.Symbol);
                context.Json.Day("on", approval.On);
            });
        }
    }

    /// <summary>A file that the scheme was read from.</summary>
    public static void File(JsonContext context, SyntaxTree tree)
    {
        context.Json.Text("name", context.Publication.Files.Of(tree.Source.FileName));
        context.Json.Flag("library", context.Publication.Files.IsLibrary(tree.Source.FileName));
        context.Json.Text("sha256", Fingerprint.Of(tree.Source.Content));
    }
}
