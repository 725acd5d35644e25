/*
 * The sentences of the Delegation language.
 *
 * How the work is shared out, and why:
 *
 * - The scanner, written by hand, cuts the file into sentences (a full stop before white space ends one) and joins the words of a name,
 *   so that `Place Committee Leeds` is one NAME, and `with power to delegate` one WITH_POWER. Left to the grammar, names would make
 *   every word of the language ambiguous, and reading ten times slower.
 * - What a run of words means (`a committee of Board`, `Chair and Chief Executive`, `two of Non-Executive Director`) is decided where
 *   names are resolved: a grammar cannot know it.
 * - The clauses of a sentence are one flat list. Which bound belongs to which clause, and which sentence may have which clause, is settled
 *   by the builder of the tree: said here, it would make the grammar ambiguous and its errors hard to understand.
 * - A comma that only sets a clause off from the next never comes here: the scanner drops it. The COMMAs that do come separate the items
 *   of a list. AMOUNT_COMMA separates those of `the lower of`.
 * - The dash of a line that is a sentence of its own (in a table of limits, or a list that declares) is LINE_BULLET; that of an item in a list of
 *   names is ITEM_BULLET. So a list inside a table needs commas, as the language says.
 *
 * Every choice is decided by the next token alone. There is nothing to predict, nothing is ambiguous, and what a broken sentence
 * lacks is known at the very token that is wrong.
 */
parser grammar DelegationParser;

options {
    // Tree building and the recording of errors stand in the base class; no target code is in this file.
    superClass = SentenceParser;
    contextSuperClass = RuleContextBase;
}

// In the order of DelegationLang.Syntax.TokenKind, whose values they share (a test compares the two).
tokens {
    NAME, TITLE, QUOTATION, MONEY, NUMBER, PERCENT_OF, DATE, FINANCIAL_YEAR,
    FULL_STOP, COMMA, AMOUNT_COMMA, COLON, QUESTION_MARK, LINE_BULLET, ITEM_BULLET, UNKNOWN,

    SCHEME, SECTION, USE, LIMITS, SCENARIO, LIST_OF, EVERY_DELEGATION, WHO_DECIDES, WHAT,

    IS, DELEGATES, RESERVES, ENTRUSTS, RECOMMENDS, ADVISES, OVERSEES, CONSULTS, TAKES_NO_PART, TAKES_OVER, CONCERNS, DEPUTISES,
    MAY, MAY_NOT, DECIDE, IS_DECIDED_BY, IS_RESERVED_TO,

    TO, FROM, UNTIL, AT, FOR, ON, UNDER, BETWEEN, WITHIN, WHEN, UNLESS, EXCEPT, BEFORE, OR, BY, WITH, WITHOUT,

    UP_TO, BELOW, ABOVE, AT_LEAST, LOWER_OF, WORTH, PER, IN_TOTAL, EXCLUDING_VAT, INCLUDING_VAT,
    JOINTLY_WITH, AFTER_CONSULTING, AFTER_RECOMMENDATION, AFTER_APPROVAL, EVEN_IF_RESERVED,
    WITH_RESERVED_MATTERS, WITH_POWER, WITHOUT_POWER, BY_CONSENT_OF, WITH_MEMBERS, WITH_QUORUM, WITH_CODE,
    RATIFIED_BY, APPROVED_BY, REPORTING_TO, REVIEW_BY, RECORDED_IN, REFERENCE, NOTE, SUPERSEDES, VERSION, IN_FORCE,
    KNOWN_AS, SEARCHED_AS, COVERING, CHAIRED_BY, JUDGED_BY, HOSTED_BY, INTERPRETED_BY, STATING, TO_DELEGATE_TO,
    NORMALLY_TRUE, NORMALLY_FALSE, RESERVED_TO, SUBJECT_TO, RESPONSIBLE_FOR,
    HELD_BY_SEVERAL, UNLIMITED, TEMPORARILY, NOBODY_MAY_DECIDE, WHICH_GOES_TO, NOBODY_TAKES_PART,
    ATTENDED_BY, INCLUDING, DECIDING_BY, CASTING_VOTE, IF_NOT_AGREED, BECAUSE, PROPOSED_FROM, WITHIN_DAYS,
    USE_SCHEME, PUBLISHED_AT, MEETING_IN, PAPERS_AT, CONTRACTS_HELD_BY, ACCOUNTABLE_TO, WITH_POPULATION, WITH_BOUNDARY, SECONDED_TO
}

// One sentence, up to and with its full stop. The scanner knows where each starts and ends, so this is where reading starts.
sentence
    : ( scheme
      | section
      | use
      | limitsTable
      | listDeclaration
      | everyDelegation
      | scenario
      | prohibition
      | conflictsRule
      | statement
      ) FULL_STOP
    ;

// A question put to a scheme, outside any file.
question
    : ( WHO_DECIDES NAME clauses
      | MAY NAME ( JOINTLY_WITH parties )? DECIDE NAME clauses
      | WHAT MAY NAME DECIDE clauses
      ) QUESTION_MARK? FULL_STOP? EOF
    ;

scheme          : SCHEME TITLE clauses ;
section         : SECTION TITLE ;
use             : ( USE | USE_SCHEME ) NAME clauses ;

limitsTable     : LIMITS FOR names ( FOR names )? COLON line+ ;
listDeclaration : LIST_OF NAME headClause* ( RESERVED_TO parties headClause* )? COLON ( line+ | item ( COMMA item )* ) ;
everyDelegation : EVERY_DELEGATION NAME COLON clauses ;

// A line counts as a sentence of its own where mistakes are concerned.
line            : LINE_BULLET parties clauses ;

// What a list in one line declares: a name, and nothing about it that is not said of all.
item            : NAME ;

scenario        : SCENARIO QUOTATION COLON NAME ( ( MAY | MAY_NOT ) DECIDE NAME clauses
                                                | clauses expectation
                                                ) ;
expectation     : IS_DECIDED_BY parties ( JOINTLY_WITH parties )?
                | IS_RESERVED_TO parties
                ;

// A sentence that starts with a name: what it does with it shows only after the name, whatever its length.
statement       : NAME ( declaration | deciding | involvement | deputy ) ;
declaration     : IS names MONEY? clauses ;
deciding        : ( DELEGATES | RESERVES | ENTRUSTS ) names clauses ;
involvement     : ( RECOMMENDS | ADVISES | OVERSEES | CONSULTS | TAKES_NO_PART | TAKES_OVER | CONCERNS ) names clauses ;
deputy          : DEPUTISES FOR names clauses ;

prohibition     : NOBODY_MAY_DECIDE names clauses ;

conflictsRule   : NOBODY_TAKES_PART clauses ;

clauses         : clause* ;

// What the head of a list says of all its lines.
headClause
    : ( AT | WITHIN | UNDER | COVERING | BETWEEN | REPORTING_TO | RESPONSIBLE_FOR | CONTRACTS_HELD_BY | ACCOUNTABLE_TO | WITH_BOUNDARY | SECONDED_TO ) names
    | ( CHAIRED_BY | JUDGED_BY | HOSTED_BY ) names
    | ( FROM | UNTIL | REVIEW_BY ) DATE
    | FOR FINANCIAL_YEAR
    | ( WITH_MEMBERS | ATTENDED_BY ) parties
    | WITH_QUORUM NUMBER ( INCLUDING parties )?
    | ( DECIDING_BY | MEETING_IN ) NAME
    | WITH_POPULATION NUMBER
    | CASTING_VOTE names
    | IF_NOT_AGREED TO parties
    | ( REFERENCE | NOTE | BECAUSE | PAPERS_AT ) QUOTATION
    | NORMALLY_TRUE
    | NORMALLY_FALSE
    | HELD_BY_SEVERAL
    ;

clause
    // Who and what.
    : TO parties
    | ( JOINTLY_WITH | AFTER_CONSULTING | AFTER_RECOMMENDATION | AFTER_APPROVAL | WITH_MEMBERS | ATTENDED_BY | WHICH_GOES_TO ) parties
    | IF_NOT_AGREED TO parties
    | FOR ( FINANCIAL_YEAR | names )
    | ON ( DATE | names )
    | ( AT | EXCEPT | BEFORE | BETWEEN | WITHIN | UNDER | COVERING | STATING | KNOWN_AS | SEARCHED_AS | TO_DELEGATE_TO | REPORTING_TO | RESPONSIBLE_FOR ) names
    | ( CONTRACTS_HELD_BY | ACCOUNTABLE_TO | WITH_BOUNDARY | SECONDED_TO ) names
    | ( RATIFIED_BY | APPROVED_BY | CHAIRED_BY | JUDGED_BY | HOSTED_BY | INTERPRETED_BY | BY_CONSENT_OF | CASTING_VOTE ) names

    // When.
    | ( FROM | UNTIL | REVIEW_BY | PROPOSED_FROM ) DATE
    | WITHIN_DAYS NUMBER NAME
    | IN_FORCE
    | ( WHEN | UNLESS ) fact moreFacts

    // How much. A bound may close a fact, so that further facts may follow it: `when contract length up to 5 years, in budget`.
    | ( UP_TO | BELOW | ABOVE | AT_LEAST ) amount moreFacts
    | WORTH amount
    | ( PER | IN_TOTAL | EXCLUDING_VAT | INCLUDING_VAT ) moreFacts
    | UNLIMITED moreFacts
    | TEMPORARILY

    // On what terms.
    | WITH_RESERVED_MATTERS ( COLON names )?
    | WITH_POWER
    | WITHOUT_POWER
    | EVEN_IF_RESERVED
    | NORMALLY_TRUE
    | NORMALLY_FALSE
    | HELD_BY_SEVERAL

    // What is said about it.
    | ( REFERENCE | NOTE | RECORDED_IN | SUPERSEDES | BECAUSE | PUBLISHED_AT | PAPERS_AT ) QUOTATION
    | ( WITH_CODE | VERSION | DECIDING_BY | MEETING_IN ) NAME
    | WITH_POPULATION NUMBER
    | WITH_QUORUM NUMBER ( INCLUDING parties )?
    ;

fact            : NAME ( IS amount )? ;
moreFacts       : ( ( COMMA | OR ) fact )* ;

amount          : LOWER_OF plainAmount ( AMOUNT_COMMA plainAmount )*
                | plainAmount
                ;
plainAmount     : MONEY
                | NUMBER NAME?
                | PERCENT_OF ( MONEY | NAME )
                | NAME
                ;

names           : NAME ( COMMA NAME )*
                | ( ITEM_BULLET NAME )+
                ;

parties         : NAME ( ( COMMA | OR ) NAME )*
                | ( ITEM_BULLET NAME )+
                ;
