namespace DelegationLang.Emit.Templating;

/// <summary>
/// What is HTML already. Everything else that a template writes is text and is encoded for the place where it stands. Only code of ours makes a value
/// of this kind, and every text of a user in it has been encoded.
/// </summary>
internal abstract class Markup
{
    /// <summary>Writes it out as it is.</summary>
    /// <param name="context">The run of a template that shows it.</param>
    public abstract void WriteTo(EncodingContext context);
}

/// <summary>Markup that is known as text.</summary>
/// <param name="text">The markup.</param>
internal sealed class MarkupText(string text) : Markup
{
    /// <summary>None.</summary>
    public static MarkupText None { get; } = new("");

    /// <inheritdoc/>
    public override void WriteTo(EncodingContext context) => context.Target.Write(text);

    /// <inheritdoc/>
    public override string ToString() => text;
}
