using DelegationLang.Import.Reading;
using DelegationLang.Parsing;
using DelegationLang.Syntax;

namespace DelegationLang.Import.Drafting;

/// <summary>What stands before the sections: the scheme itself, the parties, the subjects; and how comments are written.</summary>
internal sealed partial class SchemeWriter
{
    // A list has at most so many items; the compiler takes twice as many.
    private const int MostListed = 5_000;

    private IEnumerable<SchemeLine> Head()
    {
        Preamble preamble = draft.Scheme.Preamble;
        string title = preamble.Title.Length == 0 ? "Scheme of Delegation" : preamble.Title;
        yield return new SchemeLine($"scheme {SectionTitle(title.StartsWith(draft.Organisation, StringComparison.OrdinalIgnoreCase) ? title : draft.Organisation + " " + title)}");
        var said = new List<string>();
        if (preamble.Version.Length > 0)
        {
            said.Add("version " + preamble.Version);
        }

        if (preamble.ApprovedOn is { } on)
        {
            string by = preamble.ApprovedBy.Length == 0 ? draft.Board : parties.Of(preamble.ApprovedBy);
            said.Add($"approved by {NameWriter.Name(by)} on {DateLiteral.Format(on)}");
        }

        said.AddRange(preamble.From is { } from ? [$"in force from {DateLiteral.Format(from)}{(preamble.Until is { } until ? " until " + DateLiteral.Format(until) : "")}"] : []);
        said.AddRange(preamble.Review is { } review ? ["review by " + DateLiteral.Format(review)] : []);
        said = said.Count == 0 ? ["version 1"] : said;
        for (int i = 0; i < said.Count; i++)
        {
            yield return new SchemeLine("  " + said[i] + (i == said.Count - 1 ? "." : ""));
        }

        yield return new SchemeLine("");
        if (PartyKinds.IsStatutory(draft.Kind))
        {
            yield return new SchemeLine("use england.");
            yield return new SchemeLine("");
        }

        foreach (SchemeLine line in Declarations())
        {
            yield return line;
        }

        if (hasReserved && hasDelegated)
        {
            yield return new SchemeLine("");
            yield return new SchemeLine("every delegation in this scheme: subject to reserved matters.");
        }

        yield return new SchemeLine("");
    }

    // What the sentences need and nobody has declared.
    private IEnumerable<SchemeLine> Declarations()
    {
        foreach (string line in parties.Declarations().Concat(clauses.Declarations))
        {
            yield return new SchemeLine(line);
        }

        foreach (SchemeLine line in Listed("functions", functions.ConvertAll(name => new SchemeLine(NameWriter.Name(name)))))
        {
            yield return line;
        }

        foreach (SchemeLine line in Listed("matters", [.. matters.Zip(matterKeys, (name, key) => new SchemeLine(name, key))]))
        {
            yield return line;
        }
    }

    private IEnumerable<SchemeLine> Listed(string kinds, IReadOnlyList<SchemeLine> names) =>
        names.Chunk(MostListed).SelectMany(chunk => chunk.Select((name, i) => name with { Text = $"  - {name.Text}{(i == chunk.Length - 1 ? "." : "")}" }).Prepend(new SchemeLine($"{kinds} of {organisation}:")));

    private static string SectionTitle(string title) => CommentText(title).Replace("//", "/", StringComparison.Ordinal).Trim('/', ' ').TrimEnd('.', ' ', ':');

    private static string CommentText(string text) => NameWriter.Plain(text);

    private void Comment(string text)
    {
        string plain = CommentText(text);
        string indent = text.StartsWith("  ", StringComparison.Ordinal) ? "//   " : "// ";
        while (plain.Length > 0)
        {
            int length = plain.Length <= 112 ? plain.Length : plain.LastIndexOf(' ', 112) is var space and > 40 ? space : Math.Min(112, plain.Length);
            body.Add(new SchemeLine(indent + plain[..length].Trim()));
            plain = plain[length..].Trim();
            indent = "//   ";
        }
    }
}
