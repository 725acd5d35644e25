using DelegationLang.Syntax;
using DelegationLang.Text;

namespace DelegationLang.Parsing;

/// <summary>A sentence <c>X is a KIND</c> as far as it declares a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Descriptor">The words after <c>is</c>.</param>
/// <param name="Plural">For a kind, the plural that the sentence states; empty for none.</param>
internal sealed record DraftHead(string Name, string Descriptor, string Plural);

/// <summary>A sentence in which names are declared whose ends joining words leave open.</summary>
/// <param name="Source">The text.</param>
/// <param name="Sentence">Its tokens, as cut without knowing any name.</param>
/// <param name="Index">The token from which on the names stand; the colon of a list.</param>
/// <param name="Descriptor">The words after <c>is</c>; empty for a list.</param>
internal sealed record DraftLine(SourceText Source, LexemeRun Sentence, int Index, string Descriptor);

/// <summary>What the files of a project declare, before it is settled where each name ends.</summary>
internal sealed class NameDraft(NameTable table)
{
    private readonly List<DraftHead> heads = new();
    private readonly List<DraftLine> lists = new();
    private readonly List<DraftLine> aliases = new();
    private readonly List<DraftLine> designations = new();
    private readonly List<NameLine> open = new();
    private readonly List<string> plain = new();
    private readonly List<(NameLine Line, NamePlace Place)> whole = new();

    /// <summary>The names where they are declared.</summary>
    public Dictionary<SourceText, List<NamePlace>> Places { get; } = new(ReferenceEqualityComparer.Instance);

    public void AddHead(DraftHead head) => heads.Add(head);

    public void AddList(DraftLine list) => lists.Add(list);

    public void AddAlias(DraftLine alias) => aliases.Add(alias);

    public void AddDesignation(DraftLine designation) => designations.Add(designation);

    public void AddPlace(SourceText source, NamePlace place)
    {
        if (!Places.TryGetValue(source, out List<NamePlace>? places))
        {
            places = new List<NamePlace>();
            Places.Add(source, places);
        }

        places.Add(place);
    }

    /// <summary>Settles all names and puts them into the table.</summary>
    public void Settle()
    {
        SettleHeads();
        foreach (DraftLine list in lists)
        {
            AddLines(list);
        }

        foreach (DraftLine designation in designations)
        {
            LexemeRun tokens = designation.Sentence;
            int start = SourceScan.SkipTrivia(designation.Source.Content, tokens[designation.Index].Start + "also".Length);
            AddLine(new NameLine(designation.Source, tokens, designation.Index, tokens.Length, start, NameSort.Designation, isReserved: false));
        }

        foreach (DraftLine alias in aliases)
        {
            AddAliases(alias.Source, alias.Sentence, alias.Index, alias.Sentence.Length, table.Kinds.SortOf(alias.Descriptor), isReserved: false);
        }

        new NameSettler(table.Declared, Close).Settle(open);
        foreach ((NameLine line, NamePlace place) in whole)
        {
            AddPlace(line.Source, Judge(line, place));
        }
    }

    private void SettleHeads()
    {
        foreach (DraftHead head in heads)
        {
            if (KindNames.ParentIn(head.Descriptor) is { } parent)
            {
                table.Kinds.Add(head.Name, parent, head.Plural);
            }
        }

        table.Kinds.Settle();
        foreach (DraftHead head in heads)
        {
            NameSort sort = KindNames.ParentIn(head.Descriptor) is null ? table.Kinds.SortOf(head.Descriptor) : NameSort.Kind;
            table.Add(head.Name, sort);
            int of = (sort & NameSort.Party) == 0 ? -1 : head.Descriptor.IndexOf(" of ", StringComparison.Ordinal);
            if (of > 0)
            {
                table.AddOwner(head.Name, head.Descriptor[(of + " of ".Length)..]);
            }
        }
    }

    private void AddLines(DraftLine list)
    {
        LexemeRun tokens = list.Sentence;
        NameSort sort = SortOf(list.Source.Content, tokens[0].Start);
        if (sort == NameSort.None)
        {
            return;
        }

        bool isReserved = false;
        string owner = OwnerIn(list);
        for (int i = 1; i < list.Index; i++)
        {
            isReserved |= tokens[i].Kind == TokenKind.ReservedTo || list.Source.Content.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start).Contains(" reserved", StringComparison.Ordinal);
        }

        // Without dashes the names stand in one line, each after the colon or a comma.
        bool isInline = list.Index + 1 < tokens.Length && tokens[list.Index + 1].Kind is not (TokenKind.LineBullet or TokenKind.ItemBullet);
        int line = isInline ? list.Index : list.Index + 1;
        while (line < tokens.Length)
        {
            int end = line + 1;
            while (end < tokens.Length && !StartsLine(tokens[end].Kind, isInline))
            {
                end++;
            }

            if (line + 1 < end)
            {
                AddLine(new NameLine(list.Source, tokens, line + 1, end, tokens[line + 1].Start, sort, isReserved) { Owner = owner });
                AddAliasesAfter(list, line + 1, end, sort, isReserved);
            }

            line = end;
        }
    }

    private static bool StartsLine(TokenKind kind, bool isInline) => kind is TokenKind.LineBullet or TokenKind.ItemBullet || (isInline && kind == TokenKind.Comma);

    // Whose the lines of a list are: the words between the kind and its first clause.
    private static string OwnerIn(DraftLine list)
    {
        Lexeme first = list.Sentence[list.Sentence[0].Kind == TokenKind.ListOf ? 1 : 0];
        string words = first.Kind == TokenKind.Name ? NameText.Fold(list.Source.Content, first.Start, first.End) : "";
        int of = words.IndexOf(" of ", StringComparison.Ordinal);
        return list.Sentence[0].Kind == TokenKind.ListOf || of < 0 ? words : words[(of + " of ".Length)..];
    }

    private NameSort SortOf(string text, int start)
    {
        int end = table.Kinds.Plurals.Match(text, start);
        return end > 0 && SourceScan.MatchWord(text, SourceScan.SkipSpace(text, end), "of") > 0 ? table.Kinds.SortOfPlural(NameText.Fold(text, start, end)) : NameSort.None;
    }

    private void AddAliasesAfter(DraftLine list, int from, int end, NameSort sort, bool isReserved)
    {
        for (int i = from; i + 1 < end; i++)
        {
            if (list.Sentence[i].Kind == TokenKind.KnownAs)
            {
                AddAliases(list.Source, list.Sentence, i + 1, end, sort, isReserved);
            }
        }
    }

    // `known as A, B`: each after a comma is one more.
    private void AddAliases(SourceText source, LexemeRun tokens, int index, int end, NameSort sort, bool isReserved)
    {
        while (index < end && tokens[index].Kind == TokenKind.Name)
        {
            var line = new NameLine(source, tokens, index, end, tokens[index].Start, sort, isReserved);
            AddLine(line);
            index = line.Last < end && tokens[line.Last].Kind == TokenKind.Comma ? line.Last + 1 : end;
        }
    }

    private void AddLine(NameLine line)
    {
        if (line.IsPlain)
        {
            string name = line.NameUpTo(line.Last);
            plain.Add(name);
            table.Add(name, line.Sort);
            if ((line.Sort & NameSort.Party) != 0 && line.Owner.Length > 0)
            {
                table.AddOwner(name, line.Owner);
            }
        }
        else
        {
            open.Add(line);
        }
    }

    private void Close(NameLine line, NamePlace place, string name)
    {
        table.Add(name, line.Sort);
        if (line.Cuts.Count > 0 && place.Trouble == NameTrouble.None && line.Cuts[0].Index <= line.Last)
        {
            whole.Add((line, place));
        }
        else
        {
            AddPlace(line.Source, place);
        }
    }

    // The tables hold keys; people are shown names as they were written.
    private string Spelt(string key)
    {
        if (key.Length == 0)
        {
            return key;
        }

        string? name = heads.Find(head => NameKey.Of(head.Name) == key)?.Name ?? plain.Find(name => NameKey.Of(name) == key);
        return name ?? key;
    }

    /// <summary>Whether a name that was read whole holds what is nearly a clause.</summary>
    private NamePlace Judge(NameLine line, NamePlace place)
    {
        foreach (NameCut cut in line.Cuts)
        {
            Lexeme word = line.Token(cut.Index);
            if (word.Start >= place.End)
            {
                break;
            }

            NameSort found = table.Declared.Find(cut.Objects[0]);
            string meant = found == NameSort.None ? table.Declared.Near(cut.Objects[0], cut.Wanted) : "";
            bool isOfAnotherSort = (found & NameSort.Basic) != 0;
            if (meant.Length > 0 || isOfAnotherSort)
            {
                return place with
                {
                    Trouble = isOfAnotherSort ? NameTrouble.OfAnotherSort : NameTrouble.Misspelt,
                    WordStart = word.Start,
                    WordEnd = word.End,
                    ObjectEnd = cut.ObjectEnd,
                    Meant = Spelt(meant),
                };
            }
        }

        return place;
    }
}
