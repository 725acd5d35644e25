namespace DelegationLang.Policy;

/// <summary>A file that is not a scheme as this version builds it. The message says what is wrong with it, for people.</summary>
public sealed class SchemeJsonException : Exception
{
    /// <summary>Says what is wrong.</summary>
    public SchemeJsonException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, and what came of it.</summary>
    public SchemeJsonException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
