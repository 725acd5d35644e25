namespace DelegationLang.LanguageServer.Protocol;

/// <summary>
/// Halves of characters that stand alone in a message. Editors send them where somebody deletes half of a character, or types it in two steps; JSON that is
/// read strictly would be refused, and with it the change, so that every position after it would be wrong. Each becomes U+FFFD, which is as long in UTF-16.
/// </summary>
internal static class LoneSurrogates
{
    /// <summary>The message with every half that stands alone, escaped or as bytes, replaced; the same array where there is none.</summary>
    public static byte[] Replace(byte[] message)
    {
        byte[]? changed = null;
        for (int i = 0; i < message.Length - 2; i++)
        {
            if (message[i] == '\\')
            {
                int unit = UnitAt(message, i);
                if (unit < 0)
                {
                    // The character after another escape is no escape itself.
                    i++;
                    continue;
                }

                bool isPair = char.IsHighSurrogate((char)unit) && UnitAt(message, i + 6) is var next and >= 0 && char.IsLowSurrogate((char)next);
                if (!isPair && char.IsSurrogate((char)unit))
                {
                    changed ??= (byte[])message.Clone();
                    "\\ufffd"u8.CopyTo(changed.AsSpan(i));
                }

                i += isPair ? 11 : 5;
            }
            else if (message[i] == 0xED && message[i + 1] >= 0xA0 && message[i + 2] >= 0x80)
            {
                changed ??= (byte[])message.Clone();
                "\uFFFD"u8.CopyTo(changed.AsSpan(i));
                i += 2;
            }
        }

        return changed ?? message;
    }

    // The UTF-16 unit of an escape such as \u00e9; negative where none starts here.
    private static int UnitAt(byte[] message, int at)
    {
        if (at + 6 > message.Length || message[at] != '\\' || message[at + 1] != 'u')
        {
            return -1;
        }

        int unit = 0;
        for (int i = at + 2; i < at + 6; i++)
        {
            int digit = message[i] switch
            {
                >= (byte)'0' and <= (byte)'9' => message[i] - '0',
                >= (byte)'a' and <= (byte)'f' => message[i] - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => message[i] - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
            {
                return -1;
            }

            unit = (unit * 16) + digit;
        }

        return unit;
    }
}
