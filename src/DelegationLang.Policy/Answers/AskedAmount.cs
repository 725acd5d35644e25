using System.Collections.Immutable;

namespace DelegationLang.Policy.Answers;

/// <summary>An amount as asked.</summary>
/// <param name="Value">The figure, never negative.</param>
/// <param name="Currency">The ISO 4217 code.</param>
/// <param name="Basis">What it counts; empty when not said: then it is tried on each basis that limits on its subject use.</param>
/// <param name="Vat">Whether value added tax is counted; where not said, it is tried each way that limits on its subject use.</param>
public sealed record AskedAmount(decimal Value, string Currency = "GBP", string Basis = "", Vat Vat = Vat.Unstated);
