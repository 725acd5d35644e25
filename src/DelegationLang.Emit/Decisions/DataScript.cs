using System.Globalization;
using System.Text;
using System.Text.Json;
using DelegationLang.Emit.Naming;

namespace DelegationLang.Emit.Decisions;

/// <summary>Writes data as JSON without white space that may stand in a script: nothing in it can end the script or be read as markup.</summary>
/// <param name="isShown">Whether people read the texts on a page, so that characters that nobody sees are described; otherwise texts are written as they are.</param>
internal sealed class DataScript(bool isShown = true)
{
    private readonly StringBuilder text = new();
    private bool needsComma;

    /// <summary>Begins a list.</summary>
    public DataScript Open()
    {
        Separate();
        text.Append('[');
        needsComma = false;
        return this;
    }

    /// <summary>Ends a list.</summary>
    public DataScript Close()
    {
        text.Append(']');
        needsComma = true;
        return this;
    }

    /// <summary>Begins an object.</summary>
    public DataScript OpenObject()
    {
        Separate();
        text.Append('{');
        needsComma = false;
        return this;
    }

    /// <summary>Ends an object.</summary>
    public DataScript CloseObject()
    {
        text.Append('}');
        needsComma = true;
        return this;
    }

    /// <summary>The name of the next value in an object.</summary>
    public DataScript Name(string name)
    {
        Separate();
        text.Append('"').Append(name).Append("\":");
        needsComma = false;
        return this;
    }

    /// <summary>The name of the next value in an object, whatever it is.</summary>
    public DataScript Key(string name)
    {
        Add(name);
        text.Append(':');
        needsComma = false;
        return this;
    }

    /// <summary>A text.</summary>
    public DataScript Add(string value)
    {
        Separate();
        text.Append('"').Append(JsonEncodedText.Encode(isShown ? VisibleText.Show(value) : Whole(value))).Append('"');
        needsComma = true;
        return this;
    }

    /// <summary>A number.</summary>
    public DataScript Add(int value)
    {
        Separate();
        text.Append(value.ToString(CultureInfo.InvariantCulture));
        needsComma = true;
        return this;
    }

    /// <summary>A value that another script has written.</summary>
    public DataScript Raw(string json)
    {
        Separate();
        text.Append(json);
        needsComma = true;
        return this;
    }

    /// <summary>Begins a new line: for people who look into the file.</summary>
    public DataScript Line()
    {
        Separate();
        needsComma = false;
        text.Append('\n');
        return this;
    }

    /// <summary>True or false.</summary>
    public DataScript Add(bool value) => Raw(value ? "true" : "false");

    /// <summary>Nothing.</summary>
    public DataScript Null()
    {
        Separate();
        text.Append("null");
        needsComma = true;
        return this;
    }

    /// <summary>A list of numbers.</summary>
    public DataScript Add(IEnumerable<int> values)
    {
        Open();
        foreach (int value in values)
        {
            Add(value);
        }

        return Close();
    }

    /// <summary>The text written so far.</summary>
    public override string ToString() => text.ToString();

    // Half a surrogate pair is no character, and JSON in UTF-8 cannot hold it.
    private static string Whole(string value) => value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? value : string.Concat(value.EnumerateRunes());

    private void Separate()
    {
        if (needsComma)
        {
            text.Append(',');
        }
    }
}
