namespace Portal.Domain;

/// <summary>
/// Marks rows that are themselves a history (results, deliveries, job runs): the audit does not repeat them field by field.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepsOwnHistoryAttribute : Attribute;

/// <summary>A row of one partnership: nothing crosses from one to another.</summary>
public interface IBelongToPartnership
{
    Id<Partnership> PartnershipId { get; }
}

/// <summary>A row that is one agency's.</summary>
public interface IBelongToAgency : IBelongToPartnership
{
    Id<Agency> AgencyId { get; }
}

/// <summary>
/// A row that two people may open at once; every save raises <see cref="Version"/>, and a form posts back the one it saw.
/// </summary>
public interface IVersioned
{
    int Version { get; }
}
