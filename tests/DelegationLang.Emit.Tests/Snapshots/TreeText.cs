using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using DelegationLang.Syntax;

namespace DelegationLang.Emit.Tests.Snapshots;

/// <summary>A syntax tree as text: each node on a line, below the one that it is a part of, with what it says.</summary>
internal static class TreeText
{
    public static string Of(SyntaxTree tree)
    {
        var text = new StringBuilder();
        foreach (SentenceSyntax sentence in tree.Sentences)
        {
            Write(text, tree, sentence, "", 0);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, SyntaxTree tree, SyntaxNode node, string role, int depth)
    {
        text.Append(' ', 2 * depth).Append(role).Append(node.GetType().Name.Replace("Syntax", "", StringComparison.Ordinal)).Append(node.IsMissing ? " (missing)" : "");
        var parts = new List<(string Role, SyntaxNode Node)>();
        foreach (PropertyInfo property in node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            switch (property.GetValue(node))
            {
                case SyntaxNode part:
                    parts.Add((property.Name + ": ", part));
                    break;
                case DateOnly day:
                    text.Append(CultureInfo.InvariantCulture, $" {property.Name}={day:yyyy-MM-dd}");
                    break;
                case string or decimal or int or Enum:
                    text.Append(CultureInfo.InvariantCulture, $" {property.Name}={property.GetValue(node)}");
                    break;
                case true when property.Name != nameof(SyntaxNode.IsMissing):
                    text.Append(' ').Append(property.Name);
                    break;
                case IEnumerable items when items.GetType() is { } type && !(bool)(type.GetProperty("IsDefault")?.GetValue(items) ?? false):
                    parts.AddRange(items.OfType<SyntaxNode>().Select(item => (property.Name + ": ", item)));
                    break;
                default:
                    break;
            }
        }

        text.Append(parts.Count == 0 ? $" “{tree.Source.ToString(node.Span)}”" : "").Append('\n');
        foreach ((string of, SyntaxNode part) in parts.OrderBy(part => part.Node.Span.Start))
        {
            Write(text, tree, part, of, depth + 1);
        }
    }
}
