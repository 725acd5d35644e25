using System.Collections.Concurrent;

namespace Approvals;

/// <summary>The approvals that were given, for as long as the service runs.</summary>
public sealed class ContractRegister
{
    private readonly ConcurrentDictionary<Guid, Approval> approvals = new();

    /// <summary>How many there are.</summary>
    public int Count => approvals.Count;

    /// <summary>Keeps an approval.</summary>
    public void Add(Approval approval) => approvals[approval.Id] = approval;

    /// <summary>An approval; none where there is none of that number.</summary>
    public Approval? Find(Guid id) => approvals.GetValueOrDefault(id);
}
