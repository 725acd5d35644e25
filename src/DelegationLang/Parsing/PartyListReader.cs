using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>
/// Lists of parties, with the words around them that say how they stand to each other: <c>either A or B</c>, <c>both A and B</c>,
/// <c>A and B jointly</c>, <c>any two of A, B, C</c>. Such a word is one only where no declared name begins or ends with it.
/// </summary>
internal sealed class PartyListReader(SentenceTokens window, FaultBag faults, NodeReader reader, NameTable names)
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

    /// <summary>Parties from a token on. A missing one where none stands there.</summary>
    public PartyListSyntax Read(ref int index, int end, bool isMembers)
    {
        int start = index;
        int last = -1;
        int count = 0;
        bool hasOr = false;
        bool hasComma = false;
        while (index < end)
        {
            TokenKind kind = window.KindAt(index);
            if (kind == TokenKind.Name)
            {
                count++;
                last = index++;
                if (index >= end || !(window.KindAt(index) is TokenKind.Comma or TokenKind.Or or TokenKind.ItemBullet))
                {
                    break;
                }
            }
            else if (window.KindAt(index + 1) == TokenKind.Name && index + 1 < end && (kind == TokenKind.ItemBullet || count > 0))
            {
                hasOr |= kind == TokenKind.Or;
                hasComma |= kind == TokenKind.Comma;
                index++;
            }
            else
            {
                break;
            }
        }

        if (count == 0)
        {
            NameSyntax missing = NodeReader.MissingName(reader.EndBefore(start));
            return new PartyListSyntax { Items = [new PartySyntax { Name = missing, Span = missing.Span, IsMissing = true }], Span = missing.Span, IsMissing = true };
        }

        start += window.KindAt(start) == TokenKind.ItemBullet ? 1 : 0;
        Lexeme first = window[start];
        Lexeme final = window[last];
        Manner manner = isMembers ? Manner.Unsaid : TakeManner(ref first, ref final, hasOr, count);
        var parties = new List<PartySyntax>(count);
        for (int i = start; i <= last; i++)
        {
            Lexeme lexeme = window[i];
            if (lexeme.Kind == TokenKind.Name)
            {
                parties.Add(Party(i == start ? first.Start : lexeme.Start, i == last ? final.End : lexeme.End, lexeme));
            }
        }

        TextSpan span = TextSpan.FromBounds(window[start].Start, window[last].End);
        reader.CheckCount(count, parties[0].Span);
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
        if (Starts(first, words) is not { } start || names.IsDeclared(reader.Name(first).Text))
        {
            return false;
        }

        first.Start = start;
        return true;
    }

    // "Risk and Better Together", where Better Together is somebody's name.
    private bool EndsDeclared(in Lexeme last)
    {
        string name = reader.Name(last).Text;
        int and = name.LastIndexOf(" and ", StringComparison.Ordinal);
        return names.IsDeclared(name) || (and >= 0 && names.IsDeclared(name[(and + 5)..]));
    }

    private bool HasAnd(in Lexeme name) => reader.Name(name).Text.Contains(" and ", StringComparison.Ordinal);

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
        TextSpan span = TextSpan.FromBounds(lexeme.Start, lexeme.End);
        lexeme.Start = start;
        lexeme.End = end;
        int count = lexeme.Has(LexemeFlags.StartsDeclared) ? 0 : CountAt(lexeme, out lexeme.Start);
        return new PartySyntax { Name = reader.Name(lexeme), Count = Math.Max(1, count), Span = span };
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
