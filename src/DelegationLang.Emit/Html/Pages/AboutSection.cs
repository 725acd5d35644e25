using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html.Pages;

/// <summary>What the scheme says of itself.</summary>
internal static class AboutSection
{
    /// <summary>The section.</summary>
    public static SectionView Build(PageContext context)
    {
        SchemeInfo info = context.Model.Info;
        var facts = new List<FactView>();
        Add("Organisation", context.Model.OwnOrganisation is { } own ? [LineBuilder.Of(context.Link(own))] : []);
        Add("Version", LineBuilder.Lines(info.Version));
        Add("Approved", [.. info.Approvals.Select(approval =>
            new LineBuilder().Text("by ").Add(context.Link(approval.By.Symbol)).Text(approval.On is { } day ? " on " + Wording.Day(day) : "").ToLine())]);
        Add(info.IsProposed ? "Proposed" : "In force", LineBuilder.Lines(Wording.Days(info.InForce)));
        Add("To be reviewed by", info.ReviewBy is { } review ? [Review(context, review)] : []);
        Add("Questions of meaning are settled by", info.InterpretedBy is { } interpreter ? [LineBuilder.Of(context.Link(interpreter.Symbol))] : []);
        Add("Takes the place of", LineBuilder.Lines(info.Supersedes));
        Add("Shown as on", LineBuilder.Lines(context.Publication.Input.AsOf is { } asOf ? Wording.Day(asOf) : ""));
        Add("References", LineBuilder.Lines(info.References));
        Add("Notes", LineBuilder.Lines(info.Notes));
        return new SectionView("about", "About this scheme", new ContentView { Facts = facts }, []);

        void Add(string label, IReadOnlyList<LineView> lines)
        {
            if (lines.Count > 0)
            {
                facts.Add(new FactView(label, lines));
            }
        }
    }

    private static LineView Review(PageContext context, DateOnly review)
    {
        LineBuilder line = new LineBuilder().Text(Wording.Day(review));
        if (context.Publication.Input.AsOf is { } asOf && review < asOf)
        {
            line.Text(" ").Add(new Segment("Overdue", IsMark: true));
        }

        return line.ToLine();
    }
}
