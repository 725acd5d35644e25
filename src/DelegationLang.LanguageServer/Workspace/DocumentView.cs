using DelegationLang.LanguageServer.Protocol.Types;
using DelegationLang.Syntax;
using DelegationLang.Text;
using Range = DelegationLang.LanguageServer.Protocol.Types.Range;

namespace DelegationLang.LanguageServer.Workspace;

/// <summary>One text of a project, with what is needed to answer requests about it.</summary>
internal sealed class DocumentView(ProjectSnapshot project, SyntaxTree tree, OpenDocument? document)
{
    private readonly Positions positions = new(tree.Source, project.Encoding);

    /// <summary>The project.</summary>
    public ProjectSnapshot Project { get; } = project;

    /// <summary>The text as it was read.</summary>
    public SyntaxTree Tree { get; } = tree;

    /// <summary>The text.</summary>
    public SourceText Source => Tree.Source;

    /// <summary>The version that the client has open; none where it has it not.</summary>
    public int? Version => document?.Version;

    /// <summary>The address of the document.</summary>
    public string Address => document?.Address ?? Project.AddressOf(Source.FileName);

    /// <summary>The range of a span.</summary>
    public Range Range(TextSpan span) => positions.Range(span);

    /// <summary>The range of a part of the tree.</summary>
    public Range Range(SyntaxNode node) => positions.Range(node.Span);

    /// <summary>The position of an offset.</summary>
    public Position Position(int offset) => positions.Position(offset);

    /// <summary>The offset of a position.</summary>
    public int Offset(Position position) => positions.Offset(position);

    /// <summary>The span of a range.</summary>
    public TextSpan Span(Range range) => positions.Span(range);

    /// <summary>How long some characters are in the client's units.</summary>
    public int Count(ReadOnlySpan<char> text) => positions.Count(text);

    /// <summary>The sentence that an offset lies in or directly after; none between sentences.</summary>
    public SentenceSyntax? SentenceAt(int offset)
    {
        SentenceSyntax? found = null;
        foreach (SentenceSyntax sentence in Tree.Sentences)
        {
            if (sentence.Span.Start > offset)
            {
                break;
            }

            if (offset <= sentence.Span.End)
            {
                found = sentence;
            }
        }

        return found;
    }
}
