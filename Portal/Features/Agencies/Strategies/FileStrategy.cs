using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Agencies.Strategies;

/// <summary>Files an agency's training strategy. It counts once someone else has approved it.</summary>
public sealed class FileStrategy(PortalDb db, FileStore files, UkClock clock)
{
    private const int LongestYears = 5;

    public sealed record Entry(string Title, DateOnly ReviewOn);

    /// <summary>The document, as chosen from a computer.</summary>
    public sealed record Document(Stream Content, string Name);

    public async Task RunAsync(Viewer viewer, Id<Agency> agencyId, Entry entry, Document? document, CancellationToken cancel)
    {
        var agency = await db.Agencies.VisibleTo(viewer, Permission.FileStrategy).Where(a => a.Id == agencyId)
            .OneOrRefuseAsync("This agency is not within your reach", null, cancel);
        if (!agency.IsOpenOn(clock.Today)) throw new Refused($"{agency.Name} is closed");
        if (entry.ReviewOn <= clock.Today) throw new Refused("Review date must be in the future", nameof(entry.ReviewOn));
        if (entry.ReviewOn > clock.Today.AddYears(LongestYears))
            throw new Refused($"Review date must be within {LongestYears} years", nameof(entry.ReviewOn));
        var file = document is null ? null
            : await files.AddAsync(viewer, document.Content, document.Name, FileRule.Evidence, "File", cancel);
        db.TrainingStrategies.Add(new()
        {
            PartnershipId = viewer.PartnershipId, AgencyId = agencyId, Title = entry.Title, FileId = file?.Id, FiledOn = clock.Today,
            FiledBy = viewer.UserId, ReviewOn = entry.ReviewOn,
        });
        await db.SaveAsync(viewer, $"Filed the training strategy “{entry.Title}”", cancel);
    }
}
