using DelegationLang.Diagnostics;

namespace DelegationLang.Cli.Rendering;

/// <summary>Colours of a terminal; each is nothing where the output is not to be coloured. Colour never says anything that the words do not.</summary>
internal sealed class Palette(bool isOn)
{
    /// <summary>The end of whatever colour is on.</summary>
    public string End => Code("0");

    /// <summary>For headlines.</summary>
    public string Strong => Code("1");

    /// <summary>For the frame round source lines.</summary>
    public string Frame => Code("34");

    /// <summary>For places beside the one that is wrong, and for help.</summary>
    public string Second => Code("36");

    /// <summary>For what is well.</summary>
    public string Good => Code("32");

    /// <summary>For what is wrong.</summary>
    public string Bad => Code("31");

    /// <summary>The colour of a severity.</summary>
    public string Of(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => Code("1;31"),
        DiagnosticSeverity.Warning => Code("1;33"),
        _ => Code("1;36"),
    };

    private string Code(string code) => isOn ? $"\u001b[{code}m" : "";
}
