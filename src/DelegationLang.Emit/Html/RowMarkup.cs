using DelegationLang.Emit.Templating;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace DelegationLang.Emit.Html;

/// <summary><c>table_rows ROWS</c>: the rows of a table as markup. A large scheme has hundreds of thousands, so they are written straight out.</summary>
internal sealed class RowsFunction() : TemplateFunction("rows")
{
    /// <inheritdoc/>
    protected override object Call(ScriptArray arguments, SourceSpan span) => arguments[0] switch
    {
        IReadOnlyList<RowView> rows => new RowMarkup(rows),
        _ => throw new ScriptRuntimeException(span, "table_rows wants the rows of a table"),
    };
}

/// <summary><c>chains TREE</c>: lines, each with what follows from it, as nested lists.</summary>
internal sealed class TreeFunction() : TemplateFunction("tree")
{
    /// <inheritdoc/>
    protected override object Call(ScriptArray arguments, SourceSpan span) => arguments[0] switch
    {
        IReadOnlyList<TreeView> tree => new TreeMarkup(tree),
        _ => throw new ScriptRuntimeException(span, "chains wants lines with what follows from them"),
    };
}

/// <summary>Rows as markup.</summary>
internal sealed class RowMarkup(IReadOnlyList<RowView> rows) : Markup
{
    /// <inheritdoc/>
    public override void WriteTo(EncodingContext context)
    {
        foreach (RowView row in rows)
        {
            Write(context.Target, row);
        }
    }

    private static void Write(Utf8Output markup, RowView row)
    {
        markup.Write("<tr");
        Attribute(markup, "id", row.Id);
        Attribute(markup, "data-since", row.From);
        Attribute(markup, "data-until", row.Until);
        if (row.Claim is { } claim)
        {
            LineMarkup.Write(markup, claim);
        }

        markup.Write(">");
        foreach (CellView cell in row.Cells)
        {
            Write(markup, cell);
        }

        markup.Write("</tr>\n");
    }

    // On a narrow screen each cell that is shown begins with the heading of its column.
    private static void Write(Utf8Output markup, CellView cell)
    {
        if (cell is { IsHeader: false, Lines.Count: 0 })
        {
            markup.Write("<td class=\"empty\"></td>");
            return;
        }

        markup.Write(cell.IsHeader ? "<th scope=\"row\">" : cell.IsEmpty ? "<td class=\"empty\">" : "<td");
        if (!cell.IsHeader && !cell.IsEmpty)
        {
            Attribute(markup, "data-label", cell.Label);
            markup.Write(">");
        }

        // Whoever reads the text alone must find lines apart.
        for (int i = 0; i < cell.Lines.Count; i++)
        {
            LineMarkup.Write(markup, cell.Lines[i], isPhrase: false, isLast: i == cell.Lines.Count - 1);
        }

        markup.Write(cell.IsHeader ? "</th>" : "</td>");
    }

    private static void Attribute(Utf8Output markup, string name, string value)
    {
        if (value.Length > 0)
        {
            markup.Write(" ");
            markup.Write(name);
            markup.Write("=\"");
            HtmlText.Write(markup, value);
            markup.Write("\"");
        }
    }
}

/// <summary>Lines with what follows from them, as nested lists.</summary>
internal sealed class TreeMarkup(IReadOnlyList<TreeView> tree) : Markup
{
    /// <inheritdoc/>
    public override void WriteTo(EncodingContext context) => Write(context.Target, tree);

    private static void Write(Utf8Output markup, IReadOnlyList<TreeView> level)
    {
        if (level.Count == 0)
        {
            return;
        }

        markup.Write("<ul class=\"chain\">\n");
        foreach (TreeView node in level)
        {
            markup.Write("<li>");
            LineMarkup.Write(markup, node.Line, isPhrase: false);
            Write(markup, node.Below);
            markup.Write("</li>\n");
        }

        markup.Write("</ul>\n");
    }
}
