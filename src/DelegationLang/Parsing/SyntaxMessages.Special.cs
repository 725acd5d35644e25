using DelegationLang.Diagnostics;
using DelegationLang.Parsing.Generated;
using DelegationLang.Syntax;

namespace DelegationLang.Parsing;

/// <content>Messages about sentences that begin with a word of their own.</content>
internal sealed partial class SyntaxMessages
{
    private Diagnostic DescribeScenario(SyntaxFault fault, TokenKind kind)
    {
        string found = kind == TokenKind.FullStop ? "it ends" : $"`{Written(fault.Index)}` follows";
        return At(fault.Index, $"this scenario cannot be read: after `{Written(Math.Max(0, fault.Index - 1))}`, {found}") with
        {
            Help = "write `scenario \"NAME\": DECISION is decided by PARTY.`, `… is reserved to PARTY.`, `… is decided by nobody.` or `PARTY may decide DECISION.`",
        };
    }

    private Diagnostic DescribeMissingColon(int index)
    {
        int end = window[Math.Max(0, index - 1)].End;
        return Make(Math.Max(0, end - 1), end, $"a colon is missing after `{Written(Math.Max(0, index - 1))}`") with
        {
            Help = "end the line that opens a table or a list with a colon",
            Fixes = [ParsingFaults.Insert(faults.Source, end, ":", "Add a colon", isSafe: true)],
        };
    }

    private Diagnostic DescribeSpecial(SyntaxFault fault, TokenKind kind)
    {
        string found = kind == TokenKind.FullStop ? "the sentence ends" : $"`{Written(fault.Index)}` follows";
        string before = Written(Math.Max(0, fault.Index - 1));
        if (kind == TokenKind.LineBullet)
        {
            return DescribeMissingColon(fault.Index);
        }

        return fault.Rule switch
        {
            DelegationParser.RULE_scheme or DelegationParser.RULE_section => At(0, $"`{Written(0)}` has no title") with { Help = "write the title after it, on the same line" },
            DelegationParser.RULE_use => At(fault.Index, $"after `use` comes the name of a library or a file, but {found}") with { Help = "write `use england.` or `use \"other-file.delegation\".`" },
            DelegationParser.RULE_limitsTable or DelegationParser.RULE_listDeclaration => At(fault.Index, $"`{Written(0)}` opens a table of lines, but {found} after `{before}`") with
            {
                Help = window.KindAt(0) == TokenKind.Limits
                    ? "write `limits for SUBJECT of ORGANISATION:` and then one line a tier, each starting with `- `"
                    : $"write `{Written(0)} ORGANISATION:` and then one line for each, starting with `- `",
            },
            DelegationParser.RULE_line => At(fault.Index, $"`{Written(fault.Index)}` stands where a line of the table is expected") with
            {
                Help = "start each line of a table or a list with `- `, on a line of its own",
            },
            DelegationParser.RULE_deputy => At(fault.Index, $"after `deputises` comes `for`, but {found}") with { Help = $"write `{Written(0)} deputises for PARTY`" },
            DelegationParser.RULE_everyDelegation => At(fault.Index, $"after `every delegation` comes `in this scheme:` or `in this section:`, but {found}") with { Help = "write `every delegation in this scheme:` and the clauses" },
            DelegationParser.RULE_question => At(fault.Index, $"this question cannot be read: after `{before}`, {found}") with
            {
                Help = "ask `who decides SUBJECT …?`, `may PARTY decide SUBJECT …?` or `what may PARTY decide …?`",
            },
            _ => DescribeStray(fault, kind),
        };
    }

    private Diagnostic DescribeInlineItem(SyntaxFault fault, TokenKind kind)
    {
        string found = kind == TokenKind.FullStop ? "the sentence ends" : $"`{Written(fault.Index)}` follows";
        return At(fault.Index, $"a list in one line holds names alone, but {found} after `{Written(fault.Index - 1)}`") with
        {
            Help = "give each name a line of its own, starting with `- `, with its clauses after it; what is true of all of them may stand before the colon",
        };
    }

    private bool IsAfterInlineName(int index)
    {
        int colon = 1;
        while (colon < index && window.KindAt(colon) != TokenKind.Colon)
        {
            colon++;
        }

        return colon + 1 < index && window.KindAt(colon + 1) == TokenKind.Name;
    }
}
