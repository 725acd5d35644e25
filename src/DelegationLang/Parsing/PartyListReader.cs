using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>
/// Lists of parties, with the words around them that say how they stand to each other: <c>either A or B</c>, <c>both A and B</c>,
/// <c>A and B jointly</c>, <c>any two of A, B, C</c>. Such a word is one only where no declared name begins or ends with it.
/// </summary>
internal sealed class PartyListReader(SentenceTokens window, FaultBag faults, NodeFactory nodes, NameTable names)
{
    private static readonly string[][] AnyOf = [["any", "one", "of"], ["any", "of"], ["one", "of"], ["either", "of"]];

    private static readonly string[][] Jointly = [["acting", "jointly"], ["acting", "together"], ["jointly"], ["together"]];

    private string Content => faults.Source.Content;

    /// <summary>How the words before and after a list say that its parties stand to each other.</summary>
    private enum Manner
    {
        Unsaid,
        AnyOne,
        Together,
    }

    /// <summary>The list that the tokens of a rule are: names, and what stands between them.</summary>
    public PartyListSyntax Make(int first, int end)
    {
        // A list of members counts nobody together, and says nothing of how they stand to each other.
        bool isMembers = first > 0 && window.KindAt(first - 1) is TokenKind.WithMembers or TokenKind.AttendedBy;
        int start = window.KindAt(first) == TokenKind.ItemBullet ? first + 1 : first;
        int last = start;
        int count = 0;
        bool hasOr = false;
        bool hasComma = false;
        for (int i = start; i < end; i++)
        {
            // What stands after the last name belongs to no list.
            if (window.KindAt(i) == TokenKind.Name)
            {
                hasOr |= i > start && window.KindAt(i - 1) == TokenKind.Or;
                hasComma |= i > start && window.KindAt(i - 1) == TokenKind.Comma;
                last = i;
                count++;
            }
        }

        Lexeme head = window[start];
        Lexeme tail = window[last];
        var span = TextSpan.FromBounds(head.Start, tail.End);
        Manner manner = isMembers ? Manner.Unsaid : TakeManner(ref head, ref tail, hasOr, count);
        var parties = new List<PartySyntax>(count);
        for (int i = start; i <= last; i++)
        {
            Lexeme lexeme = window[i];
            if (lexeme.Kind == TokenKind.Name)
            {
                parties.Add(Party(i == start ? head.Start : lexeme.Start, i == last ? tail.End : lexeme.End, lexeme));
            }
        }

        return Combine(parties, span, manner, hasComma, hasOr, isMembers);
    }

    private static PartyListSyntax Combine(List<PartySyntax> parties, TextSpan span, Manner manner, bool hasComma, bool hasOr, bool isMembers)
    {
        PartySyntax first = parties[0];
        bool isCounted = !isMembers && parties.Count > 1 && first.Count > 1 && parties.TrueForAll(party => ReferenceEquals(party, first) || party.Count == 1);
        bool isMixed = hasOr && hasComma;
        if (isCounted && (isMixed || !hasOr))
        {
            // A count before the first name of a list counts among all of the list; a list of members is none: there each stands for itself.
            first = first with { Among = [.. parties.Skip(1).Select(party => party.Name)], Span = span };
            return new PartyListSyntax { Items = [first], Span = span };
        }

        return new PartyListSyntax
        {
            Items = [.. parties],
            Kind = manner == Manner.Together ? PartyListKind.Together : manner == Manner.AnyOne || hasOr ? PartyListKind.Any : PartyListKind.Each,
            HasTwoReadings = (isMixed && manner == Manner.Unsaid) || (isCounted && hasOr),
            Span = span,
        };
    }

    // Takes the words that say it off the first name and the last.
    private Manner TakeManner(ref Lexeme first, ref Lexeme last, bool hasOr, int count)
    {
        bool isPair = count > 1 || HasAnd(first);
        if (!first.Has(LexemeFlags.StartsDeclared))
        {
            foreach (string[] words in AnyOf)
            {
                if (TryTake(ref first, words))
                {
                    return Manner.AnyOne;
                }
            }

            if (hasOr && TryTake(ref first, ["either"]))
            {
                return Manner.AnyOne;
            }

            if (!hasOr && isPair && TryTake(ref first, ["both"]))
            {
                return Manner.Together;
            }
        }

        if (!hasOr && isPair)
        {
            foreach (string[] words in Jointly)
            {
                if (Ends(last, words) is { } end && !EndsDeclared(last))
                {
                    last.End = end;
                    first.End = count == 1 ? end : first.End;
                    return Manner.Together;
                }
            }
        }

        return Manner.Unsaid;
    }

    private bool TryTake(ref Lexeme first, string[] words)
    {
        if (Starts(first, words) is not { } start || names.IsDeclared(nodes.Name(first).Text))
        {
            return false;
        }

        first.Start = start;
        return true;
    }

    // "Risk and Better Together", where Better Together is somebody's name.
    private bool EndsDeclared(in Lexeme last)
    {
        string name = nodes.Name(last).Text;
        int and = name.LastIndexOf(" and ", StringComparison.Ordinal);
        return names.IsDeclared(name) || (and >= 0 && names.IsDeclared(name[(and + 5)..]));
    }

    private bool HasAnd(in Lexeme name) => nodes.Name(name).Text.Contains(" and ", StringComparison.Ordinal);

    // Where the name starts after these words; none where it does not begin with them or nothing follows.
    private int? Starts(in Lexeme name, string[] words)
    {
        int position = name.Start;
        foreach (string word in words)
        {
            // A capital is no other word: "Both" may begin a sentence that is read aloud.
            int end = SourceScan.WordEnd(Content, position);
            if (end > name.End || !Content.AsSpan(position, end - position).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            position = SourceScan.SkipTrivia(Content, end);
        }

        return position < name.End ? position : null;
    }

    private int? Ends(in Lexeme name, string[] words)
    {
        int end = name.End;
        for (int i = words.Length - 1; i >= 0; i--)
        {
            int start = end - words[i].Length;
            if (start <= name.Start || !Content.AsSpan(start, words[i].Length).Equals(words[i], StringComparison.Ordinal) || !Characters.IsSpace(Content[start - 1]))
            {
                return null;
            }

            end = start;
            while (end > name.Start && Characters.IsSpace(Content[end - 1]))
            {
                end--;
            }
        }

        return end > name.Start ? end : null;
    }

    private PartySyntax Party(int start, int end, Lexeme lexeme)
    {
        var span = TextSpan.FromBounds(lexeme.Start, lexeme.End);
        lexeme.Start = start;
        lexeme.End = end;
        int count = lexeme.Has(LexemeFlags.StartsDeclared) ? 0 : CountAt(lexeme, out lexeme.Start);
        return new PartySyntax { Name = nodes.Name(lexeme), Count = Math.Max(1, count), Span = span };
    }

    // `two of Non-Executive Director`, `any two of …`: the words before the name.
    private int CountAt(in Lexeme lexeme, out int nameStart)
    {
        nameStart = lexeme.Start;
        int word = Starts(lexeme, ["any"]) ?? lexeme.Start;
        int end = SourceScan.WordEnd(Content, word);
        int count = end - word > 6 ? 0 : NumberWords.ValueOf(Content.AsSpan(word, end - word));
        int of = count == 0 ? -1 : SourceScan.MatchWord(Content, SourceScan.SkipTrivia(Content, end), "of");
        int start = of < 0 ? of : SourceScan.SkipTrivia(Content, of);
        if (start < 0 || start >= lexeme.End)
        {
            return 0;
        }

        nameStart = start;
        return count;
    }
}
