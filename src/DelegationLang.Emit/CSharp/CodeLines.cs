using System.Text;
using DelegationLang.Emit.Naming;
using DelegationLang.Emit.Scheme;
using DelegationLang.Text;

namespace DelegationLang.Emit.CSharp;

/// <summary>Lines of C# as they are written, with the comments that users' texts go into.</summary>
internal sealed class CodeLines(Publication publication)
{
    private readonly StringBuilder code = new();

    /// <summary>A line.</summary>
    public void Line(string text = "") => code.Append(text).Append('\n');

    /// <summary>A remark in the code itself, on one line whatever the text holds.</summary>
    public void Remark(string indent, string text) => Line(indent + "// " + VisibleText.OnOneLine(text));

    /// <summary>A summary of plain text.</summary>
    public void Summary(string indent, string text) => XmlSummary(indent, Literals.Xml(text));

    /// <summary>A summary that is XML already.</summary>
    public void XmlSummary(string indent, string xml) => Line($"{indent}/// <summary>{xml}</summary>");

    /// <summary>The sentence that declares something, and where it stands.</summary>
    public void Sentence(string indent, SourceLocation? sentence)
    {
        if (sentence is { Source: not null } location)
        {
            Line($"{indent}/// <remarks>{Literals.Xml(WithSource(location))}</remarks>");
        }
    }

    /// <summary>A sentence, and where it stands.</summary>
    public string WithSource(SourceLocation location) =>
        VisibleText.OnOneLine(publication.Texts.OneLine(location))
        + FormattableString.Invariant($" ({VisibleText.OnOneLine(publication.Files.Of(location.File))}, line {location.Line})");

    /// <inheritdoc/>
    public override string ToString() => code.ToString();
}
