using System.Collections.Immutable;
using System.Text;
using DelegationLang.Emit.Decisions;
using DelegationLang.Emit.Naming;
using DelegationLang.Emit.Scheme;
using DelegationLang.Semantics;

namespace DelegationLang.Emit.Sql;

/// <summary>
/// A script for PostgreSQL that puts the decisions of a scheme into a database, where they are asked in SQL. It holds the very cells of decisions.json;
/// the database makes rows with ranges of them. Each scheme and version has a schema of its own, and running the script again gives the same.
/// </summary>
public sealed class SqlEmitter : IEmitter
{
    /// <summary>The one file that is made.</summary>
    public const string FileName = "sql/scheme.sql";

    // Of a name in PostgreSQL; what is longer is cut off there.
    private const int LongestName = 63;

    /// <inheritdoc/>
    public string Name => "sql";

    /// <inheritdoc/>
    public ImmutableArray<EmittedFile> Emit(EmitInput input) => [EmittedFile.FromText(FileName, Script(SchemaOf(input), new DecisionsEmitter().Emit(input).Single().ToText()))];

    /// <summary>The script of a scheme.</summary>
    /// <param name="schema">Its schema in the database.</param>
    /// <param name="decisions">Its decisions.json.</param>
    internal static string Script(string schema, string decisions)
    {
        var script = new StringBuilder();
        script.Append("-- Decisions of a scheme of delegation for PostgreSQL 14 or later: psql -v ON_ERROR_STOP=1 -f scheme.sql\n")
            .Append("-- Afterwards: select (\"").Append(schema).Append("\".who_decides('SUBJECT', date '2026-05-01', amount => 300000)).*;\n")
            .Append("begin;\nset local standard_conforming_strings = on;\nset local client_min_messages = warning;\nset local client_encoding = 'UTF8';\n")
            .Append(Resources.Read("Sql.core.sql"))
            .Append("\ncall delegation_v1.load(").Append(Literal(schema)).Append(", ").Append(Literal(decisions)).Append("::jsonb);\ncommit;\n");
        return script.ToString();
    }

    /// <summary>
    /// The schema of the database that the scheme has: its organisation, title and version in letters, digits and underscores, two of them between the parts. The same
    /// for each build of a version; where these leave doubt, since something else is in the names or they are long, with a part of their fingerprint.
    /// </summary>
    /// <param name="input">The scheme.</param>
    public static string SchemaOf(EmitInput input)
    {
        SchemeInfo info = input.Model.Info;
        string fingerprint = SchemeFingerprint.Of(input.Model, new SourceFileNames(input.Model))[..8];
        return SchemaOf(input.Model.OwnOrganisation?.Name ?? "", info.Title ?? "", string.IsNullOrEmpty(info.Version) ? fingerprint : info.Version);
    }

    /// <summary>The schema of a scheme by its names.</summary>
    internal static string SchemaOf(string organisation, string title, string version)
    {
        string own = organisation.Length == 0 ? "" : Plain(organisation) + "__";
        string called = title.Length == 0 ? "of_delegation" : Plain(title);
        string edition = Plain(version);
        string name = $"scheme_{own}{called}__{edition}";
        if (name.Length <= LongestName && IsPlain(organisation, ' ') && IsPlain(title, ' ') && IsPlain(version, '.'))
        {
            return name;
        }

        string end = Cut(edition, 16) + "_" + Fingerprint.Of($"{organisation}\n{title}\n{version}")[..8];
        int room = LongestName - "scheme_".Length - "____".Length - end.Length;
        string ownCut = Cut(own.Length == 0 ? "" : own[..^2], Math.Max(room / 2, room - called.Length));
        return $"scheme_{(ownCut.Length == 0 ? "" : ownCut + "__")}{Cut(called, room - ownCut.Length)}__{end}";
    }

    // At the end of a word, unless that would leave little.
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        int end = text.LastIndexOf('_', most);
        return text[..(2 * end > most ? end : most)].TrimEnd('_');
    }

    // Whether nothing is lost but capitals when a text becomes a name: letters and digits, and between them single separators.
    private static bool IsPlain(string text, char separator) =>
        text.Split(separator) is var parts && (text.Length == 0 || parts.All(part => part.Length > 0 && part.All(char.IsAsciiLetterOrDigit)));

    // A text as SQL has it. The database holds no character 0, which stands in JSON as \u0000.
    private static string Literal(string text) => "'" + text.Replace("\\u0000", "\\uFFFD", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + "'";

    private static string Plain(string text) => Slug.Of(text).Replace('-', '_');
}
