using System.Security.Cryptography;
using System.Text;
using DelegationLang.Emit.Html.Sections;
using DelegationLang.Emit.Scheme;
using DelegationLang.Policy;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Html;

/// <summary>Puts the page together.</summary>
internal static class PageBuilder
{
    /// <summary>Everything that the page shows.</summary>
    public static PageView Build(EmitInput input)
    {
        var context = new PageContext(new Publication(input));
        SectionView?[] sections =
        [
            AboutSection.Build(context),
            ReservedSection.Build(context),
            PartiesSection.Build(context),
            LimitsSection.Build(context),
            ExceptionalSection.Build(context),
            SubjectsSection.Build(context),
            FactsSection.Build(context),
            PlacesSection.Build(context),
            InvolvementSection.Build(context),
            LawSection.Build(context),
            SentencesSection.Examples(context),
            SentencesSection.Build(context),
        ];
        SchemeInfo info = input.Model.Info;
        string title = info.Title.Length > 0 ? info.Title : "Scheme of delegation";
        string style = PageTemplate.Style();
        return new PageView
        {
            PageTitle = info.Version.Length > 0 ? $"{title}, version {info.Version}" : title,
            Organisation = input.Model.OwnOrganisation?.DisplayName ?? "",
            Title = title,
            Subtitle = Subtitle(info),
            Warnings = [.. Warnings(context)],
            Sections = [.. sections.OfType<SectionView>()],
            Footer = $"Made from the sentences above. Fingerprint of the sentences (SHA-256): {SchemeFingerprint.Of(input.Model, context.Publication.Files)}",
            Style = style,
            Policy = Policy(style),
        };
    }

    private static string Subtitle(SchemeInfo info)
    {
        string version = info.Version.Length > 0 ? "Version " + info.Version : "";
        string days = Wording.Days(info.InForce);
        string force = days.Length > 0 ? "in force " + days : "";
        return KindWords.Capital(string.Join(", ", new[] { version, force }.Where(text => text.Length > 0)));
    }

    private static IEnumerable<LineView> Warnings(PageContext context)
    {
        int faulty = context.Publication.Sentences.All.Count(sentence => !sentence.IsEffective);
        if (faulty > 0)
        {
            yield return LineBuilder.Of(faulty == 1
                ? "One sentence of this scheme has a fault and is without effect. It is marked where it is shown."
                : FormattableString.Invariant($"{faulty} sentences of this scheme have a fault and are without effect. They are marked where they are shown."));
        }

        if (context.Publication.Input.AsOf is { } asOf && !context.Definition.InForce.Contains(asOf))
        {
            yield return LineBuilder.Of($"This scheme is not in force on {Wording.Day(asOf)}.");
        }
    }

    /// <summary>Nothing may run, and nothing may be fetched; the one style sheet is known by its fingerprint.</summary>
    private static string Policy(string style) =>
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; base-uri 'none'; form-action 'none'";
}
