using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using DelegationLang.Diagnostics;
using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Tests.Parsing;

/// <summary>What holds for every tree, however broken its text is.</summary>
internal static partial class TreeInvariants
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public static void Check(SyntaxTree tree)
    {
        CheckTokens(tree);
        CheckSentences(tree);
        CheckFaults(tree);
    }

    private static void CheckTokens(SyntaxTree tree)
    {
        string text = tree.Source.Content;
        int end = 0;
        foreach (SyntaxToken token in tree.Tokens)
        {
            Require(token.FullStart == end, "a token does not start where the one before ends");
            Require(token.Span.Start >= end && token.Span.End <= text.Length, "a token lies outside its text");
            Require(token.Kind == TokenKind.EndOfFile || token.Span.Length > 0, "a token holds nothing");
            end = token.Span.End;
        }

        Require(tree.Tokens[^1].Kind == TokenKind.EndOfFile && end == text.Length, "the tokens end before their text");
        Require(tree.ToText() == text, "the tokens do not give the text back");
    }

    private static void CheckSentences(SyntaxTree tree)
    {
        int end = 0;
        foreach (SentenceSyntax sentence in tree.Sentences)
        {
            Require(sentence.Span.Start >= end, "a sentence starts inside the one before");
            end = sentence.Span.End;
            CheckNode(sentence, new TextSpan(0, tree.Source.Length), 0);
        }
    }

    private static void CheckNode(SyntaxNode node, TextSpan within, int depth)
    {
        Require(depth < 20, "a tree is too deep");
        Require(node.Span.Start >= within.Start && node.Span.End <= within.End, "a node lies outside its text");
        foreach (PropertyInfo property in Properties.GetOrAdd(node.GetType(), type => type.GetProperties()))
        {
            switch (property.GetValue(node))
            {
                case null:
                    Require(false, $"{node.GetType().Name}.{property.Name} is null");
                    break;
                case SyntaxNode child:
                    CheckNode(child, within, depth + 1);
                    break;
                case string:
                    break;
                case IEnumerable children:
                    foreach (SyntaxNode child in children.OfType<SyntaxNode>())
                    {
                        CheckNode(child, within, depth + 1);
                    }

                    break;
            }
        }
    }

    private static void CheckFaults(SyntaxTree tree)
    {
        foreach (Diagnostic fault in tree.Diagnostics)
        {
            CheckFault(fault, tree.Source.Length);
        }

        // A fault always lies in a sentence that says so: otherwise that sentence would give authority.
        bool hasFault = tree.Diagnostics.Any(fault => fault.Code is not ("DL1006" or "DL1007"));
        bool hasMark = tree.Sentences.Any(IsMarked);
        Require(!hasFault || hasMark, "there is a fault, and no sentence is marked as faulty");
        Require(!hasMark || tree.Diagnostics.Length > 0, "a sentence is marked as faulty without a fault");
    }

    private static bool IsMarked(SentenceSyntax sentence) => sentence.HasErrors || sentence switch
    {
        LimitsTableSyntax table => table.Lines.Any(line => line.HasErrors),
        ListDeclarationSyntax list => list.Items.Any(item => item.HasErrors),
        _ => false,
    };

    public static void CheckFault(Diagnostic fault, int length)
    {
        TextSpan span = fault.Location.Span;
        Require(span.Start >= 0 && span.End <= length, $"{fault.Code} lies outside its text");
        Require(fault.Message.Length > 0 && fault.Help.Length > 0, $"{fault.Code} says nothing or does not help");
        Require(!TokenName().IsMatch(Regex.Replace(fault.Message, "`[^`]*`", "")), $"a message names a token: {fault.Message}");
        foreach (TextEdit edit in fault.Fixes.SelectMany(fix => fix.Edits))
        {
            Require(edit.Location.Span.Start >= 0 && edit.Location.Span.End <= length, $"a fix of {fault.Code} lies outside its text");
        }
    }

    // Asserting with a message is slow when done millions of times; a condition is not.
    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            Assert.Fail(message);
        }
    }

    [GeneratedRegex(@"\b[A-Z]+_[A-Z_]+\b|\bEOF\b|<missing|\bToken\b")]
    private static partial Regex TokenName();
}
