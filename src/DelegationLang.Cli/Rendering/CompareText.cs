using DelegationLang.Cli.Hosting;
using DelegationLang.Emit.SideBySide;
using DelegationLang.Policy;

namespace DelegationLang.Cli.Rendering;

/// <summary>A comparison of bodies for people at a terminal: each subject with who decides it, body by body.</summary>
internal sealed class CompareText(Host host)
{
    private readonly Palette palette = new(host.HasColour);

    /// <summary>Writes it.</summary>
    public void Write(SchemeComparison comparison)
    {
        Line($"{palette.Strong}{SeverityWords.Count(comparison.Bodies.Count, "scheme")} side by side{palette.End}");
        foreach (ComparedBody body in comparison.Bodies)
        {
            Line($"  {Plain(body.Name)}: {Plain(body.Identity.Title)}{(body.Identity.Version.Length > 0 ? ", version " + Plain(body.Identity.Version) : "")}, on {Wording.Day(body.Day)} ({Plain(body.Path)})");
        }

        foreach (ComparedSubject subject in comparison.Shared)
        {
            Line("");
            Line($"{palette.Strong}{Plain(subject.Name)}{palette.End}{(subject.IsOfCatalogue ? ", an entry of the law libraries" : "")}");
            foreach (ComparedSide side in subject.Sides)
            {
                Side(comparison, subject, side);
            }
        }

        Line("");
        Line($"{palette.Strong}Of which one alone speaks{palette.End}");
        for (int body = 0; body < comparison.Bodies.Count; body++)
        {
            var names = comparison.Alone.Where(side => side.Body == body).Select(side => Plain(side.Name)).ToList();
            Line($"  {Plain(comparison.Bodies[body].Name)}: {(names.Count > 0 ? string.Join(", ", names) : "nothing")}");
        }
    }

    private void Side(SchemeComparison comparison, ComparedSubject subject, ComparedSide side)
    {
        string name = side.Name == subject.Name ? "" : $", which calls it {Plain(side.Name)}";
        Line($"  {Plain(comparison.Bodies[side.Body].Name)}{name}");
        foreach (ComparedDecider decider in side.Deciders)
        {
            Line("    " + Plain(decider.Words) + PlaceOf(decider));
        }

        if (side.Deciders.Count == 0)
        {
            Line("    nobody" + (side.WhyNobody.Length > 0 ? ": " + Plain(side.WhyNobody) : ""));
        }

        if (side.IsCutShort)
        {
            Line("    and maybe others: there are too many cases to look at all of them");
        }
    }

    private static string PlaceOf(ComparedDecider decider) => decider.Terms.Chain is [.., var last] && !decider.IsByLaw && last.Source.File is { Length: > 0 } file
        ? $" ({Plain(file)}:{last.Source.Line}{(last.Reference.Length > 0 ? ", reference " + Plain(last.Reference) : "")})"
        : "";

    private static string Plain(string text) => DisplayText.Harmless(text);

    private void Line(string text) => host.Output.WriteLine(text);
}
