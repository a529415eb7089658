using System.Globalization;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Demo.Borough;

/// <summary>Invents what the audit would hold had each agency confirmed its staff list every few weeks, so that a report of the past can say when it last had.</summary>
internal sealed class Confirmations
{
    private const int Times = 6;
    private const int DaysBetween = 80;

    public List<AuditEntry> Entries { get; } = [];
    public List<AuditChange> Changes { get; } = [];

    public void Of(Agency agency, Id<User> trainingLead)
    {
        foreach (var ago in Enumerable.Range(0, agency.StaffListConfirmedOn is null ? 0 : Times))
        {
            var day = agency.StaffListConfirmedOn!.Value.AddDays(-ago * DaysBetween);
            var entry = new AuditEntry
            {
                PartnershipId = agency.PartnershipId, At = UkClock.At(day, new(10, 0)), UserId = trainingLead, Actor = $"{Role.TrainingLead.Words()}, {agency.Name}",
                Role = Role.TrainingLead, AgencyId = agency.Id, What = "Confirmed that the staff list is complete",
            };
            Entries.Add(entry);
            Changes.Add(new() { EntryId = entry.Id, Entity = nameof(Agency), EntityId = agency.Id.Value, Field = nameof(Agency.StaffListConfirmedOn), Old = Words(day.AddDays(-DaysBetween)), New = Words(day) });
        }
    }

    private static string Words(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
