using System.Collections.Immutable;

namespace DelegationLang.Policy;

/// <summary>Where a sentence stands: the file as shown to people, and the line from 1. The default stands for nowhere.</summary>
public readonly record struct SourceReference(string File, int Line);
