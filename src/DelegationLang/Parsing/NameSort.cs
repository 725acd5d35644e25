namespace DelegationLang.Parsing;

/// <summary>What a declared name is the name of, as far as the sentence that declares it tells without any other being read. A name declared twice may be of two sorts.</summary>
[Flags]
internal enum NameSort
{
    None = 0,
    Organisation = 1,
    Group = 2,
    Role = 4,
    Function = 8,
    Matter = 16,
    Budget = 32,
    Place = 64,
    Power = 128,
    Agreement = 256,
    Condition = 512,
    Measure = 1024,
    Basis = 2048,
    Amount = 4096,

    /// <summary>A kind, which <c>X is a kind of Y</c> declares.</summary>
    Kind = 8192,

    /// <summary>Declared, but nobody can tell as what: its kind is not known.</summary>
    Unknown = 16384,

    /// <summary>What <c>is also</c> declares.</summary>
    Designation = 32768,

    /// <summary>A class of posts.</summary>
    Class = 65536,

    Party = Organisation | Group | Role | Designation,
    Subject = Function | Matter | Budget,
    Basic = Party | Subject | Place | Power | Agreement | Condition | Measure | Basis | Amount | Class,
}
