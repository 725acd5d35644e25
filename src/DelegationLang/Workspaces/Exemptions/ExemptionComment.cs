using DelegationLang.Diagnostics;
using DelegationLang.Parsing;
using DelegationLang.Text;

namespace DelegationLang.Workspaces.Exemptions;

/// <summary>
/// A comment that exempts a sentence: <c>// allow CODE, CODE until DATE: reason</c>. Any other comment is prose, one that happens to start with
/// <c>allow</c> included: only a code after the word makes it an exemption.
/// </summary>
internal sealed class ExemptionComment
{
    private const string Allow = "allow";
    private const string UntilWord = "until";
    private const string CodeStart = "DL";

    private readonly string text;
    private int at;

    private ExemptionComment(SourceLocation location, string text)
    {
        Location = location;
        this.text = text;
    }

    /// <summary>The whole comment.</summary>
    public SourceLocation Location { get; }

    /// <summary>What it exempts from, in the order of the text.</summary>
    public List<Exemption> Exemptions { get; } = [];

    /// <summary>The last day on which it holds; none where it holds without end.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Why, in the author's words; empty for none.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Why it cannot be read or granted; none where it can. Such a comment exempts nothing.</summary>
    public Diagnostic? Fault { get; private set; }

    /// <summary>Reads a comment; none where it is prose.</summary>
    public static ExemptionComment? Read(SourceText source, TextSpan span)
    {
        var comment = new ExemptionComment(new SourceLocation(source, span), source.ToString(span));
        if (!comment.TryReadStart())
        {
            return null;
        }

        comment.ReadCodes();
        comment.ReadRest();
        return comment;
    }

    /// <summary>Reads up to the first code.</summary>
    private bool TryReadStart()
    {
        while (at < text.Length && text[at] == '/')
        {
            at++;
        }

        SkipSpace();
        if (!IsWordHere(Allow))
        {
            return false;
        }

        at += Allow.Length;
        var colon = at;
        if (at < text.Length && text[at] == ':')
        {
            at++;
        }

        SkipSpace();
        if (!IsCodeHere())
        {
            return false;
        }

        if (text[colon] == ':')
        {
            Fault = ExemptionFaults.Misplaced(At(colon, colon + 1));
        }

        return true;
    }

    private void ReadCodes()
    {
        while (true)
        {
            var start = at;
            at += CodeStart.Length;
            var hasGap = at < text.Length && !char.IsAsciiDigit(text[at]);
            at = hasGap ? Past(at, c => !char.IsAsciiDigit(c)) : at;
            at = Past(at, char.IsAsciiLetterOrDigit);
            var written = text[start..at];
            SourceLocation place = At(start, at);
            Exemptions.Add(new Exemption(this, written.ToUpperInvariant(), place));
            Fault ??= ExemptionFaults.OfCode(written, place);

            var afterCode = at;
            SkipSpace();
            if (at < text.Length && text[at] == ',')
            {
                at++;
                SkipSpace();
            }

            if (at == afterCode || !IsCodeHere())
            {
                at = afterCode;
                return;
            }
        }
    }

    private void ReadRest()
    {
        var end = at;
        SkipSpace();
        if (IsWordHere(UntilWord))
        {
            at += UntilWord.Length;
            SkipSpace();
            ReadDate();
            end = at;
            SkipSpace();
        }

        if (at < text.Length && text[at] == ':')
        {
            Reason = text[(at + 1)..].Trim();
        }
        else if (at < text.Length)
        {
            var reason = Past(at, c => Characters.IsSpace(c) || Characters.IsHyphen(c) || c is '\u2014' or ',' or ';');
            Fault ??= ExemptionFaults.NoColon(At(at, text.TrimEnd().Length), At(end, reason));
        }
    }

    private void ReadDate()
    {
        var date = DateLiteral.Read(text, at);
        if (date.Fault != DateFault.None)
        {
            Fault ??= ExemptionFaults.BadDate(At(at, date.End), text[at..date.End], date.Suggestion);
            at = date.End;
        }
        else if (date.End > at)
        {
            Until = date.Value;
            at = date.End;
        }
        else
        {
            var end = Past(at, c => c != ':');
            Fault ??= ExemptionFaults.BadDate(At(at, Math.Max(at, at + text[at..end].TrimEnd().Length)), text[at..end].Trim(), "");
            at = end;
        }
    }

    // "DL5002", and "DL 5002" or "DL-5002", which is then reported; the word alone is no code.
    private bool IsCodeHere()
    {
        if (!text.AsSpan(at).StartsWith(CodeStart, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var figure = at + CodeStart.Length;
        figure += figure < text.Length && (Characters.IsSpace(text[figure]) || Characters.IsHyphen(text[figure])) ? 1 : 0;
        return figure < text.Length && char.IsAsciiDigit(text[figure]);
    }

    private bool IsWordHere(string word) =>
        text.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && (at + word.Length == text.Length || !char.IsLetterOrDigit(text[at + word.Length]));

    private void SkipSpace() => at = Past(at, Characters.IsSpace);

    private int Past(int position, Func<char, bool> isPart)
    {
        while (position < text.Length && isPart(text[position]))
        {
            position++;
        }

        return position;
    }

    private SourceLocation At(int start, int end) =>
        new(Location.Source, TextSpan.FromBounds(Location.Span.Start + start, Location.Span.Start + end));
}
