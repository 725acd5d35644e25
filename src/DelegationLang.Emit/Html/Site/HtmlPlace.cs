namespace DelegationLang.Emit.Html.Site;

/// <summary>The parts of HTML that a template can be within.</summary>
internal enum HtmlPart
{
    /// <summary>Between tags.</summary>
    Text,

    /// <summary>In an element whose text is text alone, such as a title.</summary>
    PlainText,

    /// <summary>In a script or a style sheet.</summary>
    Script,

    /// <summary>In a comment.</summary>
    Comment,

    /// <summary>Just after <c>&lt;</c>.</summary>
    TagStart,

    /// <summary>In the name of an element.</summary>
    TagName,

    /// <summary>In a tag, where an attribute may begin.</summary>
    Tag,

    /// <summary>In the name of an attribute.</summary>
    AttributeName,

    /// <summary>After the name of an attribute or an element, where only space, <c>/</c>, <c>=</c> or the end of the tag may come.</summary>
    NameEnd,

    /// <summary>After the equals sign.</summary>
    ValueStart,

    /// <summary>In a value between double quotes.</summary>
    DoubleQuoted,

    /// <summary>In a value between single quotes.</summary>
    SingleQuoted,

    /// <summary>In a value without quotes.</summary>
    Unquoted,
}

/// <summary>A place in HTML.</summary>
/// <param name="Part">The part.</param>
/// <param name="Element">The element whose tag or text it is in, in lower case; with <c>/</c> before it in an end tag.</param>
/// <param name="Attribute">The attribute, in lower case; empty outside of attributes.</param>
/// <param name="Begun">What the value of the attribute begins with, or the last characters of a comment or a script.</param>
internal readonly record struct HtmlPlace(HtmlPart Part, string Element = "", string Attribute = "", string Begun = "")
{
    /// <summary>What stands for a value that the template wrote, in <see cref="Begun"/>.</summary>
    public const char Value = '\0';

    /// <summary>An attribute of which the name is not known, because it depends on what the template shows.</summary>
    public const string Unknown = "?";

    /// <summary>The place after a character.</summary>
    public HtmlPlace After(char character) => Part switch
    {
        HtmlPart.Text => character == '<' ? new HtmlPlace(HtmlPart.TagStart) : this,
        HtmlPart.PlainText or HtmlPart.Script => AfterOfText(character),
        HtmlPart.Comment => (Begun + character).EndsWith("-->", StringComparison.Ordinal) ? new HtmlPlace(HtmlPart.Text) : this with { Begun = LastOf(Begun + character, 2) },
        HtmlPart.TagStart => AfterOfTagStart(character),
        HtmlPart.TagName => IsNameEnd(character) ? InTag(character) : this with { Element = Element + char.ToLowerInvariant(character) },
        HtmlPart.Tag => IsNameEnd(character) ? InTag(character) : new HtmlPlace(HtmlPart.AttributeName, Element, char.ToLowerInvariant(character).ToString()),
        HtmlPart.AttributeName => character == '=' ? this with { Part = HtmlPart.ValueStart }
            : char.IsWhiteSpace(character) ? this with { Part = HtmlPart.NameEnd }
            : IsNameEnd(character) ? InTag(character)
            : this with { Attribute = Attribute + char.ToLowerInvariant(character) },
        HtmlPart.NameEnd => character == '=' ? this with { Part = HtmlPart.ValueStart }
            : char.IsWhiteSpace(character) ? (Attribute == Unknown ? new HtmlPlace(HtmlPart.Tag, Element) : this)
            : IsNameEnd(character) ? InTag(character)
            : new HtmlPlace(HtmlPart.AttributeName, Element, (Attribute == Unknown ? Unknown : "") + char.ToLowerInvariant(character)),
        HtmlPart.ValueStart => AfterOfValueStart(character),
        HtmlPart.DoubleQuoted => character == '"' ? new HtmlPlace(HtmlPart.Tag, Element) : this with { Begun = Begun + character },
        HtmlPart.SingleQuoted => character == '\'' ? new HtmlPlace(HtmlPart.Tag, Element) : this with { Begun = Begun + character },
        _ => char.IsWhiteSpace(character) || character == '>' ? InTag(character) : this,
    };

    /// <summary>Whether it is in a tag, outside of the values of attributes.</summary>
    public bool IsWithinTag => Part is HtmlPart.TagName or HtmlPart.Tag or HtmlPart.AttributeName or HtmlPart.NameEnd;

    private static bool IsNameEnd(char character) => char.IsWhiteSpace(character) || character is '/' or '>';

    private static string LastOf(string text, int count) => text.Length > count ? text[^count..] : text;

    private HtmlPlace InTag(char character) => character != '>' ? new HtmlPlace(HtmlPart.Tag, Element) : Element switch
    {
        "script" or "style" or "xmp" or "iframe" or "noembed" or "noframes" or "plaintext" => new HtmlPlace(HtmlPart.Script, Element),
        "title" or "textarea" => new HtmlPlace(HtmlPart.PlainText, Element),
        _ => new HtmlPlace(HtmlPart.Text),
    };

    private HtmlPlace AfterOfText(char character)
    {
        string end = "</" + Element;
        string last = LastOf(Begun + char.ToLowerInvariant(character), end.Length);
        return last == end ? new HtmlPlace(HtmlPart.TagName, "/" + Element) : this with { Begun = last };
    }

    private HtmlPlace AfterOfTagStart(char character) => character switch
    {
        '!' when Begun.Length == 0 => this with { Begun = "!" },
        '-' when Begun == "!" => this with { Begun = "!-" },
        '-' when Begun == "!-" => new HtmlPlace(HtmlPart.Comment),
        '/' when Begun.Length == 0 => this with { Begun = "/" },
        '>' => new HtmlPlace(HtmlPart.Text),
        _ when char.IsAsciiLetter(character) => new HtmlPlace(HtmlPart.TagName, (Begun == "/" ? "/" : "") + char.ToLowerInvariant(character)),
        _ when Begun.Length == 0 => new HtmlPlace(HtmlPart.Text).After(character),
        _ => new HtmlPlace(HtmlPart.TagName, Begun + character),
    };

    private HtmlPlace AfterOfValueStart(char character) => character switch
    {
        '"' => this with { Part = HtmlPart.DoubleQuoted },
        '\'' => this with { Part = HtmlPart.SingleQuoted },
        '>' => InTag(character),
        _ when char.IsWhiteSpace(character) => this,
        _ => this with { Part = HtmlPart.Unquoted },
    };
}
