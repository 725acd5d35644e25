using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>Finds the declared names of one file in its tokens, sentence by sentence.</summary>
internal sealed class NameCollector
{
    private readonly SourceText source;
    private readonly NameTable table;
    private readonly Scanner scanner;

    public NameCollector(SourceText source, NameTable table)
    {
        this.source = source;
        this.table = table;
        scanner = new Scanner(source, NameTable.Empty, new FaultBag(source), isQuestion: false);
    }

    public void Collect()
    {
        if (source.Length > Limits.FileLength || source.IsBinary)
        {
            return;
        }

        scanner.ScanAll();
        LexemeRun lexemes = scanner.Lexemes;
        int start = 0;
        for (int i = 0; i < lexemes.Length; i++)
        {
            if (lexemes[i].Kind == TokenKind.FullStop)
            {
                CollectSentence(lexemes[start..i]);
                start = i + 1;
            }
        }
    }

    private void CollectSentence(LexemeRun sentence)
    {
        if (sentence.Length == 0)
        {
            return;
        }

        bool isList = sentence[0].Kind is TokenKind.FunctionsOf or TokenKind.PlacesOf or TokenKind.MattersOf;
        for (int i = 1; i < sentence.Length; i++)
        {
            Lexeme previous = sentence[i - 1];
            Lexeme lexeme = sentence[i];
            if (lexeme.Kind == TokenKind.Is && i + 1 < sentence.Length && sentence[i + 1].Kind == TokenKind.Name)
            {
                CollectDeclaration(previous, sentence[i + 1], isFirst: i == 1);
            }
            else if (lexeme.Kind == TokenKind.Name && (previous.Kind == TokenKind.KnownAs || (isList && previous.Kind == TokenKind.LineBullet)))
            {
                Add(lexeme);
            }
        }
    }

    private void CollectDeclaration(Lexeme name, Lexeme descriptor, bool isFirst)
    {
        string text = NameText.Of(source.Content, descriptor);
        if (text.StartsWith("also ", StringComparison.Ordinal))
        {
            table.AddDeclared(text["also ".Length..], descriptor.Has(LexemeFlags.Quoted));
        }

        if (!isFirst || name.Kind != TokenKind.Name)
        {
            return;
        }

        Add(name);
        string declared = NameText.Of(source.Content, name);
        if (text == "a measure" || text.StartsWith("a measure ", StringComparison.Ordinal))
        {
            table.AddMeasure(declared);
        }
        else if (text == "an amount" || text.StartsWith("an amount ", StringComparison.Ordinal))
        {
            table.AddAmount(declared);
        }
        else if (text == "a basis" || text.StartsWith("a basis ", StringComparison.Ordinal))
        {
            table.AddBasis(declared);
        }
    }

    private void Add(Lexeme name) => table.AddDeclared(NameText.Of(source.Content, name), name.Has(LexemeFlags.Quoted));
}
