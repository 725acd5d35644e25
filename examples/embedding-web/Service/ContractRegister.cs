using System.Collections.Concurrent;

namespace Approvals;

/// <summary>The contracts that were signed, for as long as the service runs.</summary>
public sealed class ContractRegister
{
    private readonly ConcurrentDictionary<Guid, Approval> approvals = new();

    /// <summary>How many there are.</summary>
    public int Count => approvals.Count;

    /// <summary>Keeps one.</summary>
    public void Keep(Approval approval) => approvals[approval.Id] = approval;

    /// <summary>One by its number; none where there is none of it.</summary>
    public Approval? Find(Guid id) => approvals.GetValueOrDefault(id);
}
