namespace DelegationLang.Coverage;

/// <summary>What a scheme says of who decides a function or a matter.</summary>
public enum CoverageStatus
{
    /// <summary>Somebody decides it, because a sentence says so or because the law gives it to a group or a post.</summary>
    Decided,

    /// <summary>It is kept for somebody wherever a sentence speaks of it; exceptional powers aside.</summary>
    Reserved,

    /// <summary>No sentence says who decides it, so that it stays with whoever holds it by law.</summary>
    Silent,

    /// <summary>No sentence speaks of it as a whole, but one does of something that lies within it.</summary>
    InParts,

    /// <summary>It is another organisation's, for whose scheme it is to say.</summary>
    Elsewhere,

    /// <summary>A sentence that speaks of it, or may, is in error, so that nobody can tell.</summary>
    Unclear,

    /// <summary>Nobody may decide it on that day.</summary>
    Nobody,
}
