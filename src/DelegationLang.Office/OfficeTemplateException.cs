namespace DelegationLang.Office;

/// <summary>A file cannot serve as a template for Word; the message says why, without its name.</summary>
public sealed class OfficeTemplateException(string message) : Exception(message);
