namespace DelegationLang.Import.Documents;

/// <summary>A document cannot be read: its message says why, and what to do about it, without a full stop at its end.</summary>
public sealed class ImportException(string message) : Exception(message);
