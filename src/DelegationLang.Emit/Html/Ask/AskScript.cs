using System.Globalization;
using System.Text;
using System.Text.Json;
using DelegationLang.Emit.Naming;

namespace DelegationLang.Emit.Html.Ask;

/// <summary>Writes data as JSON that stands in a script: nothing in it can end the script or be read as markup.</summary>
internal sealed class AskScript
{
    private readonly StringBuilder text = new();
    private bool needsComma;

    /// <summary>Begins a list.</summary>
    public AskScript Open()
    {
        Separate();
        text.Append('[');
        needsComma = false;
        return this;
    }

    /// <summary>Ends a list.</summary>
    public AskScript Close()
    {
        text.Append(']');
        needsComma = true;
        return this;
    }

    /// <summary>Begins an object.</summary>
    public AskScript OpenObject()
    {
        Separate();
        text.Append('{');
        needsComma = false;
        return this;
    }

    /// <summary>Ends an object.</summary>
    public AskScript CloseObject()
    {
        text.Append('}');
        needsComma = true;
        return this;
    }

    /// <summary>The name of the next value in an object.</summary>
    public AskScript Name(string name)
    {
        Separate();
        text.Append('"').Append(name).Append("\":");
        needsComma = false;
        return this;
    }

    /// <summary>The name of the next value in an object, whatever it is.</summary>
    public AskScript Key(string name)
    {
        Add(name);
        text.Append(':');
        needsComma = false;
        return this;
    }

    /// <summary>A text.</summary>
    public AskScript Add(string value)
    {
        Separate();
        text.Append('"').Append(JsonEncodedText.Encode(VisibleText.Show(value))).Append('"');
        needsComma = true;
        return this;
    }

    /// <summary>A number.</summary>
    public AskScript Add(int value)
    {
        Separate();
        text.Append(value.ToString(CultureInfo.InvariantCulture));
        needsComma = true;
        return this;
    }

    /// <summary>A value that another script has written.</summary>
    public AskScript Raw(string json)
    {
        Separate();
        text.Append(json);
        needsComma = true;
        return this;
    }

    /// <summary>Nothing.</summary>
    public AskScript Null()
    {
        Separate();
        text.Append("null");
        needsComma = true;
        return this;
    }

    /// <summary>A list of numbers.</summary>
    public AskScript Add(IEnumerable<int> values)
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

    private void Separate()
    {
        if (needsComma)
        {
            text.Append(',');
        }
    }
}
